"""One fault at one place is one finding."""

from __future__ import annotations

import msgspec
import pytest

from protolint.linting.finding import Also, Finding
from protolint.linting.merging import Faulty, merge


def finding(
    rule: str, start: int, end: int, level: str = "warning", *channels: str | None
) -> Finding:
    return Finding(
        rule, "test", level, channels or ("email",), "s", "s.md", 1, start + 1, 1, end + 1,  # type: ignore[arg-type]
        start, end, "x" * (end - start), f"{rule}!", (),
    )  # fmt: skip


def merged(*findings: Finding, wording: bool = True) -> list[tuple[str, list[str]]]:
    found = merge(Faulty(own, wording) for own in findings)
    return [(own.rule, [also.rule for also in own.also]) for own in found]


def test_the_longer_of_two_that_are_as_grave_stays() -> None:
    assert merged(finding("a", 3, 6), finding("b", 0, 9)) == [("b", ["a"])]


def test_the_graver_one_stays_and_the_other_keeps_its_words() -> None:
    found = merge([Faulty(finding("a", 0, 9), True), Faulty(finding("b", 2, 5, "error"), True)])
    assert [(own.rule, own.start, own.also) for own in found] == [("b", 2, (Also("a", "a!"),))]


def test_the_first_name_stays_where_all_else_is_equal() -> None:
    assert merged(finding("b", 0, 9), finding("a", 0, 9)) == [("a", ["b"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (finding("a", 0, 5), finding("b", 3, 9)),  # they overlap, and neither holds the other
        (finding("a", 0, 5), finding("b", 5, 9)),
        (finding("a", 0, 5), finding("a", 1, 2)),  # two places of one rule
        (finding("a", 4, 4), finding("b", 0, 9)),  # something missing is no wording
        (finding("a", 0, 9, "warning", "sms"), finding("b", 0, 9, "warning", "email")),
    ],
)
def test_what_stays_two_findings(one: Finding, other: Finding) -> None:
    assert len(merged(one, other)) == 2


def test_measures_are_never_merged() -> None:
    assert len(merged(finding("a", 0, 9), finding("b", 0, 9), wording=False)) == 2


def test_findings_come_in_the_order_of_their_places() -> None:
    assert [rule for rule, _ in merged(finding("a", 5, 9), finding("b", 0, 2))] == ["b", "a"]


def test_one_rule_at_one_place_is_one_finding_for_all_its_channels() -> None:
    two = finding("a", 0, 0, "warning", "email"), finding("a", 0, 0, "warning", "sms")
    (found,) = merge(Faulty(own, False) for own in two)
    assert (found.channels, found.message) == (("email", "sms"), "a!")


def test_structure_findings_at_one_place_stay_two_where_their_levels_differ() -> None:
    two = finding("a", 0, 0, "warning", "email"), finding("a", 0, 0, "error", "sms")
    assert len(merge(Faulty(own, False) for own in two)) == 2


def asked_for(level: str, start: int = 0, rule: str = "missing-apology") -> Faulty:
    found = finding(rule, start, start, level)
    return Faulty(msgspec.structs.replace(found, category="protocol"), False)


def test_what_two_protocols_miss_is_told_once_where_it_is_gravest() -> None:
    found = merge([asked_for("suggestion"), asked_for("warning", 9), asked_for("warning", 12)])
    assert [(one.level, one.start) for one in found] == [("warning", 9)]


def test_different_things_that_are_missing_are_all_told() -> None:
    assert len(merge([asked_for("warning"), asked_for("warning", 0, "missing-repair")])) == 2
