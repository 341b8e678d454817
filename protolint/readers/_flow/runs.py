"""The words of a piece by who they are for: what is said, directions, and the jumps in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.readers._flow import words
from protolint.readers._flow.jumps import aimed_jump, jumps
from protolint.readers._flow.part import NOTHING, Part, Piece
from protolint.readers._flow.styles import Style
from protolint.readers._flow.targets import Targets
from protolint.script import Kind
from protolint.text.lazy import lazy_pattern

QUOTED = lazy_pattern(r"[“„«][^“”„«»\n]*[”“»]?|\"[^\"\n]*\"?")
LABEL = lazy_pattern(r"[ ]*(?P<label>[^\W\d_][\w /()'’-]{0,30}?)[ ]*:(?:[ ]+|$)")
_BRACKET = lazy_pattern(r"\[[^\[\]\n]*\](?!\()|\([^()\n]*\)")
_ORDER = lazy_pattern(
    r"[\[(][ ]*(?:pause|wait|listen|if\b|note|do not|don['’]t|see\b|same as|repeat|smile"
    r"|read|skip|hold|optional|check|confirm|verify|look|type|enter|open|allow|let)\b",
    re.IGNORECASE,
)
_ARROWS = lazy_pattern(rf"(?:[ ]*{words.ARROW})+[ ]*")
_GOES_TO = lazy_pattern(
    rf"(?:{words.ARROW}|\b{words.GO}|\b{words.STEP_WORD}|\b{words.SEE})(?: the)?[ (]*$",
    re.IGNORECASE,
)
_OPENS = {"“", '"', "„", "«"}


def words_of(
    piece: Piece, style: Style, targets: Targets, *, is_direction: bool = False
) -> Iterator[Part]:
    """Yield the words of a piece and the jumps among them; a label says whose words they are."""
    if not piece.text.strip(NOTHING):
        return
    is_said, is_labelled = style.says(piece.line) and not is_direction, False
    label = None if is_direction else LABEL.match(piece.text)
    kind = _kind_of(label["label"]) if label else None
    if label and kind:
        is_labelled = is_said = kind == "spoken"
        yield piece.cut(0, label.end()).part("text", "note")
        piece = piece.cut(label.end())
        way = aimed_jump(piece.text, targets) if _is_next(label["label"]) else None
        if way:
            yield piece.cut(way.start, way.end).part("jump", jump=way)
            return
    speech = [
        found.span() for found in QUOTED.finditer(piece.text) if _is_speech(piece, found, targets)
    ]
    for run, own in _runs(piece, style, speech, is_said=is_said, is_labelled=is_labelled):
        yield from _jumping(run, own, targets)


def _kind_of(label: str) -> Kind | None:
    label = label.strip()
    if words.SAY_LABEL.fullmatch(label):
        return "spoken"
    if words.NEXT_LABEL.fullmatch(label) or words.DO_LABEL.fullmatch(label):
        return "direction"
    return "note" if words.HEARD_LABEL.fullmatch(label) else None


def _is_next(label: str) -> bool:
    return words.NEXT_LABEL.fullmatch(label.strip()) is not None


def is_label(label: str) -> bool:
    """Return whether a label says whose words follow, or what to do with them."""
    is_step = re.match(r"(?:steps?|schritt)\b", label.strip(), re.IGNORECASE)
    return is_step is not None or _kind_of(label) is not None


def _runs(
    piece: Piece,
    style: Style,
    quotes: list[tuple[int, int]],
    *,
    is_said: bool,
    is_labelled: bool,
) -> Iterator[tuple[Piece, Kind]]:
    """Yield the runs of one kind; `quotes` are the places of what is quoted as speech."""
    begins = piece.text.lstrip()[:1] in _OPENS
    if quotes and (style.marks or not is_said) and (style.marks or begins or not is_labelled):
        yield from _apart(piece, quotes, "spoken", "direction")
    elif not is_said or piece.line.is_italic or (style.marks and not is_labelled):
        yield piece, "direction"
    else:
        found = (one for one in _BRACKET.finditer(piece.text) if _is_direction(piece, one))
        yield from _apart(piece, [one.span() for one in found], "direction", "spoken")


def _apart(
    piece: Piece, places: list[tuple[int, int]], own: Kind, other: Kind
) -> Iterator[tuple[Piece, Kind]]:
    """Yield the parts of a piece at some places as of one kind, what lies between as another."""
    at = 0
    for start, end in places:
        if piece.text[at:start].strip(NOTHING):
            yield piece.cut(at, start), other
        yield piece.cut(start, end), own
        at = end
    if piece.text[at:].strip(NOTHING):
        yield piece.cut(at), other


def _is_speech(piece: Piece, found: re.Match[str], targets: Targets) -> bool:
    """Return whether quotation marks hold speech, and not a word that is named or a title."""
    said = found[0].strip('“”„«»" ')
    before, after = piece.text[: found.start()], piece.text[found.end() :]
    if _GOES_TO.search(before) and (
        targets.exactly(said) is not None or before.rstrip()[-1:].isalpha()
    ):
        return False
    is_alone = not before.strip(NOTHING) or not after.strip(" .")
    return len(said.split()) > 3 or (
        is_alone and (len(said.split()) > 1 or said[-1:] in {".", "!", "?", "…", ","})
    )


def _is_direction(piece: Piece, found: re.Match[str]) -> bool:
    """Return whether a bracket is a direction and no blank in a sentence: “on [date]”."""
    before = piece.text[: found.start()].rstrip()
    is_whole = not before and not piece.text[found.end() :].strip()
    if found[0][0] == "(":
        return is_whole or _ORDER.match(found[0]) is not None
    runs_through = bool(before) and before[-1:] not in {".", "!", "?", ":", "…", "”", '"'}
    is_word = len(found[0].split()) < 2 and found[0][-2].isalnum()
    return not runs_through and (not is_word or _ORDER.match(found[0]) is not None)


def _leads(piece: Piece, targets: Targets) -> bool:
    """Return whether the arrow that a piece begins with points at a step, not at words."""
    first = next(jumps(piece.text, targets, is_said=False), None)
    return first is not None and not piece.text[: first.start].strip()


def _jumping(piece: Piece, kind: Kind, targets: Targets) -> Iterator[Part]:
    lead = _ARROWS.match(piece.text)
    at = lead.end() if lead and not _leads(piece, targets) else 0
    for jump in jumps(piece.text, targets, is_said=kind == "spoken"):
        if piece.text[at : jump.start].strip(NOTHING):
            yield piece.cut(at, jump.start).part("text", kind)
        yield piece.cut(jump.start, jump.end).part("jump", jump=jump)
        at = jump.end
    if piece.text[at:].strip(NOTHING):
        yield piece.cut(at).part("text", kind)
