"""Phrases are found at their place, and only where their surroundings make them wrong."""

from collections.abc import Callable

import pytest

from protolint.checks.phrase import Check

Excerpts = Callable[[Check, str], list[str]]

REFUSAL = Check(any=("can(?:no|')t",), unless=("instead|option", "can"), within=2)
SORRY_BUT = Check(any=("sorry", "apologi[sz]e"), then=("but", "however"), within=1)


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (Check(any=("sorry if",)), "We are Sorry\nif it hurt.", ["Sorry\nif"]),
        (Check(any=("don't worry",)), "Don’t worry!", ["Don’t worry"]),
        (Check(any=("refund|refunds",)), "All refunds.", ["refunds"]),
        (Check(any=("fund",)), "All refunds.", []),
        (Check(any=("fund",), whole_words=False), "All refunds.", ["fund"]),
        (Check(any=("we",)), "We’ll see what we do.", ["we"]),
        (Check(any=("PIN",), case=True), "Your PIN, a pin", ["PIN"]),
        (Check(any=("sorry", "so sorry", "sorry about")), "so sorry about it", ["so sorry"]),
        (Check(any=("sorry", "sorry about")), "sorry about it, sorry", ["sorry about", "sorry"]),
        (Check(any=("hi {placeholder}",)), "Hi {{name}}, hi Sam", ["Hi {{name}}"]),
        (Check(any=("plan",), exceptions=("my plan",)), "In My Plan. A plan!", ["plan"]),
        (Check(any=("must",), unless=("law",)), "You must go. By law you must pay.", ["must"]),
        (Check(any=("must",), unless_in_script=("law",)), "You must.\n\nIt is the law.", []),
        (Check(any=("wait",), near=("please",)), "Please do wait. Wait.", ["wait"]),
        (Check(any=("final warning",), near=("warning",)), "Final warning.", []),
        (Check(any=("so", "and"), at="sentence-start"), "“So what? And so on.", ["So", "And"]),
        (Check(any=("so",), at="sentence-start", near=(r"\?",)), "So it is. So what?", ["So"]),
        (Check(any=("thanks",), at="sentence-end"), "Thanks all. Many thanks!", ["thanks"]),
        (Check(any=("oops",), unless_mentioned=True), 'Oops! A "oops" on an Oops page.', ["Oops"]),
        (Check(any=("(?-i:[A-Z]lan)",), unless_mentioned=True), "See the Plan.", ["Plan"]),
        (Check(any=("so",), then=("we",), gap=1), "So it is we. So if we", ["So if we"]),
        (Check(any=("late",), then=("(?:that .*)?due",)), "That is late, due", ["late, due"]),
    ],
)  # fmt: skip
def test_phrases(excerpts, check: Check, text: str, found: list[str]) -> None:
    assert excerpts(check, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We cannot do that. Goodbye.", ["cannot"]),
        ("We cannot do that. I can send it.", []),
        ("We can’t do that.\n\n# More\n\nSorry.\n\nI can hold it.", []),
        ("We can’t do that. Sorry. Really.\n\nI can hold it.", ["can’t"]),
        ("1.1|We can’t do that.\n\n1.2|I can hold it.", ["can’t"]),
        ("1.1|We can’t do that.\n\nI can hold it.", []),
    ],
)
def test_a_refusal_with_no_alternative_near_it(excerpts, text: str, found: list[str]) -> None:
    assert excerpts(REFUSAL, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I am sorry, but no.", ["sorry, but"]),
        ("I am sorry. However, no.", ["sorry. However"]),
        ("I am sorry.\n\nBut no.", ["sorry"]),
        ("I am sorry. No. But then.", []),
        ("But I am sorry.", []),
    ],
)
def test_an_apology_then_but(excerpts, text: str, found: list[str]) -> None:
    assert excerpts(SORRY_BUT, text) == found


def test_the_words_that_follow_are_told(matches) -> None:
    assert [match.values for match in matches(SORRY_BUT, "Sorry. But no.")] == [{"then": "But"}]


def test_options_that_do_nothing_are_mistakes() -> None:
    check = Check(any=("a",), within=1, gap=2)
    assert [mistake.option for mistake in check.mistakes()] == ["within", "gap"]


def test_all_patterns_are_named_by_option_and_item() -> None:
    check = Check(any=("a", "b"), near=("c",), unless=("d",), exceptions=("e",))
    assert list(check.patterns()) == [
        ("any", 0, "a"),
        ("any", 1, "b"),
        ("near", 0, "c"),
        ("unless", 0, "d"),
        ("exceptions", 0, "e"),
    ]


def test_a_head_that_is_excused_does_not_hide_one_that_begins_inside_it(excerpts: Excerpts) -> None:
    heads = ("sorry that you", "that you were let down")
    text = "We are sorry that you were let down."
    assert excerpts(Check(any=heads), text) == ["sorry that you"]
    assert excerpts(Check(any=heads, at="sentence-end"), text) == ["that you were let down"]
