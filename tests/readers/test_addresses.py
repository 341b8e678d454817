"""Bare web and mail addresses are found to their last character, and ordinary text is not."""

import time

import pytest

from protolint.readers._addresses import addresses
from protolint.script import OPAQUE

TOKEN = OPAQUE["placeholder"]
FOUND = [
    ("Read https://acme.example/faq.", ["https://acme.example/faq"]),
    ("(www.acme.example/a_(b)) is it", ["www.acme.example/a_(b)"]),
    ("(see http://acme.example/x).", ["http://acme.example/x"]),
    ("“https://acme.example/x”", ["https://acme.example/x"]),
    ("acme.com/help, or shop.acme.co.uk.", ["acme.com/help", "shop.acme.co.uk"]),
    ("on Acme.com's page", ["Acme.com"]),
    ("acme.com:8080/x?y=1#z!", ["acme.com:8080/x?y=1#z"]),
    ("at is.gd/acme now", ["is.gd/acme"]),
    ("at sho.rt.it/x", ["sho.rt.it/x"]),
    (f"https://acme.example/{TOKEN}.", [f"https://acme.example/{TOKEN}"]),
    ("write to help@acme.example.", ["help@acme.example"]),
    ("mailto:a.b+c@mail.acme.co.uk!", ["mailto:a.b+c@mail.acme.co.uk"]),
    (f"{TOKEN}@acme.example or help@{TOKEN}", [f"{TOKEN}@acme.example", f"help@{TOKEN}"]),
]
TEXT = [
    "e.g. at 9 a.m. or 3.5", "Sam.I am", "report.pdf and node.js", "README.md", "done.It is",
    "so.is it", "user@host", "@sam and #tag", "U.S.A.", "Ph.D.", "2.co", "ASP.NET", "and/or",
    "20.5.2024", "wait...com", "Call 020 7946 0000", "i.e.", f"{TOKEN}.", "http://",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_an_address_ends_before_the_punctuation_of_its_sentence(text, expected):
    found = addresses(text)
    assert [text[each.start : each.end] for each in found] == expected
    assert {each.kind for each in found} == {"address" if "@" in text else "url"}


@pytest.mark.parametrize("text", TEXT)
def test_ordinary_text_holds_no_address(text):
    assert addresses(text) == []


@pytest.mark.parametrize("text", [
    "a." * 50_000, "www." * 50_000, "a@" * 50_000, "https://" + ")" * 50_000, "a-" * 50_000 + ".b",
])  # fmt: skip
def test_hostile_text_is_read_in_linear_time(text):
    start = time.process_time()
    addresses(text)
    assert time.process_time() - start < 2
