"""Findings as a GitLab Code Quality report, which merge requests show as a widget and in the diff.

The shape is what GitLab documents of its code quality reports, a part of the Code Climate format:
https://docs.gitlab.com/ci/testing/code_quality/.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from protolint.linting.finding import Finding
from protolint.linting.report import Report
from protolint.outputs._wording import one_line
from protolint.script import Problem

_SEVERITY = {"error": "major", "warning": "minor", "suggestion": "info"}


def render(report: Report, *, color: bool = False) -> str:
    """Return a JSON list of problems and findings; no two of them share a fingerprint."""
    issues = [*map(_problem, report.problems), *map(_finding, report.findings)]
    packed = msgspec.json.encode(list(_unique(issues)))
    return msgspec.json.format(packed, indent=2).decode("utf-8") + "\n"


def _finding(own: Finding) -> dict[str, Any]:
    return {
        "description": one_line(own.message),
        "check_name": own.rule,
        "fingerprint": own.fingerprint,
        "severity": _SEVERITY[own.level],
        "location": {"path": own.path, "lines": {"begin": own.line, "end": own.end_line}},
    }


def _problem(own: Problem) -> dict[str, Any]:
    line = max(own.line, 1)  # a file as a whole is shown at its top
    return {
        "description": one_line(own.message),
        "check_name": "problem",
        "fingerprint": _digest("problem", own.path, own.message),
        "severity": "critical",
        "location": {"path": own.path, "lines": {"begin": line, "end": line}},
    }


def _unique(issues: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the issues, of those with one fingerprint each with its own: GitLab drops repeats."""
    seen: dict[str, int] = {}
    for issue in issues:
        own = issue["fingerprint"]
        seen[own] = seen.get(own, 0) + 1
        yield issue if seen[own] == 1 else issue | {"fingerprint": _digest(own, str(seen[own]))}


def _digest(*parts: str) -> str:
    text = "\n".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:16]
