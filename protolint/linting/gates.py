"""Which rules hold for a script, and which stay silent for want of a front matter key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from protolint.linting.finding import LEVELS, Level
from protolint.rulebook.profile import declared
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import PROTOCOL_PACK
from protolint.rulebook.words import GATES
from protolint.script import Metadata

#: Each gate of a rule beside that of its channels, and the front matter key it asks for. A key
#: with a default is always known.
_KEYED = {gate: key for gate, key in GATES.items() if gate != "channels"}


#: The channels that a rule holds for, at each level that it has on any.
Levels = tuple[tuple[Level, tuple[str | None, ...]], ...]


class InForce(NamedTuple):
    """A rule that holds for a script: at each level, the channels it holds for."""

    rule: int
    levels: Levels


class Held(NamedTuple):
    """All rules that hold for a script, and those that a front matter key would wake."""

    in_force: tuple[InForce, ...]
    skipped: tuple[tuple[str, str], ...]

    @property
    def waits_for_moment(self) -> bool:
        """Whether some rule would hold if the moment were known."""
        return any(key == "moment" for _, key in self.skipped)


def hold(
    rules: Iterable[Rule],
    profiles: Mapping[str | None, Mapping[str, str]],
    metadata: Metadata,
    inferred: tuple[str, ...] = (),
    *,
    is_trusted: bool = False,
) -> Held:
    """Return the rules that hold for a script; `profiles` give the levels by channel and rule.

    `inferred` are the moments that its words tell of. They count where nobody gave one, and a rule
    that they wake makes suggestions, unless what is inferred is trusted.
    """
    in_force: list[InForce] = []
    skipped: dict[tuple[str, str], None] = {}
    awake: set[str] = set()
    if metadata.audience == "internal":
        return Held((), ())
    for index, rule in enumerate(rules):
        levels, wanted = _levels(rule, profiles, metadata)
        if not (levels or wanted) or not speaks(rule.locales, metadata.locale):
            continue
        moments = metadata.moments or inferred
        key = _missing(rule, metadata, moments)
        if key is None:
            continue
        if key or wanted:
            skipped[rule.id, wanted or key] = None
        else:
            if rule.moments or rule.category != PROTOCOL_PACK:
                awake.add(rule.id)  # a protocol of any moment leaves those of a moment asleep
            is_told = not rule.moments or bool(metadata.moments)
            in_force.append(InForce(index, levels if is_told or is_trusted else _softer(levels)))
    return Held(tuple(in_force), tuple(own for own in skipped if own[0] not in awake))


def speaks(locales: Iterable[str], locale: str) -> bool:
    """Return whether a rule for these locales (`*`: all) holds for a BCP 47 locale."""
    tag = locale.replace("_", "-").casefold()
    known = (own.casefold() for own in locales)
    return any(own in ("*", tag) or tag.startswith(f"{own}-") for own in known)


def _levels(
    rule: Rule, profiles: Mapping[str | None, Mapping[str, str]], metadata: Metadata
) -> tuple[Levels, str]:
    """Return the channels of a script by level, and the key that is missing to know them."""
    channels = metadata.channels
    if not channels and rule.channels:
        on = any(profiles[own].get(rule.key, "off") != "off" for own in rule.channels)
        return (), "channel" if on else ""
    meant: list[str | None] = [own for own in channels if own in rule.channels or not rule.channels]
    if not channels:
        meant = [None]
    by_level: dict[str, list[str | None]] = {}
    for channel in meant:
        level = profiles[channel].get(rule.key, "off")
        if level == "off" and rule.category in metadata.jurisdictions:
            level = profiles[channel].get(declared(rule), "off")
        by_level.setdefault(level, []).append(channel)
    levels = ((level, tuple(by_level[level])) for level in LEVELS if level in by_level)
    return tuple(levels), ""


def _softer(levels: Levels) -> Levels:
    """Return the levels of a rule that may not fit: a suggestion on all channels where it is on."""
    channels = dict.fromkeys(channel for _, on in levels for channel in on)
    return (("suggestion", tuple(channels)),)


def _missing(rule: Rule, metadata: Metadata, moments: tuple[str, ...]) -> str | None:
    """Return "" where every gate is open, a key that would tell, or None where one is closed."""
    missing = ""
    if any(moment in rule.except_moments for moment in moments):
        return None
    for gate, key in _KEYED.items():
        wanted: tuple[str, ...] = getattr(rule, gate)
        if not wanted:
            continue
        given = moments if key == "moment" else _values(metadata, key)
        if not given:
            missing = missing or key
        elif not any(value in wanted for value in given):
            return None
    return missing or next((key for key in rule.needs if key not in metadata.keys), "")


def _values(metadata: Metadata, key: str) -> tuple[str, ...]:
    value = getattr(metadata, key)
    return (value,) if value else ()
