"""Inline Markdown to text: what markdown-it made of a paragraph goes into a draft, with places."""

from __future__ import annotations

from markdown_it.token import Token

from protolint.readers.markdown import tags
from protolint.readers.markdown.draft import Draft
from protolint.readers.markdown.places import Places
from protolint.script import Span


def read_inline(content: Token, places: Places, draft: Draft) -> list[Span]:
    """Put the text of an inline token into a draft; return its comments by their places."""
    reader = _Inline(content.content, places, draft)
    for token in content.children or ():
        reader.read(token)
    return reader.comments


class _Inline:
    """Where the reading of one content has got to."""

    def __init__(self, content: str, places: Places, draft: Draft) -> None:
        self._content = content
        self._places = places
        self._draft = draft
        self._at = 0
        self._hidden_by = ""  # the element or autolink whose text is being passed over
        self.comments: list[Span] = []

    def read(self, token: Token) -> None:
        """Put one token into the draft."""
        kind, end = token.type, token.meta.get("end")
        if kind == "text":
            self._text(token.content, end)
        elif end is not None:
            self._made(token, kind, end)
            self._at = max(self._at, end)

    def _text(self, text: str, end: int | None) -> None:
        start = self._at if end is None else end - len(text)
        if text and not self._hidden_by:
            self._draft.content(text, start, self._places)
        self._at = max(self._at, start + len(text))

    def _made(self, token: Token, kind: str, end: int) -> None:
        if kind == "html_inline":
            self._html(token.content, end)
        elif kind == "link_close":
            if self._hidden_by in ("", "autolink"):
                self._hidden_by = ""
                self._draft.close_link(self._places.end(end))
        elif self._hidden_by:
            return
        elif kind in ("softbreak", "hardbreak"):
            self._draft.line_break(*self._source(end, to_next=True), is_hard=kind == "hardbreak")
        elif kind == "text_special":
            self._special(token.content, end)
        elif kind == "code_inline":
            self._draft.opaque("code", *self._source(end), len(token.content))
        elif kind == "image":
            self._draft.opaque("image", *self._source(end), 0)
        elif kind == "link_open":
            self._link(token)

    def _special(self, text: str, end: int) -> None:
        """Read an escape or entity; a backslash that escapes nothing is just itself."""
        if len(text) == end - self._at:
            self._draft.content(text, self._at, self._places)
        else:
            start, stop = self._source(end)
            self._draft.piece(text, start, stop - start)

    def _source(self, end: int, *, to_next: bool = False) -> tuple[int, int]:
        """Return the source from here to an offset, or to the character that follows there."""
        at = self._places.start if to_next else self._places.end
        return self._places.start(self._at), at(end)

    def _link(self, token: Token) -> None:
        start, end = token.meta["span"]
        start, end = self._places.start(start), self._places.end(end)
        shown = str(token.attrs.get("href", ""))
        text_end = self._places.end(token.meta["end"])
        draft = self._draft
        target = draft.marks.unmasked(shown, text_end, end, draft.source.text)
        is_auto = token.info == "auto"
        draft.open_link(target, start, "autolink" if is_auto else "link")
        if is_auto:
            is_mail = shown.startswith("mailto:") and "mailto:" not in draft.source.text[start:end]
            draft.opaque("address" if is_mail else "url", start, end, end - start - 2)
            self._hidden_by = "autolink"

    def _html(self, tag: str, end: int) -> None:
        start, stop = self._source(end)
        name, is_end = tags.element(tag)
        if self._hidden_by:
            if is_end and name == self._hidden_by:
                self._hidden_by = ""
        elif tag.startswith("<!--"):
            self.comments.append(Span(start, stop))
        elif not self._draft.blank_tag(start, stop) and name:
            self._element(name, tag, Span(start, stop), is_end=is_end, end=end)

    def _element(self, name: str, tag: str, span: Span, *, is_end: bool, end: int) -> None:
        draft = self._draft
        if name in tags.SILENT and not is_end:
            self._hidden_by = name
        elif name in tags.CODE and not is_end:
            self._code(name, span.start, end)
        elif name == "img":
            draft.opaque("image", *span, 0)
        elif name == "a" and is_end:
            draft.close_link(span.end)
        elif name == "a":
            target = draft.marks.unmasked(tags.href(tag), *span, draft.source.text)
            draft.open_link(target, span.start, "html")
        elif name == "br" or (name in tags.BLOCKS and not draft.ends_in_space):
            draft.line_break(*span, is_hard=True)

    def _code(self, name: str, start: int, end: int) -> None:
        """Read an element of code, up to its end, as one token; one without an end is no code."""
        close = self._content.lower().find(f"</{name}", end)
        stop = self._content.find(">", close) + 1 if close >= 0 else 0
        if stop:
            self._draft.opaque("code", start, self._places.end(stop), close - end)
            self._hidden_by = name
