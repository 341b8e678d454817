"""What a jump names: a step by its number, title or anchor, an end, another script, or nothing."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from protolint.readers._flow import partings, words
from protolint.readers._flow.targets import Targets
from protolint.script import End
from protolint.text.lazy import lazy_pattern

Sort = Literal["step", "next", "again", "start", "end"]

LINK = lazy_pattern(r"\[([^\[\]]*)\]\((?:#([^()\s]*)|([^()]*))\)")
_GO_LINK = lazy_pattern(rf"{words.GO}[ ]*(.*)", re.IGNORECASE)
STEP = lazy_pattern(
    rf"(?:the )?[\[(“\"]?(?:{words.STEP_WORD})[ ]*[#:]?[ ]*({words.NUMBER})(?![\w'’])",
    re.IGNORECASE,
)
#: What a title in quotation marks or brackets is called: “section "Goodbye"”.
_KIND = lazy_pattern(
    rf"(?:the |dem |der |den )?(?:{words.STEP_WORD})[ ]+(?=[\[(“\"„'‘])", re.IGNORECASE
)
NUMBER = lazy_pattern(
    r"[\[(“\"]?#?(\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z]\d{0,2})\b(?![\w'’%€$£]|[ ]+\w|[.,:]\d)"
)
TARGET_END = lazy_pattern(
    r"[.;,|)\]\n!?”\"]|[ ][–—-][ ]|[ ](?:and|then|or|if|when|once|to|und|oder|wenn|so|for"
    r"|unless|otherwise)[ ]|→|->|=>|[ ](?:script|above|below|section|step|stage|flow)\b"
)
SCRIPT = lazy_pattern(
    r"\b(?:script|macro|procedure|playbook|flow|guide|policy|process|protocol|article"
    r"|leitfaden|skript)\b|\.(?:md|docx?|pdf|html)\b",
    re.IGNORECASE,
)
#: A file that holds another script: “billing.md”, “scripts/refund.md#offer”.
FILE = lazy_pattern(r"[\w./-]*\w\.(?:mdx?|markdown|docx?|pdf|html?)\b(?:#[\w-]+)?", re.IGNORECASE)
#: What says that a step is one of another script: “step 3 of the refund script”.
_OF_ANOTHER = lazy_pattern(r"[ ]*(?:of|in|from|im|des|der|aus)\b[^.;|\n]{1,60}", re.IGNORECASE)
_SENTENCE = lazy_pattern(r"[\"“„«]|[?!]|\b(?:I|you|your|we|our|Ihnen|Sie)\b")
CLAUSE_END = lazy_pattern(r"[.;)\]\n,|“\"→]|$| [–—-] |\b(?:and|then|und|dann)\b|-->?|=>")
_FILE_END = lazy_pattern(r"[;,|!?\n]|\.(?:\s|$)|→|->|=>")
_MOST_WORDS = 6
_PLAIN: tuple[tuple[re.Pattern[str], Sort], ...] = (
    (words.RESTART, "start"),
    (words.AGAIN, "again"),
    (words.ONWARD, "next"),
)


class Jump(NamedTuple):
    """One way on: `target` is a step where it is one by itself, `end` how it leaves the script."""

    start: int
    end: int
    sort: Sort
    target: int | None = None
    leaves: End = ""


def linked(text: str, at: int, targets: Targets) -> Jump | None:
    """Return the first jump from a place on that is written as a link."""
    for link in LINK.finditer(text, at):
        if link[2] is not None:
            target = targets.anchored(link[2])
            return Jump(
                link.start(), link.end(), "step", target, "" if target is not None else "nowhere"
            )
        going = _GO_LINK.match(link[3] or "")
        if going:
            found = target_at(going[1], 0, targets, is_arrow=False)
            if found:
                return found._replace(start=link.start(), end=link.end())
        if SCRIPT.search(link[3] or "") and "://" not in link[3]:
            return Jump(link.start(), link.end(), "end", None, "elsewhere")
    return None


def target_at(text: str, at: int, targets: Targets, *, is_arrow: bool) -> Jump | None:
    """Return the jump to what is named from an offset on, if it is a place to go to."""
    lead = re.compile(rf"(?:{words.ARROW}|[ ]|{words.GO}\b|(?:see|siehe)\b)*", re.IGNORECASE).match(
        text, at
    )
    is_arrow_still = is_arrow and bool(lead) and not any(map(str.isalpha, lead[0] if lead else ""))
    at = lead.end() if lead else at
    kind = _KIND.match(text, at)
    at = kind.end() if kind else at
    link = LINK.match(text, at)
    if link:
        return linked(text, at, targets)
    return (
        filed_at(text, at)
        or _numbered(text, at, targets, is_arrow=is_arrow_still)
        or plain_jump(text, at, targets)
        or _titled(text, at, targets, is_arrow=is_arrow_still)
    )


def _numbered(text: str, at: int, targets: Targets, *, is_arrow: bool) -> Jump | None:
    """Return the jump to a step by its number; an arrow may point at any other number as well."""
    step = STEP.match(text, at)
    if step:
        other = _OF_ANOTHER.match(text, step.end())
        if other and (SCRIPT.search(other[0]) or FILE.search(text, *other.span())):
            return Jump(at, other.end(), "end", None, "elsewhere")
    number = step or NUMBER.match(text, at)
    target = targets.numbered(number[1]) if number else None
    is_told = step or (number and number[1][0].isdigit() and not is_arrow)
    if number is None or (target is None and not is_told):
        return None
    return Jump(at, number.end(), "step", target, "" if target is not None else "nowhere")


def filed_at(text: str, at: int) -> Jump | None:
    """Return the jump to another script whose file is named at an offset or soon behind it."""
    stop = _FILE_END.search(text, at)
    found = FILE.search(text, at, stop.start() if stop else len(text))
    is_near = found is not None and len(text[at : found.start()].split()) <= _MOST_WORDS
    return Jump(at, found.end(), "end", None, "elsewhere") if found and is_near else None


def _is_whole(text: str, at: int) -> bool:
    return not text[at:].strip() or text[at:].lstrip()[:1] in {*'.;,|)(]!”"–—-→'}


def _titled(text: str, at: int, targets: Targets, *, is_arrow: bool) -> Jump | None:
    """Return the jump to a title, to the end, to another script, or to a title that nobody has."""
    opening = text[at : at + 1] if text[at : at + 1] in {"“", '"', "[", "(", "'", "‘", "„"} else ""
    start = at + len(opening)
    cut = TARGET_END.search(text, start)
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
    clause = CLAUSE_END.search(text, at + 1)
    past = clause.start() if clause else len(text)
    left = _left(sentence.strip(), said) if is_arrow else None
    if left:
        return Jump(at, past, "end", None, left)
    if SCRIPT.search(text[start : start + 60].split(".", maxsplit=1)[0]) and not _SENTENCE.search(
        said
    ):
        return Jump(at, end, "end", None, "elsewhere")
    return None


def _left(sentence: str, said: str) -> End | None:
    """Return how what an arrow points at ends the contact, if it does."""
    if partings.CLOSES.match(sentence):
        return "closing"
    is_desk = partings.HANDS_OVER.match(sentence) or partings.DESK.search(said)
    return "hand-over" if is_desk else None


def plain_jump(text: str, at: int, targets: Targets) -> Jump | None:
    """Return the jump to the start, the next step or the same one that is named at a place."""
    for pattern, sort in _PLAIN:
        found = pattern.match(text, at)
        if found and _is_whole(text, found.end()):
            named = targets.titled(found[0]) if sort == "start" else None
            return Jump(at, found.end(), sort if named is None else "step", named)
    return None
