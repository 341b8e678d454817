"""Words that several outputs share: a message on one line, visible text, a number of things."""

from __future__ import annotations

#: What holds emoji of several parts together.
_JOINER = "\u200d"


def one_line(text: str, most: int | None = None) -> str:
    """Return a visible text on one line; where it is longer than `most`, cut with an “…”."""
    line = visible(" ".join(text.split()))
    return line if most is None or len(line) <= most else f"{line[: most - 1].rstrip()}…"


def visible(text: str) -> str:
    """Return the text with control characters, which a terminal might obey, made visible."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def count(number: int, noun: str) -> str:
    """Return a number with its noun: “1 script”, “1,245 scripts”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _shown(char: str) -> str:
    if char.isprintable() or char == _JOINER:
        return char
    return " " if char.isspace() else "\ufffd"
