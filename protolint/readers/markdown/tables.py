"""Tables of replies: which columns hold the words for a customer, and what names a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import role_of
from protolint.readers.markdown.titles import plain
from protolint.readers.markdown.top_blocks import TopBlock
from protolint.readers.markdown.wording import is_said

#: What the column is headed with that names a row.
_NAMES = frozenset(["name", "title", "template name", "macro", "situation", "scenario", "topic"])


class Columns(NamedTuple):
    """The columns of a table that hold messages, in order, and the one that names its rows."""

    messages: tuple[int, ...]
    names: int | None


def columns(table: TopBlock, *, is_set: bool = False) -> Columns | None:
    """Return the columns of a table of messages; None for any other table.

    Its head names them. `is_set`: tables hold messages whatever their heads say, in the column
    with the most words.
    """
    head, *rows = table.rows or ((),)
    if not head or not rows:
        return None
    names = [plain(cell) for cell in head]
    found = _versions(names) or [
        at for at, name in enumerate(names) if role_of(name) == "message" and _is_said(rows, at)
    ]
    if not found and is_set:
        found = [max(range(len(head)), key=lambda at: _words(rows, at))]
    if not found:
        return None
    others = [at for at in range(len(head)) if at not in found]
    naming = [at for at in others if names[at].casefold() in _NAMES]
    return Columns(tuple(found), next(iter([*naming, *others]), None))


def _versions(names: Sequence[str]) -> list[int]:
    """Return the columns that hold versions of one message: languages, tones, channels."""
    for is_one in (titles.locale_of, titles.is_variant, titles.channel_of):
        found = [at for at, name in enumerate(names) if is_one(name)]
        if len(found) > 1:
            return found
    return []


def _is_said(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
    return sum(map(is_said, cells)) * 2 >= len(cells) > 0


def _words(rows: Sequence[Sequence[str]], at: int) -> int:
    return sum(len(row[at].split()) for row in rows if at < len(row))
