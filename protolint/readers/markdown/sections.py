"""The blocks and headings of a file, as far as its division into scripts has to know them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import fences
from protolint.readers.markdown.labels import heads_label, label_at, role_of

BlockKind = Literal["heading", "text", "list", "quote", "fence", "code", "table", "html", "rule"]

_KINDS: dict[str, BlockKind] = {
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
_TITLE = re.compile(r"(?:\*\*|__)(?P<title>[^*_\n]{2,80}?)[*_]{0,2}:?(?:\*\*|__):?")
_SUMMARY = re.compile(r"<summary>(?P<title>.*?)</summary>", re.IGNORECASE | re.DOTALL)
_MARKS = re.compile(r"[*_`~]+|</?[A-Za-z][^>]*>|\]\([^)]*\)|[\[\]]")

#: The level of what serves as a heading without being one: a title in bold, a summary.
PSEUDO = 7


class Block(NamedTuple):
    """A block at the top level of a file: the tokens from `first` to before `behind`."""

    kind: BlockKind
    first: int
    behind: int
    line: int
    content: str
    level: int = 0
    #: The cells of a table, row by row, that of its head first.
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_wording(self) -> bool:
        """Whether a fence holds words: it is named after no language, and reads like sentences."""
        return self.kind == "fence" and self.level == 0 and fences.is_wording(self.content)


class Section(NamedTuple):
    """A heading and the blocks up to the next one; the first one of a file may have no heading."""

    title: str
    level: int
    blocks: tuple[Block, ...]
    first: int
    #: The titles of the headings it stands under, the outermost first.
    above: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line that the heading stands on."""
        return self.blocks[0].line

    @property
    def own(self) -> tuple[Block, ...]:
        """The blocks below the heading."""
        return self.blocks[1:] if self.level else self.blocks


def blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Yield the blocks at the top level of parsed Markdown."""
    first = 0
    for at, token in enumerate(tokens):
        if token.level or token.nesting > 0:
            continue
        opening = tokens[first]
        kind = _KINDS.get(opening.type, "text")
        level = int(opening.tag[1]) if kind == "heading" else 0
        if kind == "fence":
            level = int(not fences.is_plain(opening.info))
        rows = tuple(_rows(tokens, first, at)) if kind == "table" else ()
        line = opening.map[0] if opening.map else 0
        yield Block(kind, first, at + 1, line, _content(tokens, first, at + 1), level, rows)
        first = at + 1


def _rows(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for token in tokens[first:last]:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token.content)
        elif token.type == "tr_close":
            yield tuple(row)


def _content(tokens: Sequence[Token], first: int, behind: int) -> str:
    if behind - first == 1:
        return tokens[first].content
    held = (token.content for token in tokens[first:behind] if token.type in ("inline", "fence"))
    return "\n".join(held)


def sections(found: Sequence[Block]) -> list[Section]:
    """Return the sections of a file. A heading that is a label belongs to the section before it."""
    made: list[Section] = []
    own: list[Block] = []
    level, title = 0, ""
    path: list[tuple[int, str]] = []
    is_label = _labelling([block for block in found if block.kind == "heading"])
    for block in found:
        if block.kind == "heading" and block.first not in is_label:
            if own:
                made.append(_section(title, level, own, path))
            own, title, level = [], plain(block.content), block.level
            path = [*(each for each in path if each[0] < level), (level, title)]
        own.append(block)
    if own:
        made.append(_section(title, level, own, path))
    return made


def _labelling(headings: Sequence[Block]) -> set[int]:
    """Return the first tokens of the headings that only label what is in the section above them.

    They do where all headings beside them do so too: “Reply” beside “When to use”.
    """
    families: dict[tuple[int, int], list[Block]] = {}
    path: list[Block] = []
    for block in headings:
        path = [each for each in path if each.level < block.level]
        if path:
            families.setdefault((path[-1].first, block.level), []).append(block)
        path.append(block)
    return {
        block.first
        for family in families.values()
        if all(map(_is_label, family))
        for block in family
    }


def _is_label(heading: Block) -> bool:
    return heads_label(plain(heading.content))


def _section(title: str, level: int, own: list[Block], path: list[tuple[int, str]]) -> Section:
    above = tuple(each for at, each in path if at < level)
    return Section(title, level, tuple(own), own[0].first, above)


def plain(content: str) -> str:
    """Return the words of a heading or a title, without marks of Markdown."""
    return " ".join(_MARKS.sub("", content).split()).strip(" :#")


def pseudo_title(block: Block) -> str:
    """Return the title that bold words or the summary of details give to what follows."""
    if block.kind == "text":
        found = _TITLE.fullmatch(block.content.strip())
    elif block.kind == "html":
        found = _SUMMARY.search(block.content)
    else:
        return ""
    title = plain(found["title"]) if found else ""
    return "" if role_of(title) or label_at(f"{title}:") else title
