"""Whether bare sections are messages of their own, or the parts of one."""

from __future__ import annotations

from collections.abc import Sequence

from protolint.readers.markdown import titles
from protolint.readers.markdown.leads import stands_out
from protolint.readers.markdown.sections import Section
from protolint.readers.markdown.stages import is_flow
from protolint.readers.markdown.versions import versions
from protolint.readers.markdown.wording import PLACEHOLDER, closes, greets, opens

#: From so many sections on they are likely to be scripts, whatever their titles say.
_MANY = 3


def is_many(found: Sequence[Section], own: Sequence[Section], name: str) -> bool:
    """Return whether bare sections are messages of their own, not the parts of one."""
    if len(own) < 2 or is_flow(own):
        return False
    if sum(map(is_versioned, own)) > 1:
        return True
    alike = [each for each in found if each.level == own[-1].level]
    if len(own) * 5 < sum(not titles.is_about(each.title) for each in alike) * 3:
        return False
    before = found[: next(at for at, each in enumerate(found) if each is own[0])]
    return all(stands_out(each.title) for each in own) or _are_messages(own, before, name)


def is_versioned(section: Section) -> bool:
    """Return whether a section holds a message in versions that have names."""
    return any(each.name for each in versions(section, "section"))


def _are_messages(own: Sequence[Section], before: Sequence[Section], name: str) -> bool:
    """Return whether sections read like messages, and not like one that goes through them."""
    texts = [each.text for each in own]
    greeted = sum(map(greets, texts))
    whole = sum(opens(text) or closes(text) for text in texts)
    is_one = greeted == 1 and greets(texts[0]) and whole < len(own)
    if is_one or any(greets(each.text) for each in before):
        return False
    if whole > 1 and whole * 2 >= len(own):
        return True
    is_named = any(titles.is_library(each) for each in (name, *own[0].above))
    if greeted or any(map(closes, texts)) or len(own) < _MANY:
        return is_named
    filled = sum(PLACEHOLDER in text for text in texts)
    asked = sum(each.title.rstrip('"”“»').endswith("?") for each in own)
    return is_named or 2 * filled >= len(own) or 2 * asked >= len(own)
