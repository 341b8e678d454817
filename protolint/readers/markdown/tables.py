"""Tables of replies: which columns hold the words for a customer, and what names a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import role_of
from protolint.readers.markdown.sections import Block, plain
from protolint.readers.markdown.wording import is_said


class Columns(NamedTuple):
    """The columns of a table that hold messages, in order, and the one that names its rows."""

    messages: tuple[int, ...]
    names: int | None


def columns(table: Block, *, is_set: bool = False) -> Columns | None:
    """Return the columns of a table of messages; None for any other table.

    A head names them; `is_set` is that tables hold messages whatever their heads say: then it is
    the column with the most words.
    """
    head, *rows = table.rows or ((),)
    if not head or not rows:
        return None
    named = [at for at, cell in enumerate(head) if _is_message(cell)]
    many = [at for at, cell in enumerate(head) if titles.locale_of(plain(cell))]
    if len(many) < 2:
        many = [at for at, cell in enumerate(head) if titles.is_variant(plain(cell))]
    found = many if len(many) > 1 else [at for at in named if _is_worded(rows, at)][:1]
    if not found and is_set:
        found = [max(range(len(head)), key=lambda at: _words(rows, at))]
    if not found:
        return None
    others = [at for at in range(len(head)) if at not in found]
    return Columns(tuple(found), others[0] if others else None)


def _is_message(cell: str) -> bool:
    return role_of(plain(cell)) == "message"


def _is_worded(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
    return sum(map(is_said, cells)) * 2 >= len(cells) > 0


def _words(rows: Sequence[Sequence[str]], at: int) -> int:
    return sum(len(row[at].split()) for row in rows if at < len(row))
