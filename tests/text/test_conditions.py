"""What is needed, what can be done and in which state goods have to be: yes or no."""

import re

import pytest

from protolint.text.conditions import conditions, sorts_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("You need your receipt.", [("need", True, ("recei",))]),
        ("You'll need your receipt to return it.", [("need", True, ("recei",))]),
        ("A receipt is required.", [("need", True, ("recei",))]),
        ("Please bring your receipt.", [("need", True, ("recei",))]),
        ("We can't refund you without a receipt.", [("need", True, ("recei",))]),
        ("No receipt needed.", [("need", False, ("recei",))]),
        ("You don't need a receipt.", [("need", False, ("recei",))]),
        ("You can return it without a receipt.", [("need", False, ("recei",))]),
        ("A receipt isn't necessary.", [("need", False, ("recei",))]),
        ("You can cancel your plan online.", [("may", True, ("cance", "plan", "onlin"))]),
        ("You cannot cancel your plan online.", [("may", False, ("cance", "plan", "onlin"))]),
        ("You can cancel your plan if you moved.", []),
        ("Shoes must be unworn.", [("state", True, ("worn",))]),
        (
            "Send them back even if they have been worn.",
            [("state", False, ("worn",)), ("until", False, ("wear",))],
        ),
        (
            "Keep the packaging until we reply.",
            [("need", True, ("packa",)), ("until", True, ("repl",))],
        ),
        ("You don't need to hold on to the packaging.", [("need", False, ("packa",))]),
        (
            "You need proof of address and the log book.",
            [("need", True, ("proof", "addre")), ("need", True, ("log", "book"))],
        ),
        ("You need no login for it.", [("need", False, ("login",))]),
        ("You need the receipt for electronics.", []),
        ("We are still here.", []),
    ],
)
def test_conditions(sentence: str, expected: list[tuple[object, ...]]) -> None:
    words = re.findall(r"[\w']+", sentence.lower())
    assert [tuple(own) for own in conditions(sentence, sorts_in(words))] == expected
