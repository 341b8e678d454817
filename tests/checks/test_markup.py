"""Marks that Markdown takes out of a text: bold, tags, items of lists."""

from __future__ import annotations

import pytest

import protolint

SMS = "---\nchannel: sms\n---\n"


def found(text: str, rule: str) -> list[str]:
    findings = protolint.lint_text(text, path="a.md").findings
    return [finding.excerpt for finding in findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Acme: **bring** your card.", ["**bring**"]),
        ("Acme: bring *two* cards and your _letter_.", ["*two*", "_letter_"]),
        ("Acme: your visit is on <b>4 June</b>.", ["<b>", "</b>"]),
        ("Acme: bring\n\n- your ID\n- the card", ["the card"]),
        ("Acme: it is 3 * 4 m, or 5*6 m.", []),
        ("Acme: see snake_case_name today.", []),
        ("Acme: see you then.\n\n- Ana", []),
    ],
)
def test_marks_in_a_text_message(text: str, marks: list[str]) -> None:
    assert found(SMS + text, "list-in-a-text") == marks


def test_marks_are_fine_where_they_are_rendered() -> None:
    assert found("---\nchannel: email\n---\nPlease **bring** it.", "list-in-a-text") == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Hi <customer name>, your bag is here.", ["<customer name>"]),
        ("Your number is <order_number>.", ["<order_number>"]),
        ("Your <b>bag</b> is here.<br>", []),
        ("See <https://acme.example>.", []),
    ],
)
def test_a_name_in_angle_brackets_is_a_note_to_fill_in(text: str, marks: list[str]) -> None:
    assert found(text, "angle-marker") == marks
