"""Lengths are those a customer sees, and what is too long is marked from where it crosses."""

import pytest

from protolint.checks.length import Check


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (Check(of="script", max=5), "abcde", []),
        (Check(of="script", max=5), "abcdefg", ["fg"]),
        (Check(of="script", max=10), "{{x}}abcd", ["cd"]),
        (Check(of="script", max=7), "{{x}}abcd", ["{{x}}abcd"]),
        (Check(of="script", max=8), "abcde\n\nfgh", ["gh"]),
        (Check(of="script", max=8), "- abcde\n\n- fgh", ["h"]),
        (Check(of="script", max=5), "ab\n\n1.1|c\n\n1.2|defg", ["efg"]),
        (Check(of="script", unit="words", max=2), "One two\n\nthree four", ["three four"]),
        (Check(of="script", unit="bytes", max=3), "éé", ["é"]),
        (Check(of="script", unit="sms-segments", max=1), "x" * 161, ["x"]),
        (Check(of="script", unit="sms-segments", max=1), "it’s" + "x" * 67, ["x"]),
        (Check(of="script", unit="x-weighted", max=24), "https://a.example/" + "p" * 40, []),
        (Check(of="script", unit="seconds", max=60), "word " * 151, ["word "]),
        (Check(of="script", min=5), "abc", [""]),
        (Check(of="sentence", unit="words", max=3), "A b. C {{d}} e f.", ["C {{d}} e f."]),
        (Check(of="sentence", unit="words", max=1), "# One two\n\nOne.", []),
        # A label and a dash, or an address after a colon, is none of the words after it.
        (Check(of="sentence", unit="words", max=4), "From us here - One two three four", []),
        (Check(of="sentence", unit="words", max=4), "See: https://a.example One two", []),
        (Check(of="sentence", unit="words", max=4), "Yes - One b c d e", ["Yes - One b c d e"]),
        (Check(of="sentence", unit="words", max=4), "One b c - d e f", ["One b c - d e f"]),
        (Check(of="paragraph", unit="sentences", max=1), "A b. C d.\n\n- E f. G h.", ["A b. C d."]),
        (Check(of="item", max=3), "- abc\n\n- abcd\n\nabcde", ["abcd"]),
        (Check(of="heading", max=3), "# abcd\n\nabcde", ["abcd"]),
        (Check(of="subject", max=3), "@ abcd\n\nabcde", ["abcd"]),
    ],
)  # fmt: skip
def test_lengths(excerpts, check: Check, text: str, found: list[str]) -> None:
    assert excerpts(check, text) == found


def test_a_text_message_names_the_character_that_costs_a_segment(matches) -> None:
    check = Check(of="script", unit="sms-segments", max=1)
    (match,) = matches(check, "It’s " + "x" * 70)
    assert match.values["character"] == "’"
    assert match.values["cause"].startswith(", because “’” ")
    assert (match.values["length"], match.values["unit"]) == ("2", "SMS segments")
    (match,) = matches(check, "x" * 161)
    assert (match.values["character"], match.values["cause"]) == ("", "")


def test_what_cannot_be_seen_is_named(matches) -> None:
    (match,) = matches(Check(of="script", unit="sms-segments", max=0), "a\u00a0b")
    assert match.values["character"] == "no-break space"


def test_a_subject_is_looked_for_where_subjects_are() -> None:
    assert Check(of="subject", max=1).default_scope == ("subject",)


@pytest.mark.parametrize("check", [Check(of="script"), Check(of="script", max=1, min=2)])
def test_limits_that_cannot_be_meant(check: Check) -> None:
    assert list(check.mistakes())
