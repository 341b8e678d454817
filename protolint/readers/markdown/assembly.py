"""The scripts of a file put together from its parts: ids, titles, allowances, metadata."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import PurePath
from typing import NamedTuple

from msgspec import structs

from protolint.readers._front_matter import FrontMatter
from protolint.readers._placeholders import Masked
from protolint.readers.markdown import titles
from protolint.readers.markdown.allowances import Comment, allowances
from protolint.readers.markdown.blocks import Body
from protolint.readers.markdown.division import Division, Part
from protolint.readers.markdown.places import Lines
from protolint.script import Allowance, Metadata, Problem, Script, Source, Span, Stretch


class File(NamedTuple):
    """A file as it was taken apart."""

    source: Source
    front: FrontMatter
    masked: Masked
    lines: Lines


def scripts_of(
    file: File, division: Division, bodies: Sequence[Body], subject: Sequence[Stretch]
) -> tuple[tuple[Script, ...], tuple[Problem, ...]]:
    """Return the scripts of a file, and its comments that say nothing known.

    What the front matter says of slips and a subject is told by the first script.
    """
    source, front, masked, lines = file
    spans = _spans(division.parts, Span(front.body_start, len(source.text)), lines)
    allowed, unknown = _allowed(bodies, source, spans)
    comments = [comment for body in bodies for comment in body.comments]
    stem = front.metadata.id or PurePath(source.path).stem
    ids = _ids(stem, division)
    scripts = []
    for number, (part, body, span) in enumerate(zip(division.parts, bodies, spans, strict=True)):
        is_first = not number
        own = Span(0, span.end) if is_first else span
        stretches = (*subject, *body.stretches) if is_first else tuple(body.stretches)
        metadata = _metadata(front.metadata, division, part)
        script = Script(
            id=next(ids),
            title=_title(part, metadata, body.stretches),
            source=source,
            body=span,
            metadata=metadata,
            stretches=stretches,
            allowances=allowed[number],
            slips=front.slips if is_first else (),
            unbalanced=tuple(_unbalanced(masked, body.stretches, comments, own)),
        )
        scripts.append(script)
    return tuple(scripts), unknown


def _spans(parts: Sequence[Part], whole: Span, lines: Lines) -> list[Span]:
    """Return the part of the source that is each script's: from its heading to the next one's."""
    if len(parts) < 2 and not parts[0].title:
        return [whole]
    starts = [lines.start(part.line) for part in parts]
    return [Span(*pair) for pair in zip(starts, [*starts[1:], whole.end], strict=True)]


def _allowed(
    bodies: Sequence[Body], source: Source, spans: Sequence[Span]
) -> tuple[list[tuple[Allowance, ...]], tuple[Problem, ...]]:
    """Return what the comments allow, by the script they stand in; `off` ends with the file."""
    if len(bodies) == 1:
        allowed, unknown = allowances(bodies[0].comments, source, spans[0])
        return [allowed], unknown
    comments = [comment for body in bodies for comment in body.comments]
    allowed, unknown = allowances(comments, source, Span(spans[0].start, spans[-1].end))
    inner = [span.start for span in spans[1:]]
    by_script: list[list[Allowance]] = [[] for _ in spans]
    for own in allowed:
        by_script[bisect_right(inner, own.comment.start)].append(own)
    return [tuple(each) for each in by_script], unknown


def _ids(stem: str, division: Division) -> Iterator[str]:
    """Yield an id for each part: the file's, or with a slug that no other part has."""
    if not division.is_library:
        yield stem
        return
    taken: set[str] = set()
    for part in division.parts:
        slug = titles.slug(part.heading)
        numbered = (f"{slug}-{number}" for number in count(2))
        own = slug if slug not in taken else next(each for each in numbered if each not in taken)
        taken.add(own)
        yield f"{stem}#{own}"


def _title(part: Part, metadata: Metadata, stretches: Sequence[Stretch]) -> str:
    """Return the title of a script: that of its part, of the file, or its first heading."""
    return part.title or metadata.title or _first_heading(stretches)


def _first_heading(stretches: Sequence[Stretch]) -> str:
    """Return the first heading as it is read, placeholders as they are written."""
    for stretch in stretches:
        if stretch.kind == "heading":
            return stretch.prose.shown(0, len(stretch.prose.text)).strip()
    return ""


def _metadata(known: Metadata, division: Division, part: Part) -> Metadata:
    """Return the metadata of a script: its file's, and what its own part says."""
    given = dict(part.given)
    if division.container == known.container and not given:
        return known
    channels = (given["channel"],) if "channel" in given else known.channels
    return structs.replace(
        known,
        container=division.container,
        locale=given.get("locale", known.locale),
        audience=given.get("audience", known.audience),
        channels=channels,
        keys=known.keys.union(given),
    )


def _unbalanced(
    masked: Masked, stretches: Sequence[Stretch], comments: Sequence[Comment], own: Span
) -> Iterator[Span]:
    """Yield the tags of a part that have no partner, but for those in code and comments."""
    if not masked.unbalanced:
        return
    hidden = [comment.span for comment in comments]
    for each in stretches:
        code = (token.span for token in each.prose.opaques.values() if token.kind == "code")
        hidden += [each.prose.span(0, len(each.prose.text))] if each.kind == "code" else code
    hidden.sort()
    for tag in masked.unbalanced:
        before = bisect_right(hidden, tag.span)
        is_hidden = before and tag.span.end <= hidden[before - 1].end
        if own.start <= tag.span.start < own.end and not is_hidden:
            yield tag.span
