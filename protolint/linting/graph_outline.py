"""The graph of a script as an outline tells it: steps, branches, what follows (contract §11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from protolint.checks._ways import longest, speaking_minutes
from protolint.script import Branch, Graph, Script


class StepOutline(msgspec.Struct, frozen=True):
    """A step, and the line on which it begins."""

    id: str
    title: str
    line: int


class BranchOutline(
    msgspec.Struct, frozen=True, rename={"source": "from", "target": "to", "is_else": "else"}
):
    """A branch, or where a step goes on by itself or by a jump if `condition` is empty.

    A condition within another one of the same step is told with it: “yes, it starts”.

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
    for step in graph.steps:
        yield StepOutline(step.id, step.title, line(step.span.start))


def _branches(graph: Graph, line: Callable[[int], int]) -> Iterator[BranchOutline]:
    """Yield all branches but those that lead to nothing else than other branches of their step."""
    holding = {branch.within for branch in graph.branches}
    for number, branch in enumerate(graph.branches):
        is_held = number in holding and branch.target is None and not branch.end
        if is_held or branch.is_inner:
            continue
        yield BranchOutline(
            graph.steps[branch.source].id,
            ", ".join(_conditions(graph, branch)),
            graph.steps[branch.target].id if branch.target is not None else None,
            branch.is_else,
            line(branch.span.start),
            branch.end,
        )


def _conditions(graph: Graph, branch: Branch) -> Iterator[str]:
    """Yield the conditions that hold on a branch, the outermost first."""
    if branch.within is not None:
        yield from _conditions(graph, graph.branches[branch.within])
    yield branch.condition
