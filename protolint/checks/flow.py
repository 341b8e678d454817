"""The paths of a call script, chat flow or menu: where they break off, turn in circles or skip."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, structs

from protolint.checks import _check
from protolint.checks._check import Fault, Hit, Match, Mistake, View
from protolint.checks._limits import shown
from protolint.checks._ways import (
    leads_somewhere,
    longest,
    nearest,
    reached,
    shortest,
    speaking_minutes,
    starts,
    stuck,
    told,
    turning,
    way_round,
    way_to,
)
from protolint.script import Graph, Span
from protolint.text.fold import fold
from protolint.text.patterns import places

_OF = Literal[
    "unreachable", "dead-end", "loop", "missing-else", "nowhere", "no-person", "skipped", "longest"
]
#: What tells the agent about the conversation beside what is said.
_READ = frozenset({"public", "spoken", "direction", "condition", "button", "field"})

#: What the customer is told, or the agent is to tell.
_TOLD = frozenset({"public", "spoken", "direction"})


class Check(_check.Check, frozen=True, kw_only=True):
    """Finds what is wrong with the ways through a script that has steps.

    Messages may name {step}, the step it is about, {path}, the shortest path that shows it (for
    `longest` the longest one), {before}, what comes too early on it, and {minutes} with {max}.
    """

    fault: ClassVar[Fault] = "structure"
    always: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("step", "path", "before", "minutes", "max")

    of: Annotated[_OF, Meta(description="What is looked for.")]
    any: Annotated[
        tuple[str, ...],
        Meta(description="For `no-person` and `skipped`: patterns of what every path has to pass."),
    ] = ()
    before: Annotated[
        tuple[str, ...],
        Meta(description="Patterns of what must not come before it; without them, the end."),
    ] = ()
    only_if_found: Annotated[
        bool, Meta(description="Only in scripts that have it on some path.")
    ] = False
    min_steps: Annotated[int, Meta(ge=1, description="Only in scripts of so many steps.")] = 1
    max: Annotated[float | None, Meta(description="How many minutes a path may take.")] = None
    wpm: Annotated[int, Meta(ge=1, description="Words a minute.")] = 150

    @property
    def default_scope(self) -> tuple[str, ...]:
        """What is said; directions and conditions are read of the script itself."""
        return ("public", "spoken")

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns of what is to be passed, and of what not before it."""
        for option in ("any", "before"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern

    def mistakes(self) -> Iterator[Mistake]:
        """Yield options that are missing for what is looked for."""
        if self.of in ("no-person", "skipped") and not self.any:
            yield Mistake("any", f"`of: {self.of}` asks for patterns in `any`")
        if self.of == "longest" and self.max is None:
            yield Mistake("max", "`of: longest` asks for `max`, in minutes")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the places where a path goes wrong, in the order of the script."""
        graph = view.script.graph
        if graph and len(graph.steps) >= self.min_steps:
            yield from sorted(
                _FINDERS[self.of](self, view, graph), key=lambda match: match.span or ()
            )


def _match(graph: Graph, span: Span, step: int, path: Sequence[int] = (), **values: str) -> Match:
    named = {"step": graph.steps[step].title, "path": told(graph, path), "before": ""}
    named |= {"minutes": "", "max": ""} | values
    return Match(
        0,
        0,
        0,
        named,
        span=span,
        extent="script",
        subject=f"{graph.steps[step].id} {span.start - graph.steps[step].span.start}",
    )


def _unreachable(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    """Yield the steps that no path leads to, but for those that only follow such a step."""
    seen = reached(graph, starts(graph))
    lost: dict[int, list[int]] = {}
    found = {graph.passages[at].step for at in seen}
    for number, passage in enumerate(graph.passages):
        if number not in seen and passage.step not in found:
            lost.setdefault(passage.step, []).append(number)
    for step, own in lost.items():
        others = [at for other, held in lost.items() if other < step for at in held]
        if not reached(graph, others) & set(own):
            yield _match(graph, graph.steps[step].span, step)


def _dead_ends(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    if not leads_somewhere(graph):
        return
    for at in sorted(reached(graph, starts(graph))):
        passage = graph.passages[at]
        if not passage.ways and not passage.end:
            yield _match(graph, passage.span, passage.step, way_to(graph, at))


def _nowhere(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    for at, passage in enumerate(graph.passages):
        if passage.end == "nowhere":
            yield _match(graph, passage.exit or passage.span, passage.step, way_to(graph, at))


def _endless(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    """Yield the step at which a loop is entered from which no path leads on; one for each loop."""
    lost = stuck(graph)
    done: set[int] = set()
    for at in nearest(graph):
        loop = reached(graph, graph.passages[at].ways)
        if at in lost and at in loop and at not in done:
            done |= loop
            step = graph.passages[at].step
            yield _match(graph, graph.steps[step].span, step, way_round(graph, at))


def _half(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    seen = reached(graph, starts(graph))
    for choice in graph.choices:
        if choice.is_open and choice.passage in seen and leads_somewhere(graph):
            branch = graph.branches[choice.branches[-1]]
            yield _match(graph, branch.span, branch.source, way_to(graph, choice.passage))


def _without_person(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    """Yield the end of the shortest path on which no person is offered and none is reached.

    Where no path of the script leads to a person, that is the fault of its beginning.
    """
    reaching = {at for at, own in enumerate(graph.passages) if own.end == "hand-over"}
    offering = _passing(check.any, view, graph) | reaching
    offering |= {at for at in range(len(graph.passages)) if _offers(graph, at, reaching)}
    for match in _avoiding(check, graph, offering, lambda at: graph.passages[at].end == "closing"):
        is_nowhere = not offering & reached(graph, starts(graph))
        yield structs.replace(match, span=graph.steps[0].span) if is_nowhere else match


def _offers(graph: Graph, at: int, reaching: Container[int]) -> bool:
    """Return whether one of the answers in a passage leads straight to a person."""
    for way in graph.passages[at].ways:
        own = graph.passages[way]
        if way in reaching or (
            own.branch is not None and any(each in reaching for each in own.ways)
        ):
            return True
    return False


def _skipped(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    """Yield where a path turns off to what needs something first, or to the end, without it."""
    passed = _passing(check.any, view, graph)
    goal = _passing(check.before, view, graph, _TOLD) - passed
    if not check.before:  # who is not there, or called by mistake, need hear no more
        ends = {at for at, own in enumerate(graph.passages) if own.end == "closing"}
        goal = ends - {0, *graph.passages[0].ways}
    yield from _avoiding(check, graph, passed, goal.__contains__)


def _avoiding(
    check: Check, graph: Graph, passed: set[int], is_goal: Callable[[int], bool]
) -> Iterator[Match]:
    if 0 in passed or (check.only_if_found and not passed & reached(graph, [0])):
        return
    path = shortest(
        0,
        lambda at: [way for way in graph.passages[at].ways if way not in passed],
        is_goal,
    )
    if path:
        last = graph.passages[path[-1]]
        span = last.span if check.of == "no-person" else turning(graph, path, passed)
        yield _match(graph, span, last.step, path, before=graph.steps[last.step].title)


def _longest(check: Check, view: View, graph: Graph) -> Iterator[Match]:
    minutes, path = longest(graph, speaking_minutes(view.script, check.wpm))
    if check.max is not None and minutes > check.max:
        first = graph.passages[0]
        values = {"minutes": shown(minutes), "max": shown(check.max)}
        yield _match(graph, first.span, first.step, path, **values)


def _passing(
    patterns: tuple[str, ...], view: View, graph: Graph, kinds: Collection[str] = _READ
) -> set[int]:
    """Return the passages in which a pattern matches: what is said, done or asked there."""
    if not patterns:
        return set()
    found: set[int] = set()
    for at, passage in enumerate(graph.passages):
        texts = [view.script.stretches[number] for number in passage.stretches]
        said = [fold(own.prose.text) for own in texts if own.kind in kinds]
        if kinds is _READ and at == _entry(graph, passage.step):
            said.append(fold(graph.steps[passage.step].title))
        if any(True for text in said for _ in places(patterns, text, whole=True)):
            found.add(at)
    return found


def _entry(graph: Graph, step: int) -> int:
    return next(at for at, passage in enumerate(graph.passages) if passage.step == step)


_FINDERS: dict[str, Callable[[Check, View, Graph], Iterator[Match]]] = {
    "unreachable": _unreachable,
    "dead-end": _dead_ends,
    "loop": _endless,
    "missing-else": _half,
    "nowhere": _nowhere,
    "no-person": _without_person,
    "skipped": _skipped,
    "longest": _longest,
}
