"""The first pass over one file: its scripts' findings, and what the library pass needs of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from protolint.checks._check import Fact, ScriptFacts
from protolint.linting.allowances import allowed
from protolint.linting.engine import Found, find
from protolint.linting.finding import Finding, Fix, SourceEdit
from protolint.linting.fingerprint import fingerprint
from protolint.linting.gates import Held, InForce
from protolint.linting.lines import Lines
from protolint.linting.merging import Faulty
from protolint.linting.plan import Plan
from protolint.linting.results import RuleFacts, ScriptResult, rule_facts
from protolint.linting.told import Judged
from protolint.linting.wording import message
from protolint.rulebook.rule import Rule
from protolint.script import Script, Span, Stretch

#: The kinds of text that are said to the customer.
_SAID = ("public", "spoken")
#: Returns the part of a source to replace, and by what, so that a place reads as given.
Encode = Callable[[Script, Stretch, Span, str], tuple[Span, str] | None]


def no_edit(script: Script, stretch: Stretch, place: Span, text: str) -> None:
    """Return that no edit may be made: for scripts that come from no file."""


def lint_script(script: Script, plan: Plan, encode: Encode = no_edit) -> Judged:
    """Hold one script to the rules of a plan; `encode` is that of the script's reader."""
    return lint_lines(Lines(script, plan), encode)


def lint_lines(lines: Lines, encode: Encode) -> Judged:
    """Hold one script, made ready, to the rules of its plan."""
    script, held = lines.script, lines.held
    found = find(lines, held.in_force)
    faulty = tuple(finding for one in found for finding in _findings(lines, one, encode))
    view, _ = lines.view(_SAID)
    result = ScriptResult(
        script=script.id,
        channels=script.metadata.channels or (None,),
        words=sum(len(reading.word_starts) for reading in view.readings),
        counts=view.counts,
        findings=(),
        hidden=(),
        skipped=held.skipped,
        facts=tuple(_facts(lines, held)),
        allowances=allowed(script, _idle(lines)) if script.allowances else (),
    )
    return Judged(result, faulty)


def _idle(lines: Lines) -> frozenset[str]:
    """Return the names of the rules that did not run."""
    plan = lines.plan
    return plan.names - {plan.rules[own.rule].id for own in lines.held.in_force}


def _findings(lines: Lines, found: Found, encode: Encode) -> Iterator[Faulty]:
    """Yield a finding for each level that a match has on the script's channels."""
    rule = lines.plan.rules[found.rule]
    source = lines.script.source
    for level, channels in found.levels:
        finding = Finding(
            rule.id,
            rule.category,
            level,  # type: ignore[arg-type]
            channels,
            lines.script.id,
            source.path,
            *source.position(found.span.start),
            *source.position(found.span.end),
            *found.span,
            found.excerpt,
            message(rule, found.match.values, found.words),
            rule.sources,
            fix=_fix(lines, rule, found, encode),
            fingerprint=fingerprint(rule.id, found.said, found.anchor),
        )
        yield Faulty(finding, rule.options.fault == "wording")


def _fix(lines: Lines, rule: Rule, found: Found, encode: Encode) -> Fix | None:
    """Return the edits of a match in the source; none where one of them cannot be made."""
    if not found.match.edits:
        return None
    view, _ = lines.view(rule.scope or rule.options.default_scope)
    stretch = view.readings[found.match.reading].stretch
    edits: list[SourceEdit] = []
    for edit in found.match.edits:
        encoded = encode(lines.script, stretch, Span(edit.start, edit.end), edit.text)
        if encoded is None:
            return None
        edits.append(SourceEdit(*encoded[0], encoded[1]))
    return Fix(found.match.safety, tuple(edits))


def _facts(lines: Lines, held: Held) -> Iterator[RuleFacts]:
    """Yield the facts of a script, those that several rules share once for all of them."""
    sharing: dict[tuple[str, tuple[str, ...]], list[InForce]] = {}
    for in_force in held.in_force:
        if in_force.rule in lines.plan.library:
            sharing.setdefault(lines.plan.gathering(in_force.rule), []).append(in_force)
    for same in sharing.values():
        facts = lines.facts(same[0].rule)
        if facts:
            rules = tuple((lines.plan.rules[own.rule].key, own.levels) for own in same)
            yield rule_facts(rules, _of_script(lines, facts))


def _of_script(lines: Lines, facts: tuple[Fact, ...]) -> ScriptFacts:
    known = lines.script.metadata
    path, name = lines.script.source.path, lines.script.id
    version = lines.script.version
    return ScriptFacts(path, name, known.channels, known.locale, facts, lines.anchor, version)
