"""Words that several outputs share: a message on one line, and a number of things."""

from __future__ import annotations


def one_line(text: str, most: int | None = None) -> str:
    """Return a text without line breaks, and where it is longer than `most`, cut with an “…”."""
    line = " ".join(text.split())
    return line if most is None or len(line) <= most else f"{line[: most - 1].rstrip()}…"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: “1 script”, “1,245 scripts”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
