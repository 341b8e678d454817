"""Bare sections: which of them hold words for a customer, and whether they are many messages."""

from __future__ import annotations

from collections.abc import Sequence

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import label_at, labels
from protolint.readers.markdown.leads import stands_out
from protolint.readers.markdown.sections import ITEM_LEVEL, Section
from protolint.readers.markdown.stages import is_flow
from protolint.readers.markdown.versions import versions
from protolint.readers.markdown.wording import (
    PLACEHOLDER,
    begins_as_remark,
    closes,
    greets,
    is_said,
    opens,
)
from protolint.text.lazy import lazy_pattern

#: So many sections without a greeting are many messages.
_MANY = 3
_FACT = lazy_pattern(r"[ \t>*+-]*(?:\*\*|__)[^*_\n:]{1,40}(?::(?:\*\*|__)|(?:\*\*|__):)")
_WORDS = ("text", "list", "quote")


def is_bare(section: Section) -> bool:
    """Return whether something in a section is said to a customer, and stands in no container."""
    if section.level == ITEM_LEVEL:
        return True
    if titles.is_about(section.title) and not opens(section.text):
        return False
    texts = (block.content for block in section.own if block.kind in _WORDS)
    return any(is_said(text) and not _is_facts(text) for text in texts) or is_versioned(section)


def _is_facts(text: str) -> bool:
    """Return whether each line of a text is a name in bold and its value, as on an index card."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(map(_FACT.match, lines))


def may_be_bare(section: Section) -> bool:
    """Return whether a section has words that tell agents nothing, wherever messages are due."""
    words = (block.content for block in section.own if block.kind in _WORDS)
    return not titles.is_about(section.title) and any(map(_is_no_remark, words))


def _is_no_remark(text: str) -> bool:
    label = label_at(text)
    return not begins_as_remark(text) and (label is None or label.role in ("message", "subject"))


def is_versioned(section: Section) -> bool:
    """Return whether a section holds a message in versions that have names."""
    return any(each.name for each in versions(section, "section"))


def _has_subject(section: Section) -> bool:
    found = (label for block in section.own for _, label in labels(block.content))
    return any(label.role == "subject" for label in found)


def is_many_by_name(found: Sequence[Section], own: Sequence[Section], name: str) -> bool:
    """Return whether sections are messages by what the file is called, though few sound like one.

    One in three has to.
    """
    if len(own) < 2 or is_flow(own) or is_letter(found, own):
        return False
    is_named = any(map(titles.is_library, (name, *own[0].above)))
    return is_named and 3 * sum(map(is_bare, own)) >= len(own)


def is_letter(found: Sequence[Section], own: Sequence[Section]) -> bool:
    """Return whether a greeting stands before sections, or in the first of them alone."""
    before = found[: next(at for at, each in enumerate(found) if each is own[0])]
    if any(greets(each.text) for each in before):
        return True
    is_greeted = greets(own[0].text) and not any(greets(each.text) for each in own[1:])
    return is_greeted and not all(opens(each.text) or closes(each.text) for each in own)


def is_many(found: Sequence[Section], own: Sequence[Section], name: str) -> bool:
    """Return whether bare sections are messages of their own, not the parts of one."""
    if len(own) < 2 or is_flow(own):
        return False
    if sum(map(is_versioned, own)) > 1:
        return True
    alike = [each for each in found if each.level == own[-1].level]
    if len(own) * 5 < sum(not titles.is_about(each.title) for each in alike) * 3:
        return False
    if sum(map(_has_subject, own)) > 1 or all(stands_out(each.title) for each in own):
        return True
    return not is_letter(found, own) and _are_whole(own, name)


def _are_whole(own: Sequence[Section], name: str) -> bool:
    """Return whether sections are messages by how they begin and end, else by their names."""
    texts = [each.text for each in own]
    whole = sum(opens(text) or closes(text) for text in texts)
    if whole > 1 and whole * 2 >= len(own):
        return True
    is_named = any(titles.is_library(each) for each in (name, *own[0].above))
    if any(map(greets, texts)) or any(map(closes, texts)) or len(own) < _MANY:
        return is_named
    filled = sum(PLACEHOLDER in text for text in texts)
    asked = sum(each.title.rstrip('"”“»').endswith("?") for each in own)
    return is_named or 2 * filled >= len(own) or 2 * asked >= len(own)
