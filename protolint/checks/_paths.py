"""Parts of a script on its paths: one on which a part is missing, one on which two come turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protolint.checks._check import Match, View
from protolint.checks._parts import Found
from protolint.checks._ways import longest, shortest, told


def passages(view: View) -> dict[int, int]:
    """Return the passage that each reading stands in, by their numbers."""
    if passages not in view.memo:
        held = {
            number: at
            for at, passage in enumerate(view.script.graph.passages)
            for number in passage.stretches
        }
        texts = {id(own): number for number, own in enumerate(view.script.stretches)}
        own = ((at, texts.get(id(one.stretch), -1)) for at, one in enumerate(view.readings))
        view.memo[passages] = {at: held[number] for at, number in own if number in held}
    found: dict[int, int] = view.memo[passages]
    return found


def on_heaviest_path(view: View, weights: Sequence[float]) -> list[int]:
    """Return the readings on the path on which most is weighed, in the order of the script."""
    graph, where = view.script.graph, passages(view)
    totals = [0.0] * len(graph.passages)
    for at, weight in enumerate(weights):
        if at in where:
            totals[where[at]] += weight
    path = set(longest(graph, totals)[1])
    return [at for at in range(len(weights)) if where.get(at) in path or at not in where]


def path_without(view: View, found: Iterable[Found]) -> tuple[str, Match] | None:
    """Return the shortest path to a closing on which a part is missing, and where it ends.

    A path that hands the customer over need not hold what another person will say.
    """
    graph, where = view.script.graph, passages(view)
    holding = {where[own.match.reading] for own in found if own.match.reading in where}
    if 0 in holding:
        return None
    path = shortest(
        0,
        lambda at: [way for way in graph.passages[at].ways if way not in holding],
        lambda at: graph.passages[at].end == "closing",
    )
    return (told(graph, path), _end_of(view, path[-1], where)) if path else None


def _end_of(view: View, passage: int, where: dict[int, int]) -> Match:
    own = view.script.graph.passages[passage]
    readings = [at for at, held in where.items() if held == passage]
    end = len(view.readings[readings[-1]].text) if readings else 0
    return Match(readings[-1] if readings else 0, end, end, span=None if readings else own.span)


def path_turned(
    view: View, before: Sequence[Found], after: Sequence[Found]
) -> tuple[str, Found] | None:
    """Return the shortest path on which all that comes before stands behind what comes after.

    With it, what comes too early on it.
    """
    graph, where = view.script.graph, passages(view)
    first, second = _places(before, where), _places(after, where)

    def following(state: tuple[int, bool]) -> Iterator[tuple[int, bool]]:
        at, is_early = state
        if at in first and not is_early and not _is_turned(at, first, second):
            return
        early = is_early or at in second
        yield from ((way, early) for way in graph.passages[at].ways)

    path = shortest(
        (0, False),
        following,
        lambda state: state[0] in first and (state[1] or _is_turned(state[0], first, second)),
    )
    steps = [at for at, _ in path]
    early = next((at for at in steps if at in second), None)
    return (told(graph, steps), second[early]) if early is not None else None


def _places(found: Sequence[Found], where: dict[int, int]) -> dict[int, Found]:
    """Return the first place of a part in each passage that holds it."""
    places: dict[int, Found] = {}
    for own in found:
        if own.match.reading in where:
            places.setdefault(where[own.match.reading], own)
    return places


def _is_turned(at: int, first: dict[int, Found], second: dict[int, Found]) -> bool:
    """Return whether both stand in one passage, and the second comes first."""
    if at not in first or at not in second:
        return False
    one, other = first[at].match, second[at].match
    return (other.reading, other.start) < (one.reading, one.start)
