"""The text of a YAML scalar as prose: where each of its characters stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from protolint.placed import Node
from protolint.script import Prose, Run
from protolint.text.lazy import lazy_pattern

_BREAK = r"(?>\r\n?|\n)"
_FOLD = rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
#: What is not itself in the text of a scalar on one line or many: escapes, doubled quotes, breaks.
_PIECES = {
    "plain": re.compile(_FOLD),
    "single": re.compile(rf"''|{_FOLD}"),
    "double": re.compile(
        rf"\\{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
        rf"|\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|[^\r\n])|{_FOLD}"
    ),
}
_ONE_BREAK = lazy_pattern(_BREAK)
_LINE = lazy_pattern(r"[^\r\n]+")


class _Part(NamedTuple):
    """So many characters of text from so many characters of source."""

    length: int
    start: int
    source_length: int


def scalar_prose(node: Node, source: str, base: int) -> Prose:
    """Return the text of a scalar whose span counts from `base` in the source.

    White space at its end is left out. Escapes, doubled quotes and folded lines are one piece each.
    """
    text = node.text.rstrip()
    start, end = node.span.start + base, node.span.end + base
    if node.style in _PIECES:
        quote = int(node.style != "plain")
        parts = list(_flow(node.style, source, start + quote, end - quote))
    else:
        parts = list(_block(text, source, start, end))
    runs = _runs(parts, len(text))
    return Prose(text, runs if _agree(text, source, runs) else (Run(0, start, end - start),))


def _flow(style: str, source: str, start: int, end: int) -> Iterator[_Part]:
    at = start
    for piece in _PIECES[style].finditer(source, start, end):
        if piece.start() > at:
            yield _Part(piece.start() - at, at, piece.start() - at)
        yield _Part(_length(piece[0]), piece.start(), piece.end() - piece.start())
        at = piece.end()
    if end > at:
        yield _Part(end - at, at, end - at)


def _length(piece: str) -> int:
    """Return how many characters a piece stands for: a lone line break is one space."""
    breaks = len(_ONE_BREAK.findall(piece))
    if piece[0] == "\\":
        return max(breaks - 1, 0) if breaks else 1
    return max(breaks - 1, 1)


def _block(text: str, source: str, start: int, end: int) -> Iterator[_Part]:
    """Yield the lines of a block scalar, and what joins them, by finding each in the text."""
    header = _LINE.match(source, start, end)
    at, last = 0, 0
    for line in _LINE.finditer(source, header.end() if header else start, end):
        words = line[0].strip(" \t")
        found = text.find(words, at)
        if not words or found < 0 or text[at:found].strip():
            continue
        begin = line.start() + line[0].index(words)
        if found > at:
            yield _Part(found - at, last, begin - last)
        yield _Part(len(words), begin, len(words))
        at, last = found + len(words), begin + len(words)


def _runs(parts: list[_Part], length: int) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for part in parts:
        taken = min(part.length, length - at)
        if taken > 0:
            is_piece = part.length != part.source_length
            runs.append(Run(at, part.start, part.source_length if is_piece else taken))
        at += max(taken, 0)
    return tuple(runs) if at == length else ()


def _agree(text: str, source: str, runs: tuple[Run, ...]) -> bool:
    """Return whether each run that claims to be the source itself is."""
    for run, after in zip(runs, [*(run.prose_start for run in runs[1:]), len(text)], strict=True):
        is_source = after - run.prose_start == run.source_length
        own = source[run.source_start : run.source_start + run.source_length]
        if is_source and run.source_length > 1 and own != text[run.prose_start : after]:
            return False
    return bool(runs)
