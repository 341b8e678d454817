"""Scripts kept twice, and texts pasted from one channel into another."""

from __future__ import annotations

import pytest
from library import found, front

from protolint.checks.likeness import Check

SOFA = (
    "Your sofa left our workshop a day late, and the van will be with you on Friday. I am sorry"
    " that you waited at home for it. The driver rings an hour before."
)
OTHER = (
    "A leg of your table broke on the way. We make a new one this week, and send it to your"
    " neighbour where you asked us to. You need no tools for it."
)


def pairs(check: Check, *scripts: tuple[str, str]) -> list[tuple[str, str]]:
    files = {f"{at}.md": front(text, channel=name) for at, (name, text) in enumerate(scripts)}
    return [(own.script.path, own.values["file"]) for own in found(check, files)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SOFA, [("1.md", "0.md")]),
        (SOFA.replace("Friday", "Monday"), [("1.md", "0.md")]),
        (SOFA.replace("I am sorry", "Please accept our sincere regrets"), [("1.md", "0.md")]),
        (OTHER, []),
        (f"{SOFA[:80]} {OTHER}", []),
    ],
)
def test_scripts_kept_twice(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(Check(of="scripts"), ("email", SOFA), ("email", text)) == expected


@pytest.mark.parametrize(
    ("intents", "is_told"), [(("move", "move"), True), (("move", "van"), False)]
)
def test_short_scripts_of_one_intent_need_not_be_the_same_to_the_letter(
    intents: tuple[str, str], is_told: bool
) -> None:
    texts = (
        "Sure! Where are you moving to? I can change it until noon the day before.",
        "Of course! Where are you moving to? I can change it until noon on the day before.",
    )
    files = {
        f"{at}.md": front(text, channel="chat", intent=intent)
        for at, (text, intent) in enumerate(zip(texts, intents, strict=True))
    }
    assert bool(found(Check(of="scripts"), files)) is is_told


def test_a_few_words_are_alike_by_chance() -> None:
    assert pairs(Check(of="scripts"), ("chat", "Is that all?"), ("chat", "Is that all?")) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("email", "sms", [("1.md", "0.md")]),
        ("sms", "email", [("0.md", "1.md")]),
        ("email", "letter", []),
        ("chat", "whatsapp", []),
        ("email", "email", []),
    ],
)
def test_texts_pasted_across_channels(
    one: str, other: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(Check(of="channels"), (one, SOFA), (other, SOFA)) == expected


def test_a_translation_of_one_sort_is_no_copy() -> None:
    files = {"a.md": front(SOFA, locale="en-GB"), "b.md": front(SOFA, locale="en-US")}
    assert found(Check(of="scripts"), files) == []


def test_a_script_like_several_is_told_once_with_the_closest() -> None:
    near = SOFA.replace("Friday", "Monday")
    scripts = (("email", SOFA), ("email", near), ("email", near.replace("hour", "day")))
    assert pairs(Check(of="scripts"), *scripts) == [("1.md", "0.md"), ("2.md", "1.md")]
