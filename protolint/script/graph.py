"""The steps of a call script, chat flow or menu, and the ways between them."""

from __future__ import annotations

from typing import Literal

import msgspec

from protolint.script.source import Span

#: How a passage leaves the script: a closing, a person or another team, another script; “nowhere”
#: is a jump to what does not exist.
End = Literal["", "closing", "hand-over", "elsewhere", "nowhere"]


class Step(msgspec.Struct, frozen=True):
    """A stage of the conversation. `span` is where its title is written, or its first words."""

    id: str
    title: str
    span: Span
    #: Whether it may begin at any time, whatever was said before: objections, an angry caller.
    is_anytime: bool = False


class Branch(msgspec.Struct, frozen=True):
    """A way out of a step: under a condition, or by a jump if `condition` is empty.

    `source` and `target` are numbers of steps. No target: it leaves the script, as `end` says, or
    leads nowhere at all. `span` is where it is written. `within` is the number of the branch in
    which it stands, where one question follows from an answer in the same step. `is_inner`: it only
    leads to the next question of its step.
    """

    source: int
    condition: str
    target: int | None
    is_else: bool
    span: Span
    end: End = ""
    within: int | None = None
    is_inner: bool = False


class Passage(msgspec.Struct, frozen=True):
    """What is said in one go between two decisions: a part of a step, or one branch of it.

    `stretches` are numbers of the script's texts, `ways` the passages that may come next, `span`
    where it begins, `exit` where its jump is written, `branch` the number of the branch that leads
    into it. A passage without ways and without an end is a dead end.
    """

    step: int
    span: Span
    stretches: tuple[int, ...] = ()
    ways: tuple[int, ...] = ()
    end: End = ""
    branch: int | None = None
    exit: Span | None = None


class Choice(msgspec.Struct, frozen=True):
    """The branches that answer one question, by their numbers.

    `is_open`: the script does not say what to do where none of them holds.
    """

    passage: int
    branches: tuple[int, ...]
    is_open: bool


class Graph(msgspec.Struct, frozen=True):
    """All steps and branches of a script; empty for a message. Passage 0 is where it begins.

    `is_staged`: the script names its steps itself, by headings, numbers or the like.
    """

    steps: tuple[Step, ...] = ()
    branches: tuple[Branch, ...] = ()
    passages: tuple[Passage, ...] = ()
    choices: tuple[Choice, ...] = ()
    is_staged: bool = False

    def __bool__(self) -> bool:
        return bool(self.steps)
