"""What each text of a script is: said to the customer, a note, a direction or a condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from protolint.readers.markdown import titles
from protolint.readers.markdown.asides import asides
from protolint.readers.markdown.draft import Text
from protolint.readers.markdown.labels import (
    Label,
    is_for_agents,
    is_note_by_itself,
    label_at,
    role_of,
)
from protolint.readers.markdown.tables import Columns
from protolint.readers.markdown.wording import is_remark, is_said, opens
from protolint.script import Kind

#: What a text behind a label of each role is.
_KINDS: dict[str, Kind] = {
    "message": "public",
    "subject": "subject",
    "note": "note",
    "condition": "condition",
    "direction": "direction",
    "field": "field",
    "fact": "note",
    "button": "button",
}
_UNSAID = frozenset(["note", "direction", "condition", "subject", "field", "button"])
_MARKS = frozenset("*_")
#: The blocks that hold words in each container.
_HOLDERS = {"quote": "blockquote_open", "fence": "fence"}


class Typed(NamedTuple):
    """A text and its kind; `is_title` is whether a heading is one that no customer sees."""

    kind: Kind
    text: Text
    is_title: bool = False


class Place(NamedTuple):
    """Where a text stands: in a quote, in a fence that is read, in a column of a table."""

    in_quote: bool = False
    in_fence: bool = False
    is_italic: bool = False


class Kinds:
    """What the texts of a file are, read in order: labels speak of what follows them."""

    def __init__(self, container: str, source: str, *, is_library: bool, has_labels: bool) -> None:
        # In WhatsApp's own marks single stars are bold, and italics are said as well.
        self._has_remarks = is_library and "whatsapp" not in source.casefold()
        self.is_document = container == "document" and not is_library
        #: Whether there is nothing to tell apart: all text is said to the customer.
        self.is_plain = self.is_document and not has_labels
        self._container = container
        self._source = source
        self.begin()

    def begin(self) -> None:
        """Begin a script."""
        # What a label says of this block, of the next one, and of all up to another label.
        self._current: Kind | None = None
        self._next: Kind | None = None
        self._on: Kind | None = None
        self._has_said = False
        self._was_held = False

    def section(self, *, is_silent: bool) -> None:
        """Begin a section of a library, in which something is said or nothing."""
        self._is_silent = is_silent

    _is_silent = False

    def block(self, kind: str, *, is_remark: bool = False) -> None:
        """Begin a block at the top level of a file; `is_remark`: a quote that only tells agents."""
        if self._was_held:
            self._on = None
        self._is_remark = is_remark
        self._was_held = kind == _HOLDERS.get(self._container)
        self._current, self._next = self._next, None

    @property
    def reads_fences(self) -> bool:
        """Whether a fence without a language holds words here."""
        told = self._current or self._on
        return self._container == "fence" or (self._container == "label" and told == "public")

    _is_remark = False

    def heading(self, text: Text, *, is_inner: bool) -> Typed:
        """Return a heading with its kind; one that is a label speaks of what it stands over.

        `is_inner`: it begins no section of its own.
        """
        role = role_of(text.prose.text.strip()) if is_inner and not self.is_document else None
        self._next = None
        self._on = _KINDS[role] if role and role != "fact" else None
        is_said = self.is_document or (is_inner and not role and self._container == "section")
        return Typed("heading", text, is_title=not is_said)

    def cell(self, text: Text, column: int, own: Columns, *, is_head: bool) -> Typed:
        """Return the text of a cell in a column, some of which hold messages, with its kind."""
        is_said = column in own.messages and not is_head
        return Typed("public" if is_said else "note", text)

    def of(self, text: Text, place: Place) -> Iterator[Typed]:
        """Yield the parts of a text that is no heading, each with its kind."""
        is_held = place.in_fence or (place.in_quote and self._container in ("quote", "label"))
        at, kind = 0, self._usual(text, place, is_held=is_held)
        usual = kind
        for start, end, label in _labels(text.prose.text):
            is_version = label is None
            if label and not self._counts(label, text, start, is_held=is_held):
                continue
            if is_version and (is_held or self.is_document):
                continue
            yield from self._part(kind, text, at, start)
            yield from self._part("note", text, start, end)
            at, kind = end, _KINDS[label.role] if label else usual
            if label:
                self._remember(label, kind, is_empty=not text.prose.text[at:].strip())
        yield from self._part(kind, text, at, len(text.prose.text))

    def _usual(self, text: Text, place: Place, *, is_held: bool) -> Kind:
        """Return the kind of a text as far as no label of its own says otherwise."""
        told = self._current or self._on
        if self._is_silent or self._is_remark:
            return told if told in _UNSAID else "note"
        if is_held:
            return told if told in _UNSAID else "public"
        if self.is_document:
            return "public"
        if self._container in ("section", "document"):
            if told in _UNSAID:
                return told or "note"
            is_note = (place.is_italic and self._has_remarks) or (
                place.in_quote and is_remark(text.prose.text)
            )
            return "note" if is_note else "public"
        return told or "note"

    def _counts(self, label: Label, text: Text, start: int, *, is_held: bool) -> bool:
        """Return whether a label is one here.

        In a message only a subject line at its top is, and what is for agents by its own words.
        """
        if label.role == "subject" and not self._has_said:
            return True
        if is_for_agents(label.name):
            first = text.prose.span(start, start + 1).start
            is_marked = self._source[first - 1 : first] in _MARKS
            return not self.is_document or is_marked or is_note_by_itself(label.name)
        rest = text.prose.text[start + label.end :].partition("\n")[0]
        if self.is_document or is_held or (label.role == "note" and opens(rest)):
            return False
        if not self._has_said or (self._container != "section" and self._on != "public"):
            return True
        return label.role in ("message", "fact") or bool(rest.strip() and not is_said(rest))

    def _remember(self, label: Label, kind: Kind, *, is_empty: bool) -> None:
        if label.role == "message":
            self._on = "public"
        elif is_empty:
            self._next = kind
        if label.role in ("note", "condition", "direction") and self._container == "label":
            self._on = None

    def _part(self, kind: Kind, text: Text, start: int, end: int) -> Iterator[Typed]:
        """Yield a part of a text without the white space around it, if anything is left."""
        is_all = start == 0 and end == len(text.prose.text)
        for own in [Typed(kind, text)] if is_all else _cut(kind, text, start, end):
            self._has_said = self._has_said or kind == "public"
            if kind == "public" and not self.is_document:
                yield from self._without_asides(own.text)
            else:
                yield own

    def _without_asides(self, text: Text) -> Iterator[Typed]:
        """Yield a text that is said, and what is told to the agent in between."""
        at, prose = 0, text.prose
        for start, end, kind in asides(prose, self._source, has_italics=self._has_remarks):
            yield from _cut("public", text, at, start)
            yield from _cut(kind, text, start, end)
            at = end
        yield from _cut("public", text, at, len(prose.text))


def _cut(kind: Kind, text: Text, start: int, end: int) -> Iterator[Typed]:
    """Yield a part of a text without the white space around it, if anything is left."""
    own = text.prose.text[start:end]
    if own.strip():
        first = start + len(own) - len(own.lstrip())
        yield Typed(kind, text._replace(prose=text.prose.part(first, start + len(own.rstrip()))))


def _labels(text: str) -> Iterator[tuple[int, int, Label | None]]:
    """Yield the labels at the starts of lines by their places; None for the name of a version."""
    at = 0
    for line in text.split("\n"):
        if label := label_at(line):
            yield at, at + label.end, label
        else:
            name, colon, _ = line.partition(":")
            if colon and len(name) < 40 and titles.is_version(name.strip()):
                yield at, at + len(name) + 1, None
        at += len(line) + 1
