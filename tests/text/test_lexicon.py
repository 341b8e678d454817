from __future__ import annotations

import pytest

from protolint.text.lexicon import Cue, Lexicon, TermError, resolved, widened
from protolint.text.lines import Line
from protolint.text.recogniser import Recogniser

TERMS = {"we": ("we", "i"), "team": "our <noun>", "noun": "(?:team|staff)"}


def test_terms_are_written_out() -> None:
    assert resolved("<we> or <team>", TERMS) == "(?:we|i) or (?:our (?:(?:team|staff)))"
    assert resolved("<3 a < b", TERMS) == "<3 a < b"


@pytest.mark.parametrize("pattern", ["<they>", "<loop>"])
def test_terms_that_are_not_there_or_made_of_themselves(pattern: str) -> None:
    with pytest.raises(TermError) as error:
        resolved(pattern, {"loop": "a <loop>"})
    assert error.value.term == pattern[1:-1]


def test_a_brand_widens_a_move_and_leaves_the_rest() -> None:
    given = Lexicon(lexicon="en", moves={"apology": (Cue(any=("sorry",)),)})
    own = widened(given, {"responsibility": ("we goofed",), "apology": ("soz",), "thanks": ()})
    texts = ["Sorry, we goofed.", "Soz!", "If we goofed, tell us."]
    assert [
        [move.name for move in made] for made in Recogniser(own).of_lines(list(map(Line, texts)))
    ] == [["apology", "responsibility"], ["apology"], ["responsibility"]]
    assert "thanks" not in own.moves
    assert given.moves == {"apology": (Cue(any=("sorry",)),)}
