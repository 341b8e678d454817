"""What text for a terminal is made of: colours, widths in cells, and tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from protolint.outputs._wording import visible

#: Colours a text by the number of an ANSI code; the plain one leaves it as it is.
Paint = Callable[[str, str], str]

COLORS = {"error": "31", "warning": "33", "suggestion": "36", "problem": "35"}


def painter(*, color: bool) -> Paint:
    """Return what colours a text, or leaves it plain."""
    return _paint if color else _plain


def _plain(text: str, _: str) -> str:
    return text


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code else text


def width(text: str) -> int:
    """Return the number of terminal cells a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def table(rows: Sequence[Sequence[str]], paint: Paint) -> Iterator[str]:
    """Yield the lines of a table: its head in bold, all columns but the first set to the right."""
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = (pad(cell, widths[at], is_right=at > 0) for at, cell in enumerate(row))
        yield paint("  ".join(cells).rstrip(), "1" if number == 0 else "")


def pad(text: str, cells: int, *, is_right: bool = False) -> str:
    """Return a text filled with spaces to so many cells, set to the left or to the right."""
    gap = " " * (cells - width(text))
    return gap + text if is_right else text + gap


def cut(text: str, cells: int, *, is_end: bool = False) -> str:
    """Return a visible text of at most so many cells; of a longer one its begin, or its end."""
    text = visible(text)
    if width(text) <= cells:
        return text
    while width(text) >= cells:
        text = text[1:] if is_end else text[:-1]
    return f"…{text}" if is_end else f"{text}…"
