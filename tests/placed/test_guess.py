"""What somebody may have meant by a word that does not exist."""

from __future__ import annotations

import pytest

from protolint.placed.guess import closest, unknown
from protolint.rulebook.words import FIXED, MOMENTS


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("complant", MOMENTS, "complaint"),  # a slip
        ("service_failure", MOMENTS, "service-failure"),
        ("outage", MOMENTS, "service-failure"),  # another word for it, though like “routine”
        ("No news", MOMENTS, "hold"),
        ("customer", FIXED["fault"], "theirs"),
        ("text", ("email", "sms"), "sms"),
        ("text", ("email", "chat"), None),
        ("debt", MOMENTS, None),
    ],
)
def test_a_word_is_taken_for_the_one_it_means(
    word: str, known: tuple[str, ...], meant: str | None
) -> None:
    assert closest(word, known) == meant


def test_what_is_allowed_is_named_where_nothing_is_near() -> None:
    assert (
        unknown("fault", "qqq", ("ours", "none"))
        == "there is no fault “qqq”: allowed are ours, none"
    )
