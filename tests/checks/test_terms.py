"""Words that a brand avoids are found in all their forms, and those it uses are spared."""

import pytest

from protolint.checks.terms import Check, Term

CHECK = Check(
    terms=(
        Term(avoided=("log in", "login"), use="sign in", why="One word for one thing."),
        Term(avoided=("cheap",), why="We say what it costs."),
        Term(avoided=("client",), use="customer"),
        Term(avoided=("support", "helpdesk"), use="Acme Support"),
        Term(avoided=("e-mail",), use="email"),
        Term(avoided=("issue",), use="problem"),
    ),
    exceptions=("client certificate",),
)


def _fixed(matches, text: str) -> str:
    for match in reversed(matches(CHECK, text)):
        for edit in match.edits:
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Log in, log-in or login.", "Sign in, sign in or sign in."),
        ("She logs in, logged in, is logging in.", "She signs in, signed in, is signing in."),
        ("Sign in to our blog in May.", "Sign in to our blog in May."),
        ("Our clients and a client’s view.", "Our customers and a customer’s view."),
        ("Install the client certificate.", "Install the client certificate."),
        ("Ask Acme Support or the helpdesk.", "Ask Acme Support or the Acme Support."),
        ("An E-mail, an e-mail", "An Email, an email"),
        ("We issued two issues.", "We issued two problems."),
    ],
)
def test_terms(matches, text: str, fixed: str) -> None:
    assert _fixed(matches, text) == fixed


def test_what_has_no_other_word_is_left_to_the_author(matches) -> None:
    (match,) = matches(CHECK, "It is cheap.")
    assert match.edits == ()
    assert match.values["advice"] == "Leave it out, or say it in our words: We say what it costs."


def test_the_advice_names_the_word_in_its_form(matches) -> None:
    (match,) = matches(CHECK, "While logging in")
    assert match.values["advice"] == "Write “signing in”: One word for one thing."


def test_what_the_brand_uses_is_exempt(exempted) -> None:
    assert exempted(CHECK, "Please sign in, dear client.") == ["sign in"]


def test_a_term_that_avoids_what_it_uses_is_a_mistake() -> None:
    check = Check(terms=(Term(avoided=("app",), use="app"),))
    assert [(own.option, own.item) for own in check.mistakes()] == [("terms", 0)]
