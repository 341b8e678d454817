"""What was found before: which findings a baseline lets pass, and which of its entries are stale.

Findings and entries are matched one to one, so that a baseline never lets pass more than it has
seen. What is alike (one sentence in many scripts) is first matched within its own script.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from protolint.linting.baseline_file import Entry, Placed
from protolint.linting.finding import Finding
from protolint.linting.fingerprint import Parts, parts

_Key = tuple[str, ...] | None
#: A way to know a finding again: the key it shares with its entry; None where it has none.
_Way = Callable[[str, Parts], _Key]


class Extent(NamedTuple):
    """What a run can tell of.

    `scripts` are the ids of those that it has read, and `elsewhere` gives those that the project
    has beside them. `rules` are on, and `names` are all rules. `reported` are the ids of the
    scripts that the run reports on, None for all.
    """

    scripts: frozenset[str]
    elsewhere: Callable[[], frozenset[str]]
    rules: frozenset[str]
    names: frozenset[str]
    today: datetime.date
    reported: frozenset[str] | None = None

    def judges(self, entry: Entry) -> bool:
        """Return whether the fault of an entry would have been found if it were still there."""
        ran = entry.rule in self.rules or entry.rule not in self.names
        is_own = self.reported is None or entry.script in self.reported
        return ran and is_own and not self.is_elsewhere(entry)

    def is_elsewhere(self, entry: Entry) -> bool:
        """Return whether the script of an entry is one that the run did not read."""
        return entry.script.partition("#")[0] in self.elsewhere()


class Judged(NamedTuple):
    """The findings that are new, those that are let pass by which entry, and stale entries."""

    new: tuple[Finding, ...]
    old: tuple[tuple[Placed, Finding], ...]
    expired: tuple[tuple[Placed, Finding], ...]
    mended: tuple[Placed, ...]
    unjudged: tuple[Placed, ...]


def judge(findings: Sequence[Finding], entries: Sequence[Placed], extent: Extent) -> Judged:
    """Return which findings the entries let pass. An expired entry lets nothing pass."""
    left = sorted(entries, key=lambda own: own.entry.has_expired(extent.today))
    known: dict[int, Placed] = {}
    for way in (_in_its_script, _in_an_edited_script):
        left = _match(way, way, left, findings, known)
    away = [own for own in left if not extent.is_elsewhere(own.entry)]
    others = [own for own in left if extent.is_elsewhere(own.entry)]
    away = _match(_in_another_script, _in_another_script, away, findings, known)
    moved = ((own.entry.script, findings[at].script) for at, own in known.items())
    renamed = {before: now for before, now in moved if before not in extent.scripts}

    def renamed_to(script: str, own: Parts) -> _Key:
        return _in_an_edited_script(renamed.get(script, script), own)

    away = _match(renamed_to, _in_an_edited_script, away, findings, known)
    return _judged(findings, known, [*away, *others], extent)


def _match(
    entry_way: _Way,
    finding_way: _Way,
    entries: Sequence[Placed],
    findings: Sequence[Finding],
    known: dict[int, Placed],
) -> list[Placed]:
    """Put into `known` the findings that share a key with an entry; return the entries left."""
    pool: dict[_Key, list[Placed]] = {}
    for own in reversed(entries):
        pool.setdefault(entry_way(own.entry.script, parts(own.entry.fingerprint)), []).append(own)
    for number, finding in enumerate(findings):
        key = finding_way(finding.script, parts(finding.fingerprint))
        if key and number not in known and pool.get(key):
            known[number] = pool[key].pop()
    taken = set(map(id, known.values()))
    return [own for own in entries if id(own) not in taken]


def _in_its_script(script: str, own: Parts) -> _Key:
    return (*own, script)


def _in_an_edited_script(script: str, own: Parts) -> _Key:
    """A script's fault is known by the script's name too: its title may have been changed."""
    return (own.what, script) if own.where else None


def _in_another_script(script: str, own: Parts) -> _Key:
    """The file has another name, or the sentence has gone to another file."""
    return own


def _judged(
    findings: Sequence[Finding], known: dict[int, Placed], left: Iterable[Placed], extent: Extent
) -> Judged:
    pairs = [(own, findings[number]) for number, own in sorted(known.items())]
    expired = [pair for pair in pairs if pair[0].entry.has_expired(extent.today)]
    old = [pair for pair in pairs if not pair[0].entry.has_expired(extent.today)]
    passed = {id(finding) for _, finding in old}
    also = {(other.rule, finding.script) for finding in findings for other in finding.also}
    mended: list[Placed] = []
    unjudged: list[Placed] = []
    for own in left:
        is_told = (own.entry.rule, own.entry.script) in also  # another rule speaks for this one
        (unjudged if is_told or not extent.judges(own.entry) else mended).append(own)
    new = tuple(finding for finding in findings if id(finding) not in passed)
    return Judged(new, tuple(old), tuple(expired), tuple(mended), tuple(unjudged))
