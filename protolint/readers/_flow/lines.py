"""The lines of a script as people indent and mark them, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from protolint.text.lazy import lazy_pattern

_COMMENT = lazy_pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOT_BREAK = lazy_pattern(r"[^\r\n]")
_LINE = lazy_pattern(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_QUOTE = lazy_pattern(r"[ \t]*>[ \t]?")
_FENCE = lazy_pattern(r"(`{3,}|~{3,})[ \t]*([\w+-]*)")
_HEADING = lazy_pattern(r"(#{1,6})[ \t]+")
_BULLET = lazy_pattern(
    r"(?:[-*+•‣–·]|\(?(?:\d{1,3}[a-z]?|[a-zA-Z])[.)])(?=[ \t]+\S)[ \t]+(?:\[[ xX]\][ \t]+)?"
)
_ARROW_BULLET = lazy_pattern(r"(?:↳|[│|]?[ ]*[└├╰]─*>?)[ \t]*")
_RULE = lazy_pattern(r"[-*_=~][-*_=~ \t]{2,}$")
_EMPHASIS = lazy_pattern(r"\*+|~~|`+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
#: Fences in these languages, or in none, hold words; all others hold code.
_WORDS = frozenset({"", "text", "txt", "markdown", "md", "plain", "plaintext", "script"})


class Line(NamedTuple):
    """A line without its list and quote marks: `text` is as long as its part of the source.

    Marks of emphasis are spaces in `text`. `depth` is the column of its first character or mark,
    those of a quote not counted; `mark` the bullet or number that it begins with.
    """

    start: int
    text: str
    depth: int
    mark: str = ""
    heading: int = 0
    is_quote: bool = False
    is_fenced: bool = False
    is_after_gap: bool = False
    is_italic: bool = False
    is_bold: bool = False
    is_led: bool = False  # whether its first words are emphasised

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """Return the lines of a part of a source that hold words, in order."""
    body = _COMMENT.sub(lambda found: _NOT_BREAK.sub(" ", found[0]), text[:end])
    return list(_lines(body, start, end))


def _lines(body: str, start: int, end: int) -> Iterator[Line]:
    fence, is_code, is_after_gap = "", False, True
    while start < end:
        found = _LINE.match(body, start, end)
        assert found  # noqa: S101
        line, at, start = found[0].rstrip(), start, max(found.end(), start + 1)
        bare = line.lstrip(" \t>")
        opening = _FENCE.match(bare)
        if fence:
            if bare.startswith(fence) and not bare.strip("`~"):
                fence, is_after_gap = "", True
                continue
        elif opening and not bare[opening.end() :].count("`"):
            fence, is_code = opening[1], opening[2].lower() not in _WORDS
            is_after_gap = True
            continue
        if not bare or (fence and is_code) or (_RULE.match(bare) and not fence):
            is_after_gap = True
            continue
        yield _line(line, at, is_fenced=bool(fence), is_after_gap=is_after_gap)
        is_after_gap = False


def _line(line: str, start: int, *, is_fenced: bool, is_after_gap: bool) -> Line:
    at, depth, is_quote = 0, 0, False
    while quote := _QUOTE.match(line, at):
        depth += _width(line[at : quote.end()].partition(">")[0])
        at, is_quote = quote.end(), True
    rest = line[at:].lstrip(" \t")
    depth += _width(line[at : len(line) - len(rest)])
    at = len(line) - len(rest)
    heading = None if is_fenced else _HEADING.match(line, at)
    if heading:
        at, rest = heading.end(), line[heading.end() :].rstrip("# \t")
    mark = ""
    while not heading and (bullet := _BULLET.match(line, at) or _ARROW_BULLET.match(line, at)):
        mark = mark or bullet[0].strip(" \t()")
        at = bullet.end()
        rest = line[at:]
    return Line(
        start + at,
        _EMPHASIS.sub(lambda mark: " " * len(mark[0]), rest),
        depth,
        mark,
        len(heading[1]) if heading else 0,
        is_quote,
        is_fenced,
        is_after_gap,
        *_emphasised(rest),
        is_led=rest[:1] in ("*", "_"),
    )


def _width(space: str) -> int:
    return len(space.expandtabs(4))


def _emphasised(text: str) -> tuple[bool, bool]:
    """Return whether a whole line is in italics, and whether it is in bold."""
    bare = text.rstrip(" .:")
    inner = bare.strip("*_")
    mark = bare[: len(bare) - len(bare.lstrip("*_"))]
    if not mark or not bare.endswith(mark[::-1]) or len(inner) < 1 or mark[0] in inner:
        return False, False
    return len(mark) in (1, 3), len(mark) in (2, 3)
