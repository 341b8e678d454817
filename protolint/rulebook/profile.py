"""The rules in force for each channel, after base, project and command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protolint.rulebook.project import Project, RuleSetting, is_path
from protolint.rulebook.rule import Level, Rule
from protolint.rulebook.rulebook import Base, Rulebook

#: The level of each rule that holds on a channel, by its key; a rule that is not there is off.
Profile = Mapping[str, Level]


def profiles(
    book: Rulebook, project: Project, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> dict[str | None, Profile]:
    """Return the profile of each channel, and under None that of scripts without a channel.

    Later beats earlier: the rule's own level, base, brand, project, command line. In a project, a
    rule beats its pack, and one with `channels` one without. `select` leaves only what it names
    (rules or packs) and turns on what is off; `ignore` beats it.
    """
    base = next((base for base in book.bases if base.base == project.base), None)
    on = _packs_on(book, project, base)
    every = (None, *book.allowed["channel"])
    found: dict[str | None, dict[str, Level]] = {channel: {} for channel in every}
    for rule in book.rules:
        names = {rule.id, rule.category}
        if names & {*ignore} or (select and not names & {*select}):
            continue
        for channel, steps in _by_channel(rule, every, project, base, rule.category in on):
            if select or steps[0] != "off":
                found[channel][rule.key] = _on(steps)
    return {**found}


def _on(steps: list[Level]) -> Level:
    """Return the last level that is one; what nobody ever turned on is a suggestion."""
    return next((step for step in steps if step != "off"), "suggestion")


def _by_channel(
    rule: Rule,
    every: tuple[str | None, ...],
    project: Project,
    base: Base | None,
    on: bool,
) -> Iterator[tuple[str | None, list[Level]]]:
    """Yield the channels a rule holds on, with its levels there, the last one first."""
    given = [project.rules.get(name) for name in (rule.category, rule.id)]
    differs = any(one is not None and not isinstance(one, str) for one in given)
    usual = list(_steps(rule, None, project, base, on=on))[::-1]
    for channel in rule.channels or every:
        if channel in rule.except_channels:
            continue
        own = list(_steps(rule, channel, project, base, on=on))[::-1] if differs else usual
        yield channel, own


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
) -> Iterator[Level]:
    """Yield the levels that somebody gave a rule on a channel; the last one counts."""
    before = list(_before_brand(rule, base, on=on))
    yield from before
    if rule.brand_level == "on":
        yield _on(before[::-1])
    elif rule.brand_level:
        yield rule.brand_level
    for name in (rule.category, rule.id):
        yield from _given(project.rules.get(name), channel)


def _before_brand(rule: Rule, base: Base | None, *, on: bool) -> Iterator[Level]:
    yield rule.level
    if not on:
        yield "off"
    for name in (rule.category, rule.id):
        if base is not None and name in base.rules:
            yield base.rules[name]


def _given(
    given: Level | RuleSetting | tuple[RuleSetting, ...] | None, channel: str | None
) -> Iterator[Level]:
    """Yield the levels that a project gives, those for a channel after those for all."""
    if given is None:
        return
    if isinstance(given, str):
        yield given
        return
    settings = (given,) if isinstance(given, RuleSetting) else given
    yield from (one.level for one in settings if not one.channels)
    yield from (one.level for one in settings if channel in one.channels)
