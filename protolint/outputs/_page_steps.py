"""A script by its steps: what is said in each of them, and the ways out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protolint.linting.graph_outline import BranchOutline, GraphOutline
from protolint.outputs._page_blocks import Block

#: How a way that leads to no step of the script ends.
_ENDS = {
    "closing": "the call ends",
    "hand-over": "somebody takes over",
    "elsewhere": "another script",
    "nowhere": "a step that does not exist",
    "": "nothing: the way ends here",
}


class Way(NamedTuple):
    """A way out of a step; `target` is the id of the step it leads to, if it leads to one."""

    condition: str
    target: str
    title: str


class Step(NamedTuple):
    """A part of a conversation; `id` is empty where the script has no steps."""

    id: str
    blocks: tuple[Block, ...]
    ways: tuple[Way, ...]


def steps(blocks: Sequence[Block], graph: GraphOutline, *, by_headings: bool) -> tuple[Step, ...]:
    """Return the blocks of a script by the steps of its graph; without one by headings, if asked.

    A step reaches up to the line where the next one begins.
    """
    if graph.steps:
        return tuple(_by_graph(blocks, graph))
    found: list[list[Block]] = []
    for block in blocks:
        if not found or (by_headings and block.sort == "heading"):
            found.append([])
        found[-1].append(block)
    return tuple(Step("", tuple(own), ()) for own in found)


def _by_graph(blocks: Sequence[Block], graph: GraphOutline) -> Iterator[Step]:
    own = sorted(graph.steps, key=lambda step: step.line)
    lines = [*(step.line for step in own[1:]), None]
    titles = {step.id: step.title for step in own}
    done = 0
    for step, until in zip(own, lines, strict=True):
        count = sum(until is None or block.line < until for block in blocks[done:])
        ways = tuple(_way(one, titles) for one in graph.branches if one.source == step.id)
        yield Step(step.id, tuple(blocks[done : done + count]), ways)
        done += count


def _way(branch: BranchOutline, titles: dict[str, str]) -> Way:
    if branch.target is None:
        return Way(branch.condition, "", _ENDS[branch.end])
    return Way(branch.condition, branch.target, titles[branch.target])
