"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protolint.linting.finding import Finding
from protolint.linting.report import Report
from protolint.outputs._wording import count, one_line
from protolint.script import Problem

#: GitHub shows so many annotations of each level for each step, and drops the rest unsaid.
LIMIT = 10
_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}


class Annotation(NamedTuple):
    """One workflow command: its name, the place and title in the order they are written, a text."""

    command: str
    properties: dict[str, str | int]
    message: str

    def __str__(self) -> str:
        told = ",".join(f"{name}={_value(value)}" for name, value in self.properties.items())
        return f"::{self.command} {told}::{_escaped(self.message)}"


def render(report: Report, *, color: bool = False) -> str:
    """Return a line for each problem and finding, errors first, at most ten of each level.

    The last of ten says how many more there are.
    """
    told = [*map(_problem, report.problems), *map(_finding, report.findings)]
    lines = (
        line
        for command in _COMMANDS.values()
        for line in _shown([own for own in told if own.command == command])
    )
    return "".join(f"{line}\n" for line in lines)


def _shown(same: Sequence[Annotation]) -> Iterator[Annotation]:
    hidden = len(same) - LIMIT
    if hidden <= 0:
        yield from same
        return
    yield from same[: LIMIT - 1]
    last = same[LIMIT - 1]
    more = f"And {count(hidden, f'more {last.command}')}: GitHub shows {LIMIT} of each level."
    yield last._replace(message=f"{last.message}\n{more}")


def _finding(own: Finding) -> Annotation:
    place: dict[str, str | int] = {"file": own.path, "line": own.line}
    if own.line == own.end_line:  # GitHub takes columns only on one line
        place |= {"col": own.column, "endLine": own.end_line, "endColumn": own.end_column}
    else:
        place |= {"endLine": own.end_line}
    return Annotation(_COMMANDS[own.level], place | {"title": own.rule}, one_line(own.message))


def _problem(own: Problem) -> Annotation:
    place: dict[str, str | int] = {"file": own.path}
    if own.line:
        place |= {"line": own.line, "col": own.column}
    return Annotation("error", place | {"title": "problem"}, one_line(own.message))


def _value(value: str | int) -> str:
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """Return a text in which GitHub sees no end of the line: it undoes exactly these three."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
