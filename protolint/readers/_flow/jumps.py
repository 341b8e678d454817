"""Where a piece of a script sends the agent: to a step, out of the script, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.readers._flow import partings, words
from protolint.readers._flow.landing import (
    CLAUSE_END,
    NUMBER,
    SCRIPT,
    STEP,
    TARGET_END,
    Jump,
    filed_at,
    linked,
    plain_jump,
    target_at,
)
from protolint.readers._flow.targets import Targets
from protolint.script import End
from protolint.text.lazy import lazy_pattern

_GO = lazy_pattern(rf"(?:\b{words.GO}\b|{words.ARROW})[ ]*", re.IGNORECASE)
_SEE = lazy_pattern(rf"\b{words.SEE}\b[ ]+", re.IGNORECASE)


#: What is not done after all: “do not transfer”, “before you end the call”.
_HELD_BACK = lazy_pattern(
    r"(?:\b(?:not|never|before|without|avoid|nicht|kein\w*|instead of|offer to|whether"
    r"|if you|when you|after you|once you|ask if|wants? to"
    r"|like (?:me )?to|ready to|reason for|until|bevor|details? of)|n['’]t)\b[^.;!?]*$",
    re.IGNORECASE,
)


_ENDINGS: tuple[tuple[re.Pattern[str], End], ...] = (
    (partings.CLOSES, "closing"),
    (partings.HANDS_OVER, "hand-over"),
)
_CLAUSE = lazy_pattern(r"(?:^|[.,;:!?–—\])”-]|\b(?:and|then))[ (]*(?=\w)")


_THEN = lazy_pattern(
    r"(?:,|;|\b(?:then|dann|danach|afterwards|und|and)\b,?)[ ]+"
    r"(?P<to>(?:to|on to|zu[mr]?|mit|weiter mit) )?",
    re.IGNORECASE,
)
#: Where a sentence begins that nobody says to a customer: “Transfer to 200. End the call.”
_ORDERED = lazy_pattern(
    r"(?:(?<=[.!?:;”\"])[ ]+|^[ ]*)(?=(?-i:Transfer|Warm transfer|Cold transfer|Escalate|Hand over"
    r"|Hand off|Connect|Put|Route|End|Close|Terminate|Disconnect)\b)"
)
_EDGES = " .,;:!()[]“”\"'*_"


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
    made = [linked(text, at, targets), _go(text, at, targets, is_said=is_said)]
    if not is_said or _is_instruction(text):
        made += [_see(text, at, targets), _then(text, at, targets), _ending(text, at)]
    else:
        made.append(_ordered(text, at))
    found = [one for one in made if one]
    first = min(found, key=lambda one: (one.start, -one.end), default=None)
    if first and first.sort == "end":
        inside = [one for one in found if one.sort == "step" and one.start < first.end]
        return inside[0] if inside else first
    return first


def _is_instruction(text: str) -> bool:
    """Return whether what may be said is nothing but an order to take another script."""
    said = text.strip(" –—-:.[]()*")
    return len(said.split()) <= 7 and bool(_SEE.match(said)) and bool(SCRIPT.search(said))


def exact_jump(text: str, targets: Targets) -> Jump | None:
    """Return the jump that a text is which only names a step: “Step 3”, “Closing”."""
    said = text.strip(_EDGES)
    start = text.find(said)
    step = STEP.fullmatch(said)
    target = targets.numbered(step[1]) if step else targets.exactly(said)
    if target is None or not said:
        return None
    return Jump(start, start + len(said), "step", target)


def aimed_jump(text: str, targets: Targets) -> Jump | None:
    """Return where a text sends that is known to say where to go, as in a column “Next”."""
    start = len(text) - len(text.lstrip())
    made = target_at(text, start, targets, is_arrow=True)
    return made if made and not text[start : made.start].strip(_EDGES) else None


def _then(text: str, at: int, targets: Targets) -> Jump | None:
    """Return a jump without a verb: “note the time, then Closing”, “dann zu 6”."""
    for found in _THEN.finditer(text, at):
        cut = TARGET_END.search(text, found.end())
        end = cut.start() if cut else len(text)
        named = exact_jump(text[found.end() : end], targets)
        number = NUMBER.match(text, found.end()) if found["to"] else None
        if named:
            return Jump(found.start(), end, "step", named.target)
        if number and targets.numbered(number[1]) is not None:
            return Jump(found.start(), number.end(), "step", targets.numbered(number[1]))
    return None


def _go(text: str, at: int, targets: Targets, *, is_said: bool) -> Jump | None:
    for going in _GO.finditer(text, at):
        is_arrow = not going[0].strip()[:1].isalpha()
        if is_said and not is_arrow and not _begins(text, going.start()):
            continue
        found = target_at(text, going.end(), targets, is_arrow=is_arrow)
        if found:
            return found._replace(start=going.start())
    return None


def _begins(text: str, at: int) -> bool:
    return (
        text[:at].rstrip(" (")[-1:] in {"", ".", "!", "?", ":", "”", '"', ";", "–", "—", "]"}
        and text[at].isupper()
    )


def _see(text: str, at: int, targets: Targets) -> Jump | None:
    """Return a softer hint, “follow the refund script”, where it names a step or another script."""
    for seeing in _SEE.finditer(text, at):
        filed = filed_at(text, seeing.end())
        if filed:
            return filed._replace(start=seeing.start())
        step = STEP.match(text, seeing.end())
        if step and targets.numbered(step[1]) is not None:
            return Jump(seeing.start(), step.end(), "step", targets.numbered(step[1]))
        cut = re.compile(r"[.;,|)\]\n]").search(text, seeing.end())
        end = cut.start() if cut else len(text)
        said = text[seeing.end() : end]
        if len(said.split()) > 6:
            continue
        target = targets.titled(said) if SCRIPT.search(said) or "section" in said else None
        if target is not None:
            return Jump(seeing.start(), end, "step", target)
        if SCRIPT.search(said):
            return Jump(seeing.start(), end, "end", None, "elsewhere")
    clauses = (found.end() for found in _CLAUSE.finditer(text, at))
    made = (plain_jump(text, at, targets) or _bare(text, at, targets) for at in clauses)
    return next((one for one in made if one), None)


def _bare(text: str, at: int, targets: Targets) -> Jump | None:
    """Return the jump that a clause is which only names a step: “Book it. Step 4.”"""
    step = STEP.match(text, at)
    target = targets.numbered(step[1]) if step and not text[step.end() :].strip(" .)]*") else None
    return Jump(at, step.end(), "step", target) if step and target is not None else None


def _ending(text: str, at: int) -> Jump | None:
    made = (_leaving(text, at, *one) for one in _ENDINGS)
    return min((one for one in made if one), default=None)


def _ordered(text: str, at: int) -> Jump | None:
    """Return an ending that a sentence of its own orders in the middle of what is said."""
    for found in _ORDERED.finditer(text, at):
        made = _ending(text, found.end())
        if made and made.start == found.end():
            return made
    return None


def _leaving(text: str, at: int, pattern: re.Pattern[str], leaves: End) -> Jump | None:
    for found in pattern.finditer(text, at):
        before = text[max(at, found.start() - 40) : found.start()]
        if found[0].strip() and not _HELD_BACK.search(before):
            stop = CLAUSE_END.search(text, found.end())
            return Jump(found.start(), stop.start() if stop else len(text), "end", None, leaves)
    return None
