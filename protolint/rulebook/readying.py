"""A rulebook made ready to be kept: what each rule looks for, worked out once for all starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from protolint.rulebook.rule import Rule, Sight
from protolint.rulebook.rulebook import Rulebook
from protolint.text.cues import patterns_of
from protolint.text.edges import bounded_branches
from protolint.text.lexicon import Lexicon
from protolint.text.moments import MomentReader
from protolint.text.pattern_set import ready
from protolint.text.ready import Ready


def readied(book: Rulebook, known: Mapping[str, Ready] | None = None) -> Rulebook:
    """Return a rulebook whose rules know what they look for, and whose patterns are made ready.

    `known` are patterns that were made ready before.
    """
    rules = tuple(msgspec.structs.replace(rule, sight=sight_of(rule)) for rule in book.rules)
    made = known or {}
    patterns = {own: made.get(own) or ready(own) for own in _patterns(rules, book.lexicons)}
    return msgspec.structs.replace(book, rules=rules, patterns=patterns)


def sight_of(rule: Rule) -> Sight:
    """Return what a rule looks for, and where."""
    check = rule.options
    case = bool(getattr(check, "case", False))
    is_whole = bool(getattr(check, "whole_words", False))
    return Sight(
        triggers=tuple(
            (bounded_branches(pattern) if is_whole else pattern, case)
            for pattern in check.triggers()
        ),
        scope=tuple(rule.scope or check.default_scope),
        always=check.always,
        is_exempting=check.is_exempting,
        is_library=check.is_library,
        is_dated=check.is_dated,
        reads=check.reads,
        is_across=check.is_across,
        needs_all=check.needs_all,
    )


def _patterns(rules: Iterable[Rule], lexicons: Iterable[Lexicon]) -> Iterable[str]:
    every = [own for rule in rules if rule.sight for own, _ in rule.sight.triggers]
    for lexicon in lexicons:
        every += (*patterns_of(lexicon), *MomentReader(lexicon).patterns)
    return dict.fromkeys(every)
