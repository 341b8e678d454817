"""A script as the one message that reaches a customer, placeholders at their assumed length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protolint.checks._places import heaviest
from protolint.text.lengths import Shown, shown
from protolint.text.reading import Reading


def longest(readings: Sequence[Reading]) -> dict[int, Shown]:
    """Return the readings of the longest message as they are shown, by number."""
    texts = [seen(reading, 0, len(reading.text)) for reading in readings]
    path = heaviest(readings, [len(text.text) for text in texts])
    return {number: texts[number] for number in path}


def seen(reading: Reading, start: int, end: int) -> Shown:
    """Return a part of a text with its tokens at the lengths they are taken to have."""
    opaques = reading.stretch.prose.opaques
    if start or end < len(reading.text):
        opaques = {at - start: own for at, own in opaques.items() if start <= at < end}
    return shown(reading.text[start:end], opaques)


def joined(readings: Sequence[Reading], texts: Mapping[int, Shown]) -> tuple[str, dict[int, int]]:
    """Return all texts as one message, and where each of them begins in it.

    Blocks stand apart by an empty line, the items of a list by a line break.
    """
    starts: dict[int, int] = {}
    message = ""
    before: Reading | None = None
    for number, text in texts.items():
        stretch = readings[number].stretch
        if before and before.stretch.block != stretch.block:
            message += "\n" if before.stretch.shape == stretch.shape == "item" else "\n\n"
        starts[number] = len(message)
        message += text.text
        before = readings[number]
    return message, starts
