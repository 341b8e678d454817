"""The words a pattern needs: none that it could match without."""

from __future__ import annotations

import random
import re

import pytest

from protolint.text.atoms import needed
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
    assert needed(given)[:1] == (() if expected is None else (expected,))


def test_all_words_of_a_pattern_are_needed_those_first_that_rule_out_most() -> None:
    groups = needed(r"\bas\s+per\s+(?:our|company)\s+polic(?:y|ies)\b")
    assert groups == (("policies", "policy"), ("per",), ("company", "our"), ("as",))
    assert needed(r"we[^\pL\pN]+record") == (("record",), ("we",))
    for none in ("a|b", "(", r"\Q[ab]c\E", "[[:alpha:]]bc"):
        assert needed(none) == ()


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
        groups = needed(pattern)
        for _ in range(30):
            text = "".join(chance.choices(["so", "sorry", "we", *letters], k=12))
            if re.search(pattern, text):
                missing = [group for group in groups if not any(own in text for own in group)]
                assert not missing, (pattern, text)
