"""The texts of a script as a page sets them: paragraphs, headings, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from protolint.outputs._page_text import Text

#: Kinds of text that a customer sees or hears; the others are for the agent alone.
SAID = frozenset({"public", "spoken", "subject", "heading", "button"})


class Block(NamedTuple):
    """A block: `rows` of cells, or of items, or one row; each cell is the texts of one block.

    `is_said` says whether its customer sees or hears it; else it is for the agent alone.
    """

    sort: str
    is_said: bool
    rows: tuple[tuple[tuple[Text, ...], ...], ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its texts, in order."""
        return tuple(text for row in self.rows for cell in row for text in cell)

    @property
    def line(self) -> int:
        """The line of the source on which it begins."""
        return self.texts[0].line


def blocks(texts: Iterable[Text]) -> tuple[Block, ...]:
    """Return the blocks of texts in order.

    A paragraph is cut where words for the customer and words for the agent meet.
    """
    cells = [tuple(same) for _, same in groupby(texts, key=_cell)]
    found: list[Block] = []
    for sort, same in groupby(cells, key=lambda cell: _sort(cell[0])):
        found.extend(_set(sort, list(same)))
    return tuple(found)


def _cell(own: Text) -> tuple[int, bool]:
    return own.block, own.kind in SAID or own.shape in {"item", "cell"}


def _sort(own: Text) -> str:
    if own.shape == "item":
        return "numbered" if own.number else "list"
    return "table" if own.shape == "cell" else own.shape


def _set(sort: str, cells: Sequence[tuple[Text, ...]]) -> Iterator[Block]:
    if sort in {"list", "numbered"}:
        yield Block(sort, _is_said(cells), tuple((cell,) for cell in cells))
    elif sort == "table":
        by_line = groupby(cells, key=lambda cell: cell[0].line)
        yield Block("table", _is_said(cells), tuple(tuple(row) for _, row in by_line))
    else:
        for cell in cells:
            yield Block(sort, _is_said([cell]), ((cell,),))


def _is_said(cells: Iterable[tuple[Text, ...]]) -> bool:
    return all(text.kind in SAID for cell in cells for text in cell)
