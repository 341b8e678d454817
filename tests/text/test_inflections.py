"""Words and phrases in the forms in which they are met."""

import pytest

from protolint.text.inflections import forms, inflected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("log in", ["log in", "logs in", "logged in", "logging in"]),
        ("get in touch with", ["get in touch with", "gets in touch with", "got in touch with",
                               "getting in touch with"]),
        ("utilise", ["utilise", "utilises", "utilised", "utilising"]),
        ("notify", ["notify", "notifies", "notified", "notifying"]),
        ("issue", ["issue", "issues"]),
        ("service desk", ["service desk", "service desks"]),
        ("party", ["party", "parties"]),
        ("H&W", ["H&W"]),
    ],
)  # fmt: skip
def test_the_forms_of_a_phrase(phrase: str, expected: list[str]) -> None:
    assert [inflected(phrase, form) for form in forms(phrase)] == expected


@pytest.mark.parametrize(
    ("phrase", "form", "like", "expected"),
    [
        ("use", "ing", "utilise", "using"),
        ("buy", "ed", "stock up", "bought"),
        ("sign in", "s", "log in", "signs in"),
        ("price list", "s", "tariff", "price lists"),
    ],
)
def test_what_stands_for_a_phrase_takes_its_form(
    phrase: str, form: str, like: str, expected: str
) -> None:
    assert inflected(phrase, form, like) == expected  # type: ignore[arg-type]
