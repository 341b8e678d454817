"""The second pass: what is only visible across scripts, from the facts of all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from protolint.linting.allowances import Allowed, Place, silence, unused
from protolint.linting.finding import Finding, Level, Related
from protolint.linting.fingerprint import fingerprint, numbered
from protolint.linting.plan import Plan
from protolint.linting.results import FileResult, Levels, ScriptResult
from protolint.linting.wording import message
from protolint.rulebook.rule import Rule

if TYPE_CHECKING:
    from protolint.checks._check import Fact, LibraryMatch, ScriptFacts

#: The rule that tells of suppression comments which silence nothing.
UNUSED = "unused-allowance"


def lint_library(
    results: Sequence[FileResult], plan: Plan, today: datetime.date
) -> tuple[Finding, ...]:
    """Return all findings of a run that nothing allows, the scripts' and the library's."""
    scripts = [script for result in results for script in result.scripts]
    allowances: dict[str, list[Allowed]] = {}
    for own in chain.from_iterable(script.allowances for script in scripts):
        allowances.setdefault(own.path, []).append(own)
    kept = [finding for script in scripts for finding in script.findings]
    used = {(own.path, start, rule) for own in results for start, rule in own.used}
    across = dict(_library_findings(scripts, plan, today))
    said, done = silence(across, allowances, lambda finding: across[finding])
    kept.extend(said)
    kept.extend(_unused(scripts, plan, used | done))
    return tuple(numbered(sorted(kept, key=lambda finding: finding.order)))


class _Known(NamedTuple):
    """The facts of one script for one rule, with the rule's level by channel."""

    levels: Levels
    facts: ScriptFacts


def _library_findings(
    scripts: Iterable[ScriptResult], plan: Plan, today: datetime.date
) -> Iterator[tuple[Finding, tuple[Place, ...]]]:
    """Yield what the library rules find, each with its related places."""
    by_rule: dict[str, list[_Known]] = {}
    for script in scripts:
        for known in script.facts:
            for key, levels in known.rules:
                by_rule.setdefault(key, []).append(_Known(levels, known.facts))
    for rule in (own for own in plan.rules if own.key in by_rule):
        found: dict[tuple[str, int, int, str, str], list[tuple[Finding, LibraryMatch]]] = {}
        look = _across if rule.options.is_across else _by_channel
        for finding, match in look(rule, by_rule[rule.key], today):
            place = (finding.path, finding.start, finding.end, finding.level, finding.message)
            found.setdefault(place, []).append((finding, match))
        for same in found.values():
            channels = tuple(channel for finding, _ in same for channel in finding.channels)
            finding, match = same[0]
            places = tuple(Place(script.path, *fact.span) for script, fact in match.related)
            yield msgspec.structs.replace(finding, channels=channels), places


def _by_channel(
    rule: Rule, known: Sequence[_Known], today: datetime.date
) -> Iterator[tuple[Finding, LibraryMatch]]:
    by_channel: dict[str | None, tuple[Level, list[ScriptFacts]]] = {}
    for own in known:
        for level, channels in own.levels:
            for channel in channels:
                by_channel.setdefault(channel, (level, []))[1].append(own.facts)
    for channel in sorted(by_channel, key=lambda name: name or ""):
        level, scripts = by_channel[channel]
        for match in rule.options.find_in_library(scripts, today):
            yield _finding(rule, level, (channel,), match), match


def _across(
    rule: Rule, known: Sequence[_Known], today: datetime.date
) -> Iterator[tuple[Finding, LibraryMatch]]:
    """Yield what shows when all channels are seen together, at the level of the place's channel."""
    scripts = sorted((own.facts for own in known), key=lambda own: (own.path, own.script))
    levels = {(own.facts.path, own.facts.script): own.levels for own in known}
    for match in rule.options.find_in_library(scripts, today):
        for level, channels in levels[match.script.path, match.script.script]:
            yield _finding(rule, level, channels, match), match


def _finding(
    rule: Rule, level: Level, channels: tuple[str | None, ...], match: LibraryMatch
) -> Finding:
    fact = match.fact
    named = " and ".join(channel or "no channel" for channel in channels)
    values = {"channel": named, **match.values}
    return Finding(
        rule.id,
        rule.category,
        level,
        channels,
        match.script.script,
        match.script.path,
        fact.line,
        fact.column,
        fact.end_line,
        fact.end_column,
        *fact.span,
        fact.excerpt,
        message(rule, values, fact.excerpt),
        rule.sources,
        related=tuple(_related(script, other) for script, other in match.related),
        fingerprint=_fingerprint(rule, channels, match),
    )


def _fingerprint(rule: Rule, channels: tuple[str | None, ...], match: LibraryMatch) -> str:
    if match.subject is None:
        return fingerprint(rule.id, match.fact.excerpt, match.script.anchor)
    named = "" if rule.options.is_across else channels[0] or ""
    return fingerprint(rule.id, f"{named} {match.subject}")


def _related(script: ScriptFacts, fact: Fact) -> Related:
    return Related(script.path, script.script, fact.line, fact.column)


def _unused(
    scripts: Iterable[ScriptResult], plan: Plan, used: set[tuple[str, int, str]]
) -> Iterator[Finding]:
    rule = next((rule for rule in plan.rules if rule.id == UNUSED), None)
    if rule is None:
        return
    for own, idle in unused(chain.from_iterable(script.allowances for script in scripts), used):
        levels: dict[str, list[str | None]] = {}
        for channel in own.channels:
            levels.setdefault(plan.profiles[channel].get(UNUSED, "off"), []).append(channel)
        for level, channels in levels.items():
            if level != "off":
                yield _unused_finding(rule, own, idle, level, tuple(channels))


def _unused_finding(
    rule: Rule,
    own: Allowed,
    idle: tuple[str, ...],
    level: str,
    channels: tuple[str | None, ...],
) -> Finding:
    named = ", ".join(idle) or "anything"
    return Finding(
        rule.id,
        rule.category,
        level,  # type: ignore[arg-type]
        channels,
        own.script,
        own.path,
        own.line,
        own.column,
        own.end_line,
        own.end_column,
        *own.comment,
        own.excerpt,
        message(rule, {"rules": named}, own.excerpt),
        rule.sources,
        fingerprint=fingerprint(rule.id, own.excerpt),
    )
