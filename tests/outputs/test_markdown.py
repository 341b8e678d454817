"""markdown: a report card that shows texts of scripts as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import msgspec
import pytest
from markdown_it import MarkdownIt

from protolint.linting.report import Report
from protolint.outputs import markdown


def rows(text: str) -> list[list[str]]:
    """The cells of all tables in a text, as a reader of the page sees them."""
    page = MarkdownIt("commonmark").enable("table").render(text)
    return [
        [
            html.unescape(re.sub(r"<!--.*?-->", "", cell))
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    ]


def test_the_output_is_as_it_was(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("outputs/report.md", markdown.render(report))


def test_the_change_is_as_it_was(
    report_with_base: Report, golden: Callable[[str, str], None]
) -> None:
    golden("outputs/report-with-base.md", markdown.render(report_with_base))


def test_nothing_is_said_of_a_change_without_a_base(report: Report) -> None:
    assert "Since the base report" not in markdown.render(report)


def test_a_report_that_is_its_own_base_has_not_changed(report: Report) -> None:
    card = markdown.render(msgspec.structs.replace(report, base=report))
    assert "Nothing changed." in card
    assert "(+" not in card
    assert "(−" not in card


@pytest.mark.parametrize(
    "message",
    [
        "a | b",
        "a \\| b",
        "\\",
        "<script>x</script>",
        "**a** _b_",
        "[a](b)",
        "`a`",
        "&amp; {{x}}",
        "@sam",
    ],
)
def test_a_message_is_shown_as_it_is(report: Report, message: str) -> None:
    found = msgspec.structs.replace(report.findings[0], message=message, path="a|b.md")
    card = markdown.render(msgspec.structs.replace(report, findings=(found,), problems=()))
    assert rows(card)[-1] == ["conditional-apology", "1", "1", f"a|b.md:12: {message}"]


def test_nobody_is_called_by_a_mention(report: Report) -> None:
    assert "@sam" not in markdown.render(report)


def test_long_lists_and_messages_are_cut(report: Report) -> None:
    first = report.findings[0]
    found = tuple(
        msgspec.structs.replace(first, fingerprint=str(number), message="x" * 5_000)
        for number in range(2_000)
    )
    base = msgspec.structs.replace(report, findings=())
    card = markdown.render(msgspec.structs.replace(report, findings=found, base=base))
    assert "… and 1,970 more." in card
    assert len(card) < 20_000
