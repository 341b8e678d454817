"""Blocks of Markdown to the texts of a script, each with its kind, and the comments between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import html, inline, places
from protolint.readers.markdown.allowances import Comment
from protolint.readers.markdown.draft import NATIVE_TOKEN, Draft, Text
from protolint.readers.markdown.kinds import Place
from protolint.readers.markdown.parser import parser
from protolint.readers.markdown.places import HeldLines, Lines, Places
from protolint.readers.markdown.texts import Texts
from protolint.script import Block, Prose, Run, Span
from protolint.text.lazy import lazy_pattern

_CONTAINERS = ("list_item_open", "blockquote_open")
_ENDS = ("list_item_close", "blockquote_close")
#: A paragraph all in italics.
_ITALIC = lazy_pattern(r"\s*(?:\*(?![*\s])[^*]+\*|_(?![_\s])[^_]+_)[.!]?\s*")


class Parsed(NamedTuple):
    """The tokens of parsed Markdown, and the lines they were made of."""

    tokens: Sequence[Token]
    lines: Lines


class _Blocks:
    """Where the reading of tokens has got to; those of a fence are read by another one."""

    def __init__(
        self, parsed: Parsed, draft: Draft, texts: Texts, *, is_fenced: bool = False
    ) -> None:
        self._tokens, self._lines = parsed
        self._draft = draft
        self._texts = texts
        self._is_fenced = is_fenced
        self._within: list[str] = []
        self._next = 0  # the first token behind the last comment that begins a block
        self._row: Iterator[Places] = iter(())

    def read(self) -> None:
        """Read all tokens."""
        is_typed = not (self._texts.is_plain or self._is_fenced)
        for at, token in enumerate(self._tokens):
            kind = token.type
            if is_typed and token.map and token.nesting >= 0:
                self._texts.enter(at, token, token.map[0])
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
        line = token.map[0] if token.map else 0
        spots, shape = self._of(opening, token, line)
        if not token.content:
            return
        found = inline.read_inline(token, spots, self._draft)
        level = int(opening.tag[1]) if shape == "heading" else 0
        if self._texts.is_plain:
            for text in self._draft.finish():
                self._texts.plain(text, shape, level)
        else:
            self._typed(at, token, shape, level)
        self._texts.block += 1
        own = self._span(token)
        self._texts.comments += (Comment(comment, own) for comment in found)

    def _typed(self, at: int, token: Token, shape: Block, level: int) -> None:
        """Add the texts of a content with what they are."""
        place = self._place(is_italic=_ITALIC.fullmatch(token.content) is not None)
        for number, text in enumerate(self._draft.finish()):
            if shape == "heading" and not (place.in_quote or place.in_fence):
                self._texts.heading(text, level, token.map[0] if token.map else 0)
                continue
            may_begin = not (number or self._is_fenced)
            if rest := self._texts.titled(at - 1, text, shape) if may_begin else text:
                self._texts.add(rest, shape, place, level)

    def _place(self, *, is_italic: bool) -> Place:
        return Place("blockquote_open" in self._within, self._is_fenced, is_italic)

    def _of(self, opening: Token, token: Token, line: int) -> tuple[Places, Block]:
        """Return the places of a content and what it is the text of."""
        if opening.type in ("th_open", "td_open"):
            spots = next(self._row, Places([(0, 0, None)]))
            if not self._texts.is_plain:
                self._texts.cell(line, spots.start(0), is_head=opening.type == "th_open")
            return spots, "cell"
        if opening.type == "heading_open":
            if opening.markup.startswith("#"):
                return places.of_heading(token.content, line, self._lines), "heading"
            return places.of_lines(token.content, line, self._lines), "heading"
        is_item = self._within[-1:] == ["list_item_open"]
        spots = places.of_lines(token.content, line, self._lines)
        return spots, "item" if is_item else "paragraph"

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
            if self._texts.is_plain:
                self._texts.plain(text.text, text.shape, text.level)
            elif self._texts.is_title(at, text.text):
                self._texts.keep("heading", text.text, text.shape, is_title=True)
            else:
                self._texts.add(text.text, text.shape, self._place(is_italic=False), text.level)
            self._texts.block += 1
            end = text.text.prose.runs[-1].source_start
        for comment in found:
            covers = self._span(token) if comment.start < end else self._following(at)
            self._texts.comments.append(Comment(comment, covers))

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
        if token.type == "fence" and self._texts.reads_fence(token):
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
            self._texts.keep("code", Text(prose, self._draft.marks.branch(start)), "code")
        self._texts.block += 1

    def _fence(self, token: Token) -> None:
        """Read what a fence holds as Markdown of its own."""
        block = self._texts.block
        first = (token.map or (0, 0))[0] + 1
        lines = HeldLines(token.content, first, self._lines)
        held = Parsed(parser(is_held=True).parse(token.content, {}), lines)
        _Blocks(held, self._draft, self._texts, is_fenced=True).read()
        self._texts.block = max(self._texts.block, block + 1)

    def _is_fence_end(self, token: Token, line: int) -> bool:
        return self._lines[line].rstrip().endswith(token.markup)


def read_blocks(parsed: Parsed, draft: Draft, texts: Texts) -> None:
    """Read parsed Markdown into texts."""
    _Blocks(parsed, draft, texts).read()
