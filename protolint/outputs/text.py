"""Findings for people: grouped by file, the place marked in its line, a summary per channel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from protolint.linting.finding import LEVELS, Finding
from protolint.linting.report import ChannelSummary, Report
from protolint.outputs._terminal import COLORS, Paint, painter, table, width
from protolint.outputs._wording import count, one_line, visible

#: The widest excerpt of a line that is shown.
_WIDTH = 96
_COLUMNS = ("channel", "scripts", "on-brand", *(f"{level}s" for level in LEVELS), "grade")


def render(report: Report, *, color: bool = False) -> str:
    """Return problems, findings by file, a table of channels, and what would wake silent rules."""
    paint = painter(color=color)
    lines = [
        *_problems(report, paint),
        *_findings(report, paint),
        *_channels(report.channels, paint),
        *_skipped(report),
        *_unchecked(report),
        _total(report),
    ]
    return "\n".join(lines) + "\n"


def _problems(report: Report, paint: Paint) -> Iterator[str]:
    for problem in report.problems:
        yield f"{paint('problem', COLORS['problem'])}  {one_line(str(problem))}"
    if report.problems:
        yield ""


def _findings(report: Report, paint: Paint) -> Iterator[str]:
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        yield paint(visible(path), "1")
        for finding in findings:
            yield from _finding(finding, report.lines.get(path, {}), paint)


def _finding(finding: Finding, lines: dict[int, str], paint: Paint) -> Iterator[str]:
    level = paint(finding.level, COLORS[finding.level])
    channels = ", ".join(channel or "no channel" for channel in finding.channels)
    place = f"{finding.line}:{finding.column}"
    yield f"  {place}  {level}  {paint(finding.rule, '1')}  ({channels})"
    if lines.get(finding.line, "").strip():
        yield from _marked(finding, lines[finding.line], paint)
    yield f"      {one_line(finding.message)}"
    for also in finding.also:
        yield f"      also {also.rule}: {one_line(also.message)}"
    for other in finding.related:
        yield f"      see {visible(other.path)}:{other.line}:{other.column}"
    yield ""


def _marked(finding: Finding, line: str, paint: Paint) -> Iterator[str]:
    """Yield the line, cut to fit, and carets below the words that were found."""
    start = finding.column - 1
    same_line = finding.end_line == finding.line
    end = finding.end_column - 1 if same_line else len(line)
    first = max(0, min(start - _WIDTH // 3, len(line) - _WIDTH))
    cut = visible(line[first : first + _WIDTH])
    before, after = "…" if first else "", "…" if first + _WIDTH < len(line) else ""
    marked = width(cut[start - first : max(end - first, start - first + 1)]) or 1
    gap = " " * (width(cut[: start - first]) + len(before))
    code = COLORS[finding.level]
    yield f"      {before}{cut}{after}"
    yield f"      {gap}{paint('^' * marked, code)}"


def _channels(channels: Iterable[ChannelSummary], paint: Paint) -> Iterator[str]:
    rows = [_COLUMNS, *(_row(own) for own in channels)]
    if len(rows) > 1:
        yield from table(rows, paint)
        yield ""


def _row(own: ChannelSummary) -> tuple[str, ...]:
    grade = own.readability.flesch_kincaid_grade
    sure = own.readability.confidence
    shown = "–" if grade is None else f"{grade:.1f} ({sure} confidence)"
    counts = (str(own.findings[level]) for level in LEVELS)
    return (own.channel or "none", str(own.scripts), str(own.clean), *counts, shown)


def _skipped(report: Report) -> Iterator[str]:
    """Yield which front matter keys would wake rules that had to stay silent."""
    by_key: dict[str, list[tuple[str, int]]] = {}
    for own in report.skipped:
        by_key.setdefault(own.needs, []).append((own.rule, own.scripts))
    for key, rules in sorted(by_key.items()):
        scripts = max(number for _, number in rules)
        yield (
            f"{count(len(rules), 'rule')} stayed silent on up to {count(scripts, 'script')} "
            f"without “{key}” in the front matter."
        )
    if by_key:
        yield ""


def _unchecked(report: Report) -> Iterator[str]:
    """Yield what the brand says of its voice and no rule looks at."""
    if report.unchecked:
        traits = ", ".join(f"“{visible(trait)}”" for trait in report.unchecked)
        yield f"Unchecked: no rule covers {traits} in the brand's voice."
        yield ""


def _total(report: Report) -> str:
    counts = report.summary.findings
    found = [count(counts[level], level) for level in LEVELS if counts[level]]
    told = " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
    where = f"{count(report.summary.scripts, 'script')} ({count(report.summary.files, 'file')})"
    if report.problems:
        told = f"{told + ', ' if told else ''}{count(len(report.problems), 'problem')}"
    old = report.summary.old
    if not isinstance(old, int):
        return f"{told or 'Nothing found'} in {where}."
    passed = f"{count(old, 'old finding')} in the baseline"
    return f"{f'{told}, new' if told else 'Nothing new found'} in {where}; {passed}."
