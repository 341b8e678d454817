"""How the last words of a passage end a contact: with a goodbye, or with a hand-over."""

from __future__ import annotations

from collections.abc import Sequence

from protolint.readers._flow import partings
from protolint.readers._flow.part import Part
from protolint.script import End

#: How many characters before the end are looked at: the last two or three sentences.
_LAST = 240
_QUOTES = ' ”"»*)'


def said_end(parts: Sequence[Part], *, is_opening: bool) -> End:
    """Return how the last words that are said end the contact, if they do.

    “Thank you for calling” greets at the beginning (`is_opening`) and is no end there.
    """
    said = [part.text for part in parts if part.is_said]
    if not said:
        return ""
    text, last = " ".join(said[-3:])[-_LAST:], said[-1].rstrip(_QUOTES)
    if last.endswith("?"):
        return ""
    if partings.SAYS_TRANSFER.search(text):
        return "hand-over"
    if partings.SAYS_BYE.search(text):
        return "closing"
    thanks = partings.SAYS_THANKS.search(last)
    is_last = thanks is not None and not any(mark in last[thanks.end() : -1] for mark in ".!?")
    return "closing" if is_last and not is_opening else ""
