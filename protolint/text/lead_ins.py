"""What a sentence with a colon leads into does what that sentence does: “We have done this: …”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from protolint.script.move import Move, MoveName, TextMoves
from protolint.text.reading import Reading

#: What items go on with; thanks, an apology or a greeting is done when the list begins.
_GOES_ON: frozenset[MoveName] = frozenset(
    {
        "explanation", "action", "redress", "refusal", "alternative", "instruction", "next-step",
        "promise",
    }
)  # fmt: skip
#: An item is a little less sure to make the move than the sentence that leads into it.
_LESS = 0.9


def with_lead_ins(readings: Sequence[Reading], moves: Sequence[TextMoves]) -> Iterator[TextMoves]:
    """Yield the moves of each reading, where what only tells a fact makes its lead-in's.

    A lead-in is the sentence before, and ends with a colon; it leads into all items of a list, or
    into the next sentence. An item without a move is a bare thing (“a photo of the box”), and makes
    none here either.
    """
    lead: tuple[Move, ...] = ()
    for reading, own in zip(readings, moves, strict=True):
        is_item = reading.stretch.shape == "item"
        led = len(own) if is_item else 1
        made = (*(_led(each, lead) for each in own[:led]), *own[led:]) if lead else own
        yield made
        if not is_item:
            lead = _lead_in(reading, made)


def _lead_in(reading: Reading, own: TextMoves) -> tuple[Move, ...]:
    if not own or not reading.folded.rstrip().endswith(":"):
        return ()
    return tuple(
        msgspec.structs.replace(move, confidence=round(move.confidence * _LESS, 2))
        for move in own[-1]
        if move.name in _GOES_ON
    )


def _led(made: tuple[Move, ...], lead: tuple[Move, ...]) -> tuple[Move, ...]:
    return lead if [move.name for move in made] == ["information"] else made
