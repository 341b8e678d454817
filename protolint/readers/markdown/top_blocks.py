"""The blocks of parsed Markdown as a person sees them: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import fences

TopKind = Literal["heading", "text", "list", "quote", "fence", "code", "table", "html", "rule"]

_KINDS: dict[str, TopKind] = {
    "heading_open": "heading",
    "paragraph_open": "text",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
    "fence": "fence",
    "code_block": "code",
    "table_open": "table",
    "html_block": "html",
    "hr": "rule",
}


class TopBlock(NamedTuple):
    """A block that lies in no other, or an item's block: its first token, line and content."""

    kind: TopKind
    first: int
    behind: int
    line: int
    content: str
    level: int = 0  # of a heading
    #: Whether it is a fence that is named after no language, and whether it holds words.
    is_plain: bool = False
    is_wording: bool = False
    #: The cells of a table, row by row, those of its head first, and the line of each row.
    rows: tuple[tuple[str, ...], ...] = ()
    row_lines: tuple[int, ...] = ()


def top_blocks(tokens: Sequence[Token]) -> list[TopBlock]:
    """Return the blocks at the top level of parsed Markdown."""
    return list(_blocks(tokens, 0, len(tokens), 0))


def items(tokens: Sequence[Token], block: TopBlock) -> list[list[TopBlock]]:
    """Return the blocks of each item of a list, which is a block of these tokens."""
    level = tokens[block.first].level + 1
    found: list[list[TopBlock]] = []
    first = 0
    for at in range(block.first + 1, block.behind - 1):
        token = tokens[at]
        if token.level == level and token.type == "list_item_open":
            first = at + 1
        elif token.level == level and token.type == "list_item_close":
            found.append(list(_blocks(tokens, first, at, level + 1)))
    return found


def _blocks(tokens: Sequence[Token], first: int, behind: int, level: int) -> Iterator[TopBlock]:
    for at in range(first, behind):
        token = tokens[at]
        if token.level == level and token.nesting <= 0:
            yield _block(tokens, first, at + 1)
            first = at + 1


def _block(tokens: Sequence[Token], first: int, behind: int) -> TopBlock:
    opening = tokens[first]
    kind = _KINDS.get(opening.type, "text")
    line = opening.map[0] if opening.map else 0
    content = _content(tokens, first, behind)
    if kind == "heading":
        return TopBlock(kind, first, behind, line, content, int(opening.tag[1]))
    if kind == "table":
        rows = list(_rows(tokens[first:behind]))
        cells, numbers = tuple(cells for cells, _ in rows), tuple(number for _, number in rows)
        return TopBlock(kind, first, behind, line, content, rows=cells, row_lines=numbers)
    is_plain = kind == "fence" and fences.is_plain(opening.info, content)
    is_wording = is_plain and fences.is_wording(content)
    return TopBlock(kind, first, behind, line, content, is_plain=is_plain, is_wording=is_wording)


def _content(tokens: Sequence[Token], first: int, behind: int) -> str:
    if behind - first == 1:
        return tokens[first].content
    held = (token.content for token in tokens[first:behind] if token.type in ("inline", "fence"))
    return "\n".join(held)


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[tuple[str, ...], int]]:
    row: list[str] = []
    line = 0
    for token in tokens:
        if token.type == "tr_open":
            row, line = [], token.map[0] if token.map else 0
        elif token.type == "inline":
            row.append(token.content)
        elif token.type == "tr_close":
            yield tuple(row), line
