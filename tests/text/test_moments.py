"""The moment that the words of a script tell of."""

from __future__ import annotations

import pytest

from protolint.linting.lines import Lines
from protolint.linting.plan import Plan
from protolint.readers import markdown
from protolint.rulebook import loading
from protolint.script import Settings, Source


@pytest.fixture(scope="module")
def plan() -> Plan:
    book = loading.rulebook()
    return Plan(book.rules, {None: {}}, book.lexicons)


def names(plan: Plan, text: str, locale: str = "en") -> list[str]:
    source = Source("s.md", text)
    (script,) = markdown.read(source, Settings(defaults={"locale": locale})).scripts
    return [moment.name for moment in Lines(script, plan).moments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cannot refund the ticket.", ["refusal"]),
        ("Your claim has been declined.", ["refusal"]),
        ("We don’t ship to Norway.", ["refusal"]),
        ("We cannot tell you exactly when the fitter comes.", []),
        ("If we can’t refund it, we will call.", []),
        ("We can’t find your order. What is its number?", []),
        ("We sent you the wrong size.", ["service-failure"]),
        ("I am sorry. That was our mistake.", ["service-failure"]),
        ("We are sorry that your lamp arrived broken.", ["service-failure"]),
        ("Tell us if we sent you the wrong size.", []),
        ("I’m sorry, but based on your note the account was closed by you.", []),
        ("Your order is delayed.", ["delay"]),
        ("It is taking longer than usual.", ["delay"]),
        ("Sorry for the delay in getting back to you.", []),
        ("Trains may be delayed.", []),
        ("Your verification code is 4711.", ["notice"]),
        ("We are planning scheduled maintenance on Sunday.", ["notice"]),
        ("Sorry, your security code is wrong.", []),
        ("The shop opens at nine.", []),
    ],
)
def test_the_moment_of_a_script(plan: Plan, text: str, expected: list[str]) -> None:
    assert names(plan, text) == expected


def test_a_script_may_tell_of_several(plan: Plan) -> None:
    text = "Your order is delayed. That was our mistake, and we lost your parcel."
    assert names(plan, text) == ["delay", "service-failure"]


def test_without_a_lexicon_nothing_is_told(plan: Plan) -> None:
    assert names(plan, "We cannot refund it.", "fr") == []


def test_a_transcript_is_no_refusal(plan: Plan) -> None:
    assert names(plan, "We can't change the name.") == ["refusal"]
    assert names(plan, "Customer: Can you?\n\nAgent: We can't change the name.") == []
