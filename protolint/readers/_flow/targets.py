"""The steps of a script by the names that jumps give them: number, title, anchor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protolint.readers._flow import words
from protolint.script import Span
from protolint.text.lazy import lazy_pattern

_NAMED = lazy_pattern(
    rf"\W*(?:{words.STEP_WORD})[ ]*[#:]?[ ]*({words.NUMBER})(?![\w'’])[ ]*[:.)\]–—-]*[ ]*(.*)",
    re.IGNORECASE,
)
_NUMBERED = lazy_pattern(
    r"\W*(\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z]\d{0,2})(?:[.):\]]|[ ]+[–—-]|[ ]-)[ ]*(.*)"
)
_ANCHOR = lazy_pattern(r"[ ]*\{#([\w-]+)\}[ ]*$|<a (?:id|name)=\"([\w-]+)\">(?:</a>)?")
_TOKEN = lazy_pattern(r"[^\W_]+")
_SMALL = frozenset(
    [
        "a", "an", "and", "at", "call", "das", "dem", "den", "der", "die", "flow", "for", "in",
        "menu", "of", "on", "our", "part", "please", "script", "section", "stage", "step", "that",
        "the", "their", "this", "to", "with", "you", "your", "zu", "zum", "zur",
    ]
)  # fmt: skip


class Head(NamedTuple):
    """Where a step is named: its title, its number if it has one, and the line it stands on.

    `line` is the number of the line among all; `level` that of a heading, 7 for any other; `rest`
    the offset in the line from which on it is no title any more; `name` the title with its number.
    """

    title: str
    number: str
    anchor: str
    span: Span
    line: int
    level: int = 7
    rest: int | None = None
    mark: str = ""
    name: str = ""


def written(text: str) -> str:
    """Return a title as a person reads it out, with its number, without marks and anchor."""
    said = " ".join(_ANCHOR.sub("", text).strip(' :–—-[]{}=#*“”"').split())
    return said.strip("()") if said[:1] == "(" else said


def named(text: str) -> tuple[str, str, str]:
    """Return the title, the number and the anchor that a title line holds: “Step 3: Close {#x}”."""
    anchor = _ANCHOR.search(text)
    if anchor:
        text = text[: anchor.start()] + text[anchor.end() :]
    found = _NAMED.match(text) or _NUMBERED.match(text)
    number, title = (found[1], found[2]) if found else ("", text)
    title = title.strip(' :–—-[](){}=#*“”"')
    own = text.strip(" :–—-[](){}=#*")
    return title or own, number.lower(), (anchor[1] or anchor[2] or "") if anchor else ""


def is_named(text: str) -> bool:
    """Return whether a line begins like “Step 3” or “Question B:”."""
    return _NAMED.match(text) is not None


def slug(title: str) -> str:
    """Return the anchor that a heading gets on the web."""
    kept = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return kept.replace(" ", "-")


class Targets:
    """Finds steps by what a jump calls them."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self._tokens = [_tokens(head.title) if head.title else [] for head in heads]
        self._anchors: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        for at, head in enumerate(heads):
            for name in _anchors(head):
                self._anchors.setdefault(name, at)
            if head.number:
                self._numbers.setdefault(head.number, at)

    def anchored(self, anchor: str) -> int | None:
        """Return the step that `#anchor` leads to."""
        anchor = anchor.lstrip("#").lower()
        found = self._anchors.get(anchor)
        return (
            found if found is not None else self.titled(anchor.replace("-", " ").replace("_", " "))
        )

    def numbered(self, number: str) -> int | None:
        """Return the step with a number: “3”, “2b”."""
        return self._numbers.get(number.lstrip("#").lower())

    def titled(self, text: str) -> int | None:
        """Return the step whose title is meant, by the words that both have in common."""
        wanted = _tokens(text)
        if not wanted:
            return None
        fitting = [
            (len(own) - len(wanted), at)
            for at, own in enumerate(self._tokens)
            if own and all(any(_alike(word, other) for other in own) for word in wanted)
        ]
        return min(fitting)[1] if fitting else None

    def exactly(self, text: str) -> int | None:
        """Return the step whose title is a text, but for small words and endings."""
        wanted = _tokens(text)
        for at, own in enumerate(self._tokens):
            if own and len(own) == len(wanted) and all(map(_alike, wanted, own)):
                return at
        return None

    def within(self, text: str, spare: int = 1) -> int | None:
        """Return the step whose whole title is part of a text; the longest of several.

        No more words than `spare` may be left over.
        """
        said = _tokens(text)
        fitting = [
            (-len(own), at)
            for at, own in enumerate(self._tokens)
            if own
            and len(said) - len(own) <= spare
            and all(any(_alike(word, other) for other in said) for word in own)
        ]
        return min(fitting)[1] if fitting else None


def _anchors(head: Head) -> Iterator[str]:
    if head.anchor:
        yield head.anchor.lower()
    if head.title:
        yield slug(head.title)
    if head.number:
        plain = head.number.replace(".", "")
        yield from (
            f"{plain}-{slug(head.title)}",
            f"step-{plain}-{slug(head.title)}",
            f"step-{plain}",
            f"step{plain}",
        )


def _tokens(text: str) -> list[str]:
    found = [word.casefold() for word in _TOKEN.findall(text)]
    return [word for word in found if word not in _SMALL] or found


def _alike(one: str, other: str) -> bool:
    """Return whether two words are forms of one: close and closing, verify and verification."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    same = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return same >= 4 and same >= 0.7 * shorter
