"""What is said too often is shown at the first time too many."""

import pytest

from protolint.checks.count import Check

PLEASE = Check(any=("please",), max=2)


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (PLEASE, "Please a. Please b.\n\nplease c. Please d.", ["please"]),
        (PLEASE, "Please a.\n\n1.1|Please b.\n\n1.2|Please c.", []),
        (PLEASE, "Please a.\n\n1.1|Please b. Please c.\n\n1.2|Hi.", ["Please"]),
        (Check(any=("sorry",), max=1, per="sentence"), "Sorry. Sorry, so sorry.", ["sorry"]),
        (Check(any=("sorry",), max=1, per="paragraph"), "Sorry. Sorry.\n\nSorry.", ["Sorry"]),
        (Check(of="emoji", max=1, per="run"), "Hi 🎉 🎉🎉 you 👍🏽", ["🎉 🎉🎉"]),
        (Check(of="emoji", max=1), "One 👩‍👩‍👧 ✓ → two ❤️", ["❤️"]),
        (Check(of="exclamation-marks", max=1), "Hi! Yes! No!", ["!"]),
        (Check(of="exclamation-marks", max=1, per="run"), "Hi! Yes!!! No!", ["!!!"]),
        (Check(of="placeholders", max=1), "{{a}} {{b}}", ["{{b}}"]),
        (Check(of="links", max=1), "https://a.example https://b.example", ["https://b.example"]),
        (Check(of="words", max=3, per="sentence"), "It’s all e-mail. One two {{x}} four", ["four"]),
        (Check(of="sentences", max=1, per="paragraph"), "One. Two. Three.", ["Two."]),
        (Check(any=("so",), max=2, per="100-words"), "so so so", ["so"]),
        (Check(any=("so",), max=2, per="100-words"), "so so so " + "x " * 150, []),
        (Check(any=("thanks",), min=1), "Goodbye.", [""]),
        (Check(any=("thanks",), min=1), "Thanks, goodbye.", []),
        (Check(of="words", min=3, per="sentence"), "Only two. Now it is four.", ["Only two."]),
        (Check(any=("no",), max=0, unless=("problem",)), "No problem. No.", ["No"]),
        (Check(any=("no",), max=0, unless_in_script=("legal",)), "No.\n\nLegal.", []),
    ],
)
def test_counts(excerpts, check: Check, text: str, found: list[str]) -> None:
    assert excerpts(check, text) == found


def test_messages_get_the_numbers(matches) -> None:
    (match,) = matches(PLEASE, "please " * 4)
    assert match.values == {"count": "4", "max": "2", "min": ""}


@pytest.mark.parametrize(
    ("check", "option"),
    [
        (Check(any=("a",)), "max"),
        (Check(any=("a",), max=1, min=2), "min"),
        (Check(max=1), "any"),
        (Check(any=("a",), of="words", max=1), "any"),
        (Check(of="emoji", per="run", min=1), "min"),
    ],
)
def test_options_that_cannot_be_meant(check: Check, option: str) -> None:
    assert option in [mistake.option for mistake in check.mistakes()]


def test_a_script_without_a_hit_is_only_looked_at_where_something_may_be_missing() -> None:
    assert not PLEASE.always
    assert Check(any=("a",), min=1).always
    assert Check(of="words", max=1).always
