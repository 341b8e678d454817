"""sarif: by the schema of OASIS, with places that hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import output_schemas
import pytest

from protolint import lint_paths
from protolint.linting.report import Report
from protolint.outputs import sarif

ROOT = Path(__file__).parents[2]


def run(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sarif.render(report))["runs"][0]
    return found


def test_the_output_is_as_it_was(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("outputs/report.sarif", sarif.render(report))


def test_it_is_valid(report: Report, report_with_base: Report) -> None:
    assert not output_schemas.sarif(sarif.render(report))
    assert not output_schemas.sarif(sarif.render(report_with_base))


def test_each_result_knows_its_rule(report: Report) -> None:
    told = run(report)
    rules = told["tool"]["driver"]["rules"]
    assert [rules[own["ruleIndex"]]["id"] for own in told["results"]] == [
        own.rule for own in report.findings
    ]


def test_a_rule_brings_its_help(report: Report) -> None:
    rule = run(report)["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://apologies.example/if"
    assert "heard as doubt" in rule["fullDescription"]["text"]
    assert "````text\nWe are sorry if ```it``` hurt.\n````" in rule["help"]["markdown"]


def test_a_rule_that_nobody_describes_is_told_by_its_name(report: Report) -> None:
    rules = run(report)["tool"]["driver"]["rules"]
    assert rules[-1]["shortDescription"]["text"] == "Two lines"
    assert "help" not in rules[-1]


def test_problems_are_notifications_of_a_run_that_failed(report: Report) -> None:
    invocation = run(report)["invocations"][0]
    assert not invocation["executionSuccessful"]
    texts = [own["message"]["text"] for own in invocation["toolExecutionNotifications"]]
    assert texts == [own.message for own in report.problems]
    whole = msgspec.structs.replace(report, problems=())
    assert run(whole)["invocations"][0]["executionSuccessful"]


def test_an_edit_within_the_finding_has_lines_and_columns(report: Report) -> None:
    first, second, *_ = run(report)["results"]
    inside, outside = first["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [inside["deletedRegion"][key] for key in ("startLine", "startColumn")] == [12, 14]
    assert outside == {"deletedRegion": {"charOffset": 400, "charLength": 1}}
    region = second["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert [region[key] for key in ("startLine", "startColumn", "endColumn")] == [13, 1, 3]


def test_a_path_is_a_uri(report: Report) -> None:
    place = run(report)["results"][-1]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"].isascii()
    assert unquote(place["uri"]) == "sms/50% off, or: «ü».md"
    outside = msgspec.structs.replace(report.findings[0], path="/tmp/a b.md")
    told = run(msgspec.structs.replace(report, findings=(outside,)))["results"][0]
    place = told["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///tmp/a%20b.md"}


def test_with_a_base_each_result_says_whether_it_is_new(report_with_base: Report) -> None:
    states = [own["baselineState"] for own in run(report_with_base)["results"]]
    assert states == ["new", "unchanged", "unchanged", "unchanged"]


def test_the_regions_of_the_examples_hold_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for own in run(lint_paths(["examples"]))["results"]:
        place = own["locations"][0]["physicalLocation"]
        region = place["region"]
        text = Path(unquote(place["artifactLocation"]["uri"])).read_text(encoding="utf-8")
        start = region["charOffset"]
        assert text[start : start + region["charLength"]] == region["snippet"]["text"]
        line = text.splitlines()[region["startLine"] - 1]
        first = region["snippet"]["text"].split("\n")[0]
        assert line[region["startColumn"] - 1 :].startswith(first)
