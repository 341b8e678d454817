"""How sentences name what a brand states facts about."""

import pytest

from protolint.rulebook.brand import BrandFact
from protolint.rulebook.brand_subjects import subject
from protolint.text.patterns import compile_pattern


def is_about(about: str, text: str) -> bool:
    found = subject(BrandFact(about=about), ("2 days",))
    return all(compile_pattern(pattern).search(text) for pattern in found.words)


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("refund", "We refunded you."),
        ("refunds", "You get your money back."),
        ("reply", "We answer within a day."),
        ("response time", "We get back to you tomorrow."),
        ("delivery", "It ships on Monday."),
        ("delivery charge", "To deliver it, we charge £5."),
        ("cutting", "We cut it for you."),
        ("cancellation policy", "You can cancel it."),
        ("opening_hours", "The opening hours are long."),
        ("Rückgabe", "Die Rückgabe dauert."),
    ],
)
def test_a_sentence_is_about_a_subject(about: str, text: str) -> None:
    assert is_about(about, text)


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("refund", "We fund a school."),
        ("delivery charge", "We deliver on Monday."),
        ("card", "A cat sat on it."),
    ],
)
def test_a_sentence_is_not_about_a_subject(about: str, text: str) -> None:
    assert not is_about(about, text)


def test_intents_are_compared_in_one_spelling() -> None:
    assert subject(BrandFact(about="Order change"), ("1 day",)).intents == (
        "order-change",
        "order-changes",
    )
