"""The graph of a script as an outline tells it: steps, branches, what follows (contract §11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from protolint.checks._ways import longest, speaking_minutes
from protolint.script import Graph, Passage, Script


class StepOutline(msgspec.Struct, frozen=True):
    """A step. `next` is the step that follows where no branch is taken, if one does."""

    id: str
    title: str
    line: int
    next: str | None


class BranchOutline(
    msgspec.Struct, frozen=True, rename={"source": "from", "target": "to", "is_else": "else"}
):
    """A branch, or a jump where `condition` is empty.

    Where it leads to no step, `end` says how it leaves the script: closing, hand-over, elsewhere
    (another script), nowhere (a step that does not exist), or empty for a dead end.
    """

    source: str
    condition: str
    target: str | None
    is_else: bool
    line: int
    end: str


class GraphOutline(msgspec.Struct, frozen=True, omit_defaults=True):
    """The steps of a script and the ways between them.

    `minutes` is how long the longest path takes to say, each loop once, at 150 words a minute.
    """

    steps: tuple[StepOutline, ...]
    branches: tuple[BranchOutline, ...]
    minutes: float | None = None


NO_GRAPH = GraphOutline((), ())


def graph_outline(script: Script) -> GraphOutline:
    """Return the graph of a script; an empty one for a message."""
    graph = script.graph
    if not graph:
        return NO_GRAPH

    def line(offset: int) -> int:
        return script.source.position(offset).line

    minutes, _ = longest(graph, speaking_minutes(script))
    return GraphOutline(
        tuple(_steps(graph, line)), tuple(_branches(graph, line)), round(minutes, 2)
    )


def _steps(graph: Graph, line: Callable[[int], int]) -> Iterator[StepOutline]:
    following = _following(graph)
    for number, step in enumerate(graph.steps):
        after = following.get(number)
        name = graph.steps[after].id if after is not None else None
        yield StepOutline(step.id, step.title, line(step.span.start), name)


def _following(graph: Graph) -> dict[int, int]:
    """Return for each step the one that follows it without a branch or a jump."""
    told = {(one.source, one.target) for one in graph.branches if not one.condition}
    found: dict[int, int] = {}
    for passage in graph.passages:
        if not _is_own(graph, passage):
            continue
        for way in passage.ways:
            after = graph.passages[way]
            is_branch = (
                after.branch is not None and graph.branches[after.branch].source == passage.step
            )
            if (
                after.step != passage.step
                and not is_branch
                and (passage.step, after.step) not in told
            ):
                found.setdefault(passage.step, after.step)
    return found


def _is_own(graph: Graph, passage: Passage) -> bool:
    """Return whether a passage is of a step itself, and not one of the branches out of it."""
    return passage.branch is None or graph.branches[passage.branch].target == passage.step


def _branches(graph: Graph, line: Callable[[int], int]) -> Iterator[BranchOutline]:
    for branch in graph.branches:
        yield BranchOutline(
            graph.steps[branch.source].id,
            branch.condition,
            graph.steps[branch.target].id if branch.target is not None else None,
            branch.is_else,
            line(branch.span.start),
            branch.end,
        )
