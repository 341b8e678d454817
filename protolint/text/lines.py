"""The sentences of a script in a row, each with where it stands: what moves are recognised in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protolint.text.lazy import lazy_pattern
from protolint.text.reading import Reading

#: Kinds of text that are said to the customer; others make no move.
_SAID = frozenset({"public", "spoken", "field"})


#: A few words and the address they lead to, alone in a line.
_LINKED = lazy_pattern(r"[\w'’ ]{1,40}\(\s*[\ue000-\uf8ff]\s*\)\W*$")
#: Single words that are said, even where no mark ends them.
_SAYINGS = frozenset(["Hi", "Hello", "Hey", "Thanks", "Sorry", "Regards", "Best", "Cheers", "Bye"])
#: Names of placeholders that stand for whoever signs.
_SIGNER = lazy_pattern(
    r"signature"
    r"|(?:agent|assignee|advis[eo]r|current[\W_]?user|representative)(?:.*name)?$|sender.*name$"
    r"|^(?:your|my)[\W_]?(?:full|first)?[\W_]?name$",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """A folded sentence. `text` is empty where nothing is said to the customer.

    `signs` is whether it is a placeholder that is filled with a signature or the name of an agent.
    """

    text: str
    signs: bool = False


def is_label(text: str) -> bool:
    """Return whether a sentence is none: a title in capitals, a button, the text of a link."""
    if _LINKED.match(text):
        return True
    words = text.split()
    if len(words) == 1:
        return text[-1:].isalpha() and text.capitalize() not in _SAYINGS
    return len(words) < 8 and text.isupper() and not text.endswith((".", "!"))


def is_name(text: str) -> bool:
    """Return whether a line is a name, with what may stand beside one in a signature."""
    words = text.replace(",", " ").split()
    return (
        0 < len(words) < 6
        and text[-1:] not in ".!?:"
        and all(
            word[0].isupper() or "\ue000" <= word[0] <= "\uf8ff" or len(word) < 4 for word in words
        )
    )


def lines_of(readings: Sequence[Reading]) -> Iterator[Line]:
    """Yield a line for each sentence of each reading, in order."""
    for reading in readings:
        is_said = reading.stretch.kind in _SAID
        opaques, links = reading.stretch.prose.opaques, reading.stretch.prose.links
        for start, end in reading.sentences:
            is_link = any(link.start <= start and end <= link.end for link in links)
            alone = opaques.get(start) if end == start + 1 else None
            signs = alone is not None and _SIGNER.search(alone.name) is not None
            yield Line(reading.folded[start:end] if is_said and not is_link else "", signs)
