"""A script as its customer meets it: its texts without markup, each part with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from protolint.linting.lines import Lines
from protolint.linting.outline import ScriptOutline, outline
from protolint.linting.preview_length import Lengths, lengths
from protolint.linting.preview_markup import LeftOut, left_out
from protolint.script import Prose, Stretch

#: What stands before the first word of an item in a numbered list.
_MARKER = re.compile(r"(\d{1,9})[.)]\s+[*_~`\[]*\Z")
#: Bold type, in the markup between two runs of prose; targets of links are passed over.
_TARGET = re.compile(r"\]\([^)]*\)")
_STRONG = re.compile(r"\*\*|__")


class Piece(NamedTuple):
    """A part of a text that is all of one sort, and the source it was read from.

    `sort` is empty for plain words, else the kind of the opaque token. Plain words that are as
    long as their source are the source, character by character; any other piece is one whole.
    """

    text: str
    start: int
    end: int
    sort: str = ""
    is_strong: bool = False


class PreviewLink(NamedTuple):
    """A link by the source of its words; its target is shown and never followed."""

    start: int
    end: int
    target: str


class PreviewText(msgspec.Struct, frozen=True):
    """One text of a script. `number` is that of an item in a numbered list, 0 elsewhere.

    `is_title` says whether it is a heading that only its users see.
    """

    kind: str
    shape: str
    block: int
    level: int
    line: int
    number: int
    branch: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]
    links: tuple[PreviewLink, ...]
    is_title: bool = False


class Preview(msgspec.Struct, frozen=True):
    """A script with its outline (contract §11), its texts, its lengths, and what is no text."""

    outline: ScriptOutline
    platform: str | None
    author: str | None
    shape: str
    locale: str
    texts: tuple[PreviewText, ...]
    lengths: Lengths
    left_out: tuple[LeftOut, ...]


_DECODER = msgspec.msgpack.Decoder(list[Preview])


def packed(scripts: Iterable[Lines]) -> bytes:
    """Return the previews of scripts as MessagePack."""
    return msgspec.msgpack.encode([preview(lines) for lines in scripts])


def unpacked(previews: bytes) -> list[Preview]:
    """Return the previews of one file; none where it has none."""
    return _DECODER.decode(previews) if previews else []


def preview(lines: Lines) -> Preview:
    """Return how a script is shown to its customer."""
    known = lines.script.metadata
    return Preview(
        outline=outline(lines),
        platform=known.platform,
        author=known.author,
        shape=known.shape,
        locale=known.locale,
        texts=tuple(_text(stretch, lines) for stretch in lines.script.stretches),
        lengths=lengths(lines),
        left_out=tuple(left_out(lines.script)),
    )


def _text(stretch: Stretch, lines: Lines) -> PreviewText:
    prose, source = stretch.prose, lines.script.source
    start = prose.span(0, 0).start
    line, column = source.position(start)
    marker = _MARKER.search(source.text, start - column + 1, start)
    is_item = stretch.shape == "item" and marker is not None
    return PreviewText(
        kind=stretch.kind,
        shape=stretch.shape,
        block=stretch.block,
        level=stretch.level,
        line=line,
        number=int(marker[1]) if marker and is_item else 0,
        branch=stretch.branch,
        pieces=tuple(_pieces(prose, source.text)),
        links=tuple(
            PreviewLink(*prose.span(link.start, link.end), link.target) for link in prose.links
        ),
        is_title=stretch.is_title,
    )


def _pieces(prose: Prose, source: str) -> Iterator[Piece]:
    ends = [*(run.prose_start for run in prose.runs[1:]), len(prose.text)]
    strong = _strong(prose, source)
    for run, end, is_strong in zip(prose.runs, ends, strong, strict=True):
        text = prose.text[run.prose_start : end]
        if text:
            opaque = prose.opaques.get(run.prose_start)
            place = (run.source_start, run.source_start + run.source_length)
            yield Piece(
                opaque.raw if opaque else text, *place, opaque.kind if opaque else "", is_strong
            )


def _strong(prose: Prose, source: str) -> list[bool]:
    """Return for each run whether it is bold: whether a mark of bold type stands open before it.

    Where marks do not pair up, none is taken for one.
    """
    found: list[bool] = []
    is_open, done = False, prose.runs[0].source_start if prose.runs else 0
    line = source.rfind("\n", 0, done) + 1
    gap = source[line:done]
    for run in prose.runs:
        gap = gap or source[done : run.source_start]
        is_open ^= len(_STRONG.findall(_TARGET.sub("", gap))) % 2 == 1
        found.append(is_open)
        gap, done = "", run.source_start + run.source_length
    after = source[done : source.find("\n", done) if "\n" in source[done:] else len(source)]
    is_open ^= len(_STRONG.findall(_TARGET.sub("", after))) % 2 == 1
    return [False] * len(found) if is_open else found
