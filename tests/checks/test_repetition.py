"""Words, sentences and openings that are said again."""

import pytest

from protolint.checks.repetition import Check

WORD = Check(of="word", exceptions=("had", "that"))
SENTENCE = Check(of="sentence")
OPENING = Check(of="opening", exceptions=("the",))
SAID = "We will write to you soon."


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (WORD, "Send the the form", ["the the"]),
        (WORD, "The the form", ["The the"]),
        (WORD, "He had had that that", []),
        (WORD, "In Walla Walla it is 2 2", []),
        (WORD, "Thank you. You can; can you", []),
        (WORD, "It is this isthmus, by-by the way-way way", []),
        (WORD, "cafés cafés", ["cafés cafés"]),
        (SENTENCE, f"{SAID} Bye. Bye.\n\n– {SAID[:-1]}!", [f"– {SAID[:-1]}!"]),
        (SENTENCE, f"1.1|{SAID}\n\n1.2|{SAID}", []),
        (OPENING, "We a. We b. We c. We d.", ["We"]),
        (OPENING, "We a. We b.\n\nYou. We c.", []),
        (OPENING, "The a. The b. The c.", []),
        (OPENING, "- We a.\n\n- We b.\n\n- We c.", []),
    ],
)  # fmt: skip
def test_repetition(excerpts, check: Check, text: str, found: list[str]) -> None:
    assert excerpts(check, text) == found


def test_the_second_word_goes(matches) -> None:
    (match,) = matches(WORD, "Send the the form")
    assert (match.edits[0].start, match.edits[0].end, match.edits[0].text) == (8, 12, "")
