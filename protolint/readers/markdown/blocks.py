"""Blocks of Markdown to the texts of a script, each with its kind, and the comments between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import fences, html, inline, places
from protolint.readers.markdown.allowances import Comment
from protolint.readers.markdown.division import Division
from protolint.readers.markdown.draft import NATIVE_TOKEN, Draft, Text
from protolint.readers.markdown.kinds import Kinds, Place, Typed
from protolint.readers.markdown.parser import parser
from protolint.readers.markdown.places import HeldLines, Lines, Places
from protolint.readers.markdown.sections import title_at
from protolint.readers.markdown.tables import Columns
from protolint.script import Block, Kind, Prose, Run, Span, Stretch
from protolint.text.parts import is_field

_CONTAINERS = ("list_item_open", "blockquote_open")
_ENDS = ("list_item_close", "blockquote_close")
#: What GOV.UK Notify begins a callout with; nobody reads it.
_CALLOUT = "^ "
#: A paragraph all in italics.
_ITALIC = re.compile(r"\s*(?:\*(?![*\s])[^*]+\*|_(?![_\s])[^_]+_)[.!]?\s*")


class Parsed(NamedTuple):
    """The tokens of parsed Markdown, and the lines they were made of."""

    tokens: Sequence[Token]
    lines: Lines


class _Blocks:
    """The texts and comments of a file while its tokens are read."""

    def __init__(
        self, parsed: Parsed, draft: Draft, kinds: Kinds, layout: Division, block: int
    ) -> None:
        self.stretches: list[Stretch] = []
        self.comments: list[Comment] = []
        self.block = block
        self.cells: dict[tuple[int, int], int] = {}
        self._tokens, self._lines = parsed
        self._draft = draft
        self._kinds = kinds
        self._layout = layout
        self._begins = {part.line for part in layout.parts} if layout.is_library else set()
        self._within: list[str] = []
        self._is_fenced = False
        self._table: Columns | None = None
        self._column = -1
        self._is_head = False
        self._next = 0  # the first token behind the last comment that begins a block
        self._row: Iterator[Places] = iter(())

    def read(self) -> None:
        """Read all tokens."""
        is_typed = not (self._kinds.is_plain or self._is_fenced)
        for at, token in enumerate(self._tokens):
            kind = token.type
            if is_typed and token.map and token.nesting >= 0:
                self._typed_from(at, token)
            if kind == "inline":
                self._inline(at, token)
            elif kind in _CONTAINERS:
                self._within.append(kind)
            elif kind in _ENDS:
                self._within.pop()
            elif kind == "tr_open":
                self._row = self._cells(at)
                self._column = -1
            elif kind == "html_block":
                self._html(at, token)
            elif kind in ("fence", "code_block"):
                self._code(token)

    def _typed_from(self, at: int, token: Token) -> None:
        """Begin a script where one begins with a token, and a block at the top level."""
        if token.map and token.map[0] in self._begins:
            self._begins.discard(token.map[0])
            self._kinds.begin()
        if not token.level:
            self._kinds.block(token.type)
            self._table = self._layout.tables.get(at)

    def _inline(self, at: int, token: Token) -> None:
        opening = self._tokens[at - 1]
        spots, shape = self._of(opening, token)
        if not token.content:
            return
        found = inline.read_inline(token, spots, self._draft)
        level = int(opening.tag[1]) if shape == "heading" else 0
        title = self._layout.titled.get(at - 1, "") if not self._is_fenced else ""
        is_italic = not self._kinds.is_plain and _ITALIC.fullmatch(token.content) is not None
        for text in self._draft.finish():
            rest = self._titled(text, title, shape) if title else text
            if rest:
                self._add(rest, shape, level, is_italic=is_italic)
            title = ""
        self.block += 1
        own = self._span(token)
        self.comments += (Comment(comment, own) for comment in found)

    def _titled(self, text: Text, title: str, shape: Block) -> Text | None:
        """Add the title that a text begins with; return the rest of the text."""
        prose = text.prose
        found = title_at(prose.text, title)
        own = text._replace(prose=prose.part(found.start, found.end))
        self._stretch("heading", own, shape, 0, is_title=True)
        if found.rest >= len(prose.text):
            return None
        return text._replace(prose=prose.part(found.rest, len(prose.text)))

    def _of(self, opening: Token, token: Token) -> tuple[Places, Block]:
        """Return the places of a content and what it is the text of."""
        first = token.map[0] if token.map else 0
        if opening.type in ("th_open", "td_open"):
            self._column += 1
            self._is_head = opening.type == "th_open"
            spots = next(self._row, Places([(0, 0, None)]))
            if self._table and opening.type == "td_open":
                self.cells[first, self._column] = spots.start(0)
            return spots, "cell"
        if opening.type == "heading_open":
            if opening.markup.startswith("#"):
                return places.of_heading(token.content, first, self._lines), "heading"
            return places.of_lines(token.content, first, self._lines), "heading"
        is_item = self._within[-1:] == ["list_item_open"]
        return (
            places.of_lines(token.content, first, self._lines),
            "item" if is_item else "paragraph",
        )

    def _cells(self, at: int) -> Iterator[Places]:
        """Return the places of the cells of the row that a token opens."""
        contents = []
        row = self._tokens[at]
        while self._tokens[at].type != "tr_close":
            if self._tokens[at].type == "inline":
                contents.append(self._tokens[at].content)
            at += 1
        number = row.map[0] if row.map else 0
        return places.of_cells(contents, number, row.meta["length"], self._lines)

    def _html(self, at: int, token: Token) -> None:
        first = token.map[0] if token.map else 0
        spots = places.of_lines(token.content.removesuffix("\n"), first, self._lines)
        found: list[Span] = []
        end = 0
        title = self._layout.titled.get(at)
        for text in html.read_html(token.content.removesuffix("\n"), spots, self._draft, found):
            is_title = title is not None and text.text.prose.text.strip() == title
            if is_title:
                self._stretch("heading", text.text, text.shape, 0, is_title=True)
            else:
                self._add(text.text, text.shape, text.level)
            self.block += 1
            end = text.text.prose.runs[-1].source_start
        for comment in found:
            covers = self._span(token) if comment.start < end else self._following(at)
            self.comments.append(Comment(comment, covers))

    def _following(self, at: int) -> Span:
        """Return the block behind a token, comments passed over."""
        self._next = max(self._next, at + 1)
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            is_comment = token.type == "html_block" and token.content.lstrip().startswith("<!--")
            if token.map and token.nesting >= 0 and not is_comment:
                return self._span(token)
            self._next += 1
        end = self._lines.end(len(self._lines) - 1)
        return Span(end, end)

    def _span(self, token: Token) -> Span:
        first, behind = token.map or (0, 0)
        while behind - 1 > first and not self._lines[behind - 1].strip():
            behind -= 1
        return Span(self._lines.start(first), self._lines.end(behind - 1))

    def _code(self, token: Token) -> None:
        """Read a fence that holds what is said; keep other code as it stands in the source."""
        if token.type == "fence" and self._kinds.reads_fences and fences.is_plain(token.info):
            self._fence(token)
            return
        first, behind = token.map or (0, 0)
        is_fence = token.type == "fence"
        start, end = self._lines.start(first + is_fence), self._lines.end(behind - 1)
        is_closed = is_fence and behind - first > 1 and self._is_fence_end(token, behind - 1)
        if is_closed:
            end = self._lines.start(behind - 1)
        text = NATIVE_TOKEN.sub("\ufffd", self._draft.source.text[start:end].rstrip("\r\n"))
        if text.strip():
            prose = Prose(text, (Run(0, start, len(text)),))
            self._stretch("code", Text(prose, self._draft.marks.branch(start)), "code", 0)
        self.block += 1

    def _fence(self, token: Token) -> None:
        """Read what a fence holds as Markdown of its own."""
        first = (token.map or (0, 0))[0] + 1
        lines = HeldLines(token.content, first, self._lines)
        tokens = parser(is_held=True).parse(token.content, {})
        parsed = Parsed(tokens, lines)
        held = _Blocks(parsed, self._draft, self._kinds, self._layout, self.block)
        held._is_fenced = True
        held.read()
        self.stretches += held.stretches
        self.comments += held.comments
        self.block = max(held.block, self.block + 1)

    def _is_fence_end(self, token: Token, line: int) -> bool:
        return self._lines[line].rstrip().endswith(token.markup)

    def _add(self, text: Text, shape: Block, level: int, *, is_italic: bool = False) -> None:
        if text.prose.text.startswith(_CALLOUT):
            text = text._replace(prose=text.prose.part(len(_CALLOUT), len(text.prose.text)))
        if self._kinds.is_plain:
            kind: Kind = "heading" if shape == "heading" else _said(text, shape)
            self._stretch(kind, text, shape, level)
            return
        for own in self._typed(text, shape, is_italic=is_italic):
            kind = _said(own.text, shape) if own.kind == "public" else own.kind
            self._stretch(kind, own.text, shape, level, is_title=own.is_title)

    def _typed(self, text: Text, shape: Block, *, is_italic: bool) -> Iterable[Typed]:
        in_quote = "blockquote_open" in self._within
        if shape == "heading" and not (in_quote or self._is_fenced):
            return [self._kinds.heading(text)]
        if shape == "cell" and self._table:
            return [self._kinds.cell(text, self._column, self._table, is_head=self._is_head)]
        return self._kinds.of(text, Place(in_quote, self._is_fenced, is_italic))

    def _stretch(
        self, kind: Kind, text: Text, shape: Block, level: int, *, is_title: bool = False
    ) -> None:
        own = Stretch(kind, text.prose, shape, self.block, text.branch, level, is_title)
        self.stretches.append(own)


def _said(text: Text, shape: Block) -> Kind:
    """Return the kind of what is said: public, or a field to fill in."""
    is_field_only = shape in ("item", "paragraph") and all(
        map(is_field, text.prose.text.split("\n"))
    )
    return "field" if is_field_only else "public"


class Body(NamedTuple):
    """The texts and comments of a file."""

    stretches: list[Stretch]
    comments: list[Comment]
    #: Where the cells of tables of messages begin, by their line and column.
    cells: dict[tuple[int, int], int]


def read_blocks(parsed: Parsed, draft: Draft, kinds: Kinds, layout: Division, block: int) -> Body:
    """Return the texts of a file that is divided as `layout` says, blocks counted from `block`."""
    blocks = _Blocks(parsed, draft, kinds, layout, block)
    blocks.read()
    return Body(blocks.stretches, blocks.comments, blocks.cells)
