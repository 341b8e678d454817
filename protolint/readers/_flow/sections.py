"""The parts of a script by the steps that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
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
    made: list[tuple[Head | None, list[Part]]] = [(None, [])]
    for at, line in enumerate(lines):
        head = by_line.get(at)
        if head:
            own = Part("title", head.span, line.depth, line, "heading")
            made.append((head, [] if line.heading else [own]))
            if at in tables:
                made[-1][1][:] = tables[at]
            elif head.rest is not None:
                made[-1][1].extend(parts_of(line, head.rest, style, targets))
        elif at in tables:
            made[-1][1].extend(tables[at])
        elif not line.heading or is_conditional(line):
            made[-1][1].extend(parts_of(line, 0, style, targets))
    return [Section(head, tuple(parts)) for head, parts in made]
