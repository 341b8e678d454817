"""YAML files while they are read: their places, and everything that is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from protolint.placed import Node, YamlError, convert, read
from protolint.script import Position, Problem, Source, Span

T = TypeVar("T")


class Page:
    """One YAML file: its nodes, and the problems found in it so far."""

    def __init__(self, path: str, data: bytes, *, is_shipped: bool = False) -> None:
        self.path = path
        self.is_shipped = is_shipped
        self.problems: list[Problem] = []
        self.source = Source(path, self._decoded(data))
        self.node = self._read()

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            message = f"byte {error.start} is not UTF-8: save the file as UTF-8"
            self.problems.append(Problem(self.path, line, 1, message))
            return ""

    def _read(self) -> Node:
        try:
            return read(self.source.text)
        except YamlError as error:
            self.wrong(Span(error.offset, error.offset), error.message)
            return Node(None, Span(0, 0))

    def position(self, span: Span) -> Position:
        """Return the line and column at which a part of the file begins."""
        return self.source.position(span.start)

    def inside(self, span: Span, text: str, offset: int = 0) -> Span:
        """Return the place of a character of a text that is written in a span; else the span."""
        at = self.source.text.find(text, span.start, span.end)
        return span if at < 0 else Span(at + offset, at + max(len(text), offset))

    def wrong(self, span: Span, message: str) -> None:
        """Add a problem with a place."""
        self.problems.append(Problem(self.path, *self.position(span), message))

    def flawed(self, path: tuple[str | int, ...], message: str, *, is_key: bool = False) -> None:
        """Add a problem with a value, or with a key, by the keys and numbers that lead to it."""
        *above, last = path
        parent = self.node.at(*above)
        self.wrong(parent.key(str(last)) if is_key else parent.place(last), message)

    def take(self, node: Node, kind: type[T]) -> T | None:
        """Return a node as a value of a type; what is wrong with it becomes problems."""
        value, faults = convert(node, kind)
        for fault in faults:
            self.wrong(fault.span, fault.message)
        return value


def split(node: Node, keys: Iterable[str]) -> tuple[Node, Node]:
    """Return a mapping as two: the entries with these keys, and all others."""
    chosen = frozenset(keys)
    ours = {key: below for key, below in node.entries.items() if key in chosen}
    rest = {key: below for key, below in node.entries.items() if key not in chosen}
    return tuple(  # type: ignore[return-value]
        Node(part, node.span, "collection", "", {key: node.keys[key] for key in part})
        for part in (ours, rest)
    )
