"""Where things stand in a script: sentences that follow each other, branches, overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protolint.checks._check import Match, View
from protolint.text.reading import Reading

Branch = tuple[tuple[int, int], ...]

#: Texts that stand between sentences without being one of them.
_APART = frozenset({"heading", "subject", "button", "field", "code"})


def together(one: Branch, other: Branch) -> bool:
    """Return whether a customer can get texts of both: no two branches of one conditional."""
    if not one or not other:
        return True
    taken = dict(one)
    return all(taken.get(number, way) == way for number, way in other)


def sentences_from(
    view: View, reading: int, start: int, more: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the sentence at a place and up to `more` that follow it, as (reading, start, end).

    The next sentence may stand in another paragraph; headings and other branches are passed over.
    """
    first = view.readings[reading]
    if not first.sentences:
        yield reading, 0, len(first.text)
        return
    at = first.sentence_at(start)
    for sentence in first.sentences[at : at + more + 1]:
        yield reading, *sentence
    more -= len(first.sentences) - at - 1
    branch = first.stretch.branch
    for number in range(reading + 1, len(view.readings) if more > 0 else 0):
        later = view.readings[number]
        if later.stretch.kind in _APART or not together(branch, later.stretch.branch):
            continue
        for sentence in later.sentences[:more]:
            yield number, *sentence
        more -= len(later.sentences)
        if more <= 0:
            return


def leftmost_longest(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield matches in the order of the text, of those that overlap the first, then the longest."""
    matches = list(matches)
    if len(matches) < 2:
        yield from matches
        return
    reading, reached = -1, 0
    for match in sorted(matches, key=lambda match: (match.reading, match.start, -match.end)):
        if match.reading != reading or match.start >= reached:
            yield match
            reading, reached = match.reading, match.end


def heaviest(readings: Sequence[Reading], weights: Sequence[float]) -> list[int]:
    """Return the numbers of the readings of one message, of each conditional the heaviest branch.

    `weights` are what is measured, for each reading; the numbers are in the order of the text.
    """
    numbers = range(len(readings))
    if not any(reading.stretch.branch for reading in readings):
        return list(numbers)
    return sorted(_heaviest(readings, weights, list(numbers), 0))


def _heaviest(
    readings: Sequence[Reading], weights: Sequence[float], numbers: list[int], depth: int
) -> list[int]:
    taken: list[int] = []
    conditionals: dict[int, dict[int, list[int]]] = {}
    for number in numbers:
        branch = readings[number].stretch.branch
        if len(branch) <= depth:
            taken.append(number)
        else:
            ways = conditionals.setdefault(branch[depth][0], {})
            ways.setdefault(branch[depth][1], []).append(number)
    for ways in conditionals.values():
        paths = (_heaviest(readings, weights, way, depth + 1) for way in ways.values())
        taken += max(paths, key=lambda path: sum(weights[number] for number in path))
    return taken
