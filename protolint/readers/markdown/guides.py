"""Files for agents that hold no scripts: guides to writing, procedures, notes on how a team works.

A file is taken for one only where nothing in it reads like a message, and where its title or what
it speaks of says so: a message that is never looked at is worse than a guide that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protolint.readers.markdown import titles
from protolint.readers.markdown.sections import Section
from protolint.readers.markdown.wording import (
    closes,
    greets,
    opens,
    speaks_of_customers,
    speaks_to_somebody,
)
from protolint.text.lazy import lazy_pattern

#: Files about a folder or a project; whoever keeps replies there keeps them beside these.
_IS_READ_FIRST = lazy_pattern(
    r"(?:readme|index|contributing|changelog|code[_-]of[_-]conduct|license|security|claude|agents)"
    r"(?:[.-]\w{2,5})?(?: |\Z)",
    re.IGNORECASE,
)
#: A file of any title speaks so often of customers, and not to them.
_OFTEN = 3


def is_guide(found: Sequence[Section], name: str) -> bool:
    """Return whether all of a file, whose name is given, is for agents, by its sections."""
    texts = [each.text for each in found]
    if _IS_READ_FIRST.match(name):
        quotes = (block.content for each in found for block in each.own if block.kind == "quote")
        return not any(greets(text) or closes(text) for text in texts) and not any(
            map(opens, quotes)
        )
    if any(opens(text) or greets(text) or closes(text) for text in texts):
        return False
    if any(block.kind == "quote" or block.is_wording for each in found for block in each.own):
        return False
    text = "\n".join(texts)
    of_them, to_them = speaks_of_customers(text), speaks_to_somebody(text)
    heads = (name, *(each.title for each in found[:1]))
    if any(map(titles.is_procedure, heads)):
        return of_them > 0 or to_them == 0
    return of_them >= _OFTEN and of_them > to_them
