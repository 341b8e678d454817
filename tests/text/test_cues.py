from __future__ import annotations

import pytest

from protolint.text.clauses import BAR
from protolint.text.cues import Patterns
from protolint.text.pattern_set import lined, ready


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We ship it", {0}),
        ("We'll ship it", set()),
        ("ship", {1}),
        (f"ship{BAR}We  ship", {1}),
        ("Please open it", {2}),
        (f"It is{BAR}open it", {2}),
        ("It is open", set()),
        ("Open hours", set()),
        ("", set()),
    ],
)
def test_families_hold_in_clauses(text: str, found: set[int]) -> None:
    own = Patterns({"we": ("we", "i")}, softly=["please"])
    assert own.add(("<we> ship", "nothing")) == 0
    assert own.add(("^ship$",)) == 1
    assert own.add_openers(("open",), ("hours",)) == 2
    assert own.found(text) == found


def test_equal_families_have_one_number_and_none_has_none() -> None:
    own = Patterns({})
    assert own.add(("we", "ship")) == own.add(("we", "ship")) == 0
    assert own.add(()) == own.add_openers((), ()) == -1
    assert own.found("So we go") == {0}


def test_what_is_known_of_patterns_changes_nothing() -> None:
    pattern = r"(?:^|[^\w'])(?:we\x{20}ship)(?:$|[^\w']|'(?:$|\W))"
    known = {lined(pattern): ready(lined(pattern))}
    own = Patterns({}, known=known)
    own.add(("we ship",))
    assert own.found("Today we ship") == {0}
