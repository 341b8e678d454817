"""What Markdown takes out of a text before anybody reads it: marks, tags and items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Hit, Match, Mistake, View
from protolint.script import Span
from protolint.text.patterns import compile_any, is_anchored, places
from protolint.text.reading import Reading


class Check(Base, frozen=True, kw_only=True):
    """Finds marks in the source of what a customer sees, where nothing will render them.

    Messages may name {match} and {count}, the items of lists, 0 where none are counted.
    """

    values: ClassVar[tuple[str, ...]] = ("count",)

    any: Annotated[
        tuple[str, ...],
        Meta(description="Patterns of marks, sought in the lines of the source as they are."),
    ] = ()
    items: Annotated[
        Annotated[int, Meta(ge=0)] | None,
        Meta(description="How many items of lists there may be at most."),
    ] = None
    case: Annotated[bool, Meta(description="Whether upper and lower case differ.")] = False

    @property
    def always(self) -> bool:
        """What no reader sees, no trigger can find."""
        return True

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns of marks."""
        for item, pattern in enumerate(self.any):
            yield "any", item, pattern

    def mistakes(self) -> Iterator[Mistake]:
        """Yield a rule that looks for nothing."""
        if not self.any and self.items is None:
            yield Mistake("any", "there is nothing to find: give `any` or `items`")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield each mark once, then the first item too many."""
        source = view.script.source.text
        for first, past in _lines(view) if self.any and _may_match(self.any, source) else ():
            for start, end in places(self.any, source[first:past], case=self.case, whole=False):
                yield Match(0, 0, 0, {"count": "0"}, span=Span(first + start, first + end))
        yield from self._too_many_items(view)

    def _too_many_items(self, view: View) -> Iterator[Match]:
        items = [
            number
            for number, reading in enumerate(view.readings)
            if reading.stretch.shape == "item" and reading.text.strip()
        ]
        if self.items is not None and len(items) > self.items:
            number = items[self.items]
            end = len(view.readings[number].text)
            yield Match(number, 0, end, {"count": str(len(items))}, extent="script")


def _may_match(patterns: tuple[str, ...], source: str) -> bool:
    """Return whether patterns may match in a line of a source: most sources have no such mark."""
    if any(map(is_anchored, patterns)):
        return True
    return compile_any(patterns).search(source.encode()) is not None


def _lines(view: View) -> list[tuple[int, int]]:
    """Return the lines of the source in which texts stand, whole and in order."""
    source = view.script.source.text
    return sorted({_lines_of(source, reading) for reading in view.readings if reading.text})


def _lines_of(source: str, reading: Reading) -> tuple[int, int]:
    span = reading.stretch.prose.span(0, len(reading.text))
    first = source.rfind("\n", 0, span.start) + 1
    past = source.find("\n", span.end)
    return first, past if past >= 0 else len(source)
