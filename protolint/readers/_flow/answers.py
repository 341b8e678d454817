"""Conditions that look like none: link texts, labels and what stands before an arrow."""

from __future__ import annotations

import re

from protolint.readers._flow import words
from protolint.readers._flow.clauses import ORDERS, Condition
from protolint.readers._flow.jumps import exact_jump, jumps
from protolint.readers._flow.landing import Jump
from protolint.readers._flow.part import NOTHING, Piece
from protolint.readers._flow.runs import LABEL, QUOTED, is_label
from protolint.readers._flow.styles import Style
from protolint.readers._flow.targets import Targets
from protolint.text.lazy import lazy_pattern

_LINK = lazy_pattern(r"\[([^\[\]]{1,80})\]\(#([^()\s]*)\)")
_ONWARD = lazy_pattern(
    rf"\W*(?:{words.GO}|continue|next|here|weiter|back|this|{words.ARROW}|{words.STEP_WORD}\b)",
    re.IGNORECASE,
)
_ARROWED = lazy_pattern(rf"[ ]*(?P<said>[^→“”\"\n.?!:]{{1,70}}?)[ ]*(?P<mark>{words.ARROW})[ ]*")
_DASHED = lazy_pattern(r"[ ]*(?P<label>[^\n.?!:→“”\"]{1,70}?)[ ]+[–—-][ ]+")
_LONG_LABEL = lazy_pattern(r"[ ]*(?P<label>[^\n.?!:→“”\"]{1,80}?)[ ]*:[ ]+")
_LED = lazy_pattern(rf"[ ]*{words.ARROW}[ ]*(?=[^\W\d_])")
_GOES = lazy_pattern(rf"[ ]*(?:{words.GO})\b", re.IGNORECASE)
_KEY = lazy_pattern(
    r"[ ]*(?:press |key |option )?[“\"(]?(?P<key>\d{1,2}|[*#])[”\")]?"
    r"[ ]*(?:(?P<arrow>->|→|=>)|:|=|[–—-](?=[ ]))[ ]*",
    re.IGNORECASE,
)
#: Labels of what the agent does that are answers too.
_ANSWERS_TOO = frozenset(["wait", "check", "pause", "record", "collect", "important"])
_NOTED = frozenset(["confirm", "enter", "log", "note", "record", "say", "tell", "then", "write"])
#: What an instruction in German ends with: “Antwort notieren”.
_INFINITIVES = frozenset(
    [
        "anlegen", "aufnehmen", "buchen", "eintragen", "erfassen", "fragen", "merken", "notieren",
        "prüfen", "schicken", "senden", "suchen", "vermerken",
    ]
)  # fmt: skip
_MOST_WORDS = 8


def answer(piece: Piece, style: Style, targets: Targets) -> Condition | None:
    """Return the condition that a piece begins with: “When: …”, “[yes](#refund)”, “Refund → 3”."""
    text = piece.text
    link = _LINK.fullmatch(text.strip(" .,;|/·•"))
    if link and not _ONWARD.match(link[1]) and not _is_plain_jump(piece, link, targets):
        first = text.index("[")
        return Condition(first, first, link[1].strip())
    label = LABEL.match(text)
    if label and words.WHEN_LABEL.fullmatch(label["label"]) and text[label.end() :].strip():
        return Condition(0, len(text), text[label.end() :].strip(" ."))
    if label and is_label(label["label"]) and label["label"].strip().lower() not in _ANSWERS_TOO:
        return None
    lead = _LED.match(text)
    if lead:
        made = _after_arrow(piece.cut(lead.end()), targets)
        return made and made._replace(start=lead.end(), end=made.end + lead.end())
    return _arrowed(piece, style, targets) or _keyed(piece) or _named(piece, label, targets)


def _after_arrow(piece: Piece, targets: Targets) -> Condition | None:
    """Return the answer behind an arrow that serves as a bullet: “→ A refund: step 3”."""
    label = LABEL.match(piece.text)
    rest = piece.text[label.end() :] if label else ""
    way = exact_jump(rest, targets) or _first_way(rest, targets)
    return Condition(0, label.end(), label["label"].strip()) if label and way else None


def _is_plain_jump(piece: Piece, link: re.Match[str], targets: Targets) -> bool:
    """Return whether a link by itself only says where to go: it is called like its step."""
    is_listed = piece.line.mark or piece.start or piece.end < len(piece.line.text)
    return not is_listed and targets.exactly(link[1]) == targets.anchored(link[2])


def _keyed(piece: Piece) -> Condition | None:
    """Return the key of a menu that a list item begins with: “2: …”, “0 – …”."""
    key = _KEY.match(piece.text)
    is_key = key is not None and (bool(piece.line.mark) or key["arrow"] is not None)
    return Condition(0, key.end(), key["key"]) if key and is_key else None


def _arrowed(piece: Piece, style: Style, targets: Targets) -> Condition | None:
    arrow = _ARROWED.match(piece.text)
    if not arrow or not arrow["said"].strip(NOTHING) or _GOES.match(arrow["said"]):
        return None
    if style.says(piece.line) and not _stands_out(piece):
        return None
    way = _first_way(piece.text[arrow.start("mark") :], targets)
    is_speech = piece.text[arrow.end() : arrow.end() + 1] in {"“", '"', "„"}
    if not is_speech and (way is None or _is_written_down(arrow["said"])):
        return None
    if not is_speech and way and way.start and not _is_answer(piece, arrow["said"]):
        return None
    return Condition(0, arrow.start("mark"), arrow["said"].strip(" :[]()"))


def _stands_out(piece: Piece) -> bool:
    return bool(piece.line.mark or piece.line.is_led)


def _is_answer(piece: Piece, said: str) -> bool:
    """Return whether a list item begins with an answer and not with something to do."""
    return _stands_out(piece) and len(said.split()) <= _MOST_WORDS and not _is_order(said)


def _is_order(said: str) -> bool:
    return said.split(maxsplit=1)[0].strip('[(*“"').lower() in ORDERS or _is_written_down(said)


def _is_written_down(said: str) -> bool:
    """Return whether words before an arrow are something to do, and no button: “Note it → 3”."""
    found = [word.strip('[(*“").,').lower() for word in said.split()]
    return found[0] in _NOTED or found[-1] in _INFINITIVES


def _named(piece: Piece, label: re.Match[str] | None, targets: Targets) -> Condition | None:
    """Return an answer that a list item names before it says where to go."""
    found = label or _LONG_LABEL.match(piece.text) or _DASHED.match(piece.text)
    if not found or not _stands_out(piece) or len(found["label"].split()) > _MOST_WORDS:
        return None
    rest = piece.text[found.end() :]
    way = exact_jump(rest, targets) or _first_way(rest, targets)
    is_order = not label and not _is_answer(piece, found["label"])
    if way is None or is_order:
        return None
    between = rest[: way.start].strip(NOTHING)
    if label and between and not QUOTED.fullmatch(between):
        return None
    return Condition(0, found.end(), found["label"].strip())


def _first_way(text: str, targets: Targets) -> Jump | None:
    return next(jumps(text, targets, is_said=False), None)
