from __future__ import annotations

import time

import pytest

from protolint.script import OPAQUE
from protolint.text.sentences import sentences

NAME = OPAQUE["placeholder"]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Hi Sam.", "It shipped at 4 p.m. today."],
        ["Where is it?", "Here!", "Good…", "And then?!", "Yes."],
        ["Call Dr. Lee, e.g. on Monday.", "Mr. Ito is out."],
        ["Ask for Ana M. Cruz or J. R. Diaz.", "You and I.", "Then we talk."],
        ["It weighs 3.50 kg.", "It costs $1,000.00.", "Fine."],
        ["Order no. 12 is late.", "No.", "It is not."],
        ["We open at 9 a.m. Monday.", "We close at 5 p.m.", "Please call."],
        ["Acme Inc. ships from the U.S. to you.", "We live in the U.S.", "You too."],
        ["It came on Jan. 5.", "Write to the Oct. address.", "Go on."],
        ["He said “Done.”", "Then he left.", "(It was late.)", "We slept."],
        ["“Ready?” she asked.", "“Not yet!” said Sam.", "They laughed."],
        ["She wrote (see below.) to us.", "Fine."],
        ["See acme.com/a.b?c=1!d for more.", "Mail me@acme.co.uk.", "Thanks."],
        ["Well ... we tried.", "So . . . I left.", "We wait....", "They came."],
        ["Shop at Yahoo! in town.", "It is great!", "thanks"],
        ["It was fine. [3]", "Then it broke. 😀🎉", "Sad."],
        ["1. Open it.", "2. Close it."],
        ["Step 1. Open it.", "Step 2. Close it."],
    ],
)  # fmt: skip
def test_ends_sentences_where_a_reader_does(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_missing_space_does_not_join_sentences() -> None:
    assert split("It is done.Then it left.") == ["It is done.", "Then it left."]
    assert split("Ask Booking.Com or acme.Support@x.com.") == [
        "Ask Booking.Com or acme.Support@x.com."
    ]


def test_a_line_break_ends_a_sentence() -> None:
    assert split("Hi Sam,\nit left\n\n today. Bye") == ["Hi Sam,", "it left", "today.", "Bye"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1) The blue one 2) The red one", ["1) The blue one", "2) The red one"]),
        ("a. The blue one b. The red one", ["a. The blue one", "b. The red one"]),
        ("• 9. Blue one • 10. Red one", ["• 9. Blue one", "• 10. Red one"]),
        ("1) It costs 2) or more", ["1) It costs", "2) or more"]),
        ("We have 1) blue and 2) red", ["We have 1) blue and 2) red"]),
    ],
)
def test_the_numerals_of_a_list_in_one_line_begin_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_an_opaque_token_is_a_word_that_may_begin_a_sentence() -> None:
    text = f"Hi {NAME}. {NAME} is here. Dr. {NAME} knows order no. {NAME}."
    assert split(text) == [f"Hi {NAME}.", f"{NAME} is here.", f"Dr. {NAME} knows order no. {NAME}."]


@pytest.mark.parametrize("text", ["", " ", "\n", " \n\t\n "])
def test_there_are_no_empty_sentences(text: str) -> None:
    assert sentences(text) == []


def test_sentences_are_trimmed_and_in_order() -> None:
    text = "  One.   Two!\n\n  Three?  "
    assert sentences(text) == [(2, 6), (9, 13), (17, 23)]


@pytest.mark.parametrize(
    "text",
    ["." * 50_000 + "x", ". " * 50_000, "?!" * 50_000 + "x", " " * 100_000, "a." + "_" * 100_000,
     "1. a " * 20_000, "a. [aaaa " * 20_000, "\t \n" * 30_000, "a! " + "😀 " * 50_000],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    begin = time.process_time()
    sentences(text)
    assert time.process_time() - begin < 2
