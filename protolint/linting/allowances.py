"""Suppression comments: what they silence, and which of them silence nothing (contract §8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import msgspec

from protolint.linting.finding import Finding
from protolint.script import Script, Span


class Allowed(msgspec.Struct, frozen=True):
    """An allowance of one script, as the library pass needs it.

    `judged` are its rules of which it can be said whether they found something: those that were on,
    and names that no rule has. An allowance for all rules (`off`) has no `rules`.
    """

    path: str
    script: str
    channels: tuple[str | None, ...]
    rules: tuple[str, ...]
    judged: tuple[str, ...]
    comment: Span
    covers: Span
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str


def allowed(script: Script, idle: frozenset[str]) -> tuple[Allowed, ...]:
    """Return the allowances of a script that give a reason; `idle` rules did not run."""
    return tuple(
        Allowed(
            script.source.path,
            script.id,
            script.metadata.channels or (None,),
            allowance.rules,
            tuple(rule for rule in allowance.rules if rule not in idle),
            allowance.comment,
            allowance.covers,
            *script.source.position(allowance.comment.start),
            *script.source.position(allowance.comment.end),
            script.source.text[allowance.comment.start : allowance.comment.end],
        )
        for allowance in script.allowances
        if allowance.reason
    )


class Place(NamedTuple):
    """A part of a file."""

    path: str
    start: int
    end: int


def silence(
    findings: Iterable[Finding],
    allowances: Mapping[str, Iterable[Allowed]],
    others: Callable[[Finding], Iterable[Place]] = lambda finding: (),
) -> tuple[list[Finding], set[tuple[str, int, str]]]:
    """Return the findings that no allowance of their file covers, and what the others used.

    `others` are further places of a finding, of which one covered is enough. What was used is
    (path, start of the comment, rule), the rule being "" for an `off`.
    """
    kept: list[Finding] = []
    used: set[tuple[str, int, str]] = set()
    for finding in findings:
        places = (Place(finding.path, finding.start, finding.end), *others(finding))
        covering = [
            own
            for place in dict.fromkeys(places)
            for own in allowances.get(place.path, ())
            if _covers(own, finding.rule, place)
        ]
        used.update(
            (own.path, own.comment.start, finding.rule if own.rules else "") for own in covering
        )
        if not covering:
            kept.append(finding)
    return kept, used


def _covers(own: Allowed, rule: str, place: Place) -> bool:
    in_place = own.covers.start <= place.start and place.end <= own.covers.end
    return in_place and (not own.rules or rule in own.rules)


def unused(
    allowances: Iterable[Allowed], used: set[tuple[str, int, str]]
) -> Iterable[tuple[Allowed, tuple[str, ...]]]:
    """Yield each allowance that silenced nothing, with those of its rules that did not."""
    for own in allowances:
        if own.rules:
            idle = tuple(
                rule for rule in own.judged if (own.path, own.comment.start, rule) not in used
            )
            if idle:
                yield own, idle
        elif (own.path, own.comment.start, "") not in used:
            yield own, ()
