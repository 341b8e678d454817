"""Where a part of a script belongs, as a place and in words, and what is told about it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from protolint.checks._check import Extent, Match
from protolint.checks._findings import Findings
from protolint.checks._parts import Part


class _Spot(NamedTuple):
    place: Match
    words: str


class Belonging:
    """The parts of a script as they were found, and where the others belong among them."""

    def __init__(self, parts: tuple[Part, ...], sequence: tuple[str, ...], found: Findings) -> None:
        self.parts = parts
        self.found = found
        self._sequence = sequence

    def match(
        self,
        part: Part,
        fault: str,
        place: Match | None = None,
        *,
        missing: str = "",
        where: str = "",
    ) -> Match:
        """Return what is wrong with a part, at a place or else where the part belongs."""
        spot = self._spot(part)
        values = {
            "part": part.name,
            "fault": fault,
            "where": where or spot.words,
            "parts": ", ".join(own.name for own in self.parts if not own.is_forbidden),
            "missing": missing or part.name,
            "count": str(self.found.count()),
        }
        extent: Extent = "sentence" if part.is_forbidden else "script"
        subject = "" if missing else part.name
        return msgspec.structs.replace(
            place or spot.place, values=values, extent=extent, subject=subject
        )

    def _spot(self, part: Part) -> _Spot:
        names = [own.name for own in self.parts if not own.is_forbidden]
        if part.name in self._sequence:
            names = [*self._sequence]
        at = names.index(part.name) if part.name in names else 0
        if part.within_last is not None:
            return self._end()
        if part.within_first is not None or at == 0:
            return self._start()
        if at == len(names) - 1:
            return self._end()
        return self._among(names[:at], names[at + 1 :])

    def _among(self, before: list[str], after: list[str]) -> _Spot:
        """Return the place after the part before it, else before the next one, else the end."""
        for name in reversed(before):
            for own in self.found[name][:1]:
                end = Match(own.said.reading, own.said.end, own.said.end)
                return _Spot(end, f"after the {name}")
        for name in after:
            for own in self.found[name][:1]:
                start = Match(own.said.reading, own.said.start, own.said.start)
                return _Spot(start, f"before the {name}")
        return self._end()

    def _start(self) -> _Spot:
        words = "right after the greeting" if self.found.order.has_greeting else "at the start"
        for said in self.found.order.sentences[:1]:
            return _Spot(Match(said.reading, said.start, said.start), words)
        return _Spot(Match(0, 0, 0), words)

    def _end(self) -> _Spot:
        words = "before the sign-off" if self.found.order.has_sign_off else "at the end"
        for said in self.found.order.sentences[-1:]:
            return _Spot(Match(said.reading, said.end, said.end), words)
        return _Spot(Match(0, 0, 0), words)
