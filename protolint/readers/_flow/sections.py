"""The parts of a script by the steps that they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from protolint.readers._flow.headings import is_conditional
from protolint.readers._flow.heads import heads_of
from protolint.readers._flow.lines import Line
from protolint.readers._flow.part import Part
from protolint.readers._flow.parts import parts_of
from protolint.readers._flow.styles import Style
from protolint.readers._flow.tables import rows_of
from protolint.readers._flow.targets import Head, Targets


class Section(NamedTuple):
    """A step with its parts in order. What stands before the first step has no head."""

    head: Head | None
    parts: tuple[Part, ...]

    @property
    def is_talk(self) -> bool:
        """Whether something is said, asked or decided in it."""
        return any(
            part.sort not in ("text", "title") or part.kind == "spoken" for part in self.parts
        )


def sections_of(lines: Sequence[Line], style: Style, title: str) -> list[Section]:
    """Return the steps of a script; what is about it and no part of it is left out."""
    heads = heads_of(lines, title)
    targets = Targets(heads)
    by_line = {head.line: head for head in heads}
    tables = rows_of(lines, style, targets)
    own_parts = _parts_by_line(lines, by_line, style, targets)
    made: list[tuple[Head | None, list[Part]]] = [(None, [])]
    for at, line in enumerate(lines):
        head = by_line.get(at)
        if head:
            own = Part("title", head.span, line.depth, line, "heading")
            made.append((head, [] if line.heading else [own]))
            if at in tables:
                made[-1][1][:] = tables[at]
            else:
                made[-1][1].extend(own_parts[at])
        else:
            made[-1][1].extend(tables.get(at, own_parts[at]))
    return [Section(head, tuple(parts)) for head, parts in made]


def _parts_by_line(
    lines: Sequence[Line], heads: Mapping[int, Head], style: Style, targets: Targets
) -> list[list[Part]]:
    """Return the parts of each line; of a title, those behind it."""
    found: list[list[Part]] = []
    for at, line in enumerate(lines):
        head = heads.get(at)
        if head or (line.heading and not is_conditional(line)):
            rest = head.rest if head else None
            found.append(list(parts_of(line, rest, style, targets)) if rest is not None else [])
        else:
            found.append(list(parts_of(line, 0, style, targets)))
    for at in _answers_beside(lines, found, heads):
        found[at] = list(parts_of(lines[at], 0, style, targets, is_answer=True))
    return found


def _answers_beside(
    lines: Sequence[Line], found: Sequence[Sequence[Part]], heads: Mapping[int, Head]
) -> Iterator[int]:
    """Yield the list items that are answers because those beside them are."""
    row: list[int] = []
    for at, line in enumerate([*lines, None]):
        if line and line.mark and at not in heads and (not row or _is_beside(lines[row[-1]], line)):
            row.append(at)
            continue
        if line and row and line.depth > lines[row[-1]].depth and at not in heads:
            continue
        asks = [bool(found[own]) and found[own][0].sort == "condition" for own in row]
        if any(asks):
            yield from (own for own, is_asked in zip(row, asks, strict=True) if not is_asked)
        row = [at] if line and line.mark and at not in heads else []


def _is_beside(one: Line, other: Line) -> bool:
    return one.depth == other.depth and one.mark[-1:] == other.mark[-1:]
