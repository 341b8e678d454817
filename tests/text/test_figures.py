"""Numbers are the same in all languages, whatever their marks and words are."""

import re

import pytest

from protolint.text.figures import figures


def values(text: str, locale: str) -> list[str]:
    words = set(re.findall(r"\w+", text.lower()))
    return [own.value for own in figures(text, words, locale)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("within 5 working days", "en"), ("sous cinq jours ouvrés", "fr")),
        (("£1,234.50", "en-GB"), ("1.234,50 £", "de")),
        (("£4.99", "en"), ("4,99 £", "fr")),
        (("by 5pm", "en"), ("avant 17 h", "fr")),
        (("by 5:30pm", "en"), ("bis 17:30 Uhr", "de")),
        (("three steps", "en"), ("drei Schritte", "de")),
        (("10 000 miles", "en"), ("10.000 Meilen", "de")),
    ],
)
def test_the_same_number(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert values(*one)
    assert values(*one) == values(*other)


def test_one_is_left_out() -> None:
    assert values("un jour, 1 code", "fr") == []
