"""What is said of a part in the wrong place, and of one whose options contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from protolint.checks._parts import Part
from protolint.script import MOVES


def misplaced(part: Part) -> tuple[str, str]:
    """Return which sort of fault a part in the wrong place is, and the words for it."""
    if part.within_first is not None:
        place = f"in the first {_sentences(part.within_first)}"
        return "late", f"comes too late: it belongs {place}"
    return "early", f"comes too early: it belongs in the last {_sentences(part.within_last or 1)}"


def _sentences(number: int) -> str:
    return "sentence" if number == 1 else f"{number} sentences"


def contradictions(part: Part) -> Iterator[str]:
    """Yield what is wrong with the options of a part taken together."""
    if not (part.any or part.moves or part.placeholders or part.rules):
        yield f"nothing says by what “{part.name}” is known: give `any`, `moves` or `placeholders`"
    for name in part.unknown_moves():
        yield f"“{name}” is no move; the moves are {', '.join(MOVES)}"
    if part.is_forbidden and part.at_most is not None:
        yield f"“{part.name}” is forbidden, so `at_most` says nothing; keep one"
