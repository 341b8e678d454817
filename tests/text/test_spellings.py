"""Words with several spellings are told with the one that is used."""

import re

import pytest

from protolint.text.spellings import spellings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send an e-mail.", [("email", "e-mail")]),
        ("We emailed you.", [("email", "email")]),
        ("Write to me@email.example.", []),
        ("We apologise.", [("words in -ise or -ize", "-ise")]),
        ("It is organized.", [("words in -ise or -ize", "-ize")]),
        ("A wise surprise.", []),
        ("Please log in.", [("log in", "log in")]),
        ("Please login here.", [("log in", "login")]),
        ("Your login is safe.", [("the log-in", "login")]),
        ("Use the sign-in page.", [("the sign-in", "sign-in")]),
        ("Pay with Paypal.", [("PayPal", "Paypal")]),
        ("See paypal.com.", []),
    ],
)
def test_spellings(text: str, expected: list[tuple[str, str]]) -> None:
    words = set(re.findall(r"[\w]+(?:-\w+)*", text.lower()))
    assert [(own.term, own.way) for own in spellings(text, words)] == expected
