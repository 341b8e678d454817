"""The texts of a call script by what they are: said, a condition, a direction, a note."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import structs

from protolint.readers._flow.part import Part
from protolint.script import Kind, Prose, Span, Stretch

#: Kinds that are settled before: no part of the conversation, or known by their form.
_SETTLED = frozenset({"heading", "subject", "code", "field", "button"})
_EDGES = " \t\n"
_OPENING = ' [({“"„→=>-–—'


def typed(stretches: Sequence[Stretch], parts: Sequence[Part]) -> Iterator[Stretch]:
    """Yield the texts of a script, cut where a part begins, each with the kind of its part."""
    ordered = list(
        _whole(sorted((part for part in parts if _has_words(part)), key=lambda part: part.span))
    )
    starts = [part.span.start for part in ordered]
    for stretch in stretches:
        if stretch.kind in _SETTLED:
            is_heading = stretch.kind == "heading"
            yield structs.replace(stretch, is_title=True) if is_heading else stretch
            continue
        span = stretch.prose.span(0, len(stretch.prose.text))
        first = max(bisect_left(starts, span.start) - 1, 0)
        own = [
            part
            for part in ordered[first : bisect_right(starts, span.end)]
            if part.span.end > span.start
        ]
        yield from _cut(stretch, own)


def _has_words(part: Part) -> bool:
    return part.sort != "end-if" and any(map(str.isalnum, part.text))


def _whole(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield parts from where their brackets and quotation marks open."""
    past = 0
    for part in parts:
        start, line = part.span.start, part.line
        while start > max(past, line.start) and line.text[start - 1 - line.start] in _OPENING:
            start -= 1
        past = part.span.end
        yield part._replace(span=Span(start, past))


def _cut(stretch: Stretch, parts: Sequence[Part]) -> Iterator[Stretch]:
    kinds = [(_offset(stretch.prose, part.span.start), _kind(stretch, part)) for part in parts]
    places: list[tuple[int, Kind]] = []
    for at, kind in kinds:
        if not places or places[-1][1] != kind:
            places.append((at if places else 0, kind))
    if not places:
        yield structs.replace(stretch, kind="spoken") if stretch.kind == "public" else stretch
        return
    ends = [*(at for at, _ in places[1:]), len(stretch.prose.text)]
    for (start, kind), end in zip(places, ends, strict=True):
        text = stretch.prose.text[start:end]
        first = start + len(text) - len(text.lstrip(_EDGES))
        last = start + len(text.rstrip(_EDGES))
        if first < last:
            prose, is_title = stretch.prose.part(first, last), kind == "heading"
            yield structs.replace(stretch, kind=kind, prose=prose, is_title=is_title)


def _kind(stretch: Stretch, part: Part) -> Kind:
    """Return what a part is; what is no speech by its place in the file stays what it is."""
    is_said = part.is_said
    return stretch.kind if is_said and stretch.kind not in ("public", "spoken") else part.kind


def _offset(prose: Prose, source: int) -> int:
    """Return the offset in a prose text at which the source from a place on is read."""
    ends = [*(run.prose_start for run in prose.runs[1:]), len(prose.text)]
    for run, end in zip(prose.runs, ends, strict=True):
        if source < run.source_start + run.source_length:
            if source <= run.source_start or end - run.prose_start != run.source_length:
                return run.prose_start
            return run.prose_start + source - run.source_start
    return len(prose.text)
