"""What holds the customer's words in a file: a guess from what its headings own (contract §2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import labels
from protolint.readers.markdown.sections import Block, Section
from protolint.readers.markdown.tables import columns
from protolint.readers.markdown.wording import closes, greets, is_remark, is_said, opens

_JUMP = re.compile(r"\]\(#[^)\s]+\)")
_LINK_ONLY = re.compile(r"\W*\[[^\]]*\]\([^)]*\)\W*")


class Holding(NamedTuple):
    """The container of a file, and whether the headings that own one are scripts of their own."""

    container: str
    is_library: bool


def holding(found: Sequence[Section], given: str | None, *, is_one: bool) -> Holding:
    """Return what holds the customer's words; `given` is what was set, `is_one` that it is one."""
    if given is not None:
        owners = [each for each in found if owns(each, given)]
        return Holding(given, len(owners) > 1 and not is_one and not _is_flow(owners))
    if is_one:
        fenced = [each for each in found if each.level > 0 and _plain_fences(each) == 1]
        return Holding("fence" if len(fenced) >= _FENCES else "document", is_library=False)
    return _guess(found)


def _guess(found: Sequence[Section]) -> Holding:
    """Return the container that most headings own, the plainest mark of it first."""
    counts = {name: [each for each in found if owns(each, name)] for name in _OWNS}
    single = [each for each in counts["fence"] if len(_fences(each)) == 1]
    if len(single) >= _FENCES:
        return Holding("fence", not _is_flow(counts["fence"]))
    for name in ("quote", "label"):
        owners = counts[name]
        if len(owners) >= _LEAST[name] and len(owners) * 2 >= _rivals(counts, name):
            return Holding(name, (len(owners) > 1 or name == "table") and not _is_flow(owners))
    if _is_many(found, counts["section"]):
        return Holding("section", is_library=True)
    return Holding("document", is_library=False)


_FENCES = 3
_LEAST = {"quote": 2, "label": 2, "table": 1}


def _rivals(counts: dict[str, list[Section]], name: str) -> int:
    return max(len(owners) for other, owners in counts.items() if other not in (name, "fence"))


def owns(section: Section, container: str) -> bool:
    """Return whether a section holds words for a customer in such a container."""
    return section.level > 0 and bool(_OWNS[container](section)) if container in _OWNS else False


def _fences(section: Section) -> list[Block]:
    return [block for block in section.own if block.is_wording]


def _plain_fences(section: Section) -> int:
    """Return how many fences without a language a section owns, whatever stands in them."""
    return sum(block.kind == "fence" and block.level == 0 for block in section.own)


def _quotes(section: Section) -> bool:
    return any(block.kind == "quote" and not is_remark(block.content) for block in section.own)


def _labelled(section: Section) -> bool:
    """Return whether a label gives a message that is neither quoted nor fenced."""
    for block, after in zip_longest(section.own, section.own[1:]):
        if block.kind not in ("text", "heading", "list"):
            continue
        for line, label in labels(block.content):
            is_last = block.content.rstrip().endswith(line.rstrip())
            rest = line[label.end :].strip() or not is_last
            if label.role == "message" and (rest or (after and after.kind in ("text", "list"))):
                return True
    return False


def _bare(section: Section) -> bool:
    if titles.is_about(section.title):
        return False
    said = [block.content for block in section.own if block.kind in ("text", "list", "quote")]
    return any(is_said(each) for each in said)


def _tabled(section: Section) -> bool:
    return any(block.kind == "table" and columns(block) is not None for block in section.own)


_OWNS: dict[str, Callable[[Section], bool]] = {
    "fence": lambda section: bool(_fences(section)),
    "quote": _quotes,
    "label": _labelled,
    "table": _tabled,
    "section": _bare,
}


def _is_flow(owners: Sequence[Section]) -> bool:
    """Return whether sections are the stages of one conversation rather than scripts."""
    if len(owners) < 2:
        return False
    stages = sum(titles.is_stage(each.title) for each in owners)
    return stages * 5 >= len(owners) * 3 or _jumps(owners) >= 2


def _jumps(owners: Sequence[Section]) -> int:
    lines = (line for each in owners for block in each.own for line in block.content.split("\n"))
    return sum(bool(_JUMP.search(line)) and not _LINK_ONLY.fullmatch(line) for line in lines)


def _is_many(found: Sequence[Section], bare: Sequence[Section]) -> bool:
    """Return whether bare sections are messages of their own, not the parts of one."""
    deepest = usual_level(bare)
    own = [each for each in bare if each.level == deepest]
    all_own = [each for each in found if each.level == deepest and not titles.is_about(each.title)]
    if len(own) < 2 or len(own) * 5 < len(all_own) * 3 or _is_flow(own):
        return False
    texts = ["\n".join(block.content for block in each.own) for each in own]
    whole = sum(opens(text) or closes(text) for text in texts)
    before = [each for each in found if each.first < own[0].first]
    if any(greets(block.content) for each in before for block in each.own):
        return False
    if whole * 2 >= len(own) and whole > 1 and sum(map(greets, texts)) != 1:
        return True
    named = any(titles.is_library(name) for each in own for name in each.above)
    return named or (len(own) > 2 and sum(map(greets, texts)) == 0 == sum(map(closes, texts)))


def usual_level(bare: Sequence[Section]) -> int:
    """Return the level that most of some headings have, the deeper of two; 0 for none."""
    levels = [each.level for each in bare]
    return max(set(levels), key=lambda level: (levels.count(level), level)) if levels else 0
