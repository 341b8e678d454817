"""The ways through the graph of a script: what is reached, which path is shortest or longest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeVar

from protolint.script import Graph, Script, Span
from protolint.text.lengths import seconds, shown

State = TypeVar("State", bound=Hashable)

_LONGEST_TOLD = 8


def starts(graph: Graph) -> list[int]:
    """Return the passages at which a conversation may begin: the first, and those of any time."""
    own = {number for number, step in enumerate(graph.steps) if step.is_anytime}
    entries = {passage.step: number for number, passage in reversed([*enumerate(graph.passages)])}
    return [0, *(entries[step] for step in sorted(own) if entries.get(step))]


def reached(graph: Graph, first: Iterable[int]) -> set[int]:
    """Return all passages that some path leads to from the first ones, those included."""
    return set(_closure(first, lambda at: graph.passages[at].ways))


def nearest(graph: Graph) -> list[int]:
    """Return all passages that some path leads to, those with the shortest paths first."""
    return list(_closure(starts(graph), lambda at: graph.passages[at].ways))


def stuck(graph: Graph) -> set[int]:
    """Return the passages from which no path leads to an end of any kind."""
    back: dict[int, list[int]] = {}
    for number, passage in enumerate(graph.passages):
        for way in passage.ways:
            back.setdefault(way, []).append(number)
    ends = (number for number, passage in enumerate(graph.passages) if not passage.ways)
    return set(range(len(graph.passages))) - _closure(ends, lambda at: back.get(at, ())).keys()


def _closure(first: Iterable[int], following: Callable[[int], Iterable[int]]) -> dict[int, None]:
    """Return what some path leads to, in the order in which it is come to."""
    queue = deque(first)
    found = dict.fromkeys(queue)
    while queue:
        fresh = sorted(set(following(queue.popleft())) - found.keys())
        found |= dict.fromkeys(fresh)
        queue.extend(fresh)
    return found


def shortest(
    first: State,
    following: Callable[[State], Iterable[State]],
    is_goal: Callable[[State], bool],
) -> list[State]:
    """Return the shortest way from a state to a goal, both included; empty if there is none.

    Each state is looked at once, so that the cost is that of all states, never that of all paths.
    """
    before: dict[State, State | None] = {first: None}
    queue = deque([first])
    while queue:
        at = queue.popleft()
        if is_goal(at):
            return _back(at, before)
        for way in following(at):
            if way not in before:
                before[way] = at
                queue.append(way)
    return []


def _back(at: State, before: dict[State, State | None]) -> list[State]:
    path: list[State] = []
    state: State | None = at
    while state is not None:
        path.append(state)
        state = before[state]
    return path[::-1]


def leads_somewhere(graph: Graph) -> bool:
    """Return whether a script is a whole one, and not one answer with a remark on “if no”."""
    return graph.is_staged or any(own.exit or own.end for own in graph.passages)


def way_round(graph: Graph, at: int) -> list[int]:
    """Return the shortest way from a passage of a loop round to it."""
    ways = [between(graph, way, at) for way in graph.passages[at].ways]
    return [at, *min((way for way in ways if way), key=len)]


def way_to(graph: Graph, goal: int) -> list[int]:
    """Return the shortest path from the beginning to a passage."""
    return between(graph, 0, goal)


def between(graph: Graph, first: int, goal: int) -> list[int]:
    """Return the shortest path from one passage to another; empty if there is none."""
    return shortest(first, lambda at: graph.passages[at].ways, lambda at: at == goal)


def turning(graph: Graph, path: Sequence[int], passed: Iterable[int]) -> Span:
    """Return where a path turns off for good from the passages that it misses.

    That is the answer or the jump behind which no way leads to them; else the end of the path.
    """
    back: dict[int, list[int]] = {}
    for number, passage in enumerate(graph.passages):
        for way in passage.ways:
            back.setdefault(way, []).append(number)
    near = _closure(passed, lambda at: back.get(at, ()))
    last = max((at for at, own in enumerate(path) if own in near), default=0)
    own, after = graph.passages[path[last]], graph.passages[path[min(last + 1, len(path) - 1)]]
    if after.branch is not None:
        return graph.branches[after.branch].span
    return own.exit if own.exit and own is not after else after.span


def longest(graph: Graph, weights: Sequence[float]) -> tuple[float, list[int]]:
    """Return the heaviest path from the beginning, each loop gone through once, and its weight.

    The passages of a loop are taken together; their weights are added up.
    """
    loops = _loops(graph)
    best: dict[int, tuple[float, int | None]] = {}
    for loop in loops:  # what follows a loop stands before it
        own = sum(weights[at] for at in loop)
        ways = {way for at in loop for way in graph.passages[at].ways} - set(loop)
        further = max(((best[way][0], -way) for way in ways), default=(0.0, 1))
        for at in loop:
            best[at] = (own + further[0], -further[1] if further[1] < 1 else None)
    inside = {at: loop for loop in loops for at in loop}
    path: list[int] = []
    following: int | None = 0
    while following is not None:
        path += [following, *sorted(set(inside[following]) - {following})]
        following = best[following][1]
    return best[0][0], path


def speaking_minutes(script: Script, wpm: int = 150) -> list[float]:
    """Return how many minutes each passage of a script takes to say."""
    return [
        sum(
            seconds(shown(own.prose.text, own.prose.opaques).text, wpm)
            for own in (script.stretches[number] for number in passage.stretches)
            if own.kind in ("public", "spoken")
        )
        / 60
        for passage in script.graph.passages
    ]


def _loops(graph: Graph) -> list[list[int]]:
    """Return the passages from the beginning on as strongly connected components (Tarjan 1972).

    A component stands behind all those that it leads to. No recursion: scripts may be long.
    """
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    held: set[int] = set()
    found: list[list[int]] = []
    work: list[tuple[int, int]] = [(0, 0)]
    while work:
        at, way = work.pop()
        if way == 0:
            index[at] = low[at] = len(index)
            stack.append(at)
            held.add(at)
        ways = graph.passages[at].ways
        if way < len(ways):
            work.append((at, way + 1))
            following = ways[way]
            if following not in index:
                work.append((following, 0))
            elif following in held:
                low[at] = min(low[at], index[following])
            continue
        if low[at] == index[at]:
            cut = stack.index(at)
            found.append(stack[cut:])
            held.difference_update(stack[cut:])
            del stack[cut:]
        if work:
            low[work[-1][0]] = min(low[work[-1][0]], low[at])
    return found


def told(graph: Graph, path: Collection[int]) -> str:
    """Return a path in words: the titles of its steps, and the answers that lead along it."""
    names: list[str] = []
    step = -1
    for at in path:
        passage = graph.passages[at]
        answer = graph.branches[passage.branch].condition if passage.branch is not None else ""
        if answer and names:
            names[-1] += f" (“{_short(answer)}”)"
        if passage.step != step:
            names.append(_short(graph.steps[passage.step].title))
            step = passage.step
    if len(names) > _LONGEST_TOLD:
        half = _LONGEST_TOLD // 2
        names = [*names[:half], "…", *names[-half:]]
    return " → ".join(names)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
