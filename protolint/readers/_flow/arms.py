"""A fork of a script and its arms: one branch for each answer, with what stands under it."""

from __future__ import annotations

from itertools import pairwise

from protolint.readers._flow import words
from protolint.readers._flow.part import Part
from protolint.text.lazy import lazy_pattern

#: The two answers that together are all.
POLAR = frozenset({"yes", "no"})
_QUESTION = lazy_pattern(r"\?[\s”\"»)*]*$")

_LINKED = lazy_pattern(r"\W*\[[^\[\]]*\]\(#")

_WORD = lazy_pattern(r"[^\W\d_]+")
#: The beginnings of words that conditions share whatever they are about.
_EMPTY = frozenset(
    word[:4]
    for word in (
        "caller", "client", "customer", "does", "have", "kunde", "patient", "says", "than", "that",
        "their", "them", "there", "they", "this", "user", "wants", "with",
    )
)  # fmt: skip
_FEW = 8


class Arm:
    """One branch while it is being read: its condition, and what stands under it."""

    def __init__(self, opening: Part) -> None:
        self.opening = opening
        self.body: list[Item] = []
        self.blocks = 0

    @property
    def depth(self) -> int:
        """The column of the condition; what stands under a heading stands deeper than all."""
        return -self.opening.line.heading if self.opening.line.heading else self.opening.depth

    @property
    def polarity(self) -> str:
        """Whether it is the branch for “yes”, for “no”, for all else, or for its own words."""
        return polarity(self.opening)

    @property
    def has_left(self) -> bool:
        """Whether it has said where to go on."""
        return any(isinstance(item, Part) and item.sort == "jump" for item in self.body)

    @property
    def is_indented(self) -> bool:
        """Whether what stands under it is indented, so that what is not does not."""
        first = self.body[0] if self.body else None
        return isinstance(first, Part) and first.line.depth > self.opening.line.depth

    @property
    def is_asking(self) -> bool:
        """Whether the last that is said in it is a question."""
        said = [item for item in self.body if isinstance(item, Part) and item.kind == "spoken"]
        return bool(said) and _QUESTION.search(said[-1].text) is not None


class Fork:
    """The branches that answer one question."""

    def __init__(self) -> None:
        self.arms: list[Arm] = []

    @property
    def is_menu(self) -> bool:
        """Whether its branches are the options of a menu."""
        return bool(self.arms) and self.arms[0].opening.sort == "option"

    @property
    def is_closed(self) -> bool:
        """Whether its branches are the options of a menu or links to tap, and no other can be."""
        links = [arm for arm in self.arms if _LINKED.match(arm.opening.text)]
        return self.is_menu or (len(links) == len(self.arms) and len(links) > 1)

    @property
    def answers(self) -> set[str]:
        """What its branches answer, each as `polarity` has it."""
        return {arm.polarity for arm in self.arms}

    @property
    def is_polar(self) -> bool:
        """Whether it answers a question with yes or no."""
        return not self.answers.isdisjoint(POLAR)

    @property
    def is_full(self) -> bool:
        """Whether it has a branch for yes and one for no, or for a condition and its contrary."""
        labels = [arm.opening.label for arm in self.arms]
        return self.answers >= POLAR or any(
            contrary(one, other) for one, other in pairwise(labels[:_FEW])
        )

    def takes(self, answer: str) -> bool:
        """Return whether a branch may still join it."""
        return not self.is_menu and "else" not in self.answers and answer not in self.answers


Item = Part | Fork


def contrary(one: str, other: str) -> bool:
    """Return whether just one of two conditions about the same says no."""
    is_turned = bool(words.NO.search(one)) != bool(words.NO.search(other))
    return is_turned and akin(one, other)


def akin(one: str, other: str) -> bool:
    """Return whether two conditions share a word that carries meaning."""
    return not _content(one).isdisjoint(_content(other))


def _content(label: str) -> set[str]:
    return {word[:4] for word in _WORD.findall(label.lower()) if len(word) > 3} - _EMPTY


def polarity(part: Part) -> str:
    """Return “else”, “no”, “yes”, “unsure”, or the words of what says more."""
    if part.is_else:
        return "else"
    said = part.label.lower()
    if words.UNSURE.fullmatch(said):
        return "unsure"
    if words.BARE_ANSWER.fullmatch(said) or words.SHORT_ANSWER.fullmatch(said):
        return "no" if words.NO.search(said) else "yes"
    return said
