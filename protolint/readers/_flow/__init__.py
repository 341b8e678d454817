"""Call scripts, chat flows and menus: from the lines of a script to its steps and branches."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import structs

from protolint.readers._flow.guess import has_signs, is_flow
from protolint.readers._flow.speech import collecting, directed, is_quoted
from protolint.script import Graph, Passage, Script, Span, Stretch

__all__ = ["has_signs", "with_graph"]


def with_graph(script: Script) -> Script:
    """Return a script with its steps and the ways between them, and its texts told apart by kind.

    A script that is no call script, flow or menu is returned as it is.
    """
    text = script.source.text
    if not is_flow(script.metadata, text, *script.body):
        if "phone" in script.metadata.channels:
            script = structs.replace(script, stretches=tuple(collecting(script.stretches)))
        return directed(script) if is_quoted(text, *script.body) else script
    from protolint.readers._flow.build import graph_of  # noqa: PLC0415 (most scripts are messages)
    from protolint.readers._flow.typing import typed  # noqa: PLC0415

    graph, parts = graph_of(text, script.body, script.title)
    said = script.metadata.shape != "procedure"
    stretches = (
        tuple(typed(tuple(collecting(script.stretches)), parts)) if said else script.stretches
    )
    return structs.replace(script, stretches=stretches, graph=_filled(graph, stretches))


def _filled(graph: Graph, stretches: tuple[Stretch, ...]) -> Graph:
    """Return a graph whose passages know the texts that stand in them."""
    order = sorted(range(len(graph.passages)), key=lambda at: (graph.passages[at].span, at))
    starts = [graph.passages[at].span.start for at in order]
    held: dict[int, list[int]] = {}
    asked = {number: choice.passage for choice in graph.choices for number in choice.branches}
    for number, stretch in enumerate(stretches):
        if stretch.kind in ("heading", "subject"):
            continue
        at = bisect_right(starts, stretch.prose.span(0, 1).start) - 1
        if at < 0:
            continue
        own = graph.passages[order[at]]
        is_opening = own.branch is not None and _opens(stretch, own.span)
        held.setdefault(asked[own.branch or 0] if is_opening else order[at], []).append(number)
    passages = tuple(_with(passage, held.get(at, [])) for at, passage in enumerate(graph.passages))
    return structs.replace(graph, passages=passages)


def _opens(stretch: Stretch, opening: Span) -> bool:
    """Return whether a text is the condition or option that a branch begins with, not what follows.

    It is said, or looked at, where the question is asked.
    """
    start, end = stretch.prose.span(0, len(stretch.prose.text))
    return start < opening.end and opening.start < end


def _with(passage: Passage, stretches: list[int]) -> Passage:
    return structs.replace(passage, stretches=tuple(stretches))
