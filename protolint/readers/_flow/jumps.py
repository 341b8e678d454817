"""Where a piece of a script sends the agent: to a step, out of the script, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from protolint.readers._flow import words
from protolint.readers._flow.targets import Targets
from protolint.script import End

Sort = Literal["step", "next", "again", "start", "end"]

_GO = re.compile(rf"(?:\b{words.GO}\b|{words.ARROW})[ ]*", re.IGNORECASE)
_SEE = re.compile(rf"\b{words.SEE}\b[ ]+", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:#([^()\s]*)|([^()]*))\)")
_GO_LINK = re.compile(rf"{words.GO}[ ]*(.*)", re.IGNORECASE)
_STEP = re.compile(
    rf"(?:the )?[\[(“\"]?(?:{words.STEP_WORD})[ ]*[#:]?[ ]*({words.NUMBER})(?![\w'’])",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"[\[(“\"]?#?(\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z]\d{0,2})\b(?![\w'’%€$£]|[ ]+\w|[.,:]\d)"
)
_TARGET_END = re.compile(
    r"[.;,|)\]\n!?”\"]|[ ][–—-][ ]|[ ](?:and|then|or|if|when|once|to|und|oder|wenn|so|for"
    r"|unless|otherwise)[ ]|→|->|=>|[ ](?:script|above|below|section|step|stage|flow)\b"
)
_SCRIPT = re.compile(
    r"\b(?:script|macro|procedure|playbook|flow|guide|policy|process|protocol|article"
    r"|leitfaden|skript)\b|\.(?:md|docx?|pdf|html)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[\"“„«]|[?!]|\b(?:I|you|your|we|our|Ihnen|Sie)\b")


#: What is not done after all: “do not transfer”, “before you end the call”.
_HELD_BACK = re.compile(
    r"(?:\b(?:not|never|before|without|avoid|nicht|kein\w*|instead of|offer to|whether"
    r"|if you|when you|after you|once you|ask if|wants? to"
    r"|like (?:me )?to|ready to|reason for|until|bevor|details? of)|n['’]t)\b[^.;!?]*$",
    re.IGNORECASE,
)


_CLAUSE_END = re.compile(r"[.;)\]\n,|“\"→]|$| [–—-] |\b(?:and|then|und|dann)\b|-->?|=>")


_ENDINGS: tuple[tuple[re.Pattern[str], End], ...] = (
    (words.CLOSES, "closing"),
    (words.HANDS_OVER, "hand-over"),
)
_PLAIN: tuple[tuple[re.Pattern[str], Sort], ...] = (
    (words.RESTART, "start"),
    (words.AGAIN, "again"),
    (words.ONWARD, "next"),
)
_CLAUSE = re.compile(r"(?:^|[.,;:!?–—\])”-]|\b(?:and|then))[ (]*(?=\w)")


class Jump(NamedTuple):
    """One way on: `target` is a step where it is one by itself, `end` how it leaves the script."""

    start: int
    end: int
    sort: Sort
    target: int | None = None
    leaves: End = ""


def jumps(text: str, targets: Targets, *, is_said: bool) -> Iterator[Jump]:
    """Yield the jumps in a text, in order.

    In words that are said to the customer (`is_said`) only what is marked as a jump is one: links
    within the script, and arrows. “You can go to our website” sends nobody to a step.
    """
    at = 0
    while at < len(text):
        found = _next(text, at, targets, is_said=is_said)
        if found is None:
            return
        yield found
        at = max(found.end, found.start + 1)


def _next(text: str, at: int, targets: Targets, *, is_said: bool) -> Jump | None:
    made = [_link(text, at, targets), _go(text, at, targets, is_said=is_said)]
    if not is_said or _is_instruction(text):
        made += [_see(text, at, targets), _ending(text, at)]
    found = [one for one in made if one]
    first = min(found, key=lambda one: (one.start, -one.end), default=None)
    if first and first.sort == "end":
        inside = [one for one in found if one.sort == "step" and one.start < first.end]
        return inside[0] if inside else first
    return first


def _is_instruction(text: str) -> bool:
    """Return whether what may be said is nothing but an order to take another script."""
    said = text.strip(" –—-:.[]()*")
    return len(said.split()) <= 7 and bool(_SEE.match(said)) and bool(_SCRIPT.search(said))


def _link(text: str, at: int, targets: Targets) -> Jump | None:
    for link in _LINK.finditer(text, at):
        if link[2] is not None:
            target = targets.anchored(link[2])
            return Jump(
                link.start(), link.end(), "step", target, "" if target is not None else "nowhere"
            )
        going = _GO_LINK.match(link[3] or "")
        if going:
            found = _target(going[1], 0, targets, is_arrow=False)
            if found:
                return found._replace(start=link.start(), end=link.end())
        if _SCRIPT.search(link[3] or "") and "://" not in link[3]:
            return Jump(link.start(), link.end(), "end", None, "elsewhere")
    return None


def _go(text: str, at: int, targets: Targets, *, is_said: bool) -> Jump | None:
    for going in _GO.finditer(text, at):
        is_arrow = not going[0].strip()[:1].isalpha()
        if is_said and not is_arrow and not _begins(text, going.start()):
            continue
        found = _target(text, going.end(), targets, is_arrow=is_arrow)
        if found:
            return found._replace(start=going.start())
    return None


def _begins(text: str, at: int) -> bool:
    return (
        text[:at].rstrip(" (")[-1:] in {"", ".", "!", "?", ":", "”", '"', ";", "–", "—", "]"}
        and text[at].isupper()
    )


def _target(text: str, at: int, targets: Targets, *, is_arrow: bool) -> Jump | None:
    """Return the jump to what is named from an offset on, if it is a place to go to."""
    lead = re.compile(rf"(?:{words.ARROW}|[ ]|{words.GO}\b)*", re.IGNORECASE).match(text, at)
    is_arrow_still = is_arrow and bool(lead) and not any(map(str.isalpha, lead[0] if lead else ""))
    at = lead.end() if lead else at
    link = _LINK.match(text, at)
    if link:
        return _link(text, at, targets)
    step = _STEP.match(text, at)
    if step:
        target = targets.numbered(step[1])
        return Jump(at, step.end(), "step", target, "" if target is not None else "nowhere")
    number = _BARE_NUMBER.match(text, at)
    if number and (number[1][0].isdigit() or targets.numbered(number[1]) is not None):
        target = targets.numbered(number[1])
        if target is not None or not is_arrow_still:
            return Jump(at, number.end(), "step", target, "" if target is not None else "nowhere")
    plain = _plainly(text, at, targets)
    if plain:
        return plain
    return _titled(text, at, targets, is_arrow=is_arrow_still)


def _is_whole(text: str, at: int) -> bool:
    return not text[at:].strip() or text[at:].lstrip()[:1] in {*'.;,|)]!”"–—-→'}


def _titled(text: str, at: int, targets: Targets, *, is_arrow: bool) -> Jump | None:
    """Return the jump to a title, to the end, to another script, or to a title that nobody has."""
    opening = text[at : at + 1] if text[at : at + 1] in {"“", '"', "[", "(", "'", "‘", "„"} else ""
    start = at + len(opening)
    cut = _TARGET_END.search(text, start)
    end = cut.start() if cut else len(text)
    said = text[start:end].strip(" :'’“”\"")
    if not said or len(said) > 80:
        return None
    target = targets.titled(said)
    if target is None and (not is_arrow or len(said.split()) <= 6):
        target = targets.within(said) if not _SENTENCE.search(said) else None
    if target is not None and not (
        opening in {"“", '"', "„"} and is_arrow and len(said.split()) > 4
    ):
        return Jump(at, end, "step", target)
    sentence = text[at : at + 120].split("“", maxsplit=1)[0].split('"', maxsplit=1)[0]
    clause = _CLAUSE_END.search(text, at + 1)
    past = clause.start() if clause else len(text)
    if is_arrow and words.CLOSES.match(sentence.strip()):
        return Jump(at, past, "end", None, "closing")
    if is_arrow and words.HANDS_OVER.match(sentence.strip()):
        return Jump(at, past, "end", None, "hand-over")
    if _SCRIPT.search(text[start : start + 60].split(".", maxsplit=1)[0]) and not _SENTENCE.search(
        said
    ):
        return Jump(at, end, "end", None, "elsewhere")
    return None


def _see(text: str, at: int, targets: Targets) -> Jump | None:
    """Return a softer hint, “follow the refund script”, where it names a step or another script."""
    for seeing in _SEE.finditer(text, at):
        step = _STEP.match(text, seeing.end())
        if step and targets.numbered(step[1]) is not None:
            return Jump(seeing.start(), step.end(), "step", targets.numbered(step[1]))
        cut = re.compile(r"[.;,|)\]\n]").search(text, seeing.end())
        end = cut.start() if cut else len(text)
        said = text[seeing.end() : end]
        if len(said.split()) > 6:
            continue
        target = targets.titled(said) if _SCRIPT.search(said) or "section" in said else None
        if target is not None:
            return Jump(seeing.start(), end, "step", target)
        if _SCRIPT.search(said):
            return Jump(seeing.start(), end, "end", None, "elsewhere")
    clauses = (found.end() for found in _CLAUSE.finditer(text, at))
    made = (_plainly(text, start, targets) for start in clauses)
    return next((one for one in made if one), None)


def _plainly(text: str, at: int, targets: Targets) -> Jump | None:
    """Return the jump to the start, the next step or the same one that is named at a place."""
    for pattern, sort in _PLAIN:
        found = pattern.match(text, at)
        if found and _is_whole(text, found.end()):
            named = targets.titled(found[0]) if sort == "start" else None
            return Jump(at, found.end(), sort if named is None else "step", named)
    return None


def _ending(text: str, at: int) -> Jump | None:
    made = (_leaving(text, at, *one) for one in _ENDINGS)
    return min((one for one in made if one), default=None)


def _leaving(text: str, at: int, pattern: re.Pattern[str], leaves: End) -> Jump | None:
    for found in pattern.finditer(text, at):
        before = text[max(at, found.start() - 40) : found.start()]
        if found[0].strip() and not _HELD_BACK.search(before):
            stop = _CLAUSE_END.search(text, found.end())
            return Jump(found.start(), stop.start() if stop else len(text), "end", None, leaves)
    return None
