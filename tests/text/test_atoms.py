"""The words a pattern needs: none that it could match without."""

from __future__ import annotations

import random
import re

import pytest

from protolint.text.atoms import atoms
from protolint.text.patterns import expand


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("sorry", ("sorry",)),
        ("Sorry", ("sorry",)),
        ("sorry if", ("sorry",)),
        ("apologi[sz]e", ("apologise", "apologize")),
        ("(?:sorry|apologies) if", ("apologies", "sorry")),
        ("(?:we|I)(?:'ll| will)", ("'ll", "will")),
        ("colou?r", ("color", "colour")),
        ("(?:very )?sorry", ("sorry",)),
        ("(?:sorry)+", ("sorry",)),
        ("(?:sorry)*x", None),
        ("sorry|x", None),
        ("[a-z]+", None),
        (r"\bcan\b", ("can",)),
        ("^hello$", ("hello",)),
        ("{placeholder} and", ("and",)),
        ("{placeholder}", ("\ue000",)),
        (r"\?", ("?",)),
        ("a|b", None),
        (r"\p{L}+ing", ("ing",)),
        ("x{2,3}", None),
        ("(", None),
    ],
)
def test_what_is_needed(pattern: str, expected: tuple[str, ...] | None) -> None:
    try:
        given = expand(pattern)
    except ValueError:
        given = pattern
    assert atoms(given) == expected


def test_no_text_matches_without_one_of_them() -> None:
    chance = random.Random(3)
    parts = [
        "so",
        "sorry",
        "[sz]",
        "(?:a|bc|)",
        "x?",
        "(?:we|us)",
        "y{1,2}",
        "(?:no )?",
        "[^q]",
        r"\s+",
    ]
    letters = "abcsozrywexun "
    for _ in range(400):
        pattern = "".join(chance.choices(parts, k=chance.randrange(1, 6)))
        needed = atoms(pattern)
        for _ in range(30):
            text = "".join(chance.choices(["so", "sorry", "we", *letters], k=12))
            if needed and re.search(pattern, text):
                assert any(own in text for own in needed), (pattern, text)
