"""A run held against a baseline: what is new, what is stale, and how the baseline is written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from protolint.linting import files
from protolint.linting.baseline import Extent, Judged, judge
from protolint.linting.baseline_file import Baseline, Entry, Placed, load
from protolint.linting.finding import Finding
from protolint.linting.look import Look
from protolint.linting.plan import Plan
from protolint.linting.results import FileResult
from protolint.linting.wording import message
from protolint.linting.work import suffixes
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project import Project
from protolint.rulebook.rule import Rule
from protolint.script import Problem

#: The baseline of a project that names none.
DEFAULT = ".protolint-baseline.yaml"
#: The rules that tell of entries which are no longer of use.
MENDED = "mended-baseline-entry"
EXPIRED = "expired-baseline-entry"
_STALE = frozenset({MENDED, EXPIRED})

_ID = re.compile(rb"^id[ \t]*:[ \t]*[\"']?([^\r\n\"'#]+?)[\"']?[ \t]*\r?$", re.MULTILINE)
#: The first part of a file, in which its front matter gives its id.
_HEAD = 4096


def opened(path: Path, *, use_cache: bool = True) -> Baseline:
    """Return a baseline. Raises RulebookError where there is none, or where it is wrong."""
    if not path.exists():
        message = "there is no such baseline: write it with “protolint baseline”, or do not name it"
        raise RulebookError([Problem(files.shown(path), 0, 0, message)])
    return load(path, use_cache=use_cache)


def extent(plan: Plan, project: Project, seen: Look, today: datetime.date | None) -> Extent:
    """Return what a run can tell of; nothing of scripts that it could not read."""
    failed = seen.failed
    read = [own for own in seen.results if own.path not in failed]
    scripts = _ids_of(read)
    names = frozenset(Path(path).stem for path in failed)
    elsewhere = unread(project, (own.path for own in read))
    rules = frozenset(rule.id for rule in plan.rules)
    day = today or datetime.date.today()  # noqa: DTZ011
    away = (lambda: names) if seen.is_whole else elsewhere
    reported = None if seen.reported is None else _ids_of(seen.own)
    return Extent(scripts, away, rules, plan.names, day, reported)


def _ids_of(results: Iterable[FileResult]) -> frozenset[str]:
    return frozenset(script.script for own in results for script in own.scripts)


def unread(project: Project, read: Iterable[str]) -> Callable[[], frozenset[str]]:
    """Return what finds the ids of the project's scripts outside the files that were read.

    Front matter is only searched for an `id`; a file that cannot be read has its name.
    """
    known = frozenset(read)

    @cache
    def ids() -> frozenset[str]:
        search = files.Search(frozenset(suffixes()), project.includes, project.excludes)
        paths, _ = files.find((project.folder,), search)
        others = (path for path in paths if files.shown(path) not in known)
        return frozenset(name for path in others for name in _ids(path))

    return ids


def _ids(path: Path) -> Iterator[str]:
    yield path.stem
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return
    yield from (found[1].decode("utf-8", "replace") for found in _ID.finditer(head))


class Held(NamedTuple):
    """What a run reports with a baseline: its findings, and how many it lets pass."""

    findings: tuple[Finding, ...]
    old: int


def held(
    findings: Sequence[Finding],
    baseline: Baseline,
    plan: Plan,
    own: Extent,
    reports: Callable[[Finding], bool] = lambda finding: True,
) -> Held:
    """Return the new findings with those about stale entries, in the order of reports.

    `reports` says whether the run reports a finding.
    """
    judged = judge(findings, baseline.entries, own)
    expired = [placed for placed, finding in judged.expired if reports(finding)]
    stale = [
        *_stale(MENDED, judged.mended, baseline, plan),
        *_stale(EXPIRED, expired, baseline, plan),
    ]
    new = filter(reports, judged.new)
    found = sorted([*new, *stale], key=lambda finding: finding.order)
    return Held(tuple(found), sum(reports(finding) for _, finding in judged.old))


def _stale(name: str, stale: Iterable[Placed], baseline: Baseline, plan: Plan) -> Iterator[Finding]:
    rule = next((rule for rule in plan.rules if rule.id == name), None)
    level = plan.profiles[None].get(rule.key, "off") if rule else "off"
    for own in stale if rule and level != "off" else ():
        yield _finding(rule, level, own, baseline)  # type: ignore[arg-type]


def _finding(rule: Rule, level: str, own: Placed, baseline: Baseline) -> Finding:
    entry = own.entry
    values = {"rule": entry.rule, "script": entry.script, "date": entry.expires}
    return Finding(
        rule.id,
        rule.category,
        level,  # type: ignore[arg-type]
        (None,),
        entry.script,
        baseline.path,
        *own.start,
        *own.end,
        *own.span,
        own.excerpt,
        message(rule, values, own.excerpt),
        rule.sources,
        fingerprint=entry.fingerprint,
    )


class Recorded(NamedTuple):
    """The entries that a baseline is to have, and how that changes it."""

    entries: tuple[Entry, ...]
    added: int
    dropped: int


def recorded(
    findings: Sequence[Finding], baseline: Baseline, own: Extent, *, only_prune: bool
) -> Recorded:
    """Return the entries for what is there now; `only_prune` drops what is mended and adds nothing.

    What people have written in an entry stays, its expiry too. Entries of what this run did not
    look at stay as they are.
    """
    judged = judge(
        [finding for finding in findings if finding.rule not in _STALE], baseline.entries, own
    )
    known = [*judged.old, *judged.expired]
    kept = [_moved(placed.entry, finding) for placed, finding in known]
    kept += [placed.entry for placed in judged.unjudged]
    added = [] if only_prune else list(_new(judged))
    return Recorded((*kept, *added), len(added), len(judged.mended))


def _moved(entry: Entry, finding: Finding) -> Entry:
    """Return an entry that knows its finding by today's names; one that does stays as it is."""
    base, _, _ = finding.fingerprint.partition("+")
    if entry.script == finding.script and entry.fingerprint.partition("+")[0] == base:
        return entry
    return msgspec.structs.replace(entry, script=finding.script, fingerprint=finding.fingerprint)


def _new(judged: Judged) -> Iterator[Entry]:
    expired = {id(finding) for _, finding in judged.expired}
    for finding in judged.new:
        if id(finding) not in expired:
            yield Entry(finding.rule, finding.script, finding.fingerprint)
