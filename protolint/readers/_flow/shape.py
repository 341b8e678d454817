"""Steps, branches and passages as a graph: passages by their steps, jumps by where they lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from protolint.readers._flow import words
from protolint.readers._flow.sections import Section
from protolint.readers._flow.targets import slug
from protolint.readers._flow.weave import Draft, Way, Weaver
from protolint.script import Branch, Choice, End, Graph, Passage, Span, Step

_LONGEST_TITLE = 48
_ID_WORDS = 5


def shaped(weaver: Weaver, sections: Sequence[Section]) -> Graph:
    """Return the graph of settled passages."""
    shape = _Shape(weaver, sections)
    shape.name_steps()
    shape.join()
    return shape.graph()


class _Shape:
    """The graph while it is made. `own` has the step of each passage that begins one."""

    def __init__(self, weaver: Weaver, sections: Sequence[Section]) -> None:
        self._drafts = weaver.drafts
        self._entries = weaver.entries
        self._sections = sections
        self._is_staged = any(section.head for section in sections)
        self._own: dict[int, int] = {}
        self._steps: list[Step] = []
        self._branches: list[Branch] = []
        self._of_arm: dict[int, int] = {}
        self._choices: list[Choice] = []

    def name_steps(self) -> None:
        """Make a step of each section, and of what is said between two decisions."""
        used: dict[str, int] = {}
        order = sorted(range(len(self._drafts)), key=self._order)
        for at in order:
            draft = self._drafts[at]
            if not self._is_step(at, draft):
                continue
            head = self._sections[draft.section].head if at in self._entries else None
            title = ((head.name or head.title) if head else "") or _first_words(draft)
            span = head.span if head else _first_place(draft)
            name = (
                slug((head.anchor or head.title) if head and head.title else _first(title))
                or "step"
            )
            used[name] = used.get(name, 0) + 1
            self._own[at] = len(self._steps)
            own = name if used[name] == 1 else f"{name}-{used[name]}"
            is_anytime = bool(head and words.ANYTIME.search(head.title))
            self._steps.append(Step(own, title, span, is_anytime))

    def _order(self, at: int) -> tuple[Span, bool, int]:
        """Return the place of a passage in the script; a section begins before its first arm."""
        return _place(self._drafts[at]), at not in self._entries, at

    def _is_step(self, at: int, draft: Draft) -> bool:
        if at in self._entries:
            return True
        return not self._is_staged and (draft.is_said or draft.fork is not None)

    def join(self) -> None:
        """Make the branches: those of choices, jumps, and where a step only goes on or ends."""
        for at, draft in enumerate(self._drafts):
            if draft.fork:
                first = len(self._branches)
                for number in draft.fork.arms:
                    self._of_arm[number] = len(self._branches)
                    self._branches.append(self._branch(at, number))
                numbers = tuple(range(first, len(self._branches)))
                self._choices.append(Choice(at, numbers, draft.fork.is_open))
        for at, draft in enumerate(self._drafts):
            if draft.arm is not None and draft.fork is None:
                self._branches.extend(self._further(at, draft))
            if draft.arm is None or at in self._own:
                jumps = list(self._jumps(at, draft))
                self._branches.extend(_unlike(jumps or self._falls(at, draft)))
        self._sort()

    def _branch(self, at: int, number: int) -> Branch:
        arm = self._drafts[number].arm
        assert arm is not None  # noqa: S101
        opening = arm.opening
        target, end = self._destination(number)
        within = self._of_arm.get(at) if at not in self._own else None
        return Branch(
            self._step_of(at),
            opening.label,
            target,
            opening.is_else,
            opening.span,
            end,
            within,
            is_inner=self._stays(number),
        )

    def _stays(self, at: int) -> bool:
        """Return whether an answer leads on to another question in the same step."""
        draft, section = self._drafts[at], self._drafts[at].section
        onward = _onward(draft)
        while onward and not (draft.fork and draft.is_rest):
            at = onward[0].to
            draft = self._drafts[at]
            if at in self._own or draft.section != section:
                return False
            onward = _onward(draft)
        return draft.is_rest and draft.fork is not None

    def _further(self, at: int, draft: Draft) -> Iterator[Branch]:
        """Yield the ways of an answer but its first: “play it again, twice at most, then Desk”."""
        first = self._branches[self._of_arm[at]]
        exits = [part.span for part in draft.parts if part.sort == "jump"]
        for number, way in enumerate(draft.ways[1:], 1):
            target, end = self._destination(way.to)
            span = exits[min(number, len(exits) - 1)] if exits else first.span
            yield structs.replace(first, target=target, end=end, span=span)

    def _jumps(self, at: int, draft: Draft) -> Iterator[Branch]:
        """Yield the jumps that a passage ends with."""
        for part in draft.parts:
            jump = part.jump
            if part.sort != "jump" or not jump or jump.sort == "next":
                continue
            if jump.sort == "again" and draft.fork:
                continue
            if jump.sort == "end":
                if draft.end == jump.leaves:
                    yield Branch(self._step_of(at), "", None, False, part.span, draft.end)
            elif draft.end == "nowhere":
                yield Branch(self._step_of(at), "", None, False, part.span, "nowhere")
            else:
                for way in _onward(draft)[:1]:
                    target, end = self._destination(way.to)
                    yield Branch(self._step_of(at), "", target, False, part.span, end)

    def _falls(self, at: int, draft: Draft) -> Iterator[Branch]:
        """Yield where a step goes on without a jump, or how its last words end the contact."""
        if at not in self._own:
            return
        step, onward = self._own[at], _onward(draft)
        target, end = self._destination(onward[0].to) if onward else (None, draft.end)
        if end or (target is not None and target != step):
            yield Branch(step, "", target, False, _last_place(draft), end)

    def _destination(self, at: int) -> tuple[int | None, End]:
        """Return the step that a passage is or leads to, or how it leaves the script.

        What asks another question in the middle of a step leads nowhere else than its answers do.
        """
        seen = set()
        while at not in self._own:
            draft = self._drafts[at]
            onward = _onward(draft)
            if at in seen or not onward:
                return None, draft.end
            seen.add(at)
            at = onward[0].to
        return self._own[at], ""

    def _step_of(self, at: int) -> int:
        """Return the step that a passage belongs to."""
        draft = self._drafts[at]
        while at not in self._own:
            if draft.parent is None:
                return self._own.get(self._entries[draft.section], 0)
            at = draft.parent
            draft = self._drafts[at]
        return self._own[at]

    def _sort(self) -> None:
        """Put the branches in the order of the script."""
        order = sorted(range(len(self._branches)), key=lambda at: self._branches[at].span)
        moved = {old: new for new, old in enumerate(order)}
        self._branches = [self._moved(self._branches[old], moved) for old in order]
        self._of_arm = {at: moved[old] for at, old in self._of_arm.items()}
        self._choices = [
            Choice(one.passage, tuple(sorted(moved[old] for old in one.branches)), one.is_open)
            for one in self._choices
        ]

    def _moved(self, branch: Branch, moved: Mapping[int, int]) -> Branch:
        within = None if branch.within is None else moved[branch.within]
        return structs.replace(branch, within=within)

    def graph(self) -> Graph:
        """Return what was made."""
        start = self._entries[0]
        order = sorted(range(len(self._drafts)), key=lambda at: (at != start, *self._order(at)))
        moved = {old: new for new, old in enumerate(order)}
        passages = tuple(
            Passage(
                self._step_of(at),
                _place(self._drafts[at]),
                (),
                tuple(moved[way.to] for way in self._drafts[at].ways),
                self._drafts[at].end,
                self._of_arm.get(at),
                next((part.span for part in self._drafts[at].parts if part.sort == "jump"), None),
            )
            for at in order
        )
        choices = tuple(
            Choice(moved[one.passage], one.branches, one.is_open) for one in self._choices
        )
        return Graph(tuple(self._steps), tuple(self._branches), passages, choices, self._is_staged)


def _onward(draft: Draft) -> list[Way]:
    """Return the ways of a passage that belong to none of its answers."""
    return draft.ways[len(draft.fork.arms) if draft.fork else 0 :]


def _unlike(branches: Iterable[Branch]) -> list[Branch]:
    """Return branches without a condition, each way once: an end may be told twice."""
    return list({(one.target, one.end): one for one in reversed([*branches])}.values())[::-1]


def _last_place(draft: Draft) -> Span:
    return draft.parts[-1].span if draft.parts else _place(draft)


def _place(draft: Draft) -> Span:
    return draft.arm.opening.span if draft.arm else draft.span


def _first_place(draft: Draft) -> Span:
    said = [part for part in draft.parts if part.sort == "text" and part.kind != "note"]
    return said[0].span if said else _place(draft)


def _first_words(draft: Draft) -> str:
    said = [part for part in draft.parts if part.is_said] or draft.parts
    title = said[0].text if said else (draft.arm.opening.label if draft.arm else "")
    title = " ".join(title.split()).strip('“”"„ ')
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _first(title: str) -> str:
    return " ".join(title.split()[:_ID_WORDS]).rstrip("…")
