"""What the examples of rules leave untried: rules without any, patterns that none of them fires."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from protolint import folder
from protolint.linting.selftest import given
from protolint.rulebook.rule import Rule
from protolint.script import Settings, Source
from protolint.text.fold import fold
from protolint.text.patterns import places

#: Options whose patterns make a finding. What silences one, or stands around it, does not count.
_FINDING = frozenset({"any", "swaps", "participles", "then", "text", "target"})


class Untried(msgspec.Struct, frozen=True):
    """A pattern of a rule that matches in none of its bad examples."""

    rule: Rule
    option: str
    pattern: str


class Coverage(msgspec.Struct, frozen=True):
    """How far the examples of rules go: what they leave out, and of how many patterns."""

    without: tuple[Rule, ...]
    untried: tuple[Untried, ...]
    patterns: int


def coverage(rules: Iterable[Rule]) -> Coverage:
    """Return what the examples of rules leave untried; rules of one id share their examples."""
    by_id: dict[str, list[Rule]] = {}
    for rule in rules:
        by_id.setdefault(rule.id, []).append(rule)
    without = [same[0] for same in by_id.values() if not any(rule.examples for rule in same)]
    found = {
        (one.rule.id, one.option, one.pattern): one
        for same in by_id.values()
        if any(rule.examples for rule in same)
        for rule in same
        for one in _patterns(rule)
    }
    texts = {name: [text for rule in same for text in _texts(rule)] for name, same in by_id.items()}
    untried = tuple(one for one in found.values() if not _is_fired(one, texts[one.rule.id]))
    return Coverage(tuple(without), untried, len(found))


def _patterns(rule: Rule) -> Iterator[Untried]:
    for option, _, pattern in rule.options.patterns():
        if option in _FINDING:
            yield Untried(rule, option, pattern)


def _texts(rule: Rule) -> Iterator[str]:
    """Yield the bad examples as rules see them, and as they are written, for targets of links."""
    reader = folder.load("protolint.readers", "markdown")
    for example in rule.examples:
        if example.bad is None:
            continue
        yield fold(example.bad)
        source = Source(rule.path, example.bad)
        for script in reader.read(source, Settings(defaults=given(rule, example))).scripts:
            for stretch in script.stretches:
                prose = stretch.prose
                yield fold(prose.text)
                yield from (fold(prose.text[link.start : link.end]) for link in prose.links)
                yield from (link.target for link in prose.links)
                yield from (opaque.raw for opaque in prose.opaques.values())


def _is_fired(one: Untried, texts: Iterable[str]) -> bool:
    case = bool(getattr(one.rule.options, "case", False))
    return any(True for text in texts for _ in places((one.pattern,), text, case=case))
