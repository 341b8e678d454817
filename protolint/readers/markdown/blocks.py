"""Blocks of Markdown to the texts of a script, each with its kind, and the comments between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import html, inline, places
from protolint.readers.markdown.allowances import Comment
from protolint.readers.markdown.draft import NATIVE_TOKEN, Draft, Text
from protolint.readers.markdown.places import Lines, Places
from protolint.script import Block, Kind, Prose, Run, Span, Stretch
from protolint.text.parts import is_field

_CONTAINERS = ("list_item_open", "blockquote_open")
_ENDS = ("list_item_close", "blockquote_close")


class _Blocks:
    """The texts and comments of a body while its tokens are read."""

    def __init__(self, tokens: Sequence[Token], lines: Lines, draft: Draft, block: int = 0) -> None:
        self.stretches: list[Stretch] = []
        self.comments: list[Comment] = []
        self._tokens = tokens
        self._lines = lines
        self._draft = draft
        self._block = block
        self._within: list[str] = []
        self._next = 0  # the first token behind the last comment that begins a block
        self._row: Iterator[Places] = iter(())

    def read(self) -> None:
        """Read all tokens."""
        for at, token in enumerate(self._tokens):
            kind = token.type
            if kind == "inline":
                self._inline(at, token)
            elif kind in _CONTAINERS:
                self._within.append(kind)
            elif kind in _ENDS:
                self._within.pop()
            elif kind == "tr_open":
                self._row = self._cells(at)
            elif kind == "html_block":
                self._html(at, token)
            elif kind in ("fence", "code_block"):
                self._code(token)

    def _inline(self, at: int, token: Token) -> None:
        opening = self._tokens[at - 1]
        spots, shape = self._of(opening, token)
        if not token.content:
            return
        found = inline.read_inline(token, spots, self._draft)
        level = int(opening.tag[1]) if shape == "heading" else 0
        for text in self._draft.finish():
            self._add(text, shape, level)
        self._block += 1
        own = self._span(token)
        self.comments += (Comment(comment, own) for comment in found)

    def _of(self, opening: Token, token: Token) -> tuple[Places, Block]:
        """Return the places of a content and what it is the text of."""
        first = token.map[0] if token.map else 0
        if opening.type in ("th_open", "td_open"):
            return next(self._row, Places([(0, 0, None)])), "cell"
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
        for text in html.read_html(token.content.removesuffix("\n"), spots, self._draft, found):
            self._add(text.text, text.shape, text.level)
            self._block += 1
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
        """Keep code as it stands in the source; no rule looks into it."""
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
        self._block += 1

    def _is_fence_end(self, token: Token, line: int) -> bool:
        return self._lines[line].rstrip().endswith(token.markup)

    def _add(self, text: Text, shape: Block, level: int) -> None:
        kind: Kind = "heading" if shape == "heading" else "public"
        if shape in ("item", "paragraph") and all(map(is_field, text.prose.text.split("\n"))):
            kind = "field"
        self._stretch(kind, text, shape, level)

    def _stretch(self, kind: Kind, text: Text, shape: Block, level: int) -> None:
        self.stretches.append(Stretch(kind, text.prose, shape, self._block, text.branch, level))


class Body(NamedTuple):
    """The texts and comments of a body."""

    stretches: list[Stretch]
    comments: list[Comment]


def read_blocks(tokens: Sequence[Token], lines: Lines, draft: Draft, block: int) -> Body:
    """Return the texts of parsed Markdown, numbering its blocks from `block`."""
    blocks = _Blocks(tokens, lines, draft, block)
    blocks.read()
    return Body(blocks.stretches, blocks.comments)
