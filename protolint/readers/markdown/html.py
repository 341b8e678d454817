"""HTML blocks to text: what a browser would show of them, with places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from protolint.readers.markdown import tags
from protolint.readers.markdown.draft import Draft, Text
from protolint.readers.markdown.places import Places
from protolint.script import Block, Span
from protolint.text.lazy import lazy_pattern

#: Each alternative ends where the next of its kind may begin, so that no text is read twice.
_PIECE = lazy_pattern(
    r"""(?P<comment><!--(?:-?>|.*?(?:-->|\Z)))
      | (?P<hidden><\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z][^>]*(?:>|\Z))
      | (?P<tag></?[A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*+>|</?[A-Za-z][^<>]*>)
      | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
      | (?P<text>[^<&\ \t\n]+(?:\ [^<&\ \t\n]+)*+)
      | (?P<space>[ \t\n]+)
      | (?P<literal>[<&])""",
    re.VERBOSE | re.DOTALL,
)


class HtmlText(NamedTuple):
    """A text of an HTML block and the element it is in: a paragraph, an item, a cell, a heading."""

    text: Text
    shape: Block
    level: int


def read_html(
    content: str, places: Places, draft: Draft, comments: list[Span]
) -> Iterator[HtmlText]:
    """Yield the texts of an HTML block; its comments are put into `comments` by their places."""
    reader = _Html(content, places, draft, comments)
    at = 0
    while piece := _PIECE.match(content, at):
        at = piece.end()
        kind = piece.lastgroup or ""
        name, is_end = tags.element(piece[0]) if kind == "tag" else ("", False)
        if name in tags.SILENT | tags.CODE and not is_end:
            at = reader.hidden(name, piece)
        elif name in tags.BLOCKS:
            yield from reader.finish()
            reader.enter(name, is_end=is_end)
        else:
            reader.read(kind, piece, name, is_end=is_end)
    yield from reader.finish()


class _Html:
    """Where the reading of one HTML block has got to."""

    def __init__(self, content: str, places: Places, draft: Draft, comments: list[Span]) -> None:
        self._content = content
        self._places = places
        self._draft = draft
        self._comments = comments
        self._shape: Block = "paragraph"
        self._level = 0

    def read(self, kind: str, piece: re.Match[str], name: str, *, is_end: bool) -> None:
        """Put one piece into the draft."""
        span = self._span(piece.start(), piece.end())
        if kind in ("text", "literal"):
            self._draft.content(piece[0], piece.start(), self._places)
        elif kind == "entity":
            self._draft.piece(unescape(piece[0]), span.start, span.end - span.start)
        elif kind == "space" and not self._draft.ends_in_space:
            self._draft.piece(" ", span.start, span.end - span.start)
        elif kind == "comment":
            self._comments.append(span)
        elif kind == "tag":
            self._tag(name, piece[0], span, is_end=is_end)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._places.start(start), self._places.end(end))

    def _tag(self, name: str, tag: str, span: Span, *, is_end: bool) -> None:
        draft = self._draft
        if draft.blank_tag(*span):
            return
        if name == "br":
            draft.line_break(*span, is_hard=True)
        elif name == "img":
            draft.opaque("image", *span, 0)
        elif name == "a" and is_end:
            draft.close_link(span.end)
        elif name == "a":
            target = draft.marks.unmasked(tags.href(tag), *span, draft.source.text)
            draft.open_link(target, span.start, "html")

    def hidden(self, name: str, piece: re.Match[str]) -> int:
        """Pass over an element that is no prose; return where the text after it begins."""
        close = re.compile(f"</{name}[^<>]*>", re.IGNORECASE).search(self._content, piece.end())
        if name in tags.SILENT:
            return close.end() if close else len(self._content)
        if close:
            span = self._span(piece.start(), close.end())
            self._draft.opaque("code", *span, close.start() - piece.end())
        return close.end() if close else piece.end()

    def enter(self, name: str, *, is_end: bool) -> None:
        """Note what the text after a tag of a block is."""
        self._shape, self._level = "paragraph", 0
        if is_end:
            return
        if name in ("li", "dd", "dt"):
            self._shape = "item"
        elif name in ("td", "th"):
            self._shape = "cell"
        elif re.fullmatch("h[1-6]", name):
            self._shape, self._level = "heading", int(name[1])

    def finish(self) -> Iterator[HtmlText]:
        """Yield what was read since the last tag of a block."""
        self._draft.drop_space()
        for text in self._draft.finish():
            yield HtmlText(text, self._shape, self._level)
