"""Whether headings are the stages of one conversation, and no scripts of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protolint.readers._flow import has_signs
from protolint.readers.markdown import titles
from protolint.readers.markdown.sections import Section
from protolint.text.lazy import lazy_pattern

_JUMP = lazy_pattern(r"\]\(#[^)\s]+\)")
_LINK_ONLY = lazy_pattern(r"\W*\[[^\]]*\]\([^)]*\)\W*")
_GO = (
    r"(?:\b(?:go|continue|proceed|skip|return|back|jump|move on)(?: back| on)? to|->|→|=>"
    r"|\b(?:weiter mit|weiter zu|zurück zu[mr]?|dann zu[mr]?))[ ]*[*_“\"\[]*(?:the )?"
)
#: “Go to step 3”, “continue to 4”, “→ Step B”: a way from one stage to another.
_GOES = lazy_pattern(
    rf"{_GO}(?:(?:step|section|stage|schritt|punkt) \w|#?\d{{1,2}}(?![\w%€$£]|[.,]\d))",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern(r"\W*(?:(?:step|stage|schritt) )?\w{1,3}[.):]?[ –—-]+", re.IGNORECASE)
_SHORTEST = 4
#: The title of one conversation among several.
_COUNTED = lazy_pattern(
    r"\W*(?:scenario|example|script|call|conversation|dialog(?:ue)?|case) #?\d", re.IGNORECASE
)
#: The level from which what serves as a heading is none.
_TITLED = 7
#: What goes with a call and is a script of its own.
_OTHER = lazy_pattern(
    r"\W*(?:if (?:it goes|you get|sent) to )?voice ?mail(?: (?:script|message|drop|version))?\W*"
    r"|\W*follow[- ]?up (?:e-?mail|sms|text)(?: (?:template|message))?\W*",
    re.IGNORECASE,
)
_HELLO = lazy_pattern(
    r"\A[>\s\W]*(?:hi|hello|hey|good (?:morning|afternoon|evening)|thank(?:s| you) for calling)\b",
    re.IGNORECASE,
)


def is_flow(owners: Sequence[Section]) -> bool:
    """Return whether sections are the stages of one conversation rather than scripts."""
    if len(owners) < 2:
        return False
    stages = [titles.is_stage(each.title) for each in owners]
    if sum(stages) * 5 >= len(owners) * 3 or _jumps(owners) >= 2:
        return True
    is_framed = titles.is_opening(owners[0].title) and titles.is_closing(owners[-1].title)
    return is_framed and len(owners) > 2 and not any(map(titles.is_library, owners[0].above))


def is_call(found: Sequence[Section], name: str) -> bool:
    """Return whether a file is one call script by its name or its first heading.

    It is not where several sections begin as calls do, the stages of one left out, or are counted.
    """
    heads = (name, *(each.title for each in found[:1]))
    if not any(map(titles.is_call, heads)) or sum(_is_counted(each.title) for each in found) > 1:
        return False
    stages = (each for each in found if not _OTHER.fullmatch(each.title))
    begun = [each for each in stages if _HELLO.search(each.text)]
    return len(begun) < 2 or titles.is_opening(begun[0].title)


def others_of_call(found: Sequence[Section]) -> list[Section]:
    """Return the headings in the file of a call that name another script: what a voicemail says."""
    return [each for each in found if 0 < each.level < _TITLED and _OTHER.fullmatch(each.title)]


def calls(found: Sequence[Section]) -> list[Section]:
    """Return the headings that name one call script each, with its stages below them."""
    named = [each for each in found if 0 < each.level < _TITLED and titles.is_call(each.title)]
    top = min((each.level for each in named), default=0)
    heads = {title for each in found for title in each.above}
    return [each for each in named if each.level == top and each.title in heads]


def _is_counted(title: str) -> bool:
    return _COUNTED.match(title) is not None


def fences_flow(section: Section) -> bool:
    """Return whether a section owns a fence that holds steps and ways between them."""
    texts = (block.content for block in section.own if block.is_plain)
    return any(has_signs(text, 0, len(text)) for text in texts)


def _jumps(owners: Sequence[Section]) -> int:
    """Return how many lines lead to another heading, lists of contents left out."""
    names = {_NUMBER.sub("", each.title).strip().casefold() for each in owners}
    named = "|".join(re.escape(name) for name in sorted(names) if len(name) >= _SHORTEST)
    to_named = re.compile(rf"{_GO}(?:{named})\b", re.IGNORECASE) if named else _GOES
    lines = (line for each in owners for line in each.text.split("\n"))
    return sum(
        bool(_GOES.search(line) or to_named.search(line))
        or (bool(_JUMP.search(line)) and not _LINK_ONLY.fullmatch(line))
        for line in lines
    )
