"""The pairs and lists of a style guide: ❌ and ✅, Don't and Do, “instead of … write …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from protolint.rulebook.guide_words import Advice, plain

Side = Literal["avoid", "use"]

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_LEAD = re.compile(r"^\s*(?:>\s*)*(?:[-*+•]\s+|\d+[.)]\s+)?(?:\[[ xX]\]\s+)?")
_BAD = r"❌|✗|✘|✖️?|🚫|⛔|👎"
_GOOD = r"✅|✓|✔️?|☑️?|👍"
_AVOID_WORD = (
    r"(?:don't|do not)(?: say| write| use)?|never(?: say| write)?|avoid(?: saying)?"
    r"|bad|wrong|incorrect|poor|instead of|not|before|no|weak|off-brand"
)
_USE_WORD = (
    r"do(?: say| write| use)?|say|write|use|good|right|correct|better|instead|try|after|yes|strong"
    r"|prefer|on-brand"
)
_BEGINNINGS: tuple[tuple[Side, str], ...] = (
    ("avoid", rf"(?:(?:{_BAD})\s*)+(?:(?:{_AVOID_WORD})\s*:)?"),
    ("use", rf"(?:(?:{_GOOD})\s*)+(?:(?:{_USE_WORD})\s*:)?"),
    ("avoid", rf"(?:{_AVOID_WORD})\s*:"),
    ("use", rf"(?:{_USE_WORD})\s*:"),
)
_SIDES = tuple(
    (side, re.compile(rf"{begins}\s*(?P<said>.+)", re.IGNORECASE)) for side, begins in _BEGINNINGS
)
#: Both on one line: “❌ … ✅ …”, “❌ … → ✅ …”.
_BOTH = re.compile(rf"(?:{_BAD})(?P<avoid>.+?)(?:→|->|=>)?\s*(?:{_GOOD})(?P<use>.+)")
_BOTH_TURNED = re.compile(rf"(?:{_GOOD})(?P<use>.+?)(?:→|->|=>)?\s*(?:{_BAD})(?P<avoid>.+)")
_Q = r"[“\"`]([^“”\"`]+?)[”\"`]"
#: Advice in a sentence, the words in quotes: what to avoid first, or what to use first.
_AVOID_FIRST = (
    re.compile(
        rf"(?:instead of|rather than|replace)(?: saying| writing)?\s+{_Q}[,:]?\s*"
        rf"(?:with|we|please|you)?\s*(?:say|write|use|try|go for|with|prefer)?\s*{_Q}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:don't|do not|never)\s+(?:say|write|use)\s+{_Q}\s*[.,;:–—-]+\s*(?:instead,?\s*)?"
        rf"(?:say|write|use|try)\s*{_Q}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_Q}\s*(?:→|->|=>)\s*{_Q}"),
)
_USE_FIRST = (
    re.compile(
        rf"(?:say|write|use|prefer)\s+{_Q},?\s*"
        rf"\(?(?:and )?(?:not|never|instead of|rather than|over)\s+{_Q}",
        re.IGNORECASE,
    ),
)
_HEADING = re.compile(r"#{1,6}\s+(?P<title>.+?)\s*#*$|\*\*(?P<bold>[^*]+?):?\*\*:?$")
_AVOID_TITLE = re.compile(
    r"(?:words|phrases|terms|language|expressions|wording)[\w\s,/&]*"
    r"\b(?:avoid|not use|never use|banned)\b.*"
    r"|(?:banned|forbidden|off-limits) (?:words|phrases|terms).*"
    r"|(?:avoid|never say|do not say|don't say|what not to say)",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*(?:→|->|=>)\s*")
_DASH = re.compile(r":\s| [–—-] ")


def advice(lines: Sequence[str]) -> Iterator[Advice]:
    """Yield what pairs, sentences and lists of words to avoid say. Lines count from 1."""
    waiting: tuple[int, Side, str] | None = None
    for number, said, is_item in _said(lines):
        whole = [Advice(number, avoid, use) for avoid, use in _sentences(said)]
        yield from whole
        side = None if whole else _side(said)
        if side is None:
            if is_item and not whole:
                yield _item(number, said)
            continue
        pair = _paired(waiting, side) if waiting else None
        if pair:
            yield pair
            waiting = None
        else:
            yield from _alone(waiting)
            waiting = (number, *side)
    yield from _alone(waiting)


def _said(lines: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield each line of prose with its number, and whether a list of words to avoid has it."""
    in_list, fence = False, ""
    for number, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if found:
            fence = "" if fence else found[1]
        if fence or found or not line.strip() or line.lstrip().startswith("|"):
            continue
        heading = _HEADING.fullmatch(line.strip())
        if heading:
            title = _straight(plain(heading["title"] or heading["bold"])).strip(" :❌🚫")
            in_list = _AVOID_TITLE.fullmatch(title) is not None
        lead = _LEAD.match(line)
        is_item = lead is not None and bool(lead[0].strip(" >"))
        yield number, _straight(plain(_LEAD.sub("", line))), in_list and is_item


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _side(said: str) -> tuple[Side, str] | None:
    for side, pattern in _SIDES:
        found = pattern.fullmatch(said)
        if found:
            return side, found["said"]
    return None


def _paired(waiting: tuple[int, Side, str], side: tuple[Side, str]) -> Advice | None:
    """Return the two sides of a pair as advice, in whichever order they stand."""
    number, first, said = waiting
    if first == side[0]:
        return None
    return Advice(number, said, side[1]) if first == "avoid" else Advice(number, side[1], said)


def _alone(waiting: tuple[int, Side, str] | None) -> Iterator[Advice]:
    """Yield what is to be avoided and has nothing to stand for it."""
    if waiting and waiting[1] == "avoid":
        yield Advice(waiting[0], waiting[2])


def _sentences(said: str) -> Iterator[tuple[str, str]]:
    """Yield what one line says by itself: what to avoid, and what to use."""
    for pattern in (_BOTH, _BOTH_TURNED):
        found = pattern.search(said)
        if found:
            yield found["avoid"].strip(" →->"), found["use"]
            return
    for pattern in _AVOID_FIRST:
        yield from ((f"“{avoid}”", f"“{use}”") for avoid, use in pattern.findall(said))
    for pattern in _USE_FIRST:
        yield from ((f"“{avoid}”", f"“{use}”") for use, avoid in pattern.findall(said))


def _item(number: int, said: str) -> Advice:
    """Return an item of a list of words to avoid: “word”, “word → other”, “word: reason”."""
    avoid, *use = _ARROW.split(said, maxsplit=1)
    if use:
        return Advice(number, avoid, use[0])
    word, *why = _DASH.split(said, maxsplit=1)
    return Advice(number, word, "", why[0].strip() if why else "")
