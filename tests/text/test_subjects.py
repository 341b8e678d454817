"""What a figure is about is told by the words near it, not by those it is counted from."""

import pytest

from protolint.text.stems import stems
from protolint.text.subjects import about, topic_of


def of(marked: str, before: str = "") -> tuple[str, tuple[str, ...]]:
    start, end = marked.index("<"), marked.index(">") - 1
    found = about(marked.replace("<", "").replace(">", ""), start, end, before)
    return found.topic, found.kinds


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Your money is back on your card within <5 working days>.", "refund"),
        ("Once we receive your return, the refund takes <5 days>.", "refund"),
        ("Return it within <30 days> for a full refund.", "return"),
        ("Within <14 days> of delivery you can cancel.", "cancellation"),
        ("We'll reply within <24 hours>.", "reply"),
        ("The code works for <10 minutes>.", "expiry"),
        ("It arrives in <3 days>.", "delivery"),
        ("It takes <3 days>.", ""),
    ],
)
def test_the_nearest_word_tells_the_topic(sentence: str, topic: str) -> None:
    assert of(sentence)[0] == topic


def test_a_sentence_goes_on_about_the_one_before_it() -> None:
    assert of("It takes <3 days>.", "We have sent your refund.")[0] == "refund"


def test_each_clause_has_its_own_kind() -> None:
    standard = of("Standard delivery takes <3 days>, and express delivery takes 1 day.")
    express = of("Standard delivery takes 3 days, and express delivery takes <1 day>.")
    assert standard[1] != express[1]


@pytest.mark.parametrize(
    ("intent", "topic"), [("refund-status", "refund"), ("where_is_my_order", "delivery"), ("x", "")]
)
def test_an_intent_tells_a_topic(intent: str, topic: str) -> None:
    assert topic_of(intent) == topic


def test_a_kind_has_one_name_in_all_its_forms() -> None:
    kinds = [of(f"We are open <9 to 5> on {days}.")[1] for days in ("Saturdays", "Sat", "weekdays")]
    assert kinds == [("saturday",), ("saturday",), ("weekday",)]


def test_stems_leave_out_small_words_and_endings() -> None:
    assert stems("We cancelled the cancellation, and it's done.") == ("cance",)
