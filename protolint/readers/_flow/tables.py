"""Tables that hold a flow: in each row a condition or an answer, what to say and where to go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from protolint.readers._flow import words
from protolint.readers._flow.jumps import aimed_jump
from protolint.readers._flow.lines import Line
from protolint.readers._flow.part import Part, Piece
from protolint.readers._flow.runs import words_of
from protolint.readers._flow.styles import Style
from protolint.readers._flow.targets import Head, Targets, named
from protolint.text.lazy import lazy_pattern

_RULE = lazy_pattern(r"[ |:+-]*-[ |:+-]*")
_ANSWER = lazy_pattern(rf"\W*(?:if |wenn )?({words.ANSWER}|{words.ELSE})\W*", re.IGNORECASE)
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "step",
        re.compile(r"^\W*(?:step|#|no\.?|nr\.?|node|id|stage|state|schritt|q)\W*$", re.IGNORECASE),
    ),
    (
        "next",
        re.compile(
            r"\b(?:next|go(?:es)?(?: to)?|goto|jump|route|destination|leads|then|weiter|danach)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "condition",
        re.compile(
            r"\b(?:when|if|condition|situation|trigger|customer|caller|client|user|answer"
            r"|reply|response from|they say|key|press(?:es)?|option|wenn|situation|antwort"
            r"|kunde)\b",
            re.IGNORECASE,
        ),
    ),
    ("direction", re.compile(r"\b(?:action|do|outcome|system|aktion)\b", re.IGNORECASE)),
    (
        "spoken",
        re.compile(
            r"\b(?:say|says|agent|script|example|words|wording|prompt|message|bot|you|response"
            r"|phrase|question|ask|sagen|beispiel|text)\b",
            re.IGNORECASE,
        ),
    ),
)
_BARE = lazy_pattern(r"[A-Za-z]?\d*[a-z]?")
#: A cell as short as this is the key of a menu, such as “*”.
_SHORT = 3
_KEPT = ("condition", "next")


class Table(NamedTuple):
    """A table by the numbers of its lines, and what each of its columns holds."""

    first: int
    past: int
    columns: tuple[str, ...]

    @property
    def is_flow(self) -> bool:
        """Whether its rows say what to do in which case."""
        return any(each in _KEPT or each.startswith("answer") for each in self.columns)


def tables_of(lines: Sequence[Line]) -> list[Table]:
    """Return the tables among some lines."""
    found, at = [], 0
    while at < len(lines):
        past = at
        while past < len(lines) and "|" in lines[past].text:
            past += 1
            if past < len(lines) and lines[past].is_after_gap:
                break
        if past - at > 2 and _RULE.fullmatch(lines[at + 1].text):
            titles = (lines[at].text[slice(*cell)] for cell in _cells(lines[at].text))
            found.append(Table(at, past, _asking(tuple(map(_column, titles)))))
        at = max(past, at + 1)
    return found


def _asking(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return what columns hold: one without a known title, where others say what next, asks."""
    is_asked = any(each in ("condition", "step") or each.startswith("answer") for each in columns)
    if "next" not in columns or is_asked or "" not in columns:
        return columns
    at = columns.index("")
    return (*columns[:at], "condition", *columns[at + 1 :])


def _column(title: str) -> str:
    answer = _ANSWER.fullmatch(title)
    if answer:
        return f"answer {answer[1]}"
    return next((name for name, pattern in _COLUMNS if pattern.search(title)), "")


def table_heads(lines: Sequence[Line]) -> Iterator[Head]:
    """Yield the steps that the rows of tables are, where these have a column for their numbers."""
    for table in tables_of(lines):
        if "step" not in table.columns or not table.is_flow:
            continue
        for at in range(table.first + 2, table.past):
            cells = _filled(lines[at], table)
            own = next((piece for column, piece in cells if column == "step"), None)
            if own:
                title, number, anchor = named(own.text)
                said = [piece.text.strip(' “”"„') for column, piece in cells if column == "spoken"]
                number = number or own.text.strip(" .:()").lower()
                is_bare = _BARE.fullmatch(title.strip()) is not None
                title = "" if is_bare and said else title
                yield Head(title, number, anchor, own.span, at)


def rows_of(lines: Sequence[Line], style: Style, targets: Targets) -> dict[int, list[Part]]:
    """Return the parts of each line of a table, by the number of the line."""
    found: dict[int, list[Part]] = {}
    for table in tables_of(lines):
        found[table.first] = found[table.first + 1] = []
        for at in range(table.first + 2, table.past):
            found[at] = list(_row(lines[at], table, style, targets))
    return found


def _cells(text: str) -> list[tuple[int, int]]:
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", text)]
    if not text.lstrip().startswith("|"):
        bars.insert(0, -1)
    if not text.rstrip().endswith("|"):
        bars.append(len(text))
    return [(first + 1, past) for first, past in pairwise(bars)]


def _filled(line: Line, table: Table) -> list[tuple[str, Piece]]:
    """Return the cells of a row that hold something, each with what its column is."""
    pairs = zip(table.columns, _cells(line.text), strict=False)
    cells = ((column, Piece(line, *cell)) for column, cell in pairs)
    return [(column, piece) for column, piece in cells if piece.text.strip(" –—-")]


def _row(line: Line, table: Table, style: Style, targets: Targets) -> Iterator[Part]:
    """Yield what a row says first, then its condition with what to do, then its answers."""
    cells = _filled(line, table)
    if not table.is_flow:
        yield from (piece.part("text", "public") for _, piece in cells)
        return
    is_answered = any(column.startswith("answer") for column, _ in cells)
    is_menu = "condition" in table.columns and "step" not in table.columns
    if is_menu and not any(column == "condition" for column, _ in cells):
        cells = [(column, piece) for column, piece in cells if column == "spoken"]
    for column, piece in sorted(cells, key=lambda cell: _rank(cell[0], is_answered=is_answered)):
        if column == "condition":
            yield _condition(piece)
        elif column == "spoken":
            yield piece.part("text", "spoken")
        elif column.startswith("answer"):
            label = column.removeprefix("answer ")
            is_else = re.fullmatch(words.ELSE, label, re.IGNORECASE) is not None
            yield piece.cut(0, 0).part("condition", "condition", label=label, is_else=is_else)
            yield from _ordered(piece, style, targets)
        elif column in ("next", "direction"):
            yield from _ordered(piece, style, targets)
    yield Piece(line, len(line.text), len(line.text)).part("end-if")


def _rank(column: str, *, is_answered: bool) -> int:
    order = ["condition", "spoken", "direction", "next"]
    if is_answered:
        order = ["spoken", "direction", "next", "condition"]
    return order.index(column) if column in order else len(order)


def _condition(piece: Piece) -> Part:
    said = piece.text.strip()
    said = said if len(said) < _SHORT else said.strip(' .:“”"*')
    label = re.sub(rf"^{words.IF}\s+", "", said, flags=re.IGNORECASE)
    is_else = re.fullmatch(words.ELSE, said, re.IGNORECASE) is not None
    return piece.part("condition", "condition", label=label, is_else=is_else)


def _ordered(piece: Piece, style: Style, targets: Targets) -> Iterator[Part]:
    """Yield what a cell says to do: a place to go to may stand there by its name alone."""
    jump = aimed_jump(piece.text, targets)
    if jump:
        yield piece.cut(jump.start, jump.end).part("jump", jump=jump)
    else:
        yield from words_of(piece, style, targets, is_direction=True)
