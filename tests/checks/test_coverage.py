"""Intents that nobody answers, at all or on a channel that serves them."""

from __future__ import annotations

from library import found, front

from protolint.checks.coverage import Check, Listed

INTENTS = ("refund", "cancel", "login", "delivery")
CHANNELS = ("chat", "email", "sms")


def library(*without: tuple[str, str]) -> dict[str, str]:
    return {
        f"{channel}/{intent}.md": front("It is done.", channel=channel, intent=intent)
        for intent in INTENTS
        for channel in CHANNELS
        if (intent, channel) not in without
    }


def gaps(check: Check, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(own.script.path, own.values["gap"]) for own in found(check, files)]


def test_a_channel_that_answers_most_intents_is_to_answer_all() -> None:
    check = Check(intents=dict.fromkeys(INTENTS, ()))
    assert gaps(check, library()) == []
    assert gaps(check, library(("login", "sms"))) == [
        ("chat/login.md", "is answered on chat and email, but not on sms")
    ]


def test_a_channel_that_answers_few_intents_is_for_these() -> None:
    check = Check(intents=dict.fromkeys(INTENTS, ()))
    assert gaps(check, library(("login", "sms"), ("refund", "sms"))) == []


def test_a_translation_fills_no_gap() -> None:
    check = Check(intents=dict.fromkeys(INTENTS, ()))
    french = front("C’est fait.", channel="sms", intent="login", locale="fr")
    files = library(("login", "sms")) | {"fr.md": french}
    assert [path for path, _ in gaps(check, files)] == ["chat/login.md"]


def test_what_the_brand_says_of_an_intent_counts() -> None:
    check = Check(intents={"refund": ("email", "letter", "phone"), "cancel": ("chat",)})
    assert gaps(check, library()) == [
        ("chat/refund.md", "is answered on chat, email and sms, but not on letter or phone")
    ]


def test_an_intent_without_any_script_is_told_where_it_is_listed() -> None:
    places = {"safety": Listed(10, 16, 2, 3, 2, 9, "safety")}
    check = Check(intents={"safety": ()}, path="brand.yaml", places=places)
    (match,) = found(check, library())
    assert (match.script.path, match.fact.line, match.fact.excerpt) == ("brand.yaml", 2, "safety")
    assert match.values["gap"] == "is answered by no script"
