"""Which scripts of a channel are held to a protocol, and which of them keep to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from protolint.linting.outline import ScriptOutline


class Departed(msgspec.Struct, frozen=True):
    """A script that departs from a protocol, with the parts that are missing or out of place."""

    path: str
    script: str
    protocol: str
    missing: tuple[str, ...]
    late: tuple[str, ...]


class Coverage(msgspec.Struct, frozen=True):
    """How far protocols reach on a channel, in scripts.

    `given` have a moment from their author, `inferred` one that was read from their words; those
    in `without` have none. `held` are held to a protocol, and `kept` keep to all of theirs.
    """

    scripts: int
    given: int
    inferred: int
    held: int
    kept: int
    departed: tuple[Departed, ...]
    without: tuple[tuple[str, str], ...]


def coverage(outlines: Iterable[ScriptOutline], channel: str | None) -> Coverage:
    """Return how far protocols reach in the scripts of a channel."""
    own = [one for one in outlines if channel in (one.channels or (None,))]
    told = [{moment.told_by for moment in one.moments} for one in own]
    held = [one for one in own if any(of.channel == channel for of in one.protocols)]
    departed = tuple(gone for one in held for gone in _departed(one, channel))
    faulty = {(gone.path, gone.script) for gone in departed}
    return Coverage(
        scripts=len(own),
        given=sum("front-matter" in by for by in told),
        inferred=sum("inferred" in by for by in told),
        held=len(held),
        kept=sum((one.path, one.script) not in faulty for one in held),
        departed=departed,
        without=tuple((one.path, one.script) for one in own if not one.moments),
    )


def _departed(outline: ScriptOutline, channel: str | None) -> Iterator[Departed]:
    for own in outline.protocols:
        if own.channel == channel and (own.missing or own.late):
            yield Departed(outline.path, outline.script, own.id, own.missing, own.late)
