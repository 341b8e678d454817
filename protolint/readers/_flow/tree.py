"""The parts of a step as a tree: what is said, and forks whose arms hold what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protolint.readers._flow import words
from protolint.readers._flow.arms import POLAR, Arm, Fork, Item, akin, polarity
from protolint.readers._flow.part import Part
from protolint.text.lazy import lazy_pattern

_WHEN = lazy_pattern(rf"[ ]*{words.WHEN_LABEL.pattern}[ ]*:[ ]", re.IGNORECASE)
_LABEL = lazy_pattern(
    rf"[ ]*(?:{words.SAY_LABEL.pattern}|{words.DO_LABEL.pattern}|{words.NEXT_LABEL.pattern})[ ]*:",
    re.IGNORECASE,
)


def tree_of(parts: Sequence[Part]) -> list[Item]:
    """Return the parts of a step in order, those under a condition in the arm of a fork."""
    growing = _Tree(parts)
    for at, part in enumerate(parts):
        growing.take(at, part)
    return growing.root


_KEY = lazy_pattern(r"(?:\d{1,2}|[*#])(?=$|[ ]*(?:/|,|or\b|oder\b))")
#: What begins a condition about what was said or done just before.
_BACKWARD = lazy_pattern(
    r"(?:that|this|they still|it still|still|again|even then)\b", re.IGNORECASE
)
#: Questions that follow from an answer are nested no deeper than this.
_DEEPEST = 50


class _Tree:
    """The tree while it grows. `open` has the arms that the next part may belong to."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.root: list[Item] = []
        self._parts = parts
        self._open: list[tuple[Fork, Arm]] = []
        #: The arms that are open where a button is offered, by what it says.
        self._offered: dict[str, list[tuple[Fork, Arm]]] = {}

    def take(self, at: int, part: Part) -> None:
        """Put the next part in its place."""
        if part.sort == "title":
            return
        if part.sort == "end-if":
            if self._open:
                self._open.pop()
        elif part.sort == "condition":
            self._fork(part)
        elif part.sort == "option":
            self._option(part)
        else:
            self._put(at, part)

    @property
    def _sequence(self) -> list[Item]:
        return self._open[-1][1].body if self._open else self.root

    def _put(self, at: int, part: Part) -> None:
        if part.is_first:
            while self._open and not self._belongs(at, part, *self._open[-1]):
                self._open.pop()
            if self._open and (part.line.is_after_gap or part.line.mark):
                self._open[-1][1].blocks += 1
        if part.kind == "button":
            self._offered[part.label.casefold()] = list(self._open)
        sequence = self._sequence
        last = sequence[-1] if sequence else None
        if isinstance(last, Fork) and last.is_menu and part.sort == "text":
            sequence.insert(len(sequence) - 1, part)
        else:
            sequence.append(part)

    def _belongs(self, at: int, part: Part, fork: Fork, arm: Arm) -> bool:
        """Return whether a part that begins a line stands under an open arm."""
        line, opening = part.line, arm.opening.line
        if line.depth > arm.depth:
            return True
        if fork.is_menu:
            return False
        is_tight = not line.is_after_gap and not line.mark
        if _WHEN.match(opening.text):
            return is_tight or _LABEL.match(line.text) is not None
        if not arm.body:
            return not (line.mark and opening.mark)
        if self._is_inline(arm):
            is_paragraph = is_tight and not line.is_fenced and line.is_quote == opening.is_quote
            return is_paragraph and not arm.has_left
        return not arm.has_left and self._is_under(at, part, fork, arm, is_tight=is_tight)

    def _is_under(self, at: int, part: Part, fork: Fork, arm: Arm, *, is_tight: bool) -> bool:
        """Return whether a part stands under a condition that has a line of its own.

        The last branch of a fork has no more blocks than the longest before it.
        """
        if is_tight or part.kind != "spoken" or self._goes_on(at, fork, arm):
            return True
        return arm.blocks < max((one.blocks for one in fork.arms if one is not arm), default=0)

    def _is_inline(self, arm: Arm) -> bool:
        first = arm.body[0]
        return isinstance(first, Part) and first.line is arm.opening.line

    def _goes_on(self, at: int, fork: Fork, arm: Arm) -> bool:
        """Return whether another branch of the same fork follows."""
        for later in self._parts[at + 1 :]:
            if later.sort == "condition" and later.is_first and later.depth <= arm.opening.depth:
                taken = {other.polarity for other in fork.arms}
                return polarity(later) not in taken and later.depth == arm.opening.depth
        return False

    def _keyed(self, part: Part) -> tuple[Fork, Arm] | None:
        """Return the option of a menu whose key a condition names: it says where that leads."""
        own = _KEY.match(part.label)
        key = own[0].strip() if own else part.line.mark.rstrip(".)")
        forks = [item for item in self._sequence if isinstance(item, Fork) and item.is_menu]
        arms = ((fork, arm) for fork in forks for arm in fork.arms)
        named = (one for one in arms if key and one[1].opening.label.startswith(f"{key}: "))
        return next(named, None)

    def _fork(self, part: Part) -> None:
        while self._open and self._open[-1][0].is_menu:
            self._open.pop()
        keyed = self._keyed(part)
        if keyed:
            keyed[1].body = []
            self._open.append(keyed)
            return
        offered = self._offering(part)
        if offered is not None:
            self._open = list(offered)
            self._join(part)
            return
        depth = -part.line.heading if part.line.heading else part.depth
        while self._open and self._open[-1][1].depth > depth:
            self._open.pop()
        if self._open and self._open[-1][1].depth == depth and not self._hangs(part):
            fork, arm = self._open[-1]
            self._beside(part, arm, fork)
            return
        self._join(part)

    def _offering(self, part: Part) -> list[tuple[Fork, Arm]] | None:
        """Return the arms within which the button is offered that a condition speaks of."""
        said = part.label.casefold()
        named = [one for one in self._offered if re.search(rf"\b{re.escape(one)}\b", said)]
        return self._offered[max(named, key=len)] if named else None

    def _join(self, part: Part) -> None:
        """Add a branch to the fork that the open sequence ends with, or begin one there."""
        last = self._sequence[-1] if self._sequence else None
        fits = isinstance(last, Fork) and (last.is_menu or last.takes(polarity(part)))
        self._add(part, last if fits and isinstance(last, Fork) else None)

    def _hangs(self, part: Part) -> bool:
        """Return whether a list item stands under a condition that is none, and asks something."""
        arm = self._open[-1][1]
        is_under = (
            bool(part.line.mark) and not arm.opening.line.mark and not arm.opening.line.heading
        )
        return is_under and bool(arm.body) and not arm.has_left

    def _beside(self, part: Part, arm: Arm, fork: Fork) -> None:
        """Add a branch at the depth of the last one.

        It answers the question that the last branch ends with, or joins a fork that is open at
        this depth, or begins one of its own behind them.
        """
        own = polarity(part)
        if self._follows_from(part, arm, fork):
            self._add(part, None)
            return
        asks = arm.is_asking and not (arm.has_left or arm.is_indented) and own != "else"
        if asks and len(self._open) < _DEEPEST and (own in fork.answers or self._is_new(own, fork)):
            self._add(part, None)
            return
        open_here = [other for other, last in reversed(self._open) if last.depth == arm.depth]
        fitting = [one for one in open_here if one.takes(own)]
        same = [one for one in fitting if own == "else" or (own in POLAR) == one.is_polar]
        chosen = next(iter([*(one for one in same if not one.is_full), *same, *fitting]), None)
        while self._open and self._open[-1][1].depth == arm.depth:
            if self._open.pop()[0] is chosen:
                break
        self._add(part, chosen)

    def _is_new(self, own: str, fork: Fork) -> bool:
        """Return whether a condition is about something else than the branches of a fork."""
        if (own in POLAR) != fork.is_polar:
            return True
        labels = (arm.opening.label for arm in fork.arms)
        return fork.is_full and not fork.is_polar and not any(akin(own, one) for one in labels)

    def _follows_from(self, part: Part, arm: Arm, fork: Fork) -> bool:
        """Return whether a condition is about what the branch before it on its line has done.

        “If it is late: offer a voucher. If accepted, send it.”
        """
        if part.line is not arm.opening.line or not arm.body or arm.has_left:
            return False
        is_answer = polarity(part) in POLAR and not fork.is_polar
        return is_answer or _BACKWARD.match(part.label) is not None

    def _option(self, part: Part) -> None:
        while self._open and (self._open[-1][1].depth >= part.depth or self._open[-1][0].is_menu):
            self._open.pop()
        last = self._sequence[-1] if self._sequence else None
        self._add(part, last if isinstance(last, Fork) and last.is_menu else None)

    def _add(self, part: Part, fork: Fork | None) -> None:
        if fork is None:
            fork = Fork()
            self._sequence.append(fork)
        arm = Arm(part)
        fork.arms.append(arm)
        self._open.append((fork, arm))
