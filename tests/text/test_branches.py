"""What a pattern is divided into, and what of it can match in a text."""

from __future__ import annotations

import pytest

from protolint.text.branches import Sieve, branches


@pytest.mark.parametrize(
    ("pattern", "divided"),
    [
        ("refund", ["refund"]),
        ("(?:late)|(?:delayed)", ["(?:late)", "(?:delayed)"]),
        ("(?:a|b)c|d", ["(?:a|b)c", "d"]),
        (r"a\|b|c", [r"a\|b", "c"]),
        (r"a\(|c", [r"a\(", "c"]),
        ("[|(]a|b", ["[|(]a", "b"]),
        ("[]|]a|b", ["[]|]a", "b"]),
        ("(?-i)A|b", ["(?-i)A|b"]),
        (r"\Qa|b\E", [r"\Qa|b\E"]),
        ("a|", ["a", ""]),
    ],
)
def test_only_the_outermost_bars_divide(pattern: str, divided: list[str]) -> None:
    found = branches(pattern)
    assert [branch.expanded for branch in found] == divided
    assert "|".join(branch.expanded for branch in found) == pattern


def test_a_pattern_is_kept_without_the_branches_that_no_text_holds() -> None:
    sieve = Sieve([branches("refund|parcel|[0-9]+"), branches("apolog(?:y|ies)")])
    assert sieve.likely("Your PARCEL is late.") == [0]
    assert sieve.kept(0) == "parcel|[0-9]+"


def test_branches_of_earlier_texts_are_kept() -> None:
    sieve = Sieve([branches("refund|parcel")])
    sieve.likely("parcel")
    sieve.likely("refund")
    assert sieve.kept(0) == "refund|parcel"
