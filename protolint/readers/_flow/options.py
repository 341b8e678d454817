"""The options of a menu: “For billing, press 1”, “Press 1 for billing”, “1. Billing → Billing”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.readers._flow import words
from protolint.readers._flow.jumps import jumps
from protolint.readers._flow.landing import Jump
from protolint.readers._flow.targets import Targets
from protolint.text.lazy import lazy_pattern

_PRESS = (
    r"(?:please )?(?:press|dial|push|hit|touch|enter|select|choose|reply(?: with)?|text"
    r"|type|drücken sie(?: die)?|wählen sie(?: die)?)"
)
_KEY = (
    r"(?:the )?(?:number |option |key |button |digit "
    r"|taste )?[“\"']?(?P<key{0}>\d{{1,2}}(?!\d)|one|two|three|four|five|six|seven|eight"
    r"|nine|zero|star|hash|pound|\*|#|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
    r"|null)[”\"']?(?: key| now| button)?"
)
_GOAL_FIRST = lazy_pattern(
    rf"(?P<goal>(?:for|to|if|für|um|wenn|falls|regarding"
    rf"|about)\b[^.!?\n]{{2,160}}?),?\s+(?:bitte )?{_PRESS}\s+{_KEY.format('1')}",
    re.IGNORECASE,
)
_SAY_FIRST = lazy_pattern(
    r"(?P<goal>(?:for|to"
    r"|if)\b[^.!?\n]{2,120}?),?\s+(?:please )?say[, ]+[“\"](?P<word>[^”\"]{1,30})[”\"]",
    re.IGNORECASE,
)
_KEY_FIRST = lazy_pattern(
    rf"{_PRESS}\s+{_KEY.format('2')}(?:\s*(?:,|:|–|—|-|=|→)\s*(?:(?:for|to|if|für|um|wenn)\s)?"
    rf"|\s(?:for|to|if|für|um|wenn)\s)\s*(?P<goal>[^.!?;,\n→]{{2,120}})",
    re.IGNORECASE,
)
_LEAD = lazy_pattern(
    r"^(?:for|to|if|für|um|wenn|falls|regarding|about|please|you (?:are|have|want|need"
    r"|would like)(?: to)?|[ ])+(?:a |an |the )?",
    re.IGNORECASE,
)
_SIGN = lazy_pattern(
    r"\b(?:press|say|dial|push|hit|enter|select|choose|reply|type|text|touch|drücken|wählen)\b",
    re.IGNORECASE,
)
_STOP = lazy_pattern(r"[.!?;\n]|(?:,|\bor\b|\boder\b)(?=[ ])|[\"”]|(?=[ ](?:→|->|=>)|[ ][(\[])")
_TRAIL = lazy_pattern(r"[ ,]+(?:please|or|and|then|bitte|oder)$", re.IGNORECASE)
_NUMBERS = {
    word: str(number)
    for number, names in enumerate(
        (
            "zero null",
            "one eins",
            "two zwei",
            "three drei",
            "four vier",
            "five fünf",
            "six sechs",
            "seven sieben",
            "eight acht",
            "nine neun",
        )
    )
    for word in names.split()
} | {"star": "*", "hash": "#", "pound": "#"}
_AGAIN = lazy_pattern(
    r"\b(?:repeat|hear (?:this|these|the) .*again|again|listen again|wiederholen|noch einmal)\b",
    re.IGNORECASE,
)
_BACK = lazy_pattern(
    r"\b(?:main menu|previous menu|go back|start over|hauptmenü|zurück)\b", re.IGNORECASE
)
_PERSON = lazy_pattern(
    r"\b(?:speak|talk|agent|operator|advis[eo]r|representative|person|human|someone"
    r"|receptionist|colleague|transfer\w*|mitarbeiter\w*|berater\w*)\b",
    re.IGNORECASE,
)

#: An option: where it stands in the text, its label, and where it leads.
Option = tuple[int, int, str, Jump]


def options(text: str, targets: Targets) -> Iterator[Option]:
    """Yield the options that a text offers, in order."""
    if not _SIGN.search(text):
        return
    at = 0
    while found := _first(text, at):
        goal, key = _TRAIL.sub("", found["goal"].strip(" ,:–—-")), _key(found)
        past = found.end()
        way = _way(text, past, goal, key, targets)
        label = f"{key}: {_LEAD.sub('', goal, count=1).strip()}" if key else goal
        end = way.end if way.end > past else _end_of(text, past)
        yield found.start(), end, label, way
        at = end


def _end_of(text: str, past: int) -> int:
    """Return where the sentence of an option ends: “press 0 to speak to someone.”"""
    stop = _STOP.search(text, past)
    return stop.end() if stop and stop[0] in ".!?" else stop.start() if stop else len(text)


def _first(text: str, at: int) -> re.Match[str] | None:
    found = [
        one
        for one in (pattern.search(text, at) for pattern in (_GOAL_FIRST, _SAY_FIRST, _KEY_FIRST))
        if one
    ]
    return min(found, key=lambda one: one.start()) if found else None


def _key(found: re.Match[str]) -> str:
    groups = found.groupdict()
    key = groups.get("key1") or groups.get("key2") or groups.get("word") or ""
    return _NUMBERS.get(key.lower(), key)


def _way(text: str, past: int, goal: str, key: str, targets: Targets) -> Jump:
    """Return where an option leads: what its own sentence says, else the step of its name."""
    stop = re.compile(r"[.!?;\n]").search(text, past)
    rest = text[past : stop.start() if stop else len(text)]
    told = next(jumps(rest, targets, is_said=False), None)
    if told and not re.search(rf"\b{words.IF}\b", rest[: told.start]):
        return told._replace(start=told.start + past, end=told.end + past)
    behind = re.match(rf"[.!?]?[ ]*(?=(?:{words.ARROW}|[\[(]))", text[past:])
    if behind and behind.end():
        told = next(jumps(text[past + behind.end() :], targets, is_said=False), None)
        if told and told.start < 2:
            return told._replace(
                start=told.start + past + behind.end(), end=told.end + past + behind.end()
            )
    if _AGAIN.search(goal):
        return Jump(past, past, "again")
    if _BACK.search(goal):
        named = targets.exactly("main menu") if "main menu" in goal.lower() else None
        return Jump(past, past, "start" if named is None else "step", named)
    said = _LEAD.sub("", goal, count=1)
    target = targets.titled(said)
    is_person = _PERSON.search(goal) or _PERSON.search(rest)
    if target is None and not is_person:
        target = targets.within(said, spare=4)
    if target is not None:
        return Jump(past, past, "step", target)
    return Jump(past, past, "end", None, "hand-over" if is_person else "elsewhere")
