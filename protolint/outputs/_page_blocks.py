"""The texts of a script as a page sets them: paragraphs, headings, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from protolint.outputs._page_text import Text

_SAID = frozenset({"public", "spoken", "subject", "heading", "button"})


class Block(NamedTuple):
    """A block: `rows` of cells, or of items, or one row; each cell is the texts of one block.

    `is_said` says whether its customer sees or hears any of it; the rest is for the agent alone.
    """

    sort: str
    level: int
    is_said: bool
    rows: tuple[tuple[tuple[Text, ...], ...], ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its texts, in order."""
        return tuple(text for row in self.rows for cell in row for text in cell)


class Step(NamedTuple):
    """A part of a call with its heading, if it has one."""

    title: Block | None
    blocks: tuple[Block, ...]


def blocks(texts: Iterable[Text]) -> tuple[Block, ...]:
    """Return the blocks of texts in order; texts of one block stand together."""
    cells = [tuple(same) for _, same in groupby(texts, key=lambda own: own.block)]
    found: list[Block] = []
    for (sort, is_said), same in groupby(cells, key=_sort):
        found.extend(_set(sort, list(same), is_said=is_said))
    return tuple(found)


def steps(own: Sequence[Block]) -> tuple[Step, ...]:
    """Return the blocks of a call script by its headings."""
    found: list[tuple[Block | None, list[Block]]] = []
    for block in own:
        if block.sort == "heading":
            found.append((block, []))
        else:
            if not found:
                found.append((None, []))
            found[-1][1].append(block)
    return tuple(Step(title, tuple(inner)) for title, inner in found)


def _sort(cell: tuple[Text, ...]) -> tuple[str, bool]:
    first = cell[0]
    sort = "list" if first.shape == "item" else "table" if first.shape == "cell" else first.shape
    return sort, any(text.kind in _SAID for text in cell)


def _set(sort: str, cells: Sequence[tuple[Text, ...]], *, is_said: bool) -> Iterator[Block]:
    if sort == "list":
        yield Block(_list(cells), 0, is_said, tuple((cell,) for cell in cells))
    elif sort == "table":
        rows = groupby(cells, key=lambda cell: cell[0].line)
        yield Block("table", 0, is_said, tuple(tuple(row) for _, row in rows))
    else:
        for cell in cells:
            yield Block(sort, cell[0].level, is_said, ((cell,),))


def _list(cells: Iterable[tuple[Text, ...]]) -> str:
    return "numbered" if all(cell[0].number for cell in cells) else "list"
