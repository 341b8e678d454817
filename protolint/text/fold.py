"""Text folded for matching: typographic variants become plain ones, one character for one."""

from __future__ import annotations

_VARIANTS = {
    "‘’‚‛′ʼ＇`´": "'",
    "“”„‟″«»": '"',
    "‐‑‒–−": "-",
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006": " ",
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000": " ",
}
_TABLE = str.maketrans({variant: plain for run, plain in _VARIANTS.items() for variant in run})


def fold(text: str) -> str:
    """Return a text of the same length with straight quotes, plain hyphens and plain spaces.

    Case is left to the patterns, since lower case can be longer than upper case.
    """
    if text.isascii() and "\t" not in text and "`" not in text:
        return text
    return text.translate(_TABLE)
