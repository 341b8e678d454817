"""How a script marks the words that are said: by fences, quotes, quotation marks, or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from protolint.readers._flow import words
from protolint.readers._flow.conditions import condition
from protolint.readers._flow.lines import Line
from protolint.text.lazy import lazy_pattern

_QUOTED = lazy_pattern(r"[“„«\"][^“”„«»\"\n]{8,}[”“»\"]?")
_GOES = lazy_pattern(rf"\b{words.GO}\b|{words.ARROW}", re.IGNORECASE)
_WORDY = 5


class Style(NamedTuple):
    """Where the words to be said are. With none of these, all words are said unless they stand out.

    `marks`: within quotation marks. `is_italic`: in italics, where others set directions so.
    """

    fences: bool = False
    blocks: bool = False
    marks: bool = False
    labels: bool = False
    is_italic: bool = False

    def says(self, line: Line) -> bool:
        """Return whether unmarked words of a line are said to the customer."""
        if self.fences:
            return line.is_fenced and not self.marks
        if self.blocks:
            return line.is_quote and not self.marks
        return not (self.marks or self.labels or line.heading)


def style_of(lines: Sequence[Line]) -> Style:
    """Return how the lines of a script mark what is said."""
    fences = sum(line.is_fenced for line in lines)
    blocks = sum(line.is_quote and _may_be_said(line) for line in lines)
    held = [line for line in lines if not line.heading]
    if fences > 1:
        held = [line for line in lines if line.is_fenced]
    elif blocks > 1:
        held = [line for line in lines if line.is_quote]
    quoted = sum(_QUOTED.search(line.text) is not None for line in held)
    wordy = sum(_is_wordy(line) for line in held)
    labelled = sum(_is_labelled(line) for line in held)
    return Style(
        fences=fences > 1,
        blocks=blocks > 1 and fences <= 1,
        marks=quoted > 1 and quoted >= 0.7 * wordy,
        labels=labelled > 1 and labelled >= 0.5 * wordy,
    )


def _may_be_said(line: Line) -> bool:
    """Return whether a line in a block quote is no condition and no jump by its look."""
    if condition(line.text, is_said=True, is_marked=line.is_led):
        return False
    return _GOES.search(line.text) is None or _QUOTED.search(line.text) is not None


def _is_wordy(line: Line) -> bool:
    """Return whether a line is a sentence that may be said: no instruction by its look."""
    if _QUOTED.search(line.text):
        return False
    text = line.text.strip()
    return (
        len(text.split()) >= _WORDY
        and not line.is_italic
        and text[0] not in "[("
        and re.match(rf"(?:{words.IF}|{words.GO}|{words.WHO}|{words.ELSE})\b", text, re.IGNORECASE)
        is None
    )


def _is_labelled(line: Line) -> bool:
    label, colon, said = line.text.partition(":")
    return bool(colon and said.strip()) and words.SAY_LABEL.fullmatch(label.strip()) is not None
