"""How protolint reads scripts: texts, sentences, moves, moments and protocols (contract §11)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from protolint.linting.graph_outline import NO_GRAPH, GraphOutline, graph_outline
from protolint.linting.lines import Lines
from protolint.linting.protocols import Departure, departures
from protolint.script import Span
from protolint.text.reading import Reading


class MoveOutline(msgspec.Struct, frozen=True):
    """A move that a sentence makes, and how sure that is, from 0 to 1."""

    move: str
    confidence: float


class SentenceOutline(msgspec.Struct, frozen=True):
    """A sentence by its place in the source, with its moves."""

    start: int
    end: int
    moves: tuple[MoveOutline, ...]


class TextOutline(msgspec.Struct, frozen=True):
    """A text of a script. Only texts that are said to the customer have sentences."""

    kind: str
    start: int
    end: int
    line: int
    sentences: tuple[SentenceOutline, ...]


class MomentOutline(msgspec.Struct, frozen=True, rename={"told_by": "from"}):
    """A moment of a script, and whether its front matter or its words tell of it."""

    value: str
    told_by: str


class VersionOutline(msgspec.Struct, frozen=True):
    """One of the versions of a script: by tone, language or channel. Its texts begin on `line`."""

    name: str
    channels: tuple[str, ...]
    locale: str
    line: int
    end_line: int


class ScriptOutline(msgspec.Struct, frozen=True):
    """How one script is read; `versions` are empty where there is but one."""

    path: str
    script: str
    title: str
    channels: tuple[str, ...]
    moments: tuple[MomentOutline, ...]
    container: str
    audience: str
    line: int
    end_line: int
    protocols: tuple[Departure, ...]
    texts: tuple[TextOutline, ...]
    graph: GraphOutline = NO_GRAPH
    versions: tuple[VersionOutline, ...] = ()


#: Kinds of text whose sentences are told.
_SAID = frozenset({"public", "spoken", "subject"})


def outline(lines: Lines) -> ScriptOutline:
    """Return how a script is read, or one version of it."""
    script = lines.script
    first, last = (script.source.position(place).line for place in script.body)
    known = script.metadata
    version = VersionOutline(script.version, known.channels, known.locale, first, last)
    return ScriptOutline(
        path=script.source.path,
        script=script.id,
        title=script.title,
        channels=known.channels,
        moments=tuple(_moments(lines)),
        container=known.container,
        audience=known.audience,
        line=first,
        end_line=last,
        protocols=departures(lines),
        texts=tuple(_texts(lines)),
        graph=graph_outline(script),
        versions=(version,) if script.version else (),
    )


def _moments(lines: Lines) -> Iterator[MomentOutline]:
    given = lines.script.metadata.moments
    if given:
        yield from (MomentOutline(moment, "front-matter") for moment in given)
    else:
        yield from (MomentOutline(moment.name, "inferred") for moment in lines.moments)


def _texts(lines: Lines) -> Iterator[TextOutline]:
    for reading, moves in zip(lines.readings, lines.moves, strict=True):
        prose = reading.stretch.prose
        span = prose.span(0, len(prose.text))
        sentences = (
            SentenceOutline(
                *prose.span(*place),
                tuple(MoveOutline(move.name, move.confidence) for move in made),
            )
            for place, made in zip(_said(reading), moves, strict=False)
        )
        line = lines.script.source.position(span.start).line
        yield TextOutline(reading.stretch.kind, *span, line, tuple(sentences))


def _said(reading: Reading) -> list[Span]:
    return reading.sentences if reading.stretch.kind in _SAID else []
