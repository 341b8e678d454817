"""Which headings of a script name a step: no title, no condition, no group, no label in a step."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from protolint.readers._flow import words
from protolint.readers._flow.conditions import condition
from protolint.readers._flow.lines import Line
from protolint.readers._flow.targets import Head, named, slug, written
from protolint.script import Span
from protolint.text.lazy import lazy_pattern

_IS_ANSWER = lazy_pattern(r"(?:yes|no|ja|nein|otherwise|else|sonst)\W*", re.IGNORECASE)
_IS_NAME = lazy_pattern(rf"(?:{words.ANSWER}|{words.ELSE})\W*", re.IGNORECASE)


def is_conditional(line: Line) -> bool:
    """Return whether a heading is a condition: “### If no”, “## Customer declines”, “### Yes”.

    “Other” and “Not verified” are names of steps as well, and are taken for those.
    """
    if _IS_ANSWER.fullmatch(line.text.strip()):
        return True
    if _IS_NAME.fullmatch(line.text.strip()):
        return False
    return condition(line.text, is_said=False, is_marked=True) is not None


def headings_of(lines: Sequence[Line], title: str) -> Iterator[Head]:
    """Yield the headings that are steps: not the title of the script, no condition, no group."""
    found = [at for at, line in enumerate(lines) if line.heading]
    if not found:
        return
    top = min(lines[at].heading for at in found)
    tops = [at for at in found if lines[at].heading == top]
    labels = set(_labels(lines, found, top))
    for at in found:
        line = lines[at]
        is_title = (
            at == found[0]
            and len(tops) == 1
            and (len(found) > 1 or _plain(line.text) == _plain(title))
        )
        if not (is_title or at in labels or is_conditional(line) or _is_group(at, lines, labels)):
            yield head_of(at, line, line.heading)


def _labels(lines: Sequence[Line], found: Sequence[int], top: int) -> Iterator[int]:
    """Yield the headings that say what stands under them in a step: “Transition”, “Script”.

    They stand below another heading, and are known by their words or say the same in two steps.
    """
    deep = [at for at in found if lines[at].heading > top]
    counts = Counter(_plain(lines[at].text) for at in deep)
    for at in deep:
        above = [one for one in found if one < at and lines[one].heading < lines[at].heading]
        is_known = words.PART_TITLE.fullmatch(lines[at].text.strip()) is not None
        if above[-1:] != found[:1] and (is_known or counts[_plain(lines[at].text)] > 1):
            yield at


def _plain(text: str) -> str:
    return slug(text)


def _is_group(at: int, lines: Sequence[Line], labels: Container[int]) -> bool:
    following = lines[at + 1 : at + 2]
    return bool(
        following
        and following[0].heading > lines[at].heading
        and at + 1 not in labels
        and not is_conditional(following[0])
    )


def head_of(at: int, line: Line, level: int = 7, end: int | None = None) -> Head:
    text = line.text[:end] if end is not None else line.text
    title, number, anchor = named(text)
    mark = re.fullmatch(r"(\d{1,3}[a-z]?)[.)]", line.mark)
    first = len(text) - len(text.lstrip())
    span = Span(line.start + first, line.start + len(text.rstrip()))
    number = number or (mark[1].lower() if mark else "")
    return Head(title, number, anchor, span, at, level, end, line.mark, written(text))
