"""A YAML value with the place of every key and value in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Union

import msgspec

from protolint.script import Span

Style = Literal["plain", "single", "double", "literal", "folded", "collection"]
Value = Union[None, bool, int, float, str, tuple["Node", ...], Mapping[str, "Node"]]  # noqa: UP007
_NO_KEYS: Mapping[str, Span] = {}


class Node(msgspec.Struct, frozen=True):
    """One value of a YAML text.

    `value` is a scalar by the core schema of YAML 1.2, a tuple of nodes, or a mapping from keys,
    as they are written, to nodes. `span` is the value in the text, quotes included; `keys` has the
    place of each key. `text` is a scalar as text, before it became a number or a truth value.
    """

    value: Value
    span: Span
    style: Style = "plain"
    text: str = ""
    keys: Mapping[str, Span] = _NO_KEYS

    @property
    def items(self) -> tuple[Node, ...]:
        """The nodes of a list; none where this is not a list."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def entries(self) -> Mapping[str, Node]:
        """The nodes of a mapping by key; none where this is not a mapping."""
        return self.value if isinstance(self.value, Mapping) else {}

    def at(self, *path: str | int) -> Node:
        """Return the node that a path of keys and indices leads to, or the last one on the way."""
        node = self
        for step in path:
            below = _below(node, step)
            if below is None:
                break
            node = below
        return node

    def place(self, *path: str | int) -> Span:
        """Return where a path leads: a list item or a value; where it breaks off, what is there."""
        return self.at(*path).span

    def key(self, name: str) -> Span:
        """Return the place of a key, or the whole node where it has no such key."""
        return self.keys.get(name, self.span)


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(step, str):
        return node.entries.get(step)
    return node.items[step] if 0 <= step < len(node.items) else None
