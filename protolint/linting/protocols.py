"""Which protocols a script is held to, and where it departs from them (contract §11)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from protolint.linting.engine import find
from protolint.linting.gates import InForce
from protolint.linting.lines import Lines
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import PROTOCOL_PACK

#: What the ids of rules about parts begin with, and under what an outline tells of the part.
_SORTS = {"missing-": "missing", "late-": "late", "early-": "late"}


class Departure(msgspec.Struct, frozen=True):
    """A protocol on one channel of a script, and its parts that are missing or out of place.

    `moment` is the one it holds in; None where it holds in any. Parts are named as in the ids of
    rules: `next-step` of `missing-next-step`.
    """

    id: str
    moment: str | None
    channel: str | None
    missing: tuple[str, ...] = ()
    late: tuple[str, ...] = ()


def departures(lines: Lines) -> tuple[Departure, ...]:
    """Return the protocols that a script is held to, for each of its channels.

    One that holds in any moment is told only where the script departs from it.
    """
    rules = lines.plan.rules
    moments = lines.script.metadata.moments or tuple(one.name for one in lines.moments)
    own = tuple(one for one in lines.held.in_force if rules[one.rule].category == PROTOCOL_PACK)
    faulty = {found.rule for found in find(lines, own)}
    parts: dict[tuple[str, str | None, str | None], dict[str, list[str]]] = {}
    for one in own:
        rule = rules[one.rule]
        for channel in _channels(one):
            for moment in _moments(rule, moments):
                found = parts.setdefault((rule.variant, moment, channel), {})
                for sort, part in _sorted(rule) if one.rule in faulty else ():
                    found.setdefault(sort, []).append(part)
    return tuple(
        Departure(name, moment, channel, tuple(of.get("missing", ())), tuple(of.get("late", ())))
        for (name, moment, channel), of in parts.items()
        if of or moment
    )


def _channels(one: InForce) -> Iterator[str | None]:
    yield from dict.fromkeys(channel for _, channels in one.levels for channel in channels)


def _moments(rule: Rule, moments: tuple[str, ...]) -> Iterator[str | None]:
    if rule.moments:
        yield from (moment for moment in moments if moment in rule.moments)
    else:
        yield None


def _sorted(rule: Rule) -> Iterator[tuple[str, str]]:
    for start, sort in _SORTS.items():
        if rule.id.startswith(start):
            yield sort, rule.id.removeprefix(start)
