"""Words that shout, and headings with capitals on most words."""

from collections.abc import Callable

import pytest

from protolint.checks.capitalization import Check

SHOUT = Check(exceptions=("HMRC|NHS",))
WORD = Check(min_words=1, min_letters=5, exceptions=("UNICEF",))
HEADING = Check(of="headings", exceptions=("Acme Prime",))


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (SHOUT, "PLEASE DO NOT reply", ["PLEASE DO NOT"]),
        (SHOUT, "Your PIN, or NHS HMRC forms", []),
        (SHOUT, "This is A VERY, VERY big deal", ["VERY, VERY"]),
        (SHOUT, "The box says “KEEP DRY”.", []),
        (SHOUT, "CODE AB12 CD34", []),
        (SHOUT, "WARNING {{x}} AGAIN", []),
        (WORD, "It is URGENT for UNICEF", ["URGENT"]),
        (HEADING, "# How To Change Your Delivery", ["How To Change Your Delivery"]),
        (HEADING, "# How to change Acme Prime", []),
        (HEADING, "# Changes: What it costs in May", []),
    ],
)
def test_capitals(excerpts, check: Check, text: str, found: list[str]) -> None:
    assert excerpts(check, text) == found


def test_headings_are_looked_for_where_headings_are() -> None:
    assert HEADING.default_scope == ("heading",)


def test_runs_of_short_words_may_be_acronyms(excerpts: Callable[[Check, str], list[str]]) -> None:
    check = Check(min_words=2, min_letters=8, longest=5)
    assert excerpts(check, "Paste the SAML SSO URL. READ THIS NOTICE.") == ["READ THIS NOTICE"]
    assert excerpts(check, "Set GEM_HOST and API_KEYS today.") == []
