"""Findings of one fault at one place, made one: the others are told of in `also`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from protolint.linting.finding import LEVELS, Also, Finding


class Faulty(NamedTuple):
    """A finding, with what it is about: only findings about wording are merged."""

    finding: Finding
    is_wording: bool


def merge(found: Iterable[Faulty]) -> list[Finding]:
    """Return the findings of one script, in order, one for each stretch of words at fault.

    Two findings name one fault where they hold for the same channels and the words of one lie
    within those of the other. The graver one stays, then the longer, then the first by name.
    """
    words: list[Finding] = []
    other: list[Finding] = []
    for faulty in _joined(_once(found)):
        mergeable = faulty.is_wording and faulty.finding.start < faulty.finding.end
        (words if mergeable else other).append(faulty.finding)
    merged = (one for cluster in _clusters(words) for one in _merged(cluster))
    return sorted([*merged, *other], key=lambda finding: finding.order)


def _joined(found: Iterable[Faulty]) -> Iterator[Faulty]:
    """Yield the findings, those of one rule, place and level as one that says what each says."""
    by_place: dict[tuple[str, int, int, str], list[Faulty]] = {}
    for faulty in found:
        own = faulty.finding
        by_place.setdefault((own.rule, own.start, own.end, own.level), []).append(faulty)
    for same in by_place.values():
        first = same[0]
        if len(same) == 1:
            yield first
            continue
        finding = msgspec.structs.replace(
            first.finding,
            channels=tuple(dict.fromkeys(name for own in same for name in own.finding.channels)),
            message=" ".join(dict.fromkeys(own.finding.message for own in same)),
        )
        yield Faulty(finding, first.is_wording)


def _once(found: Iterable[Faulty]) -> Iterator[Faulty]:
    """Yield what rules of one id say of one place, for each channel only where it is gravest.

    What is missing is missing once, though each protocol that asks for it has its own place.
    """
    told: dict[tuple[str, int, int], dict[str | None, str]] = {}
    for faulty in sorted(found, key=lambda one: LEVELS.index(one.finding.level)):
        own = faulty.finding
        is_missing = own.category == "protocol" and own.start == own.end
        place = (-1, -1) if is_missing else (own.start, own.end)
        known = told.setdefault((own.rule, *place), {})
        again = known if is_missing else {}
        channels = tuple(
            name
            for name in own.channels
            if name not in again and known.get(name, own.level) == own.level
        )
        known.update(dict.fromkeys(channels, own.level))
        if channels:
            yield faulty._replace(finding=msgspec.structs.replace(own, channels=channels))


def _clusters(findings: list[Finding]) -> Iterator[list[Finding]]:
    """Yield the findings in groups that do not touch each other, so that each group is small."""
    cluster: list[Finding] = []
    end = -1
    for finding in sorted(findings, key=lambda finding: finding.order):
        if cluster and finding.start >= end:
            yield cluster
            cluster = []
        cluster.append(finding)
        end = max(end, finding.end) if len(cluster) > 1 else finding.end
    if cluster:
        yield cluster


def _merged(cluster: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in sorted(cluster, key=_gravest_first):
        host = _host(kept, finding)
        if host is None:
            kept.append(finding)
            continue
        also = Also(finding.rule, finding.message)
        if also not in kept[host].also:
            kept[host] = msgspec.structs.replace(kept[host], also=(*kept[host].also, also))
    return kept


def _gravest_first(finding: Finding) -> tuple[int, int, int, str]:
    length = finding.end - finding.start
    return (LEVELS.index(finding.level), -length, finding.start, finding.rule)


def _host(kept: Sequence[Finding], finding: Finding) -> int | None:
    """Return the number of the kept finding that names the same fault."""
    for number, host in enumerate(kept):
        within = host.start <= finding.start and finding.end <= host.end
        around = finding.start <= host.start and host.end <= finding.end
        other = host.rule != finding.rule
        if other and (within or around) and set(finding.channels) <= set(host.channels):
            return number
    return None
