"""Which questions of a script leave an answer open, and where a script goes on for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from protolint.readers._flow import words
from protolint.readers._flow.arms import Arm
from protolint.readers._flow.sections import Section
from protolint.readers._flow.weave import Draft, ForkDraft, Way
from protolint.text.lazy import lazy_pattern

_QUESTION = lazy_pattern(r"\?[\s”\"»)*_]*$")
_WHEN = lazy_pattern(rf"\W*(?:{words.WHEN_LABEL.pattern})\W*:", re.IGNORECASE)
_IF = lazy_pattern(rf"\W*(?:{words.IF})\b", re.IGNORECASE)
#: A script that answers so many questions in full answers all of them in full.
_MANY = 2


class Answering:
    """The questions of a script, looked at together: what it does at others tells what it means."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        sections: Sequence[Section],
        is_only_aimed: Callable[[Way], bool],
    ) -> None:
        self._drafts = drafts
        self._sections = sections
        self._is_only_aimed = is_only_aimed

    def decide(self, draft: Draft, fork: ForkDraft) -> None:
        """Let a passage go on where none of its branches holds, and say whether it tells what then.

        A condition that adds something before the script goes on needs no other. A lone “yes” does
        where all other questions have both answers.
        """
        onward = fork.onward
        if fork.is_complete:
            if onward and fork.is_told and self._comes_back(fork):
                draft.ways.append(onward)
            return
        is_lost = onward is None or self._is_lost(fork, onward)
        is_asked = self._is_asked(draft, fork)
        is_open = is_asked and not draft.end and (is_lost or self._is_half(fork))
        draft.fork = fork._replace(is_open=is_open)
        if onward and not is_lost and (is_asked or fork.is_told):
            draft.ways.append(onward)

    def _is_asked(self, draft: Draft, fork: ForkDraft) -> bool:
        """Return whether lone branches answer a question, and are not just the way on.

        “When: the call connects” and a single button “OK” are no answers.
        """
        arms = self._arms(fork)
        if len(arms) > 1 or arms[0].polarity in ("yes", "no"):
            return True
        opening = arms[0].opening
        if _WHEN.match(opening.line.text):
            return words.OUTCOME.search(opening.label) is not None
        if _IF.match(opening.text):
            return True
        head = self._sections[draft.section].head
        said = [head.title] if head else []
        said += [part.text for part in draft.parts if part.is_said]
        return bool(said) and _QUESTION.search(said[-1]) is not None

    def _is_half(self, fork: ForkDraft) -> bool:
        """Return whether only “yes” is answered, in a script that answers all else in full."""
        arms = self._arms(fork)
        is_bare = all(words.BARE_ANSWER.fullmatch(arm.opening.label) for arm in arms)
        is_yes = all(arm.polarity == "yes" for arm in arms)
        is_alone = len(self._halves) == 1 or all(
            words.OUTCOME.search(a.opening.label) for a in arms
        )
        return is_bare and is_yes and is_alone and self._answers_in_full

    @cached_property
    def _halves(self) -> list[ForkDraft]:
        """The questions to which only “yes” has an answer."""
        forks = (one.fork for one in self._drafts if one.fork and not one.fork.is_complete)
        return [fork for fork in forks if {arm.polarity for arm in self._arms(fork)} == {"yes"}]

    @cached_property
    def _answers_in_full(self) -> bool:
        forks = [one.fork for one in self._drafts if one.fork]
        return sum(fork.is_complete for fork in forks) >= _MANY

    def _arms(self, fork: ForkDraft) -> list[Arm]:
        return [arm for arm in (self._drafts[own].arm for own in fork.arms) if arm]

    def _comes_back(self, fork: ForkDraft) -> bool:
        """Return whether a branch leads to another script, from which the agent may come back."""
        return any(self._drafts[own].end == "elsewhere" for own in fork.arms)

    def _is_lost(self, fork: ForkDraft, onward: Way) -> bool:
        """Return whether what only follows is no answer: a branch leads there, or only jumps do."""
        if onward.is_told or not onward.is_section:
            return False
        ways = (way for own in fork.arms for way in self._drafts[own].ways)
        is_named = any(way.is_section and way.is_told and way.to == onward.to for way in ways)
        return is_named or self._is_only_aimed(onward)
