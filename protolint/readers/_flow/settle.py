"""Which ways a script means where it only goes on from one step to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from protolint.readers._flow import words
from protolint.readers._flow.arms import Arm
from protolint.readers._flow.sections import Section
from protolint.readers._flow.weave import Draft, ForkDraft, Way, Weaver
from protolint.text.lazy import lazy_pattern

_ANYTHING_ELSE = lazy_pattern(
    r"anything else|any(?: other| more| further)? questions|something else|sonst noch|noch etwas",
    re.IGNORECASE,
)
_THANKS = lazy_pattern(r"\bthank", re.IGNORECASE)
_LAST = 200
#: From so many steps on it shows whether each of them says where to go on.
_FEW = 4


def settle(weaver: Weaver, sections: Sequence[Section]) -> None:
    """Point all ways to passages, and take away those that a script cannot mean."""
    settling = _Settling(weaver.drafts, sections)
    for own, draft in enumerate(weaver.drafts):
        if draft.fork is None:
            settling.keep_or_drop(own, draft)
            settling.close(draft)
    is_strict = settling.answers_both
    for draft in weaver.drafts:
        if draft.fork:
            settling.decide(draft, draft.fork, is_strict=is_strict)
    for draft in weaver.drafts:
        pointed = (weaver.entries[way.to] if way.is_section else way.to for way in draft.ways)
        draft.ways = [Way(to) for to in dict.fromkeys(pointed)]


class _Settling:
    """The passages of a script while their ways are looked at together."""

    def __init__(self, drafts: Sequence[Draft], sections: Sequence[Section]) -> None:
        self._drafts = drafts
        self._sections = sections

    @cached_property
    def _aimed(self) -> dict[int, set[int]]:
        """The sections that jumps lead to, each with the sections that they stand in."""
        aimed: dict[int, set[int]] = {}
        for draft in self._drafts:
            for way in draft.ways:
                if way.is_section and way.is_told:
                    aimed.setdefault(way.to, set()).add(draft.section)
        return aimed

    @cached_property
    def _is_web(self) -> bool:
        """Whether nearly all sections say where to go on, so that none goes on by itself."""
        count = len(self._sections)
        if count < _FEW or any(one.head and one.head.number for one in self._sections):
            return False
        falling = {one.section for one in self._drafts if one.fork is None and _fallen(one)}
        leaving = count - 1 - len(falling)
        return leaving >= _FEW - 1 and leaving >= 2 * len(falling)

    @cached_property
    def _loose(self) -> int:
        """How many branches say nothing about where to go on."""
        arms = [one for one in self._drafts if one.arm is not None and one.fork is None]
        return sum(bool(_fallen(one)) or not (one.ways or one.end) for one in arms)

    @cached_property
    def _tight(self) -> int:
        """How many branches say where to go on."""
        arms = [one for one in self._drafts if one.arm is not None and one.fork is None]
        return len(arms) - self._loose

    def keep_or_drop(self, own: int, draft: Draft) -> None:
        """Take away the way to the next step where the script cannot mean it."""
        fallen = _fallen(draft)
        if fallen and not self._goes_on(own, draft, fallen.to):
            draft.ways.remove(fallen)

    def _goes_on(self, own: int, draft: Draft, following: int) -> bool:
        """Return whether a passage without a word on where to go leads to the next section.

        It does not where other branches of its question name that section, where nobody gets into
        sections but by jumps, or where it is the only branch that does not say where to go.
        """
        elsewhere = self._aimed.get(following, set())
        if self._is_web and elsewhere:
            return False
        if draft.arm is None:
            return True
        if not draft.parts or self._is_named_beside(own, draft, following):
            return False
        is_alone = self._loose == 1 and self._tight >= _FEW - 1
        return not (is_alone and elsewhere - {draft.section})

    def _is_named_beside(self, own: int, draft: Draft, following: int) -> bool:
        parent = self._drafts[draft.parent] if draft.parent is not None else None
        arms = parent.fork.arms if parent and parent.fork else ()
        ways = (way for arm in arms if arm != own for way in self._drafts[arm].ways)
        return any(way.is_section and way.is_told and way.to == following for way in ways)

    def close(self, draft: Draft) -> None:
        """End a passage that closes by the title of its step, or with a last question."""
        if draft.end or any(way.is_told or not way.is_section for way in draft.ways):
            return
        head = self._sections[draft.section].head
        title = head.title if head else ""
        if draft.ways and (draft.arm is not None or self._is_row(draft.section)):
            return
        if words.CLOSING_TITLE.search(title) and not _THANKS.search(title):
            draft.end, draft.ways = "closing", []
        elif words.HAND_OVER_TITLE.search(title):
            draft.end, draft.ways = "hand-over", []
        elif not draft.ways and draft.section == len(self._sections) - 1 and _is_farewell(draft):
            draft.end = "closing"

    def _is_row(self, section: int) -> bool:
        """Return whether the next section is one that follows whatever this one is called."""
        if section + 1 >= len(self._sections):
            return False
        head = self._sections[section + 1].head
        return bool(head and (head.number or words.CLOSING_TITLE.search(head.title)))

    @property
    def answers_both(self) -> bool:
        """Whether all questions but one or two have an answer for whatever is said."""
        forks = [one.fork for one in self._drafts if one.fork]
        both = [fork for fork in forks if _is_both(self._arms(fork))]
        return len(both) > 1 and len(both) >= len(forks) - 2

    def _arms(self, fork: ForkDraft) -> list[Arm]:
        return [arm for arm in (self._drafts[own].arm for own in fork.arms) if arm]

    def decide(self, draft: Draft, fork: ForkDraft, *, is_strict: bool) -> None:
        """Let a passage go on where none of its branches holds, and say whether it tells what then.

        Where all other questions have both answers, a lone “yes” leaves open what happens at “no”.
        """
        onward = fork.onward
        if fork.is_complete:
            if onward and fork.is_told and self._comes_back(fork):
                draft.ways.append(onward)
            return
        is_lost = onward is None or self._is_lost(fork, onward)
        arms = self._arms(fork)
        is_bare = all(words.BARE_ANSWER.fullmatch(arm.opening.label) for arm in arms)
        is_yes = all(arm.polarity == "yes" for arm in arms)
        is_half = is_strict and is_bare and (is_yes or not fork.is_told)
        draft.fork = fork._replace(is_open=is_lost or is_half)
        if onward and not is_lost:
            draft.ways.append(onward)

    def _comes_back(self, fork: ForkDraft) -> bool:
        """Return whether a branch leads to another script, from which the agent may come back."""
        return any(self._drafts[own].end == "elsewhere" for own in fork.arms)

    def _is_lost(self, fork: ForkDraft, onward: Way) -> bool:
        """Return whether what only follows is no answer: a branch leads there, or only jumps do."""
        if onward.is_told or not onward.is_section:
            return False
        ways = (way for own in fork.arms for way in self._drafts[own].ways)
        is_named = any(way.is_section and way.is_told and way.to == onward.to for way in ways)
        return is_named or (self._is_web and bool(self._aimed.get(onward.to)))


def _fallen(draft: Draft) -> Way | None:
    """Return the way to the next section that a passage has because it says nothing else."""
    return next((way for way in draft.ways if way.is_section and not way.is_told), None)


def _is_both(arms: Sequence[Arm]) -> bool:
    answers = {arm.polarity for arm in arms}
    return answers >= {"yes", "no"} or "else" in answers


def _is_farewell(draft: Draft) -> bool:
    said = " ".join(part.text for part in draft.parts if part.is_said)[-_LAST:]
    return any(
        pattern.search(said) for pattern in (_ANYTHING_ELSE, words.SAYS_THANKS, words.SAYS_BYE)
    )
