from __future__ import annotations

import pytest

from protolint.script import OPAQUE, Prose, Stretch
from protolint.script.stretch import Block, Kind
from protolint.text.parts import (
    is_field,
    is_greeting,
    is_prose,
    is_sign_off,
    line_break_ends_line,
    pooled_prose,
)

NAME = OPAQUE["placeholder"]


def stretch(text: str, kind: Kind = "public", shape: Block = "paragraph") -> Stretch:
    return Stretch(kind, Prose(text, ()), shape)


@pytest.mark.parametrize(
    "line",
    ["Hi Sam,", f"Dear {NAME},", "Hello there!", "Good morning, Ana.", "Hey", f"{NAME},", "Sam,",
     "To whom it may concern:", "Dear Sir or Madam,", "Hello Ana and Sam,", f"Hi {NAME} 👋",
     "Dear plot holders,", "Hello film lovers,"],
)  # fmt: skip
def test_a_greeting_stands_alone_in_its_line(line: str) -> None:
    assert is_greeting(line)
    assert not is_greeting(f"{line} we have shipped it")


@pytest.mark.parametrize(
    "line", ["Unfortunately,", "However,", "", "Hello, how are you?", "Best,", "Hi, we sent it,"]
)
def test_other_short_lines_are_no_greeting(line: str) -> None:
    assert not is_greeting(line)


@pytest.mark.parametrize(
    "line",
    ["Kind regards,", "Best", "Thanks!", "Thanks, Ana", "Thanks Ana", f"Best, {NAME}", "^NC",
     "- The Acme team", "— Ana", "-AA", "The Acme Support Team", "Yours sincerely", "Thank you,",
     "Best wishes from Ana", f"Thank you, {NAME} Support"],
)  # fmt: skip
def test_a_sign_off_closes_a_message(line: str) -> None:
    assert is_sign_off(line)


@pytest.mark.parametrize(
    "line",
    ["Thank you for writing.", "Thanks! We will call.", "Best of luck!", "Our team will call", "",
     "Thank you for your patience,", "- open the app", "The team is here.", "Thanks to you"],
)  # fmt: skip
def test_thanks_within_prose_are_no_sign_off(line: str) -> None:
    assert not is_sign_off(line)


@pytest.mark.parametrize(
    "line", ["Name:", "Order number: ____", f"Order number: {NAME}", "Date of birth (day/month):"]
)
def test_a_field_is_to_be_filled(line: str) -> None:
    assert is_field(line)


@pytest.mark.parametrize("line", ["Please confirm:", "Note: we are closed.", "Name", "Here it is:"])
def test_a_lead_in_is_no_field(line: str) -> None:
    assert not is_field(line)


@pytest.mark.parametrize(
    "line",
    ["• It works", "1) Open it", "IMPORTANT NEWS", "-----", "Total: 30 euros", "", "Hi Sam,"],
)
def test_items_titles_and_labelled_values_are_no_prose(line: str) -> None:
    assert not is_prose(line)


def test_a_line_with_a_label_and_a_sentence_is_prose() -> None:
    assert is_prose("You are welcome :)")
    assert is_prose("Note: we are closed on Monday.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hi Sam,", "thanks for writing"),
        ("Name: Sam", "Order: 12"),
        ("We need", "Name: Sam"),
        ("bring these:", "a bag"),
        ("two options", "• first"),
        ("• first", "Then more"),
        ("see it", "– Ana"),
        ("All good", "[If no:] we call"),
        ("[Listen.]", "we call"),
        ("Call us [pause]", "now"),
        ("Call us", "(wait for the answer)"),
        ("Call us", "(if they are home) now"),
        ("see you", "Kind regards,"),
        ("Thanks,", "Ana"),
        (f"{NAME},", "we shipped it"),
    ],
)
def test_a_soft_break_that_ends_a_line(before: str, after: str) -> None:
    assert line_break_ends_line(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We are so", "sorry for the wait"),
        ("Call us or see", "[our page](https://acme.com) for more"),
        ("the app (the new", "one) works"),
        ("it came with our team", "and it works"),
        ("• first", "and the rest of it"),
        ("We ship with", f"{NAME} to your door"),
        ("", ""),
    ],
)
def test_a_soft_break_within_a_sentence(before: str, after: str) -> None:
    assert not line_break_ends_line(before, after)


def test_pooled_prose_is_what_is_said_in_sentences() -> None:
    given = [
        stretch("Where is it?", "subject", "subject"),
        stretch("Your order", "heading", "heading"),
        stretch(f"Hi {NAME},\nwe shipped it. It is on its way."),
        stretch("Look out for a van.", "spoken"),
        stretch("Ask for the name.", "direction"),
        stretch("Your name:", "field"),
        stretch("one lamp", shape="item"),
        stretch("• one bulb\nWe are here to help."),
        stretch("Kind regards,\nAna Cruz\nAcme Support"),
    ]
    assert list(pooled_prose(given)) == [
        "we shipped it. It is on its way.",
        "Look out for a van.",
        "We are here to help.",
    ]


def test_prose_after_a_signature_counts_again() -> None:
    given = [stretch("Thanks,"), stretch("Ana Cruz"), stretch("You get this mail as a member.")]
    assert list(pooled_prose(given)) == ["You get this mail as a member."]
