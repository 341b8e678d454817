"""The texts of one block while they are being read: prose, its places, tokens and links."""

from __future__ import annotations

from typing import NamedTuple

from protolint.readers._addresses import addresses
from protolint.readers._blanks import blanks, is_blank_tag
from protolint.readers._conditionals import Cut, Path
from protolint.readers._opaques import with_opaques
from protolint.readers.markdown.marks import Marks
from protolint.readers.markdown.places import Places
from protolint.script import OPAQUE, Link, Opaque, OpaqueKind, Prose, Run, Settings, Source, Span
from protolint.text.lazy import lazy_pattern
from protolint.text.parts import line_break_ends_line

NATIVE_TOKEN = lazy_pattern(f"[{''.join(OPAQUE.values())}]")


class Text(NamedTuple):
    """A finished text and the branches of conditionals it lies in."""

    prose: Prose
    branch: Path


class _Opened(NamedTuple):
    at: int
    target: str
    start: int
    kind: str


class Draft:
    """What is read of a block goes in piece by piece; `finish` gives its texts, one per branch."""

    def __init__(
        self, source: Source, marks: Marks, settings: Settings, *, has_blank_tags: bool = True
    ) -> None:
        self.source = source
        self._has_blank_tags = has_blank_tags
        self.marks = marks
        self._settings = settings
        self._texts: list[Text] = []
        self._read = 0  # the source up to here is a placeholder or tag that was read as a whole
        self._opened: _Opened | None = None
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._size = 0
        self._breaks: set[int] = set()
        self._opaques: dict[int, Opaque] = {}
        self._links: list[Link] = []

    @property
    def ends_in_space(self) -> bool:
        """Whether a further space would be none: at the start of a text and after a space."""
        return not self._parts or self._parts[-1][-1:] in (" ", "\n")

    def content(self, text: str, at: int, places: Places) -> None:
        """Add a part of a content, read as it stands there."""
        if places.shift is not None:
            self.text(text, places.shift + at)
            return
        for start, end, source, length in places.runs(at, at + len(text)):
            part = text[start - at : end - at]
            if length is None:
                self.text(part, source)
            else:
                self.piece(part, source, length)

    def text(self, text: str, start: int) -> None:
        """Add text that is its source, character by character, but for what the mask hid."""
        end = start + len(text)
        at = max(start, self._read)
        for mark in self.marks.within(at, end) if self.marks.all else ():
            self._plain(text[at - start : mark.span.start - start], at)
            self._mark(mark)
            at = mark.span.end
        if at < end:
            self._plain(text[at - start :], at)

    def _plain(self, text: str, start: int) -> None:
        if text:
            self._runs.append(Run(self._size, start, len(text)))
            self._parts.append(text)
            self._size += len(text)

    def _mark(self, mark: Opaque | Cut) -> None:
        self._read = mark.span.end
        if isinstance(mark, Opaque):
            self.token(mark)
        elif mark.branch is not None:
            self._end_text()

    def piece(self, text: str, start: int, length: int) -> None:
        """Add text that stands for a part of the source as a whole, such as an entity."""
        if text and start >= self._read:
            self._runs.append(Run(self._size, start, length))
            self._parts.append(NATIVE_TOKEN.sub("\ufffd", text))
            self._size += len(text)

    def line_break(self, start: int, end: int, *, is_hard: bool) -> None:
        """Add a line break; what a soft one is, is seen when the lines around it are known."""
        if not is_hard and start >= self._read:
            self._breaks.add(start)
        self.piece("\n" if is_hard else " ", start, end - start)

    def token(self, token: Opaque) -> None:
        """Add an opaque token."""
        self._opaques[self._size] = token
        self._runs.append(Run(self._size, token.span.start, token.span.end - token.span.start))
        self._parts.append(OPAQUE[token.kind])
        self._size += 1

    def opaque(self, kind: OpaqueKind, start: int, end: int, length: int) -> None:
        """Add a part of the source as an opaque token that shows so many characters."""
        if start >= self._read:
            raw = self.source.text[start:end]
            self.token(Opaque(kind=kind, raw=raw, span=Span(start, end), length=length))

    def blank_tag(self, start: int, end: int) -> bool:
        """Add what looks like an HTML tag and is a blank (`<Agent Name>`); say whether it is."""
        is_blank = self._has_blank_tags and is_blank_tag(self.source.text[start:end])
        if is_blank:
            self.opaque("blank", start, end, end - start)
        return is_blank

    def open_link(self, target: str, start: int, kind: str = "link") -> None:
        """Begin a link at a place in the source."""
        self._opened = _Opened(self._size, target, start, kind)

    def close_link(self, end: int) -> None:
        """End the link that was begun, if any."""
        if self._opened:
            at, target, start, kind = self._opened
            self._links.append(Link(at, self._size, target, Span(start, end), kind))
            self._opened = None

    def drop_space(self) -> None:
        """Take back a space at the end."""
        if self._parts and self._parts[-1] == " ":
            self._parts.pop()
            self._runs.pop()
            self._size -= 1

    def finish(self) -> list[Text]:
        """Return the texts that were read and begin anew."""
        self._end_text()
        texts, self._texts, self._opened = self._texts, [], None
        return texts

    def _end_text(self) -> None:
        """Close the text that was read so far; a link over its end belongs to the next one."""
        if self._opened:
            self._opened = self._opened._replace(at=0)
        text = "".join(self._parts)
        if text.strip():
            prose = Prose(text, tuple(self._runs), self._opaques, tuple(self._links))
            branch = self.marks.branch(self._runs[0].source_start)
            self._texts.append(Text(self._settled(prose), branch))
        if self._size:
            self._clear()

    def _settled(self, prose: Prose) -> Prose:
        """Return a prose with bare addresses and blanks as tokens, and its line breaks decided."""
        links = [(link.start, link.end) for link in prose.links]
        found = [*addresses(prose.text), *blanks(prose.text, links)]
        if found:
            prose = with_opaques(prose, found, self.source.text, self._settings)
        return _with_line_ends(prose, self._breaks) if self._breaks else prose


def _with_line_ends(prose: Prose, breaks: set[int]) -> Prose:
    """Return a prose in which the soft line breaks that end a line for the reader are `\\n`."""
    text = prose.text
    soft = [run.prose_start for run in prose.runs if run.source_start in breaks]
    ends = _ending(text, soft)
    if not ends:
        return prose
    characters = list(text)
    for at in ends:
        characters[at] = "\n"
    return Prose("".join(characters), prose.runs, prose.opaques, prose.links)


def _ending(text: str, soft: list[int]) -> list[int]:
    hard = (at for at, character in enumerate(text) if character == "\n")
    borders = [-1, *sorted({*soft, *hard}), len(text)]
    is_soft = set(soft)
    return [
        at
        for before, at, after in zip(borders, borders[1:], borders[2:], strict=False)
        if at in is_soft and line_break_ends_line(text[before + 1 : at], text[at + 1 : after])
    ]
