"""The globs of a project file, as in `.gitignore`: which of its paths they match."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_PIECE = re.compile(r"\*+|\?|\[(?P<not>[!^]?)(?P<set>\]?[^]/\\]*)\]|\\(?P<escaped>.)|.", re.DOTALL)
#: What Python takes for more than a character in a set.
_SPECIAL = re.compile(r"[][&|~]")


def matches(globs: Iterable[str], path: str) -> bool:
    """Return whether globs match a path, POSIX and relative to where they are written.

    A glob with a slash before its end begins where it is written, any other matches at any depth;
    one that matches a folder matches all in it. The last glob that matches counts, and one that
    begins with `!` takes its paths out.
    """
    found = False
    for glob in globs:
        is_negative = glob.startswith("!")
        if found == is_negative and compiled(glob.removeprefix("!")).fullmatch(path):
            found = not is_negative
    return found


@cache
def compiled(glob: str, *, below: bool = True) -> re.Pattern[str]:
    """Return a glob as a regular expression for whole paths: those `below` a match match too."""
    *above, last = glob.strip("/").split("/")
    is_anchored = bool(above) or glob.startswith("/")
    folders = "".join("(?:.*/)?" if part == "**" else f"{_part(part)}/" for part in above)
    start = "" if is_anchored else "(?:.*/)?"
    if last == "**":
        return re.compile(f"{start}{folders}.+", re.DOTALL)
    inside = "" if not below else "/.*" if glob.endswith("/") else "(?:/.*)?"
    return re.compile(f"{start}{folders}{_part(last)}{inside}", re.DOTALL)


def _part(part: str) -> str:
    """Return one part of a glob, between slashes, as a regular expression."""
    return _PIECE.sub(_piece, part)


def _piece(found: re.Match[str]) -> str:
    piece = found[0]
    if piece[0] == "*":
        return "[^/]*"
    if piece == "?":
        return "[^/]"
    if found["set"]:
        characters = _SPECIAL.sub(r"\\\g<0>", found["set"])
        return f"[{'^/' if found['not'] else ''}{characters}]"
    return re.escape(found["escaped"] or piece)
