"""Which scripts are flows: by their shape, or by two marks or more that only flows have."""

from __future__ import annotations

import re

from protolint.script import Metadata
from protolint.text.lazy import lazy_pattern

#: Shapes of what has steps.
FLOWS = frozenset({"call-script", "ivr-menu", "bot-turn", "procedure"})
#: Shapes that many have by default, and that say nothing against steps.
_OPEN = frozenset({"message", "ivr-prompt", "fragment"})
#: Channels on which somebody talks. A script without a channel may be for any.
_TALKED = frozenset({"phone", "ivr", "chat", "in-person", "whatsapp", "community"})
_SIGN = lazy_pattern(
    r"(?P<bracket>^(?=[^\n]{0,12}[\[(*_])[> \t*_(\[-]*+(?:if|wenn|falls|otherwise"
    r"|else)\b[^\n]{0,80}?[\])*_:])"
    r"|(?P<capitals>^[> \t*_-]*+(?-i:IF|WENN|ELSE|SONST|FALLS)\b[^\n]{0,80}(?::|->|→))"
    r"|(?P<answer>^[> \t]*+[-*+•][ ]+[*_“\"]*(?:yes|no|ja|nein)\b[*_”\"]*[ ]*(?::|->|→|=>"
    r"|[–—-][ ]))"
    r"|(?P<jump>(?:\b(?:go|skip|jump|return|proceed|continue|move on|back) (?:back )?to|->"
    r"|→|=>) ?\(?(?:the )?(?:step|section|stage|question) #?\w)"
    r"|(?P<weiter>\b(?:weiter mit|gehe zu|zurück zu) (?:schritt|frage|abschnitt) \w)"
    r"|(?P<link>^[> \t]*+(?:[-*+]|\d+[.)])?[ ]*[^\n\[]{0,60}\[[^\[\]\n]{1,60}\]\(#[\w-]+\)[ .]*$)"
    r"|(?P<when>^[> \t*_-]*+(?:When|Wenn)\b[*_]*:)"
    r"|(?P<arrow>^[> \t]*+(?:[-*+•]|\d+[.)])[ ]+[^\n]{1,60}(?:->|→|=>|⇒)[ ]*(?:go to"
    r"|step)?[^\n]{1,60}$)",
    re.IGNORECASE | re.MULTILINE,
)
#: One of these begins a line, or is in the text, where there is a sign other than links and arrows:
#: the signs take long to seek, and most scripts have none.
_OPENING = lazy_pattern(
    r"\n[> \t*_(\[+•“\"-]*+(?:if|wenn|falls|otherwise|else|sonst|yes|no|ja|nein|when)\b",
    re.IGNORECASE,
)
_GOALS = ("step", "section", "stage", "question", "schritt", "frage", "abschnitt")
_TO_A_GOAL = lazy_pattern(rf"(?:to|mit|zu|->|→|=>) ?\(?(?:the )?(?:{'|'.join(_GOALS)})")
_PRESS = lazy_pattern(
    r"\b(?:press|dial|drücken sie) (?:the )?(?:\d|one|two|three|star|zero)\b", re.IGNORECASE
)
_LEAST = 2


def is_flow(metadata: Metadata, text: str, start: int, end: int) -> bool:
    """Return whether a script, a part of a source, has steps and ways between them."""
    if metadata.shape in FLOWS:
        return True
    if metadata.shape not in _OPEN or ("shape" in metadata.keys and metadata.shape == "message"):
        return False
    if metadata.channels and _TALKED.isdisjoint(metadata.channels):
        return False
    return has_signs(text, start, end) or (
        "ivr" in metadata.channels and _presses(text, start, end)
    )


def has_signs(text: str, start: int, end: int) -> bool:
    """Return whether a part of a source is written like a flow, by the signs of one in it.

    A list of links within a page is a table of contents, unless something else speaks for a flow.
    """
    if not _may_have_signs(text[start:end]):
        return False
    counts: dict[str, int] = {}
    for found in _SIGN.finditer(text, start, end):
        kind = found.lastgroup or ""
        counts[kind] = counts.get(kind, 0) + 1
    links, arrows = counts.pop("link", 0), counts.pop("arrow", 0)
    return sum(counts.values()) >= _LEAST or (bool(counts) and links + arrows >= _LEAST)


def _may_have_signs(part: str) -> bool:
    lowered = part.lower()
    if any(goal in lowered for goal in _GOALS) and _TO_A_GOAL.search(lowered):
        return True
    return _OPENING.search(f"\n{part}") is not None


def _presses(text: str, start: int, end: int) -> bool:
    return len(_PRESS.findall(text, start, end)) >= _LEAST
