from __future__ import annotations

import pytest

from protolint.script import OPAQUE
from protolint.text.words import words

NAME, URL = OPAQUE["placeholder"], OPAQUE["url"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We don't, it’s 5 o'clock!", ["We", "don't", "it’s", "5", "o'clock"]),
        ("your e-mail, co-op - 24/7", ["your", "e-mail", "co-op", "24/7"]),
        ("$3.50, 1,000.00, 10:30.", ["3.50", "1,000.00", "10:30"]),
        ("4 p.m. in the U.S.A. and/or", ["4", "p.m", "in", "the", "U.S.A", "and", "or"]),
        ("AT&T at acme.com or me@acme.com.", ["AT&T", "at", "acme.com", "or", "me@acme.com"]),
        ("See https://acme.com/a?b=c. Then", ["See", "https://acme.com/a?b=c", "Then"]),
        ("naïve café cafe\u0301 Straße", ["naïve", "café", "cafe\u0301", "Straße"]),
        ("Name: ____ #tag 'quoted' users'", ["Name", "tag", "quoted", "users"]),
        (f"Hi {NAME}{URL}, {NAME}’s", ["Hi", NAME, URL, f"{NAME}’s"]),
        ("", []),
    ],
)
def test_finds_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == found
