"""Tables that hold a flow: a condition, what to do and what to say in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from protolint.readers._flow import words
from protolint.readers._flow.jumps import jumps
from protolint.readers._flow.lines import Line
from protolint.readers._flow.part import Part
from protolint.readers._flow.styles import Style
from protolint.readers._flow.targets import Targets
from protolint.script import Kind, Span

_RULE = re.compile(r"[ |:+-]*-[ |:+-]*")
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "condition",
        re.compile(
            r"\b(?:when|if|condition|situation|trigger|customer|caller|client|user|answer"
            r"|reply|response from|they say|key|option|wenn|situation|antwort|kunde)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "spoken",
        re.compile(
            r"\b(?:say|says|agent|script|example|words|wording|prompt|message|bot|you"
            r"|response|phrase|sagen|beispiel|text)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "direction",
        re.compile(
            r"\b(?:action|do|then|next|go|goto|jump|outcome|route|destination|leads|aktion"
            r"|weiter|danach)\b",
            re.IGNORECASE,
        ),
    ),
)


def rows_of(lines: Sequence[Line], style: Style, targets: Targets) -> dict[int, list[Part]]:
    """Return the parts of each line of a table, by the number of the line.

    A table without a column of conditions is left alone.
    """
    found: dict[int, list[Part]] = {}
    at = 0
    while at < len(lines):
        size = _table(lines, at)
        if size:
            found.update(_rows(lines, at, size, targets))
        at += size or 1
    return found


def _table(lines: Sequence[Line], at: int) -> int:
    if "|" not in lines[at].text:
        return 0
    past = at + 1
    while past < len(lines) and "|" in lines[past].text and not lines[past].is_after_gap:
        past += 1
    is_table = past - at > 2 and _RULE.fullmatch(lines[at + 1].text)
    return past - at if is_table else 0


def _rows(
    lines: Sequence[Line], at: int, size: int, targets: Targets
) -> Iterator[tuple[int, list[Part]]]:
    columns = [_column(lines[at].text[first:past]) for first, past in _cells(lines[at].text)]
    yield at, []
    yield at + 1, []
    for number in range(at + 2, at + size):
        yield (
            number,
            list(_row(lines[number], columns, targets))
            if "condition" in columns
            else list(_plain(lines[number])),
        )


def _column(title: str) -> str:
    if re.match(rf"\W*(?:if )?{words.ANSWER}\W*$", title, re.IGNORECASE):
        return f"answer {title.strip()}"
    return next((name for name, pattern in _COLUMNS if pattern.search(title)), "")


def _cells(text: str) -> list[tuple[int, int]]:
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", text)]
    if not text.lstrip().startswith("|"):
        bars.insert(0, -1)
    if not text.rstrip().endswith("|"):
        bars.append(len(text))
    return [(first + 1, past) for first, past in pairwise(bars)]


def _row(line: Line, columns: Sequence[str], targets: Targets) -> Iterator[Part]:
    made: dict[str, list[Part]] = {}
    for column, (first, past) in zip(columns, _cells(line.text), strict=False):
        said = line.text[first:past].strip()
        if not said or not column:
            continue
        start = (
            line.start + first + len(line.text[first:past]) - len(line.text[first:past].lstrip())
        )
        span = Span(start, start + len(said))
        if column == "condition":
            is_else = re.fullmatch(words.ELSE, said.strip(" .:"), re.IGNORECASE) is not None
            label = re.sub(rf"^{words.IF}\s+", "", said, flags=re.IGNORECASE).strip(' .:“”"')
            made.setdefault(column, []).append(
                Part("condition", span, 0, line, "condition", label, is_else)
            )
            continue
        kind: Kind = "spoken" if column == "spoken" else "direction"
        made.setdefault(kind, []).append(Part("text", span, 0, line, kind))
        for jump in jumps(said, targets, is_said=kind == "spoken"):
            own = Span(start + jump.start, start + jump.end)
            made.setdefault("jump", []).append(Part("jump", own, 0, line, "direction", jump=jump))
    if "condition" in made:
        for name in ("condition", "spoken", "direction", "jump"):
            yield from made.get(name, ())
        yield Part("end-if", Span(line.end, line.end), 0, line)


def _plain(line: Line) -> Iterator[Part]:
    for first, past in _cells(line.text):
        said = line.text[first:past].strip()
        if said:
            start = (
                line.start
                + first
                + len(line.text[first:past])
                - len(line.text[first:past].lstrip())
            )
            yield Part("text", Span(start, start + len(said)), 0, line, "public")
