"""What a sentence does for the customer: the moves, and one of them as it was recognised."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

MoveName = Literal[
    "greeting",
    "thanks",
    "acknowledgement",
    "apology",
    "responsibility",
    "explanation",
    "action",
    "redress",
    "refusal",
    "alternative",
    "instruction",
    "information",
    "next-step",
    "promise",
    "question",
    "invitation",
    "sign-off",
]
#: All moves, in the order in which they are told.
MOVES: tuple[MoveName, ...] = get_args(MoveName)


class Move(msgspec.Struct, frozen=True):
    """One thing that a sentence does, and how sure that is, from 0 to 1.

    `with_time` says whether its sentence names a time by which: “by Friday”, “within 24 hours”.
    """

    name: MoveName
    confidence: float
    with_time: bool = False


#: The moves of one text: of each of its sentences, those it makes, in the order of `MOVES`.
TextMoves = tuple[tuple[Move, ...], ...]
