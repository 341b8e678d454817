"""The edits of findings put into a text: those that do not overlap and read as they were meant.

What an edit makes may be at fault again, so a text is looked at until nothing is left to mend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from protolint.linting.file_pass import lint_source
from protolint.linting.finding import LEVELS, Finding, Fix, SourceEdit
from protolint.linting.rereading import Rereading
from protolint.linting.results import FileResult
from protolint.linting.work import Work
from protolint.script import Source

#: After so many rounds rules undo each other's edits.
_MOST_ROUNDS = 10
#: The rounds of which the rules are left out then: as many as the longest such circle.
_CIRCLE = 5

Wanted = Callable[[Finding, Fix], bool]


class Mended(NamedTuple):
    """A text after its fixes, and the findings that were mended, in that order."""

    text: str
    done: tuple[Finding, ...]


def mend(source: Source, work: Work, wanted: Wanted) -> Mended:
    """Return the text of a file with all fixes that are wanted; of a file with problems as it is.

    To mend what was mended changes nothing. Rules that undo each other's edits are left out.
    """
    circling: set[str] = set()
    while True:
        rounds = list(_rounds(source, work, wanted, circling))
        if len(rounds) < _MOST_ROUNDS:
            text = rounds[-1].text if rounds else source.text
            return Mended(text, tuple(finding for one in rounds for finding in one.done))
        circling |= {finding.rule for one in rounds[-_CIRCLE:] for finding in one.done}


def _rounds(source: Source, work: Work, wanted: Wanted, circling: set[str]) -> Iterator[Mended]:
    for _ in range(_MOST_ROUNDS):
        result = lint_source(source, work)
        if result.problems:
            return
        found = [
            finding
            for finding in fixable(result)
            if finding.rule not in circling and finding.fix and wanted(finding, finding.fix)
        ]
        mended = _mended(source, work, chosen(found))
        if mended.text == source.text:
            return
        yield mended
        source = Source(source.path, mended.text)


def fixable(result: FileResult) -> Iterator[Finding]:
    """Yield the findings of a file that have a fix and that nothing allows.

    One that is told with another (`also`) counts where its edits lie in what is reported.
    """
    for script in result.scripts:
        spans = [(own.start, own.end) for own in script.findings]
        yield from (own for own in script.findings if own.fix)
        yield from (own for own in script.hidden if own.fix and _lie_in(own.fix, spans))


def _lie_in(fix: Fix, spans: Sequence[tuple[int, int]]) -> bool:
    return all(
        any(start <= edit.start and edit.end <= end for start, end in spans) for edit in fix.edits
    )


def chosen(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings whose edits neither overlap nor touch: first by place, then the graver one.

    Of two as grave at one place the longer goes first. What is passed over has its turn later.
    """
    picked: list[Finding] = []
    end = -1
    for finding in sorted((own for own in findings if own.fix), key=_first):
        edits = finding.fix.edits if finding.fix else ()
        if edits and min(edit.start for edit in edits) > end:
            picked.append(finding)
            end = max(edit.end for edit in edits)
    return picked


def _first(finding: Finding) -> tuple[int, int, int, str]:
    edits = finding.fix.edits if finding.fix else ()
    start = min((edit.start for edit in edits), default=0)
    return (start, LEVELS.index(finding.level), finding.start - finding.end, finding.rule)


def _mended(source: Source, work: Work, findings: Sequence[Finding]) -> Mended:
    """Return the text with the fixes of findings, less those that read otherwise than meant."""
    if not findings:
        return Mended(source.text, ())
    reread = Rereading(source, work.settings_for(source.path))
    if reread.is_meant(_edits(findings)):
        return Mended(reread.edited(_edits(findings)), tuple(findings))
    good: list[Finding] = []
    for finding in findings:
        if reread.is_meant(_edits([*good, finding])):
            good.append(finding)
    return Mended(reread.edited(_edits(good)), tuple(good))


def _edits(findings: Iterable[Finding]) -> list[SourceEdit]:
    return [edit for finding in findings if finding.fix for edit in finding.fix.edits]
