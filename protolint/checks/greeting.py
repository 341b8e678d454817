"""How a script begins and ends: the greetings and the sign-offs that a brand knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, ClassVar, Literal, NamedTuple

from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Hit, Match, View
from protolint.text.lazy import lazy_pattern
from protolint.text.parts import is_greeting, is_sign_off
from protolint.text.patterns import compile_pattern
from protolint.text.slots import slot_pattern

#: How a script greets where more follows on the same line.
_OPENING = lazy_pattern(
    r"(?:hi|hello|hey|dear|greetings|welcome to|thank you for calling|thanks for calling"
    r"|good (?:morning|afternoon|evening|day))\b[^.!?,;:\n]{0,80}",
    re.IGNORECASE,
)
#: A sign-off stands in one of the last lines; names, titles and addresses follow it.
_LAST_LINES = 6


class _Line(NamedTuple):
    """A line of a reading, without the white space around it."""

    reading: int
    start: int
    end: int
    text: str


class Check(_check.Check, frozen=True, kw_only=True, dict=True):
    """Finds scripts that greet or sign off in another way than given, or not at all.

    Messages may name {match} and {given}, all that is given, each in quotes.
    """

    fault: ClassVar[_check.Fault] = "structure"
    values: ClassVar[tuple[str, ...]] = ("given",)

    of: Annotated[
        Literal["greeting", "sign-off"], Meta(description="The beginning or the end of a script.")
    ]
    finds: Annotated[
        Literal["another", "none"],
        Meta(description="Scripts that have another one, or scripts that have none."),
    ]
    any: Annotated[
        tuple[str, ...],
        Meta(
            min_length=1,
            description="Texts that are fine; a slot such as {name} is a placeholder or two words.",
        ),
    ]

    @property
    def always(self) -> bool:
        """Every script begins and ends."""
        return True

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Only what is said can greet."""
        return ("public", "spoken")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the greeting or sign-off that is another, or the place where there is none."""
        lines = [line for number in self._numbers(view) for line in _lines(view, number)]
        lines = lines[:1] if self.of == "greeting" else lines[-_LAST_LINES:]
        if not lines or any(self._is_given(line) for line in lines):
            return
        other = [match for line in lines if (match := self._other(line))]
        if self.finds == "another":
            yield from other[-1:]
        elif not other:
            at = lines[0].start if self.of == "greeting" else lines[-1].end
            yield self._match(lines[-1].reading, at, at)

    def _numbers(self, view: View) -> Iterator[int]:
        """Yield the readings in which the greeting or the sign-off can stand."""
        numbers = range(len(view.readings))
        yield from numbers[:1] if self.of == "greeting" else numbers[-_LAST_LINES:]

    def _is_given(self, line: _Line) -> bool:
        found = (compiled.match(line.text) for compiled in self._compiled)
        return any(one and not line.text[one.end() :][:1].isalnum() for one in found)

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], ...]:
        given = (text.rstrip(" ,.!:;") for text in self.any)
        return tuple(compile_pattern(slot_pattern(text)) for text in given)

    def _other(self, line: _Line) -> Match | None:
        if self.of == "sign-off":
            closes = is_sign_off(line.text) and line.text[0].isalpha()
            is_other = line.text.rstrip(" ,.").endswith(("team", "Team")) or line.text[-1] in ".!"
            place = len(line.text) if closes and not is_other else 0
        elif is_greeting(line.text):
            place = len(line.text)
        else:
            opening = _OPENING.match(line.text)
            place = opening.end() if opening else 0
        return self._match(line.reading, line.start, line.start + place) if place else None

    def _match(self, reading: int, start: int, end: int) -> Match:
        quoted = [f"“{text}”" for text in self.any]
        given = " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
        return Match(reading, start, end, {"given": given})


def _lines(view: View, number: int) -> Iterator[_Line]:
    at = 0
    for line in view.readings[number].folded.split("\n"):
        text = line.strip()
        if text:
            start = at + line.index(text)
            yield _Line(number, start, start + len(text), text)
        at += len(line) + 1
