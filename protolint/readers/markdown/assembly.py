"""The scripts of a file put together from its parts: ids, titles, allowances, metadata."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count, repeat
from typing import NamedTuple, TypeVar

from msgspec import structs

from protolint.readers._front_matter import FrontMatter
from protolint.readers._placeholders import Masked
from protolint.readers.markdown import titles
from protolint.readers.markdown.allowances import allowances
from protolint.readers.markdown.division import Division
from protolint.readers.markdown.parts import Part
from protolint.readers.markdown.places import Lines
from protolint.readers.markdown.texts import Texts
from protolint.script import Metadata, Problem, Script, Settings, Source, Span, Stretch

_One = TypeVar("_One")
#: The keys of metadata that a part may give, and the name of the field where it is another.
_FIELDS = {"channel": "channels", "moment": "moments"}


class File(NamedTuple):
    """A file as it was taken apart."""

    source: Source
    stem: str
    front: FrontMatter
    masked: Masked
    lines: Lines
    settings: Settings


def scripts_of(
    file: File, division: Division, body: Texts, subject: Sequence[Stretch]
) -> tuple[tuple[Script, ...], tuple[Problem, ...]]:
    """Return the scripts of a file, and its comments that say nothing known.

    What the front matter says of slips and a subject is told by the first script.
    """
    source, front = file.source, file.front
    whole = Span(front.body_start, len(source.text))
    spans = _spans(division, body, whole, file.lines)
    starts = [
        span.start if part.above is None else file.lines.start(part.above)
        for span, part in zip(spans[1:], division.parts[1:], strict=True)
    ]
    allowed, unknown = allowances(body.comments, source, whole)
    texts = _shared(body.stretches, lambda own: own.prose.runs[0].source_start, starts)
    allowed_in = _shared(allowed, lambda own: own.comment.start, starts)
    tags_in = _shared(list(_unbalanced(file.masked, body)), lambda tag: tag.start, starts)
    ids = _ids(front.metadata.id or file.stem, division)
    scripts = []
    for number, part in enumerate(division.parts):
        before = subject if not number else ()
        own = _internal(texts[number]) if ("audience", "internal") in part.given else texts[number]
        metadata = _metadata(front.metadata, division, part, file.settings)
        script = Script(
            id=next(ids),
            title=part.title or metadata.title or _first_heading(texts[number]),
            source=source,
            body=spans[number],
            metadata=metadata,
            stretches=(*before, *(_numbered(own) if number else own)),
            allowances=tuple(allowed_in[number]),
            slips=() if number else front.slips,
            unbalanced=tuple(tags_in[number]),
            version=part.version,
        )
        scripts.append(script)
    return tuple(scripts), unknown


def _spans(division: Division, body: Texts, whole: Span, lines: Lines) -> list[Span]:
    """Return the part of the source that is each script's: from its heading to the next one's."""
    if not division.is_library:
        return [whole]
    starts = [
        lines.start(part.line) if part.cell is None else body.cells[part.line, part.cell]
        for part in division.parts
    ]
    return [Span(*pair) for pair in zip(starts, [*starts[1:], whole.end], strict=True)]


def _shared(
    found: Sequence[_One], place: Callable[[_One], int], starts: Sequence[int]
) -> list[list[_One]]:
    """Return what belongs to each script by its place; `starts` are those of all but the first."""
    if not starts:
        return [list(found)]
    shares: list[list[_One]] = [[] for _ in range(len(starts) + 1)]
    for own in found:
        shares[bisect_right(starts, place(own))].append(own)
    return shares


def _internal(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return texts of which none is for customers, whatever holds them."""
    said = ("public", "field", "subject")
    return [structs.replace(own, kind="note") if own.kind in said else own for own in stretches]


def _numbered(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the texts of a script that is not its file's first, their blocks counted from 0."""
    for stretch in stretches:
        yield structs.replace(stretch, block=stretch.block - stretches[0].block)


def _ids(stem: str, division: Division) -> Iterator[str]:
    """Yield an id for each part: the file's, or with a slug that no other script has."""
    if all(part.is_more for part in division.parts[1:]):
        yield from repeat(stem)
        return
    taken: set[str] = set()
    own = ""
    for part in division.parts:
        if not part.is_more:
            slug = titles.slug(part.heading)
            names = chain([slug], (f"{slug}-{number}" for number in count(2)))
            own = next(each for each in names if each not in taken)
            taken.add(own)
        yield f"{stem}#{own}"


def _first_heading(stretches: Sequence[Stretch]) -> str:
    """Return the first heading as it is read, placeholders as they are written."""
    for stretch in stretches:
        if stretch.kind == "heading":
            return stretch.prose.shown(0, len(stretch.prose.text)).strip()
    return ""


def _metadata(known: Metadata, division: Division, part: Part, settings: Settings) -> Metadata:
    """Return the metadata of a script: its file's, and what its own part says, where it exists."""
    given: dict[str, str | tuple[str, ...]] = {}
    for key, value in part.given:
        values = tuple(each for each in value.split(",") if _exists(key, each, settings))
        if values:
            given[_FIELDS.get(key, key)] = values if key in _FIELDS else value
    if division.container == known.container and not given:
        return known
    keys = known.keys.union(key for key, _ in part.given)
    return structs.replace(known, container=division.container, keys=keys, **given)


def _exists(key: str, value: str, settings: Settings) -> bool:
    allowed = settings.allowed.get(key)
    return allowed is None or value in allowed


def _unbalanced(masked: Masked, body: Texts) -> Iterator[Span]:
    """Yield the template tags without a partner, but for those in code and comments."""
    if not masked.unbalanced:
        return
    hidden = [comment.span for comment in body.comments]
    for each in body.stretches:
        code = (token.span for token in each.prose.opaques.values() if token.kind == "code")
        hidden += [each.prose.span(0, len(each.prose.text))] if each.kind == "code" else code
    hidden.sort()
    for tag in masked.unbalanced:
        before = bisect_right(hidden, tag.span)
        if not before or hidden[before - 1].end < tag.span.end:
            yield tag.span
