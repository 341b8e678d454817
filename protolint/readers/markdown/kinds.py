"""What each text of a script is: said to the customer, a note, a direction or a condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from protolint.readers.markdown.draft import Text
from protolint.readers.markdown.labels import Label, is_for_agents, label_at, role_of
from protolint.readers.markdown.sections import plain
from protolint.script import Block, Kind

#: What a text behind a label of each role is.
_KINDS: dict[str, Kind] = {
    "message": "public",
    "subject": "subject",
    "note": "note",
    "condition": "condition",
    "direction": "direction",
    "field": "field",
    "fact": "note",
    "variant": "note",
}


class Typed(NamedTuple):
    """A text and its kind; `is_title` is whether a heading is one that no customer sees."""

    kind: Kind
    text: Text
    is_title: bool = False


class Kinds:
    """What the texts of a script are, read in order: labels speak of what follows them."""

    def __init__(
        self, container: str, source: str, *, is_library: bool, has_labels: bool = True
    ) -> None:
        self._source = source
        self._container = container
        self._is_library = is_library
        self._is_document = container == "document" and not is_library
        #: Whether there is nothing to tell apart: all text is said to the customer.
        self.is_plain = self._is_document and not has_labels
        #: Whether fences hold words.
        self.reads_fences = container == "fence"
        # What a label says of this block, of the next one, and of all up to another label.
        self._current: Kind | None = None
        self._next: Kind | None = None
        self._on: Kind | None = None

    def block(self, kind: str) -> None:
        """Begin a block at the top level of a file."""
        if self._was_held:
            self._on = None
        self._was_held = kind in _HOLDERS.get(self._container, ())
        self._current, self._next = self._next, None
        self.reads_fences = self._container == "fence" or (
            self._container == "label" and (self._current or self._on) == "public"
        )

    _was_held = False
    _has_said = False

    def row(self) -> None:
        """Begin a row of a table."""

    def of(
        self, text: Text, shape: Block, *, is_held: bool, is_fenced: bool, is_italic: bool
    ) -> Iterator[Typed]:
        """Yield the parts of a text, each with its kind.

        `is_held` is whether it lies in a quote or a fence that is read, `is_fenced` in the latter.
        """
        is_held = is_fenced or (is_held and self._container in ("quote", "label"))
        if shape == "heading" and not is_held:
            yield self._heading(text)
            return
        at, kind = 0, self._usual(text, is_held=is_held, is_italic=is_italic)
        end = len(text.prose.text)
        for start, label in _labels(text.prose.text):
            if not self._counts(label, text.prose.span(start, start + 1).start, is_held=is_held):
                continue
            yield from _part(kind, text, at, start)
            self._has_said = self._has_said or (kind == "public" and start > at)
            yield from _part("note", text, start, start + label.end)
            at, kind = start + label.end, _KINDS[label.role]
            self._remember(label, kind, is_empty=not text.prose.text[at:].strip())
        self._has_said = self._has_said or kind == "public"
        yield from _part(kind, text, at, end)

    def _heading(self, text: Text) -> Typed:
        role = role_of(plain(text.prose.text)) if not self._is_document else None
        self._next = None
        self._on = _KINDS[role] if role and role != "fact" else None
        return Typed("heading", text, is_title=not self._is_document)

    def _usual(self, text: Text, *, is_held: bool, is_italic: bool) -> Kind:
        """Return the kind of a text as far as no label of its own says otherwise."""
        told = self._current or self._on
        if is_held:
            return told if told in _UNSAID else "public"
        if self._is_document:
            return "public"
        if self._container in ("section", "document"):
            if told and told != "public":
                return told
            return "note" if is_italic and self._is_library else "public"
        if told == "public" and self._container != "label":
            return "public"
        return told or "note"

    def _counts(self, label: Label, start: int, *, is_held: bool) -> bool:
        """Return whether a label is one here.

        In a message only a subject line at its top is, and in bold or italics what is for agents.
        """
        if not self._is_document and not is_held:
            return True
        is_subject = label.role == "subject" and not self._has_said
        return is_subject or (
            is_for_agents(label.name) and (is_held or self._source[start - 1 : start] in _MARKS)
        )

    def _remember(self, label: Label, kind: Kind, *, is_empty: bool) -> None:
        if label.role == "message":
            self._on = "public"
        elif is_empty:
            self._next = kind


_MARKS = frozenset("*_")
#: The blocks that hold words in each container.
_HOLDERS = {"quote": ("blockquote_open",), "fence": ("fence",)}
_UNSAID = frozenset(["note", "direction", "condition", "subject", "field"])


def _labels(text: str) -> Iterator[tuple[int, Label]]:
    at = 0
    for line in text.split("\n"):
        if label := label_at(line):
            yield at, label
        at += len(line) + 1


def _part(kind: Kind, text: Text, start: int, end: int) -> Iterator[Typed]:
    """Yield a part of a text without the white space around it, if anything is left."""
    if start == 0 and end == len(text.prose.text):
        yield Typed(kind, text)
        return
    own = text.prose.text[start:end]
    first = start + len(own) - len(own.lstrip())
    last = start + len(own.rstrip())
    if first < last:
        yield Typed(kind, text._replace(prose=text.prose.part(first, last)))
