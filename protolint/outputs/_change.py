"""What has changed since a former report."""

from __future__ import annotations

from typing import NamedTuple

from protolint.linting.finding import Finding
from protolint.linting.report import Report


class Change(NamedTuple):
    """The findings that a former report did not have, and those that only it had."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    same_rules: bool


def change(report: Report) -> Change | None:
    """Return what is new and what is gone by the fingerprints of findings; None without a base."""
    base = report.base
    if base is None:
        return None
    before = {own.fingerprint for own in base.findings}
    now = {own.fingerprint for own in report.findings}
    return Change(
        new=tuple(own for own in report.findings if own.fingerprint not in before),
        gone=tuple(own for own in base.findings if own.fingerprint not in now),
        same_rules=base.rulebook.digest == report.rulebook.digest,
    )
