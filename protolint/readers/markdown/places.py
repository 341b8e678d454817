"""Where each character of what markdown-it calls content stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from protolint.text.lazy import lazy_pattern

_LINE_BREAK = lazy_pattern(r"\r\n?|\n")
_ESCAPED_PIPE = lazy_pattern(r"\\\|")


class Lines:
    """The lines of a text as markdown-it counts them, with their offsets in the source."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        breaks = list(_LINE_BREAK.finditer(text))
        self._starts = [0, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(text)]

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        return self.text[self._starts[number] : self._ends[number]]

    def start(self, number: int) -> int:
        """Return the source offset at which a line begins; that of the end beyond the last."""
        return self.base + (self._starts[number] if number < len(self._starts) else len(self.text))

    def end(self, number: int) -> int:
        """Return the source offset at which a line ends, its line break not counted."""
        return self.base + self._ends[min(number, len(self._ends) - 1)]


class HeldLines(Lines):
    """The lines of what a fence holds: each is the tail of one of the file's lines."""

    def __init__(self, text: str, first: int, outer: Lines) -> None:
        super().__init__(text, 0)
        self._first = first
        self._outer = outer

    def start(self, number: int) -> int:
        """Return the source offset at which a line of the fence begins."""
        if number >= len(self):
            return self.end(number)
        return self.end(number) - len(self[number])

    def end(self, number: int) -> int:
        """Return the source offset at which a line of the fence ends."""
        return self._outer.end(self._first + min(number, len(self) - 1))


class Places:
    """The places of a content, in pieces: its offset, that in the source, the source's length.

    A length of None means that the piece is its source, character by character.
    """

    def __init__(self, pieces: list[tuple[int, int, int | None]]) -> None:
        self._pieces = pieces
        self._starts = [piece[0] for piece in pieces]
        #: What to add to each offset, where all of the content is one piece of the source.
        self.shift = pieces[0][1] if len(pieces) == 1 else None

    def start(self, offset: int) -> int:
        """Return the source offset of the character at an offset of the content."""
        at, source, length = self._pieces[max(bisect_right(self._starts, offset) - 1, 0)]
        return source + (offset - at if length is None else (offset > at) * length)

    def end(self, offset: int) -> int:
        """Return the source offset behind the last character before an offset of the content."""
        if not offset:
            return self.start(0)
        at, source, length = self._pieces[max(bisect_right(self._starts, offset - 1) - 1, 0)]
        return source + (offset - at if length is None else length)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int, int | None]]:
        """Yield the pieces of a part of the content: start, end, source and its length or None."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while start < end:
            at, source, length = self._pieces[index]
            index += 1
            stop = self._starts[index] if index < len(self._starts) else end
            if length is None:
                yield start, min(stop, end), source + start - at, None
            else:
                yield start, min(stop, end), source, length
            start = stop


def of_lines(content: str, first: int, lines: Lines) -> Places:
    """Return the places of content that is lines of the source from `first` on.

    Whatever list or quote a line is in, its content is its tail; only the last line may have lost
    white space at its end, and white space before the first word may have been expanded.
    """
    line = lines[first]
    if "\n" not in content and line.endswith(content):
        return Places([(0, lines.end(first) - len(content), None)])
    parts = content.split("\n")
    first = _first_line(parts[0], first, lines)
    pieces: list[tuple[int, int, int | None]] = []
    at = 0
    for number, part in enumerate(parts[:-1], first):
        pieces.append((at, lines.end(number) - len(part), None))
        at += len(part) + 1
    last = lines[first + len(parts) - 1]
    end = lines.end(first + len(parts) - 1)
    if not last.endswith(parts[-1]):
        end -= len(last) - len(last.rstrip())
        end += len(parts[-1]) - len(parts[-1].rstrip())
    pieces.append((at, end - len(parts[-1]), None))
    return Places(pieces)


def _first_line(part: str, number: int, lines: Lines) -> int:
    """Return the line that a content begins on: lines of odd white space alone are trimmed off."""
    wanted = part.strip()
    if not wanted:
        return number
    line = number
    while line < len(lines) and not lines[line].rstrip().endswith(wanted):
        line += 1
    return line if line < len(lines) else number


def of_heading(content: str, number: int, lines: Lines) -> Places:
    """Return the places of the content of a `# heading #`."""
    line = lines[number].rstrip()
    bare = line.rstrip("#")
    if bare != line and bare[-1:] in (" ", "\t"):
        line = bare.rstrip()
    trimmed = len(content.rstrip())
    return Places([(0, lines.start(number) + len(line) - trimmed, None)])


def of_cells(contents: list[str], number: int, length: int, lines: Lines) -> Iterator[Places]:
    """Yield the places of the cells of a row whose first character is `length` before its end."""
    row = lines[number][-length:] if length else ""
    start = lines.end(number) - length
    for (begin, end), content in zip(_columns(row), contents, strict=False):
        cell = row[begin:end]
        lead = len(cell) - len(cell.lstrip()) - len(content) + len(content.lstrip())
        yield Places(list(_cell(cell[lead:], start + begin + lead)))


def _columns(row: str) -> list[tuple[int, int]]:
    """Return where the cells of a row lie between its pipes."""
    first = len(row) - len(row.lstrip())
    last = len(row.rstrip())
    bars = [at for at in range(first, last) if row[at] == "|" and row[at - 1 : at] != "\\"]
    columns = list(zip([first, *(bar + 1 for bar in bars)], [*bars, last], strict=True))
    if columns[0][0] == columns[0][1]:
        del columns[0]
    if columns and columns[-1][0] == columns[-1][1]:
        del columns[-1]
    return columns


def _cell(cell: str, source: int) -> Iterator[tuple[int, int, int | None]]:
    """Yield the pieces of a cell, in which `\\|` is read as `|`."""
    at = plain = 0
    for pipe in _ESCAPED_PIPE.finditer(cell):
        yield at, source + plain, None
        at += pipe.start() - plain
        yield at, source + pipe.start(), 2
        at, plain = at + 1, pipe.end()
    yield at, source + plain, None
