"""junit: a suite for each file, a test case for each script, by the schema."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import output_schemas
from junitparser import JUnitXml, TestSuite

from protolint.linting.report import Report
from protolint.outputs import junit


def suites(report: Report) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(junit.render(report).encode())}


def outcomes(suite: TestSuite) -> dict[str, list[str]]:
    return {case.name: [type(own).__name__ for own in case.result] for case in suite}


def test_the_output_is_as_it_was(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("outputs/report.junit.xml", junit.render(report))


def test_it_is_valid(report: Report) -> None:
    assert not output_schemas.junit(junit.render(report))


def test_scripts_pass_fail_or_cannot_be_read(report: Report) -> None:
    found = {path: outcomes(suite) for path, suite in suites(report).items()}
    assert found == {
        "mail/broken.md": {"mail/broken.md can be read": ["Error"]},
        "mail/late.md": {"late": ["Failure"]},
        "mail/lost.md": {"mail/lost.md can be read": ["Error"]},
        "mail/more.md": {"more": [], "more#two": []},
        "sms/50% off, or: «ü».md": {"off": ["Failure"]},
    }


def test_the_counts_are_those_of_the_test_cases(report: Report) -> None:
    told = JUnitXml.fromstring(junit.render(report).encode())
    assert (told.tests, told.failures, told.errors) == (6, 2, 2)


def test_a_suggestion_fails_nothing_and_is_told(report: Report) -> None:
    late = next(iter(suites(report)["mail/late.md"]))
    assert "long-word" in late.system_out
    assert "long-word" not in late.result[0].text


def test_characters_that_xml_cannot_hold_are_replaced(report: Report) -> None:
    first = msgspec.structs.replace(report.findings[0], message="a\x01b\ufffe", script="s\x00")
    text = junit.render(msgspec.structs.replace(report, findings=(first,)))
    assert not output_schemas.junit(text)
    assert "a\ufffdb\ufffd" in text
