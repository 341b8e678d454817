"""The graph of a script: its steps, the branches between them, and what they are made of."""

from __future__ import annotations

from collections.abc import Sequence

from protolint.readers._flow import words
from protolint.readers._flow.lines import lines_of
from protolint.readers._flow.part import Part
from protolint.readers._flow.sections import Section, sections_of
from protolint.readers._flow.settle import settle
from protolint.readers._flow.shape import shaped
from protolint.readers._flow.styles import Style, style_of
from protolint.readers._flow.tree import tree_of
from protolint.readers._flow.weave import Way, Weaver
from protolint.script import Graph, Span


def graph_of(text: str, body: Span, title: str) -> tuple[Graph, list[Part]]:
    """Return the graph of a part of a source, and all its parts, each typed, in order."""
    lines = lines_of(text, *body)
    style = style_of(lines)
    sections = sections_of(lines, style, title)
    parts = [part for section in sections for part in section.parts]
    kept = _talking(sections, style)
    if not kept or not _has_steps(kept):
        return Graph(), parts
    weaver = Weaver({at: number for number, (at, _) in enumerate(kept)})
    for number, (_, section) in enumerate(kept):
        follow = Way(number + 1, is_section=True, is_told=False) if number + 1 < len(kept) else None
        weaver.section(number, tree_of(section.parts), _span(section), follow)
    talk = [section for _, section in kept]
    settle(weaver, talk)
    return shaped(weaver, talk), parts


def _talking(sections: Sequence[Section], style: Style) -> list[tuple[int, Section]]:
    """Return the sections that are steps, each with its number among the heads.

    What stands before the first step is one if it is said; sections about the script are none.
    """
    targeted = {part.jump.target for section in sections for part in section.parts if part.jump}
    kept = []
    for at, section in enumerate(sections):
        number = at - 1
        if section.head is None:
            if section.is_talk and (len(sections) == 1 or _is_said(section, style)):
                kept.append((number, section))
        elif number in targeted or not _is_aside(section):
            kept.append((number, section))
    return kept


def _has_steps(kept: Sequence[tuple[int, Section]]) -> bool:
    """Return whether a script has steps, or at least something that is decided."""
    sections = [section for _, section in kept]
    decides = ("condition", "option", "jump")
    return any(
        section.head or any(part.sort in decides for part in section.parts) for section in sections
    )


def _is_said(section: Section, style: Style) -> bool:
    marked = style.fences or style.blocks or style.marks or style.labels
    decided = any(part.sort in ("condition", "option") for part in section.parts)
    return decided or (marked and any(part.kind == "spoken" for part in section.parts))


def _is_aside(section: Section) -> bool:
    assert section.head is not None  # noqa: S101
    if any(part.sort in ("condition", "jump", "option") for part in section.parts):
        return False
    return (
        all(part.sort == "title" for part in section.parts)
        or words.ASIDE.match(section.head.title) is not None
    )


def _span(section: Section) -> Span:
    return section.head.span if section.head else section.parts[0].span
