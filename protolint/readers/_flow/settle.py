"""Which ways a script means where it only goes on from one step to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from protolint.readers._flow import partings
from protolint.readers._flow.answering import Answering
from protolint.readers._flow.sections import Section
from protolint.readers._flow.weave import Draft, Way, Weaver
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
    settling = _Settling(weaver.drafts, weaver.entries, sections)
    settling.drop()
    for draft in weaver.drafts:
        if draft.fork is None:
            settling.close(draft)
    answering = Answering(weaver.drafts, sections, settling.is_only_aimed)
    for draft in weaver.drafts:
        if draft.fork:
            answering.decide(draft, draft.fork)
    for draft in weaver.drafts:
        pointed = (weaver.entries[way.to] if way.is_section else way.to for way in draft.ways)
        draft.ways = [Way(to) for to in dict.fromkeys(pointed)]


class _Settling:
    """The passages of a script while their ways are looked at together."""

    def __init__(
        self, drafts: Sequence[Draft], entries: Sequence[int], sections: Sequence[Section]
    ) -> None:
        self._drafts = drafts
        self._entries = entries
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

    def is_only_aimed(self, way: Way) -> bool:
        """Return whether nobody gets into a section but by jumps."""
        return self._is_web and bool(self._aimed.get(way.to))

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

    def drop(self) -> None:
        """Take away the ways to a next step that the script cannot mean, where none is needed.

        A step that nobody would get to is what follows the step before it after all.
        """
        plain = [(own, one) for own, one in enumerate(self._drafts) if one.fork is None]
        falls = [(own, one, way) for own, one in plain if (way := _fallen(one))]
        lost = [each for each in falls if not self._goes_on(each[0], each[1], each[2].to)]
        for _, draft, way in lost:
            draft.ways.remove(way)
        while True:
            seen = self._reached()
            out = {each[2].to for each in lost if each[0] in seen}
            out = {section for section in out if self._entries[section] not in seen}
            if not out:
                return
            for _, draft, way in (each for each in lost if each[2].to in out):
                draft.ways.append(way)
            lost = [each for each in lost if each[2].to not in out]

    def _reached(self) -> set[int]:
        """Return the passages that some way leads to."""
        found, queue = {self._entries[0]}, [self._entries[0]]
        while queue:
            draft = self._drafts[queue.pop()]
            fork = draft.fork
            onward = fork.onward if fork and not fork.is_complete else None
            ways = [*draft.ways, *([onward] if onward else [])]
            fresh = {self._entries[way.to] if way.is_section else way.to for way in ways} - found
            found |= fresh
            queue.extend(fresh)
        return found

    def _goes_on(self, own: int, draft: Draft, following: int) -> bool:
        """Return whether a passage without a word on where to go leads to the next section.

        It does not where other branches of its question name that section, where nobody gets into
        sections but by jumps, or where it is the only branch that does not say where to go. A
        goodbye may follow everything, but where each answer is a link to tap.
        """
        elsewhere = self._aimed.get(following, set())
        is_step = draft.arm is None or draft.parent in self._open_forks
        if is_step and self._says_bye(following) and not self._is_linked:
            return True
        if self._is_web and elsewhere:
            return False
        if draft.arm is None:
            return True
        if not draft.parts or self._is_named_beside(own, draft, following):
            return False
        is_alone = self._loose == 1 and self._tight >= _FEW - 1
        return not (is_alone and elsewhere - {draft.section})

    @cached_property
    def _open_forks(self) -> set[int]:
        """The questions none of whose answers says where to go on."""
        return {
            own
            for own, one in enumerate(self._drafts)
            if one.fork and all(_fallen(self._drafts[arm]) for arm in one.fork.arms)
        }

    def _says_bye(self, section: int) -> bool:
        head = self._sections[section].head
        is_called = head is not None and partings.CLOSING_TITLE.search(head.title) is not None
        return is_called or self._drafts[self._entries[section]].end == "closing"

    @cached_property
    def _is_linked(self) -> bool:
        """Whether most jumps are links or buttons, so that nobody gets on without one."""
        told = [part for one in self._sections for part in one.parts if part.sort == "jump"]
        links = [part for part in told if "](#" in part.text or part.line.text.lstrip()[:1] == "["]
        return len(links) > len(told) / 2

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
        if draft.ways and (draft.arm is not None or self._is_row(draft.section, title)):
            return
        if partings.CLOSING_TITLE.search(title) and not _THANKS.search(title):
            draft.end, draft.ways = "closing", []
        elif partings.HAND_OVER_TITLE.search(title):
            draft.end, draft.ways = "hand-over", []
        elif not draft.ways and draft.section == len(self._sections) - 1 and _is_farewell(draft):
            draft.end = "closing"

    def _is_row(self, section: int, title: str) -> bool:
        """Return whether the next section is one that follows whatever this one is called.

        What is called “Close” and nothing else goes on to no step that jumps lead to.
        """
        if section + 1 >= len(self._sections):
            return False
        head = self._sections[section + 1].head
        is_bare = partings.CLOSING_TITLE.fullmatch(title) is not None
        is_named = bool(self._aimed.get(section + 1, set()) - {section})
        is_next = head and (head.number or partings.CLOSING_TITLE.search(head.title))
        return bool(is_next) and not (is_bare and is_named)


def _fallen(draft: Draft) -> Way | None:
    """Return the way to the next section that a passage has because it says nothing else."""
    return next((way for way in draft.ways if way.is_section and not way.is_told), None)


def _is_farewell(draft: Draft) -> bool:
    said = " ".join(part.text for part in draft.parts if part.is_said)[-_LAST:]
    return any(
        pattern.search(said)
        for pattern in (_ANYTHING_ELSE, partings.SAYS_THANKS, partings.SAYS_BYE)
    )
