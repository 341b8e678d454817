"""The rules in force for each channel, after base, project and command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from protolint.rulebook.project import Project, RuleSetting, is_path
from protolint.rulebook.rule import Level, Rule
from protolint.rulebook.rulebook import Base, Rulebook

#: The level of each rule that holds on a channel, by its key; a rule that is not there is off.
Profile = Mapping[str, Level]

#: Who gives a rule a level: it itself, its pack by being opt-in, a base, the brand, the project.
Giver = Literal["default", "opt-in", "base", "brand", "project"]


class Step(NamedTuple):
    """A level that a rule was given on a channel; `path` leads to it in the file of the giver."""

    level: Level
    by: Giver
    path: tuple[str | int, ...] = ()


def profiles(
    book: Rulebook, project: Project, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> dict[str | None, Profile]:
    """Return the profile of each channel, and under None that of scripts without a channel.

    Later beats earlier: the rule's own level, base, brand, project, command line. In a project, a
    rule beats its pack, and one with `channels` one without. `select` leaves only what it names
    (rules or packs) and turns on what is off; `ignore` beats it. The rules of an opt-in pack that
    nobody named are there for scripts that declare it, see `declared`.
    """
    opt_in = {pack.pack for pack in book.packs if pack.opt_in}
    base = next((base for base in book.bases if base.base == project.base), None)
    on = _packs_on(book, project, base)
    every = (None, *book.allowed["channel"])
    found: dict[str | None, dict[str, Level]] = {channel: {} for channel in every}
    for rule in book.rules:
        names = {rule.id, rule.category}
        if names & {*ignore} or (select and not names & {*select}):
            continue
        for channel, steps in _by_channel(rule, every, project, base, rule.category in on):
            if select or steps[-1].level != "off":
                found[channel][rule.key] = _on(steps)
            elif rule.category in opt_in and _sleeps(steps[-1]) and rule.level != "off":
                found[channel][declared(rule)] = rule.level
    return {**found}


def declared(rule: Rule) -> str:
    """Return the key of a rule's level in scripts whose `jurisdiction` is its opt-in pack."""
    return f"{rule.category}:{rule.key}"


def _sleeps(step: Step) -> bool:
    """Return whether a rule is off because nobody named its pack, and not by its own name."""
    return step.by in ("opt-in", "base") and not step.path


def steps(book: Rulebook, project: Project, channel: str | None) -> dict[str, list[Step]]:
    """Return the levels that rules were given on a channel, by key; the last of a rule counts.

    A rule that can never hold there has none.
    """
    base = next((base for base in book.bases if base.base == project.base), None)
    on = _packs_on(book, project, base)
    return {
        rule.key: list(_steps(rule, channel, project, base, on=rule.category in on))
        for rule in book.rules
        if channel in (rule.channels or (channel,)) and channel not in rule.except_channels
    }


def _on(steps: list[Step]) -> Level:
    """Return the last level that is one; what nobody ever turned on is a suggestion."""
    return next((step.level for step in reversed(steps) if step.level != "off"), "suggestion")


def _by_channel(
    rule: Rule,
    every: tuple[str | None, ...],
    project: Project,
    base: Base | None,
    on: bool,
) -> Iterator[tuple[str | None, list[Step]]]:
    """Yield the channels a rule holds on, with the levels it was given there."""
    given = [project.rules.get(name) for name in (rule.category, rule.id)]
    differs = any(one is not None and not isinstance(one, str) for one in given)
    usual = list(_steps(rule, None, project, base, on=on))
    for channel in rule.channels or every:
        if channel in rule.except_channels:
            continue
        yield channel, list(_steps(rule, channel, project, base, on=on)) if differs else usual


def _packs_on(book: Rulebook, project: Project, base: Base | None) -> frozenset[str]:
    """Return the packs whose rules are on: those of the base, or all; and those a project names."""
    own = {rule.category for rule in book.rules if not rule.is_shipped}
    chosen = {name for name in project.packs if not is_path(name)}
    if base is not None:
        return frozenset({*base.packs, *chosen, *own})
    opt_in = {pack.pack for pack in book.packs if pack.opt_in}
    return frozenset({*book.pack_names} - opt_in | chosen | own)


def _steps(
    rule: Rule, channel: str | None, project: Project, base: Base | None, *, on: bool
) -> Iterator[Step]:
    """Yield the levels that somebody gave a rule on a channel; the last one counts."""
    before = list(_before_brand(rule, base, on=on))
    yield from before
    if rule.brand_level == "on":
        yield Step(_on(before), "brand")
    elif rule.brand_level:
        yield Step(rule.brand_level, "brand")
    for name in (rule.category, rule.id):
        yield from _given(name, project.rules.get(name), channel)


def _before_brand(rule: Rule, base: Base | None, *, on: bool) -> Iterator[Step]:
    yield Step(rule.level, "default")
    if not on:
        yield Step("off", "opt-in" if base is None else "base")
    for name in (rule.category, rule.id):
        if base is not None and name in base.rules:
            yield Step(base.rules[name], "base", ("rules", name))


def _given(
    name: str, given: Level | RuleSetting | tuple[RuleSetting, ...] | None, channel: str | None
) -> Iterator[Step]:
    """Yield the levels that a project gives, those for a channel after those for all."""
    if given is None:
        return
    path = ("rules", name)
    if isinstance(given, str):
        yield Step(given, "project", path)
        return
    is_list = isinstance(given, tuple)
    settings = given if isinstance(given, tuple) else (given,)
    own = [
        (one.channels, Step(one.level, "project", (*path, number) if is_list else path))
        for number, one in enumerate(settings)
    ]
    yield from (step for channels, step in own if not channels)
    yield from (step for channels, step in own if channel in channels)
