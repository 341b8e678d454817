"""Passages from the trees of all steps: what is said in one go, and which passages may follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from protolint.readers._flow.arms import Arm, Fork, Item
from protolint.readers._flow.ends import said_end
from protolint.readers._flow.landing import Jump
from protolint.readers._flow.part import Part
from protolint.script import End, Span


class Way(NamedTuple):
    """A way to a passage, or to the first passage of a section (`is_section`).

    `is_told`: the script says so; else it just goes on from one line to the next.
    """

    to: int
    is_section: bool = False
    is_told: bool = True


class Opening(NamedTuple):
    """What a passage begins with: the section it is in, its place, the arm and its question."""

    section: int
    span: Span
    arm: Arm | None = None
    parent: int | None = None
    is_rest: bool = False


class ForkDraft(NamedTuple):
    """The arms of a passage by their passages, and where it goes on if none of them holds.

    `is_told`: the script goes on in the same step, or says where to go. `is_open`: it says nothing.
    """

    arms: tuple[int, ...]
    onward: Way | None
    is_told: bool
    is_complete: bool
    is_open: bool = False


class Draft:
    """A passage while the ways between all of them are being found."""

    def __init__(self, opening: Opening) -> None:
        self.section, self.span, self.arm, self.parent, self.is_rest = opening
        self.parts: list[Part] = []
        self.ways: list[Way] = []
        self.end: End = ""
        self.fork: ForkDraft | None = None

    @property
    def is_said(self) -> bool:
        """Whether something is said in it."""
        return any(part.is_said for part in self.parts)


class Weaver:
    """Makes the passages of one section after the other; `entries` has the first one of each.

    `numbers` has the sections by the numbers that jumps call them.
    """

    def __init__(self, numbers: Mapping[int, int]) -> None:
        self.drafts: list[Draft] = []
        self.entries: list[int] = []
        self._numbers = numbers

    def section(self, number: int, items: Sequence[Item], span: Span, follow: Way | None) -> None:
        """Add the passages of a section."""
        self.entries.append(self._sequence(items, Opening(number, span), follow))

    def _sequence(self, items: Sequence[Item], opening: Opening, follow: Way | None) -> int:
        """Add the passages of a sequence, from its end to its beginning; return the first one."""
        forks = [at for at, item in enumerate(items) if isinstance(item, Fork)]
        starts = [0, *(at + 1 for at in forks)]
        ends = [*(at + 1 for at in forks), len(items)]
        remarks: Sequence[Item] = ()
        if forks and not _goes_on(items[starts[-1] :], is_arm=False):
            remarks = items[starts.pop() : ends.pop()]
        first = -1
        behind = follow
        for at in range(len(starts) - 1, -1, -1):
            own = items[starts[at] : ends[at]]
            begun = (
                opening if at == 0 else opening._replace(span=_place(own), arm=None, is_rest=True)
            )
            first = self._passage(own, begun, behind)
            self.drafts[first].parts += [item for item in remarks if isinstance(item, Part)]
            remarks = ()
            behind = Way(first, is_told=False)
        return first

    def _passage(self, items: Sequence[Item], opening: Opening, behind: Way | None) -> int:
        """Add a passage, which nothing but the last of its items may part into arms."""
        draft = Draft(opening)
        own = len(self.drafts)
        self.drafts.append(draft)
        for at, item in enumerate(items):
            if isinstance(item, Fork):
                self._fork(own, item, behind)
            elif item.jump and self._leaves(draft, item, items[at + 1 :]):
                self._go(own, item.jump, behind)
            if isinstance(item, Part):
                draft.parts.append(item)
        if draft.fork:
            is_last = not draft.fork.is_complete and draft.fork.onward is None
            draft.end = said_end(draft.parts, is_opening=opening.section == 0) if is_last else ""
        elif not draft.ways and not draft.end:
            draft.end = said_end(draft.parts, is_opening=opening.section == 0)
            draft.ways = [behind] if behind is not None and not draft.end else []
        return own

    def _leaves(self, draft: Draft, item: Part, rest: Sequence[Item]) -> bool:
        """Return whether a passage goes where a jump leads.

        An end is none if more is said behind it; of two jumps the first counts, or both of a line.
        """
        if item.jump and item.jump.sort == "again" and any(isinstance(one, Fork) for one in rest):
            return False  # “ask again”, and what to do then
        if item.jump and item.jump.sort == "end":
            return not draft.ways and not _goes_on(rest, is_arm=draft.arm is not None)
        jumped = [part.line for part in draft.parts if part.sort == "jump"]
        return not draft.end and (not draft.ways or jumped[-1:] == [item.line])

    def _go(self, own: int, jump: Jump, behind: Way | None) -> None:
        draft = self.drafts[own]
        if jump.sort == "end":
            draft.end = jump.leaves
        elif jump.sort == "step":
            if jump.target is None:
                draft.end = "nowhere"
            else:
                draft.ways.append(self._to(jump.target))
        elif jump.sort == "start":
            draft.ways.append(self._to(-1))
        elif jump.sort == "again":
            draft.ways.append(Way(own if draft.parent is None else draft.parent))
        elif behind is not None:
            draft.ways.append(behind._replace(is_told=True))

    def _to(self, target: int) -> Way:
        return Way(self._numbers.get(target, 0), is_section=True)

    def _fork(self, own: int, fork: Fork, behind: Way | None) -> None:
        draft = self.drafts[own]
        told = draft.ways[0] if draft.ways else None
        draft.end = ""
        arms = tuple(
            self._sequence(arm.body, Opening(draft.section, arm.opening.span, arm, own), behind)
            for arm in fork.arms
        )
        draft.ways = [*(Way(number) for number in arms), *draft.ways]
        is_told = told is not None or (behind is not None and not behind.is_section)
        draft.fork = ForkDraft(arms, told or behind, is_told, _is_complete(fork))


def _goes_on(items: Sequence[Item], *, is_arm: bool) -> bool:
    """Return whether something is said, asked or jumped to in a sequence."""
    return any(
        isinstance(item, Fork) or item.sort == "jump" or (item.kind == "spoken" and not is_arm)
        for item in items
    )


def _place(items: Sequence[Item]) -> Span:
    """Return where a sequence begins: its first words."""
    parts = [item.arms[0].opening if isinstance(item, Fork) else item for item in items]
    return next((part.span for part in parts if part.sort == "text"), parts[0].span)


def _is_complete(fork: Fork) -> bool:
    """Return whether one of the arms holds whatever the answer is.

    Two conditions in words of their own are taken to be all there are.
    """
    asked = fork.answers
    if fork.is_closed or "else" in asked or fork.is_full:
        return True
    return len(asked) > 1 and not asked <= {"yes", "no", "unsure"}
