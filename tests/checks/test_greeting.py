"""How a script begins and ends, against what the brand knows."""

import pytest

from protolint.checks.greeting import Check

GIVEN = ("Hi {name},", "Good {time}, this is {agent} at Acme")
ANOTHER = Check(of="greeting", finds="another", any=GIVEN)
NONE = Check(of="greeting", finds="none", any=GIVEN)
CLOSING = Check(of="sign-off", finds="another", any=("Kind regards", "^{initials}"))
NO_CLOSING = Check(of="sign-off", finds="none", any=("Kind regards", "^{initials}"))


@pytest.mark.parametrize(
    ("text", "another", "missing"),
    [
        ("Hi {{first}},\n\nYour bag is here.", [], 0),
        ("Hi {{first}} {{last}}!\nYour bag is here.", [], 0),
        ("Hi Ana Lee, your bag is here.", [], 0),
        ("Good morning, this is {{agent}} at Acme. How can I help?", [], 0),
        ("Hello {{first}},\n\nYour bag is here.", ["Hello {{first}},"], 0),
        ("Dear Ms Lee,\n\nHi Ana, Jo is here.", ["Dear Ms Lee,"], 0),
        ("Good morning! How can I help?", ["Good morning"], 0),
        ("Welcome to Acme, the line is busy.", ["Welcome to Acme"], 0),
        ("Your bag is here.", [], 1),
        ("", [], 0),
    ],
)
def test_greetings(excerpts, matches, text: str, another: list[str], missing: int) -> None:
    assert excerpts(ANOTHER, text) == another
    assert [(own.start, own.end) for own in matches(NONE, text)] == [(0, 0)] * missing


@pytest.mark.parametrize(
    ("text", "another", "missing"),
    [
        ("Your bag is here.\n\nKind regards,\n{{agent}}\nAcme", [], 0),
        ("Your bag is here. ^AB", [], 1),
        ("Your bag is here.\n^AB", [], 0),
        ("Your bag is here.\n\nBest wishes,\n{{agent}}", ["Best wishes,"], 0),
        ("Thanks again,\n\nYour bag is here.\n\nKind regards,\nAna", [], 0),
        ("Your bag is here.\n\n- The Acme team", [], 1),
        ("Your bag is here.\n\nThank you!", [], 1),  # a sentence, and no sign-off
        ("Your bag is here.", [], 1),
    ],
)
def test_sign_offs(excerpts, matches, text: str, another: list[str], missing: int) -> None:
    assert excerpts(CLOSING, text) == another
    found = matches(NO_CLOSING, text)
    assert len(found) == missing
    assert all(own.start == own.end for own in found)


def test_the_message_names_all_that_is_given(matches) -> None:
    (match,) = matches(NONE, "Your bag is here.")
    assert match.values == {"given": "“Hi {name},” or “Good {time}, this is {agent} at Acme”"}
