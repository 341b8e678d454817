from __future__ import annotations

import pytest
from small_rulebook import load

from protolint.rulebook import shipped
from protolint.rulebook.readying import readied
from protolint.script import MOVES

LEXICON = """\
lexicon: en
terms:
  we: [we, i]
moves:
  apology:
    - {any: [sorry, '<we> apologi[sz]e'], confidence: 0.9}
moments:
  delay:
    - {any: [delayed]}
"""


def test_a_lexicon_is_part_of_the_rulebook() -> None:
    book, problems = load(lexicon=LEXICON)
    assert problems == []
    (lexicon,) = book.lexicons
    assert lexicon.moves["apology"][0].any == ("sorry", "<we> apologi[sz]e")
    assert any("apologi[sz]e" in pattern for pattern in readied(book).patterns)


@pytest.mark.parametrize(
    ("right", "wrong", "place", "said"),
    [
        ("sorry,", "'sorry(',", (6, 14), "a “(” has no “)”"),
        ("<we> apolog", "<wee> apolog", (6, 21), "there is no term <wee>; did you mean <we>?"),
        ("apology:", "apologie:", (5, 3), "did you mean “apology”?"),
        ("any: [sorry, '<we> apologi[sz]e'], ", "", (6, 7), "add `any` or `opens`"),
        ("any: [sorry,", "opens_but: [the], any: [sorry,", (6, 7), "`before` go together"),
        ("confidence: 0.9", "confidence: 2", (6, 55), "more than the most allowed"),
        ("  delay:", "  delays:", (8, 3), "did you mean “delay”?"),
        ("[we, i]", "['we)', i]", (3, 8), "a “)”"),
        ("confidence", "part: many, confidence", (6, 49), "“many”"),
    ],
)
def test_mistakes_are_told_with_their_place(
    right: str, wrong: str, place: tuple[int, int], said: str
) -> None:
    assert right in LEXICON
    _, problems = load(lexicon=LEXICON.replace(right, wrong, 1))
    first = problems[0]
    assert said in first.message
    assert (first.path, first.line, first.column) == ("lexicon.yaml", *place)


def test_the_lexicon_that_ships_knows_all_moves() -> None:
    (file,) = (file for file in shipped.files() if file.path == "rules/lexicons/en.yaml")
    book, _ = load(lexicon=file.data.decode())
    assert set(book.lexicons[0].moves) == set(MOVES)
