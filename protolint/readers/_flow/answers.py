"""Conditions that look like none: link texts, labels and what stands before an arrow."""

from __future__ import annotations

import re

from protolint.readers._flow import words
from protolint.readers._flow.clauses import Condition
from protolint.readers._flow.jumps import Jump, jumps
from protolint.readers._flow.part import NOTHING, Piece
from protolint.readers._flow.runs import LABEL, is_label
from protolint.readers._flow.styles import Style
from protolint.readers._flow.targets import Targets

_LINK = re.compile(r"\[([^\[\]]{1,80})\]\(#[^()\s]*\)")
_ONWARD = re.compile(
    rf"\W*(?:{words.GO}|continue|next|here|weiter|back|this|{words.ARROW}|{words.STEP_WORD}\b)",
    re.IGNORECASE,
)
_ARROWED = re.compile(rf"[ ]*(?P<said>[^→“”\"\n.?!:]{{1,70}}?)[ ]*(?P<mark>{words.ARROW})[ ]*")
_GOES = re.compile(rf"[ ]*(?:{words.GO})\b", re.IGNORECASE)
_MOST_WORDS = 8


def answer(piece: Piece, style: Style, targets: Targets) -> Condition | None:
    """Return the condition that a piece begins with: “When: …”, “[yes](#refund)”, “Refund → 3”."""
    text = piece.text
    link = _LINK.fullmatch(text.strip(" .,;|/·•"))
    if link and not _ONWARD.match(link[1]):
        first = text.index("[")
        return Condition(first, first, link[1].strip())
    label = LABEL.match(text)
    if label and words.WHEN_LABEL.fullmatch(label["label"]) and text[label.end() :].strip():
        return Condition(0, len(text), text[label.end() :].strip(" ."))
    if label and is_label(label["label"]):
        return None
    return _arrowed(piece, style, targets) or _named(piece, label, targets)


def _arrowed(piece: Piece, style: Style, targets: Targets) -> Condition | None:
    arrow = _ARROWED.match(piece.text)
    if not arrow or not arrow["said"].strip(NOTHING) or _GOES.match(arrow["said"]):
        return None
    if style.says(piece.line) and not piece.line.mark:
        return None
    way = _first_way(piece.text[arrow.start("mark") :], targets)
    is_speech = piece.text[arrow.end() : arrow.end() + 1] in {"“", '"', "„"}
    if not is_speech and (way is None or way.start):
        return None
    return Condition(0, arrow.start("mark"), arrow["said"].strip(" :[]()"))


def _named(piece: Piece, label: re.Match[str] | None, targets: Targets) -> Condition | None:
    """Return an answer that a list item names before it says where to go."""
    if not label or not piece.line.mark or len(label["label"].split()) > _MOST_WORDS:
        return None
    rest = piece.text[label.end() :]
    way = _first_way(rest, targets)
    if way is None or rest[: way.start].strip(NOTHING):
        return None
    return Condition(0, label.end(), label["label"])


def _first_way(text: str, targets: Targets) -> Jump | None:
    return next(jumps(text, targets, is_said=False), None)
