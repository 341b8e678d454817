"""The sentences of a script in a row, each with where it stands: what moves are recognised in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protolint.text.reading import Reading

#: Kinds of text that are said to the customer; others make no move.
_SAID = frozenset({"public", "spoken"})


class Line(NamedTuple):
    """A folded sentence. `text` is empty where nothing is said to the customer.

    `block` is the paragraph or item it stands in, `is_item` whether that is an item of a list.
    """

    text: str
    block: int = 0
    is_item: bool = False


def lines_of(readings: Sequence[Reading]) -> Iterator[Line]:
    """Yield a line for each sentence of each reading, in order."""
    for number, reading in enumerate(readings):
        is_said = reading.stretch.kind in _SAID
        is_item = reading.stretch.shape in {"item", "cell"}
        for start, end in reading.sentences:
            yield Line(reading.folded[start:end] if is_said else "", number, is_item)
