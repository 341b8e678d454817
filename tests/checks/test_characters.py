"""Characters are found wherever they stand, with what to write for them."""

import pytest

from protolint.checks.characters import Check

TABLE = Check(table={"…": "...", "☎": None, "\u200b": "", "®": "(R)"}, runs=False)
SMS = Check(outside="gsm-7")


@pytest.mark.parametrize(
    ("check", "text", "fixed"),
    [
        (TABLE, "Wait… or ☎", "Wait... or ☎"),
        (TABLE, "a\u200bb", "ab"),
        (SMS, "It’s “here” – £5…", 'It\'s "here" - £5...'),
        (SMS, "a\u00a0b", "a b"),
        (SMS, "Málaga {{name}}", "Málaga {{name}}"),
        (SMS, "{[€]} é ü ñ", "{[€]} é ü ñ"),
    ],
)
def test_replacements(matches, check: Check, text: str, fixed: str) -> None:
    for match in reversed(matches(check, text)):
        for edit in match.edits:
            text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == fixed


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (SMS, "Привет, мир 🎉", ["Привет", "мир", "🎉"]),
        (Check(outside="gsm-7", runs=False), "””", ["”", "”"]),
        (SMS, "Hi {{имя}}\tyou", []),
        (Check(table={"--": "–", "-": None}), "a--b-c", ["--", "-"]),
    ],
)
def test_places(excerpts, check: Check, text: str, found: list[str]) -> None:
    assert excerpts(check, text) == found


def test_messages_get_name_code_and_replacement(matches) -> None:
    (match,) = matches(SMS, "a\u00a0b")
    assert match.values == {
        "character": "no-break space",
        "name": "no-break space",
        "code": "U+00A0",
        "replacement": " ",
    }


def test_a_rule_needs_something_to_look_for() -> None:
    assert [mistake.option for mistake in Check().mistakes()] == ["table"]
    assert [mistake.item for mistake in Check(table={"": "x"}).mistakes()] == [""]
