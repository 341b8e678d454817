"""The branches of conditionals: which of them a text after each template tag lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from protolint.readers._tags import Part
from protolint.script import Span

#: Conditionals nested deeper than this count as the one they lie in.
_DEEPEST = 20

Path = tuple[tuple[int, int], ...]


class Tag(msgspec.Struct, frozen=True):
    """A template tag, as it is written."""

    span: Span
    part: Part
    raw: str


class Cut(msgspec.Struct, frozen=True):
    """A part of the source that is not prose: a tag, or a comment with what it hides.

    Where `branch` is None the text goes on behind it as if nothing stood there. Else one text
    ends here and the next one lies in `branch`, as in `Stretch.branch`.
    """

    span: Span
    branch: Path | None = None


class Unbalanced(msgspec.Struct, frozen=True):
    """A tag that is never closed, or that closes or divides what was never opened."""

    span: Span
    raw: str
    is_open: bool


class Branches(msgspec.Struct, frozen=True):
    """What the tags of a source do to its texts, in the order of the source."""

    cuts: tuple[Cut, ...]
    unbalanced: tuple[Unbalanced, ...]


def branches(tags: Sequence[Tag]) -> Branches:
    """Return where the tags cut the text, and which of them have no partner.

    Conditionals are numbered from 0 in the order they open, their branches from 0. A tag without
    a partner still ends a text, but leaves the branch as it is.
    """
    seen = _without_comments(tags)
    idle, lost = _unpaired(seen)
    unbalanced = tuple(
        Unbalanced(seen[at].span, seen[at].raw, seen[at].part.role in {"open", "comment"})
        for at in sorted(lost)
    )
    return Branches(tuple(_cuts(seen, idle | lost)), unbalanced)


def _without_comments(tags: Sequence[Tag]) -> list[Tag]:
    """Return the tags with each comment, from its opening to its close, as one hidden tag."""
    closes = [at for at, tag in enumerate(tags) if tag.part == Part("close", "comment")]
    seen: list[Tag] = []
    at = 0
    while at < len(tags):
        tag, next_close = tags[at], bisect_right(closes, at)
        if tag.part.role == "comment" and next_close < len(closes):
            at = closes[next_close]
            tag = Tag(Span(tag.span.start, tags[at].span.end), Part("hidden"), tag.raw)
        seen.append(tag)
        at += 1
    return seen


def _unpaired(tags: Sequence[Tag]) -> tuple[set[int], set[int]]:
    """Return the divisions whose opening is never closed, and the tags without a partner."""
    lost: set[int] = set()
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    owners: dict[int, int] = {}
    for at, tag in enumerate(tags):
        role, word = tag.part
        if role == "open":
            opened.append(at)
            waiting[word] += 1
        elif role == "else" and opened:
            owners[at] = opened[-1]
        elif role == "close" and waiting[word]:
            lost.update(_unwind(tags, opened, waiting, word))
        elif role != "hidden":
            lost.add(at)
    lost.update(opened)
    return {at for at, owner in owners.items() if owner in lost}, lost


def _unwind(
    tags: Sequence[Tag], opened: list[int], waiting: Counter[str], word: str
) -> Iterator[int]:
    """Take the innermost opening of a word off the stack; yield those above it, never closed."""
    while opened:
        at = opened.pop()
        waiting[tags[at].part.word] -= 1
        if tags[at].part.word == word:
            return
        yield at


def _cuts(tags: Sequence[Tag], idle: set[int]) -> Iterator[Cut]:
    path: list[tuple[int, int]] = []
    count = 0
    for at, tag in enumerate(tags):
        role = tag.part.role
        if role in {"hidden", "comment"}:
            yield Cut(tag.span)
            continue
        if at not in idle:
            count += _step(path, role, count)
        yield Cut(tag.span, tuple(path[:_DEEPEST]))


def _step(path: list[tuple[int, int]], role: str, count: int) -> int:
    """Move the path over one tag; return the number of conditionals it opened."""
    if role == "open":
        path.append((count, 0))
        return 1
    conditional, branch = path.pop()
    if role == "else":
        path.append((conditional, branch + 1))
    return 0
