"""Versions of one message: one script in every list and count, each read and judged by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from protolint.linting.outline import ScriptOutline
from protolint.linting.outlines import outlines
from protolint.linting.report import Report
from protolint.linting.run import Request, check, hold
from protolint.linting.scorecard import scorecard
from protolint.outputs import html

TONES = """\
# Replies

## Table is late

**Formal**

> Dear {name}, we are sorry if the late table caused you any problem. It comes on 3 May.

**Warm**

> Hi {name}, your table is late, and that is on us. It comes on 3 May, and the van rings first.

## Table is here

**Formal**

> Dear {name}, your table has arrived at our shop. It waits for you until 9 May.

**Warm**

> Hi {name}, your table is here! It waits for you until 9 May.
"""
LANGUAGES = """\
# Refund sent

**English:**

Hi {{name}}, your refund of {{amount}} left us today. You see it within 3 days.

**Français:**

Bonjour {{nom}}, votre remboursement est parti. Vous le voyez sous 5 jours.
"""
CHANNELS = TONES.replace("Formal", "Email").replace("Warm", "SMS")


def checked(folder: Path, text: str) -> Report:
    (folder / "a.md").write_text(text, encoding="utf-8")
    return check(Request(paths=(str(folder),), is_previewed=True))


def outlined(folder: Path, text: str) -> tuple[ScriptOutline, ...]:
    (folder / "a.md").write_text(text, encoding="utf-8")
    request = Request(paths=(str(folder),))
    return outlines(hold(request), request).scripts


def test_versions_are_one_script_in_the_outline(tmp_path: Path) -> None:
    late, here = outlined(tmp_path, TONES)
    assert (late.script, late.title, late.line, late.end_line) == (
        "a#table-is-late", "Table is late", 3, 13,
    )  # fmt: skip
    assert [(own.name, own.line) for own in late.versions] == [("Formal", 3), ("Warm", 9)]
    assert [own.line for own in late.texts if own.kind == "public"] == [7, 11]
    assert here.script == "a#table-is-here"


def test_a_file_of_one_message_in_two_languages_is_one_script(tmp_path: Path) -> None:
    (script,) = outlined(tmp_path, LANGUAGES)
    assert script.script == "a"
    assert [(own.name, own.locale) for own in script.versions] == [
        ("English", "en"),
        ("Français", "fr"),
    ]


def test_a_script_without_versions_names_none(tmp_path: Path) -> None:
    (script,) = outlined(tmp_path, "# Hello\n\nHi {name}, your table is here.\n")
    assert script.versions == ()


def test_versions_are_one_script_in_counts_and_lists(tmp_path: Path) -> None:
    report = checked(tmp_path, TONES)
    assert report.summary.scripts == 2
    assert [own.scripts for own in report.channels] == [2]
    assert [*report.scripts.values()] == [("a#table-is-late", "a#table-is-here")]
    card = scorecard(report)
    assert [(row.title, row.line) for row in card.scripts] == [
        ("Table is late", 3),
        ("Table is here", 13),
    ]
    assert max(own.scripts for own in report.skipped) <= 2


def test_a_script_is_off_brand_where_one_version_is(tmp_path: Path) -> None:
    report = checked(tmp_path, TONES)
    (apology,) = [own for own in report.findings if own.rule == "conditional-apology"]
    assert (apology.script, apology.line, apology.excerpt) == ("a#table-is-late", 7, "sorry if")
    assert [(own.scripts, own.clean) for own in report.channels] == [(2, 1)]


def test_versions_on_channels_count_on_each(tmp_path: Path) -> None:
    report = checked(tmp_path, CHANNELS)
    assert [(own.channel, own.scripts) for own in report.channels] == [("email", 2), ("sms", 2)]
    assert [tuple(cell.channel for cell in row.cells) for row in scorecard(report).scripts] == [
        ("email", "sms"),
        ("email", "sms"),
    ]


def test_versions_in_two_languages_are_held_against_each_other(tmp_path: Path) -> None:
    found = [own.rule for own in checked(tmp_path, LANGUAGES).findings]
    assert "twin-placeholders" in found
    assert "twin-numbers" in found


def test_versions_are_meant_to_say_the_same(tmp_path: Path) -> None:
    alike = TONES.replace("Hi {name}, your table is here!", "Dear {name}, your table is in.")
    rules = {own.rule for own in checked(tmp_path, alike).findings}
    assert not {"near-duplicate", "pasted-across-channels"} & rules


def test_each_version_is_as_long_as_it_is(tmp_path: Path) -> None:
    long = "Your table is with us. " * 6
    text = f"# Texts\n\n## Here\n\n**Formal**\n\n> {long}\n\n**Warm**\n\n> {long}\n"
    (tmp_path / "protolint.yaml").write_text("channels: {'**': sms}\n", encoding="utf-8")
    assert "sms-segments" not in {own.rule for own in checked(tmp_path, text).findings}


def test_the_page_shows_each_version_in_one_entry(tmp_path: Path) -> None:
    page = html.render(checked(tmp_path, TONES))
    assert page.count('<details class="script"') == 2
    assert [page.count(f"<b>{name}</b> ·") for name in ("Formal", "Warm")] == [2, 2]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# Sorry\n\n## Formal\n\n> Dear {name}, sorry.\n\n## Short\n\n> Sorry!\n", ["a"]),
        (
            "# Canned replies\n\n## Formal\n\n> Dear {name}, sorry.\n\n## Short\n\n> Sorry!\n",
            ["a#formal", "a#short"],
        ),
        (
            "# Texts\n\n## Late\n\n> Hi {name}, sorry.\n\n### Español\n\n> Hola {name}.\n\n"
            "## Lost\n\n> Hi {name}, sorry.\n",
            ["a#late", "a#lost"],
        ),
    ],
)
def test_headings_that_name_versions(tmp_path: Path, text: str, names: list[str]) -> None:
    assert [own.script for own in outlined(tmp_path, text)] == names
