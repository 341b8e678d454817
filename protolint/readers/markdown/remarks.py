"""Blocks of a library that only tell agents something: callouts, alerts, quotes, marked paragraphs.

A mark is a symbol that the introduction explains: “all goes out unless it starts with 🔒”.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from protolint.readers.markdown.sections import Section
from protolint.readers.markdown.top_blocks import TopBlock
from protolint.readers.markdown.wording import is_alert, is_remark, is_said
from protolint.text.lazy import lazy_pattern

_OPENS = lazy_pattern(
    r"\A\s*(?:<(?:callout|note|tip|warning|info|admonition|aside|alert|caution|hint)\b(?![^>]*/>)"
    r"|:::+ *(?:note|tip|info|warning|caution|danger|important|internal|hint))",
    re.IGNORECASE,
)
_CLOSES = lazy_pattern(
    r"</(?:callout|note|tip|warning|info|admonition|aside|alert|caution|hint)>\s*\Z|^:::+\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_EXPLAINED = lazy_pattern(
    r"[^.!?\n]*\b(?:unless|except|internal|not|don[’']t|agents?|staff|colleagues?|for us|notes?)\b"
    r"[^.!?\n]*",
    re.IGNORECASE,
)
_LOCKS = frozenset("🔒🔐🔏")


def remarks(found: Sequence[Section], owners: Sequence[Section]) -> Iterator[int]:
    """Yield the lines of the blocks that only agents are to read, by the sections of a library."""
    marks = _marks(found, owners)
    is_open = False
    for section in found:
        for block in section.own:
            if is_open or _OPENS.match(block.content):
                is_open = not _CLOSES.search(block.content)
                yield block.line
            elif _is_marked(block, marks) or (block.kind == "quote" and is_alert(block.content)):
                yield block.line
    for section in owners:
        quotes = [block for block in section.own if block.kind == "quote"]
        if len(quotes) > 1:
            yield from (block.line for block in quotes if is_remark(block.content))


def _marks(found: Sequence[Section], owners: Sequence[Section]) -> frozenset[str]:
    """Return the symbols that stand before what is not for customers, as the introduction says."""
    first = next((at for at, each in enumerate(found) if owners and each is owners[0]), 0)
    intro = "\n".join(each.text for each in found[:first])
    symbols = (sign for own in _EXPLAINED.finditer(intro) for sign in own[0])
    return frozenset(sign for sign in symbols if unicodedata.category(sign) == "So")


def _is_marked(block: TopBlock, marks: frozenset[str]) -> bool:
    sign = block.content[:1]
    if block.kind != "text" or not sign or sign.isascii():
        return False
    return sign in marks or (sign in _LOCKS and not is_said(block.content[1:]))
