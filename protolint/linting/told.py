"""What of a file's findings is told: those that nothing allows, and one for each fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from protolint.linting.allowances import Allowed, silence
from protolint.linting.merging import Faulty, merge
from protolint.linting.results import FileResult, ScriptResult
from protolint.script import Problem, Source

#: Longer lines are not shown with a finding, only its own words.
_LONG_LINE = 5_000


class Judged(NamedTuple):
    """A script held to the rules: its result but for the findings, and all that was found."""

    result: ScriptResult
    found: tuple[Faulty, ...]


def told(
    path: str,
    judged: Sequence[Judged],
    source: Source | None = None,
    problems: tuple[Problem, ...] = (),
) -> FileResult:
    """Return the result of a file, which may have many scripts: allowances hold for all of them."""
    allowances = {path: [own for script in judged for own in script.result.allowances]}
    scripts: list[ScriptResult] = []
    used: set[tuple[int, str]] = set()
    for script in judged:
        result, silenced = _told(script, allowances)
        scripts.append(result)
        used |= silenced
    lines = dict(_lines(source, scripts)) if source else {}
    return FileResult(path, tuple(scripts), problems, lines, tuple(sorted(used)))


def _told(
    judged: Judged, allowances: Mapping[str, Sequence[Allowed]]
) -> tuple[ScriptResult, set[tuple[int, str]]]:
    wording = {id(own.finding): own.is_wording for own in judged.found}
    said, used = silence((own.finding for own in judged.found), allowances)
    findings = tuple(merge(Faulty(own, wording[id(own)]) for own in said))
    places = {(own.start, own.end, own.rule) for own in findings}
    hidden = tuple(own for own in said if (own.start, own.end, own.rule) not in places)
    result = msgspec.structs.replace(judged.result, findings=findings, hidden=hidden)
    return result, {(start, rule) for _, start, rule in used}


def _lines(source: Source, scripts: Sequence[ScriptResult]) -> Iterator[tuple[int, str]]:
    """Yield the lines on which findings begin, for outputs that show them."""
    starts = [*source.line_starts, len(source.text)]
    for line in sorted({own.line for script in scripts for own in script.findings}):
        text = source.text[starts[line - 1] : starts[line]].rstrip("\r\n")
        if len(text) <= _LONG_LINE:
            yield line, text
