"""Faults of parts: in the wrong place or order, too often, not on every path, at odds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from protolint.checks._belonging import Belonging
from protolint.checks._check import Match, View
from protolint.checks._parts import Found, Part
from protolint.checks._paths import path_turned, path_without
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


def out_of_order(names: Sequence[str], belonging: Belonging, view: View) -> Iterator[Match]:
    """Yield the first part of which all stands before any of one that comes before it.

    In a script with steps it is enough that it does so on one path.
    """
    sure = {name: [own for own in belonging.found[name] if own.is_sure] for name in names}
    by_name = {part.name: part for part in belonging.parts}
    for before, after in combinations([name for name in names if sure[name]], 2):
        if view.script.graph:
            turned = path_turned(view, sure[before], sure[after])
            if turned:
                fault = f"comes before the {before} on the path {turned[0]}"
                yield belonging.match(by_name[after], fault, turned[1].match)
                return
            continue
        first, last = sure[before][0].match, sure[after][-1].match
        if (last.reading, last.start) < (first.reading, first.start):
            fault = f"comes before the {before}"
            yield belonging.match(by_name[after], fault, sure[after][0].match)
            return
