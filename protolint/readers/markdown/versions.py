"""The versions of one message below one heading: by language, tone or channel, fence by fence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import label_at, version_at
from protolint.readers.markdown.sections import Section
from protolint.readers.markdown.top_blocks import TopBlock
from protolint.readers.markdown.wording import is_said, opens
from protolint.text.lazy import lazy_pattern

_BOLD = lazy_pattern(r"\*\*|__")


class Version(NamedTuple):
    """Where a version begins, and the label that names it, if one does."""

    line: int
    name: str


def versions(section: Section, container: str) -> list[Version]:
    """Return the versions of a section's message; none where it has but one."""
    named = list(_named(section.own, container))
    if len(named) > 1:
        return named
    found = list(_apart(section.own, container))
    return found if len(found) > 1 else []


def is_version(section: Section) -> bool:
    """Return whether a heading only tells a tone or a language of what stands above it.

    Below the heading of a library it may as well be the name of a script.
    """
    is_one = titles.is_variant(section.title) or titles.locale_of(section.title)
    return bool(is_one and section.above) and not titles.is_library(section.above[-1])


def _named(own: Sequence[TopBlock], container: str) -> Iterator[Version]:
    """Yield the versions that labels in bold or headings name."""
    for block, after in zip_longest(own, own[1:]):
        if block.kind == "heading" and titles.is_version(block.content):
            yield Version(block.line, block.content.strip(" :#*"))
        if block.kind != "text" or not _BOLD.search(block.content):
            continue
        lines = block.content.split("\n")
        for number, line in enumerate(lines):
            name, rest = version_at(line)
            follows = number + 1 < len(lines) or (after is not None and _is_owned(after, container))
            if name and (is_said(rest) if rest.strip() else follows):
                yield Version(block.line + number, name)


def _is_owned(block: TopBlock, container: str) -> bool:
    if container == "fence":
        return block.is_wording
    return block.kind == "quote" or (container != "quote" and block.kind in ("text", "list"))


def _tells_of_others(block: TopBlock) -> bool:
    """Return whether a text ends in a label that says that what follows is no message of ours."""
    label = label_at(block.content.rstrip().rpartition("\n")[2]) if block.kind == "text" else None
    return label is not None and label.role == "note"


def _apart(own: Sequence[TopBlock], container: str) -> Iterator[Version]:
    """Yield where each fence begins, with what stands before it; quotes if each is a message."""
    if container == "fence":
        held = [block for block in own if block.is_wording]
    elif container == "quote":
        held = [
            block
            for before, block in zip((None, *own), own, strict=False)
            if block.kind == "quote" and not (before and _tells_of_others(before))
        ]
        if not all(opens(block.content) for block in held):
            return
    else:
        return
    start: int | None = None
    for block in own:
        start = block.line if start is None else start
        if block in held:
            yield Version(start, "")
            start = None
