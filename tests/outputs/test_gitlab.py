"""gitlab: code quality issues by the schema, each with a fingerprint of its own."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec
import output_schemas

from protolint.linting.report import Report
from protolint.outputs import gitlab


def test_the_output_is_as_it_was(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("outputs/report.gitlab.json", gitlab.render(report))


def test_it_is_valid(report: Report) -> None:
    assert not output_schemas.gitlab(gitlab.render(report))


def test_levels_become_severities(report: Report) -> None:
    issues = json.loads(gitlab.render(report))
    assert {own["check_name"]: own["severity"] for own in issues} == {
        "problem": "critical",
        "no-way-on": "major",
        "conditional-apology": "minor",
        "two-lines": "minor",
        "long-word": "info",
    }


def test_fingerprints_stay_apart_where_findings_share_one(report: Report) -> None:
    same = msgspec.structs.replace(report, findings=report.findings[:1] * 3, problems=())
    issues = json.loads(gitlab.render(same))
    assert len({own["fingerprint"] for own in issues}) == 3
    assert issues[0]["fingerprint"] == report.findings[0].fingerprint
