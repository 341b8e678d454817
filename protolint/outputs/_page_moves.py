"""Moves as a band of colours: each sentence of a script in the colour of what it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from protolint.linting.outline import ScriptOutline

#: The moves that share a colour. Seventeen colours nobody can tell apart; six they can.
FAMILIES: dict[str, tuple[str, ...]] = {
    "frame": ("greeting", "thanks", "invitation", "sign-off"),
    "feel": ("acknowledgement", "apology", "responsibility"),
    "tell": ("explanation", "information"),
    "act": ("action", "redress", "promise", "next-step"),
    "refuse": ("refusal", "alternative"),
    "ask": ("question", "instruction"),
}
#: Characters for each size of a stroke: many strokes are told by few classes.
_SIZE = 25
_FAMILY = {move: name for name, moves in FAMILIES.items() for move in moves}


class Stroke(NamedTuple):
    """Sentences that follow one another and do the same; `size` is their length, from 1 to 9."""

    family: str
    moves: str
    size: int


def family(moves: Sequence[str]) -> str:
    """Return the family of the first move of a sentence; empty where it makes none."""
    return _FAMILY.get(moves[0], "") if moves else ""


def band(outline: ScriptOutline) -> tuple[Stroke, ...]:
    """Return what the sentences of a script do, one after the other."""
    sentences = [
        (tuple(move.move for move in own.moves), own.end - own.start)
        for text in outline.texts
        if text.kind != "subject"
        for own in text.sentences
    ]
    return tuple(_strokes(sentences))


def _strokes(sentences: Iterable[tuple[tuple[str, ...], int]]) -> Iterable[Stroke]:
    for moves, same in groupby(sentences, key=lambda own: own[0]):
        yield Stroke(family(moves), ", ".join(moves), _size(sum(size for _, size in same)))


def _size(characters: int) -> int:
    return max(1, min(9, round(characters / _SIZE)))
