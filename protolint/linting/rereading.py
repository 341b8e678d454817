"""A source read again after edits: whether it says what it said, but for what was to be changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from protolint import folder
from protolint.linting.finding import SourceEdit
from protolint.linting.work import suffixes
from protolint.script import Prose, Script, Settings, Source, Span, Stretch

#: The tokens that no edit makes or takes away.
_FIXED = frozenset({"placeholder", "code", "image"})


class _Text(NamedTuple):
    """What is compared of a text: what it is, what a reader sees, its links and placeholders."""

    kind: str
    shape: str
    shown: str
    targets: tuple[str, ...]
    fixed: tuple[str, ...]


class Rereading:
    """A source, and what it reads as."""

    def __init__(self, source: Source, settings: Settings) -> None:
        name = suffixes().get(Path(source.path).suffix.lower(), "markdown")
        self._reader: Any = folder.load("protolint.readers", name)
        self._source = source
        self._settings = settings
        self._read = self._reader.read(source, settings)

    @property
    def scripts(self) -> tuple[Script, ...]:
        """The scripts of the source as it is."""
        found: tuple[Script, ...] = self._read.scripts
        return found

    def says_the_same(self, edits: Sequence[SourceEdit]) -> bool:
        """Return whether the source with the edits, comments all of them, has the same texts."""
        source = Source(self._source.path, self.edited(edits))
        read = self._reader.read(source, self._settings)
        return len(read.problems) == len(self._read.problems) and _said(read.scripts) == _said(
            self.scripts
        )

    def edited(self, edits: Sequence[SourceEdit]) -> str:
        """Return the text of the source with edits that do not overlap."""
        parts: list[str] = []
        at = 0
        for edit in sorted(edits, key=lambda own: own.start):
            parts += self._source.text[at : edit.start], edit.text
            at = edit.end
        return "".join([*parts, self._source.text[at:]])

    def is_meant(self, edits: Sequence[SourceEdit]) -> bool:
        """Return whether the source with the edits reads as before, but for their texts."""
        source = Source(self._source.path, self.edited(edits))
        read = self._reader.read(source, self._settings)
        same_problems = [own.message for own in read.problems] == [
            own.message for own in self._read.problems
        ]
        return (
            same_problems
            and len(read.scripts) == len(self._read.scripts)
            and all(
                _is_same(before, after, list(self._texts(before, edits)))
                for before, after in zip(self._read.scripts, read.scripts, strict=True)
            )
        )

    def _texts(self, script: Script, edits: Sequence[SourceEdit]) -> Iterator[_Text]:
        """Yield what the texts of a script are to be after the edits."""
        for stretch in script.stretches:
            prose = stretch.prose
            placed = sorted((place, edit) for edit in edits if (place := _place(prose, edit)))
            shown, at = "", 0
            for place, edit in placed:
                shown += prose.shown(at, place.start)
                shown += self._reader.decode(script, stretch, edit.text)
                at = place.end
            shown += prose.shown(at, len(prose.text))
            yield _text(stretch)._replace(shown=shown)


def _said(scripts: Sequence[Script]) -> list[_Text]:
    """Return the texts of scripts; a comment may leave a space at their ends."""
    texts = [_text(stretch) for script in scripts for stretch in script.stretches]
    return [text._replace(shown=text.shown.strip()) for text in texts]


def _is_same(before: Script, after: Script, wanted: list[_Text]) -> bool:
    return (
        before.id == after.id
        and before.metadata == after.metadata
        and len(before.allowances) == len(after.allowances)
        and len(before.unbalanced) == len(after.unbalanced)
        and list(map(_text, after.stretches)) == wanted
    )


def _text(stretch: Stretch) -> _Text:
    prose = stretch.prose
    targets = tuple(link.target for link in prose.links)
    fixed = tuple(own.raw for own in prose.opaques.values() if own.kind in _FIXED)
    return _Text(stretch.kind, stretch.shape, prose.shown(0, len(prose.text)), targets, fixed)


def _place(prose: Prose, edit: SourceEdit) -> Span | None:
    """Return the part of a prose that an edit of the source replaces; None if it is another's."""
    first = _offset(prose, edit.start)
    if first is None or edit.start == edit.end:
        return None if first is None else Span(first, first)
    last = _offset(prose, edit.end - 1)
    return None if last is None else Span(first, last + 1)


def _offset(prose: Prose, at: int) -> int | None:
    """Return which character of a prose was read from a place of the source."""
    ends = [*(run.prose_start for run in prose.runs[1:]), len(prose.text)]
    for run, end in zip(prose.runs, ends, strict=True):
        if run.source_start <= at < run.source_start + run.source_length:
            is_plain = end - run.prose_start == run.source_length
            return run.prose_start + (at - run.source_start if is_plain else 0)
    return None
