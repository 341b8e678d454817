"""What a rule that looks across scripts finds in the facts of all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from protolint.linting.allowances import Place
from protolint.linting.finding import LEVELS, Finding, Level, Related
from protolint.linting.fingerprint import fingerprint
from protolint.linting.results import Levels
from protolint.linting.wording import message
from protolint.rulebook.rule import Rule

if TYPE_CHECKING:
    from protolint.checks._check import Fact, LibraryMatch, ScriptFacts


class Known(NamedTuple):
    """The facts of one script for one rule, with the rule's level by channel."""

    levels: Levels
    facts: ScriptFacts


def find_across(
    rule: Rule, known: Sequence[Known], today: datetime.date
) -> Iterator[tuple[Finding, tuple[Place, ...]]]:
    """Yield what a rule finds, each with its related places."""
    found: dict[tuple[str, int, int, str, str], list[tuple[Finding, LibraryMatch]]] = {}
    look = _across if rule.options.is_across else _by_channel
    for finding, match in look(rule, known, today):
        place = (finding.path, finding.start, finding.end, finding.level, finding.message)
        found.setdefault(place, []).append((finding, match))
    for same in found.values():
        channels = tuple(channel for finding, _ in same for channel in finding.channels)
        finding, match = same[0]
        places = tuple(Place(script.path, *fact.span) for script, fact in match.related)
        yield msgspec.structs.replace(finding, channels=channels), places


def _by_channel(
    rule: Rule, known: Sequence[Known], today: datetime.date
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
    rule: Rule, known: Sequence[Known], today: datetime.date
) -> Iterator[tuple[Finding, LibraryMatch]]:
    """Yield what shows when all channels are seen together, at the level of the place's channel.

    What stands in no script (a line of the brand file) has the gravest level of any channel.
    """
    scripts = sorted((own.facts for own in known), key=lambda own: (own.path, own.script))
    levels = {_place(own.facts): own.levels for own in known}
    gravest = min((level for own in known for level, _ in own.levels), key=LEVELS.index)
    elsewhere: Levels = ((gravest, (None,)),)
    for match in rule.options.find_in_library(scripts, today):
        for level, channels in levels.get(_place(match.script), elsewhere):
            yield _finding(rule, level, channels, match), match


def _place(script: ScriptFacts) -> tuple[str, str, str]:
    return script.path, script.script, script.version


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
