"""Words put in place of others: with a capital, or all in capitals, where those have them."""

from __future__ import annotations


def fitted(found: str, replacement: str, *, loud: bool) -> str:
    """Return a replacement in capitals or with a capital, as the found words have them.

    One that has capitals of its own keeps to them.
    """
    if loud:
        return replacement.upper()
    if found[:1].isupper() and replacement.islower():
        return replacement[0].upper() + replacement[1:]
    return replacement
