"""What a run came to, per channel and in all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from protolint.linting.finding import LEVELS, Finding, Level
from protolint.linting.report import ChannelSummary, PooledGrade, Skipped, Summary
from protolint.linting.results import FileResult, ScriptResult
from protolint.text.grades import Counts, confidence, flesch_kincaid_grade


def skipped(results: Iterable[FileResult]) -> tuple[Skipped, ...]:
    """Return how many scripts each rule was silent on for want of a key, in order of rules."""
    silent: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for result in results:
        for script in result.scripts:
            for rule, key in script.skipped:
                silent.setdefault((rule, key), set()).add((result.path, script.script))
    return tuple(Skipped(*own, len(silent[own])) for own in sorted(silent))


def total(
    results: Sequence[FileResult], findings: Iterable[Finding], old: int | None = None
) -> Summary:
    """Return the totals of a run, and how many findings its baseline let pass, if it has one."""
    scripts = sum(len({script.script for script in result.scripts}) for result in results)
    levels = _levels(finding.level for finding in findings)
    return Summary(len(results), scripts, levels, msgspec.UNSET if old is None else old)


def by_channel(
    results: Iterable[FileResult], findings: Sequence[Finding]
) -> tuple[ChannelSummary, ...]:
    """Return a summary of each channel, in alphabetical order, scripts without channel last."""
    scripts: dict[str | None, list[tuple[str, ScriptResult]]] = {}
    for result in results:
        for script in result.scripts:
            for channel in script.channels:
                scripts.setdefault(channel, []).append((result.path, script))
    on: dict[str | None, list[Finding]] = {}
    for finding in findings:
        for channel in finding.channels:
            on.setdefault(channel, []).append(finding)
    names = sorted(scripts, key=lambda name: (name is None, name or ""))
    return tuple(_channel(name, scripts[name], on.get(name, [])) for name in names)


def _channel(
    name: str | None, scripts: Sequence[tuple[str, ScriptResult]], findings: Sequence[Finding]
) -> ChannelSummary:
    faulty = {(own.path, own.script) for own in findings if own.level != "suggestion"}
    counts = sum((script.counts for _, script in scripts), start=Counts())
    names = {(path, script.script) for path, script in scripts}
    return ChannelSummary(
        channel=name,
        scripts=len(names),
        words=sum(script.words for _, script in scripts),
        clean=len(names - faulty),
        findings=_levels(finding.level for finding in findings),
        readability=_grade(counts),
    )


def _grade(counts: Counts) -> PooledGrade:
    sure = confidence(counts.words)
    grade = None if sure == "none" else round(flesch_kincaid_grade(counts), 1)
    return PooledGrade(grade, counts.words, sure)


def _levels(levels: Iterable[Level]) -> dict[Level, int]:
    counts = dict.fromkeys(LEVELS, 0)
    for level in levels:
        counts[level] += 1
    return counts
