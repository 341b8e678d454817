"""Passives: which verbs, which tense, and whether somebody is named who acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protolint.checks.passive import Check

Excerpts = Callable[[Check, str], list[str]]
PROMISE = Check(tense="future", participles=("reviewed", "looked into"), unless=("if",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your case will be reviewed.", ["will be reviewed"]),
        ("It’ll soon be looked into.", ["’ll soon be looked into"]),
        ("Your case is being reviewed.", ["is being reviewed"]),
        ("It is going to be reviewed by Friday.", ["is going to be reviewed"]),
        ("Your case will be reviewed by my manager.", []),
        ("Your case was reviewed.", []),
        ("If it is not done, it will be reviewed.", []),
        ("You agree to your data being reviewed.", []),
    ],
)
def test_a_promise_names_who_keeps_it(excerpts: Excerpts, text: str, found: list[str]) -> None:
    assert excerpts(PROMISE, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your form was lost.", ["was lost"]),
        ("Your form has been lost.", ["been lost"]),
        ("Your form is lost.", []),
        ("Your form was lost by the courier.", []),
        ("Your form will be lost.", []),
    ],
)
def test_the_past_is_what_was_done(excerpts: Excerpts, text: str, found: list[str]) -> None:
    assert excerpts(Check(tense="past", participles=("lost",)), text) == found


def test_without_participles_every_passive_counts(excerpts: Excerpts) -> None:
    assert excerpts(Check(), "It was decided. The form was sent by Ana.") == ["was decided"]
    assert excerpts(Check(agent=True), "The form was sent by Ana.") == ["was sent"]


def test_near_asks_for_words_in_the_same_sentence(excerpts: Excerpts) -> None:
    check = Check(near=("mistake",))
    assert excerpts(check, "It was sent by mistake. It was opened.") == ["was sent"]
