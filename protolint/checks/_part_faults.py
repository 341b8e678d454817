"""Faults of one part: in the wrong place, too often, not on every path, at odds with itself."""

from __future__ import annotations

from collections.abc import Iterator

from protolint.checks._belonging import Belonging
from protolint.checks._check import Match, View
from protolint.checks._parts import Found, Part
from protolint.checks._paths import path_without
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


def missing_on_a_path(
    part: Part, placed: list[Found], belonging: Belonging, view: View
) -> Iterator[Match]:
    """Yield that a part is on some paths of a script with steps, and not on another."""
    if part.within_first is not None or part.within_last is not None:
        return
    lacking = path_without(view, placed)
    if lacking:
        path, place = lacking
        yield belonging.match(part, "is missing", place, where=f"on the path {path}")


def too_often(part: Part, sure: list[Found], belonging: Belonging) -> Iterator[Match]:
    """Yield the first sentence that says a part once more than it may be said."""
    sentences = list({own.said: own for own in sure}.values())
    if part.at_most is not None and len(sentences) > part.at_most:
        times = f"comes {len(sentences)} times, and {part.at_most} is enough"
        yield belonging.match(part, times, sentences[part.at_most].match)
