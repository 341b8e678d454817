"""A report card in Markdown, for the summary of a CI job or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protolint.linting.finding import LEVELS, Finding
from protolint.linting.report import ChannelSummary, PooledGrade, Report
from protolint.outputs._change import Change, change
from protolint.outputs._markdown import Row, safe, table
from protolint.outputs._wording import count

#: GitHub takes a summary of 1 MiB and drops a longer one: lists are cut after so many rows.
_ROWS = 30
_RULES = 10
_EMPTY = ChannelSummary("", 0, 0, 0, dict.fromkeys(LEVELS, 0), PooledGrade(None, 0, "none"))


def render(report: Report, *, color: bool = False) -> str:
    """Return the card: totals, channels, what is new and gone, worst rules, problems."""
    since = change(report)
    blocks = [
        _head(report),
        _channels(report),
        *(_changed(since) if since else ()),
        *_rules(report),
        *_problems(report),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(report: Report) -> str:
    counts = report.summary.findings
    told = [count(counts[level], level) for level in LEVELS if counts[level]]
    if report.problems:
        told.append(count(len(report.problems), "problem"))
    found = " and ".join(part for part in (", ".join(told[:-1]), *told[-1:]) if part)
    scripts, files, known = report.summary.scripts, report.summary.files, report.summary.old
    where = f"In {count(scripts, 'script')} ({count(files, 'file')})"
    old = f", beside {count(known, 'finding')} of the baseline" if known else ""
    return f"## protolint: {found or 'nothing found'}\n\n{where}{old}, per channel:"


def _channels(report: Report) -> str:
    now = {own.channel: own for own in report.channels}
    before = now if report.base is None else {own.channel: own for own in report.base.channels}
    names = sorted({*now, *before}, key=lambda name: (name is None, name or ""))
    rows = [_channel(name, now.get(name, _EMPTY), before.get(name, _EMPTY)) for name in names]
    head = ("channel", "scripts", "on-brand", *(f"{level}s" for level in LEVELS), "reading grade")
    return table(head, rows, numbers=5)


def _channel(name: str | None, now: ChannelSummary, before: ChannelSummary) -> Row:
    counts = [
        (now.scripts, before.scripts),
        (now.clean, before.clean),
        *((now.findings[level], before.findings.get(level, 0)) for level in LEVELS),
    ]
    cells = (f"{value:,}{_difference(value - former)}" for value, former in counts)
    return (safe(name or "none"), *cells, _grade(now.readability, before.readability))


def _grade(now: PooledGrade, before: PooledGrade) -> str:
    grade, former = now.flesch_kincaid_grade, before.flesch_kincaid_grade
    if grade is None:
        return "–"
    moved = "" if former is None else _difference(round(grade - former, 1))
    return f"{grade:.1f}{moved}, {now.confidence} confidence"


def _difference(value: float) -> str:
    """Return how a number moved, as “ (+3)”; nothing where it did not."""
    return f" ({value:+,})".replace("-", "−") if value else ""


def _changed(since: Change) -> Iterator[str]:
    new, gone = len(since.new), len(since.gone)
    yield "### Since the base report"
    yield f"{count(new, 'new finding')}, {gone:,} gone." if new or gone else "Nothing changed."
    if not since.same_rules:
        yield "The rules are not those of the base report; part of the change may be theirs."
    yield _findings(since.new)
    if since.gone:
        yield f"<details><summary>{count(gone, 'finding')} gone</summary>"
        yield _findings(since.gone)
        yield "</details>"


def _findings(findings: Sequence[Finding]) -> str:
    rows = [
        (own.level, safe(f"{own.path}:{own.line}"), safe(own.rule), safe(own.message))
        for own in findings
    ]
    return table(("level", "place", "rule", "what is wrong"), rows, most=_ROWS)


def _rules(report: Report) -> Iterator[str]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    if by_rule:
        most = sorted(by_rule, key=lambda rule: (-len(by_rule[rule]), rule))
        rows = [_rule(rule, by_rule[rule]) for rule in most]
        yield "### Rules most broken"
        yield table(("rule", "findings", "scripts", "for example"), rows, most=_RULES, numbers=2)


def _rule(rule: str, findings: Sequence[Finding]) -> Row:
    scripts = {(own.path, own.script) for own in findings}
    first = findings[0]
    example = f"{safe(f'{first.path}:{first.line}')}: {safe(first.message)}"
    return (safe(rule), f"{len(findings):,}", f"{len(scripts):,}", example)


def _problems(report: Report) -> Iterator[str]:
    if report.problems:
        rows = [
            (safe(f"{own.path}:{own.line}" if own.line else own.path), safe(own.message))
            for own in report.problems
        ]
        yield "### Problems"
        yield "What could not be read as it was meant:"
        yield table(("place", "what is wrong"), rows, most=_ROWS)
