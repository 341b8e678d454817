"""How long a script is on its channels: seconds of speech, SMS segments, characters of X."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from protolint.checks._check import View
from protolint.checks._message import joined, longest
from protolint.linting.lines import Lines
from protolint.text.lengths import Shown, seconds, sms, sms_cuts, x_weighted

#: Channels whose scripts are said aloud.
_SPOKEN = frozenset({"phone", "ivr", "in-person"})
_SAID = ("public", "spoken")


class Segments(msgspec.Struct, frozen=True):
    """How a script goes out as SMS. Places are offsets in the source.

    `cuts` is where each segment but the first begins; `culprits` are the characters that GSM-7
    lacks, each by its place, so that a segment holds 70 characters instead of 160.
    """

    encoding: str
    units: int
    count: int
    cuts: tuple[int, ...]
    culprits: tuple[tuple[int, str], ...]


class Lengths(msgspec.Struct, frozen=True):
    """Lengths of all that is said; None where a script's channels do not count so."""

    characters: int
    seconds: float | None = None
    x_weighted: int | None = None
    segments: Segments | None = None


def lengths(lines: Lines) -> Lengths:
    """Return how long the longest message of a script is, placeholders at their assumed length."""
    channels = set(lines.script.metadata.channels)
    view, _ = lines.view(_SAID)
    texts = longest(view.readings)
    message, starts = joined(view.readings, texts)
    return Lengths(
        characters=len(message),
        seconds=seconds(message) if channels & _SPOKEN else None,
        x_weighted=x_weighted(message) if lines.script.metadata.platform == "x" else None,
        segments=_segments(message, _Places(view, texts, starts)) if "sms" in channels else None,
    )


class _Places(NamedTuple):
    """Where the texts of a message stand in their source."""

    view: View
    texts: dict[int, Shown]
    starts: dict[int, int]

    def source(self, offset: int) -> int:
        """Return the place in the source of an offset in the message."""
        number = [own for own in self.texts if self.starts[own] <= offset][-1]
        prose = self.view.readings[number].stretch.prose
        return prose.span(*[self.texts[number].place(offset - self.starts[number])] * 2).start


def _segments(message: str, places: _Places) -> Segments:
    found = sms(message)
    return Segments(
        found.encoding,
        found.units,
        found.segments,
        tuple(places.source(at) for at in sms_cuts(message)),
        tuple((places.source(own.offset), own.character) for own in found.culprits),
    )
