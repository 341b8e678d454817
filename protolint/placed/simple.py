"""The YAML that most front matter is: a word, a colon and a value on each line, read at a glance.

What is read here is read as YAML would (a test holds the two against each other); for anything else
the answer is None and the YAML parser has its turn. It saves importing that parser at all, and
most of the time that front matter costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.placed.node import Node
from protolint.placed.scalars import scalar
from protolint.script import Span

_PLAIN = r"[A-Za-z0-9_(./](?:[^\x00-\x1f:#\x7f-\xa0\u2028\u2029\ufeff]|:(?=[^\s,\]}])|(?<=\S)\#)*"
_LINE = re.compile(
    rf"""(?P<key>[A-Za-z_][\w-]*):[ ]+
    (?: (?P<plain>{_PLAIN})
      | "(?P<double>[^\x00-\x1f"\\\x7f-\xa0\u2028\u2029\ufeff]*)"
      | \[[ ]*(?P<list>[\w.-]+(?:[ ]*,[ ]*[\w.-]+)*)[ ]*\] )
    [ ]*(?:\r\n|\n|\Z)""",
    re.VERBOSE,
)
_ITEM = re.compile(r"[\w.-]+")
_NOT_ALONE = re.compile(r"[-.]+")
_LONGEST = 4_000


def read_simple(text: str) -> Node | None:
    """Return the mapping that a text of plain lines is, None for any other text."""
    entries: dict[str, Node] = {}
    keys: dict[str, Span] = {}
    end = at = 0
    while at < len(text) <= _LONGEST:
        line = _LINE.match(text, at)
        value = _value(line) if line else None
        if line is None or value is None or line["key"] in entries:
            return None
        entries[line["key"]] = value
        keys[line["key"]] = Span(*line.span("key"))
        end, at = value.span.end, line.end()
    if not entries:
        return None
    return Node(entries, Span(0, end), "collection", "", keys)


def _value(line: re.Match[str]) -> Node | None:
    if line["double"] is not None:
        start, end = line.span("double")
        return Node(line["double"], Span(start - 1, end + 1), "double", line["double"])
    if line["list"] is not None:
        items = tuple(_items(line))
        if any(_NOT_ALONE.fullmatch(own.text) for own in items):
            return None
        opens = line.string.rindex("[", 0, line.start("list"))
        closes = line.string.index("]", line.end("list"))
        return Node(items, Span(opens, closes + 1), "collection")
    word = line["plain"].rstrip(" ")
    start = line.start("plain")
    return Node(scalar(word), Span(start, start + len(word)), "plain", word)


def _items(line: re.Match[str]) -> Iterator[Node]:
    for found in _ITEM.finditer(line.string, *line.span("list")):
        yield Node(scalar(found[0]), Span(*found.span()), "plain", found[0])
