"""YAML text to nodes: from the events of PyYAML, one by one, without recursion."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from protolint.placed.node import Node, Style
from protolint.placed.scalars import scalar
from protolint.placed.wording import Complaint, YamlError, reworded
from protolint.script import Span

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML without libyaml: slower, and the same events
    _Parser = yaml.Loader  # type: ignore[misc, assignment]

MAX_DEPTH = 64
MAX_NODES = 200_000

_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
#: Line ends to YAML 1.1 and to PyYAML, characters like any other to YAML 1.2: they are hidden
#: from the parser behind characters of a private plane.
_LINE_ENDS = {0x85: 0x10FF85, 0x2028: 0x10FF28, 0x2029: 0x10FF29}
_HIDDEN = {hidden: real for real, hidden in _LINE_ENDS.items()}


def read(text: str) -> Node:
    """Return the one document of a YAML text; an empty text is a null.

    Spans are in code points of `text`, a byte order mark counted. Raises YamlError for what is not
    YAML, a key given twice, nesting deeper than 64, and more than 200,000 values, counted after
    aliases are replaced by what they repeat.
    """
    base = int(text.startswith("\ufeff"))
    try:
        return _Building(text, base).node()
    except YamlError as error:
        raise YamlError(error.message, error.offset + base) from None


class _Repeatable(NamedTuple):
    """A value with an anchor, with what it costs to repeat it."""

    node: Node
    size: int
    height: int


class _Open:
    """A collection whose end has not been read."""

    __slots__ = ("anchor", "entries", "height", "items", "key", "keys", "size", "start")

    def __init__(self, start: int, anchor: str | None, *, is_list: bool) -> None:
        self.start = start
        self.anchor = anchor
        self.items: list[Node] | None = [] if is_list else None
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Span] = {}
        self.key: str | None = None
        self.size = 1
        self.height = 1


class _Building:
    """The state between two events: what is open, and what can be repeated."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text[base:]
        self.base = base
        self.open: list[_Open] = []
        self.anchors: dict[str, _Repeatable] = {}
        self.root: Node | None = None
        self.nodes = 0
        self.documents = 0
        self.hides = not self.text.isascii() and any(chr(end) in self.text for end in _LINE_ENDS)

    def node(self) -> Node:
        unreadable = _UNREADABLE.search(self.text)
        if unreadable:
            message = f"the character U+{ord(unreadable[0]):04X} has no place in YAML: delete it"
            raise YamlError(message, unreadable.start())
        self._events(self.text.translate(_LINE_ENDS) if self.hides else self.text)
        return self.root or Node(None, Span(self.base, self.base))

    def _events(self, text: str) -> None:
        try:
            parser: Any = _Parser(text)
            event = parser.get_event()
            while event is not None:
                take = _TAKE.get(type(event))
                if take:
                    take(self, event)
                event = parser.get_event()
        except yaml.MarkedYAMLError as error:
            raise reworded(_complaint(error), text) from None

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise YamlError("a second document begins here: keep one", event.start_mark.index)

    def _start(self, event: Any) -> None:
        start = event.start_mark.index
        if len(self.open) >= MAX_DEPTH:
            raise YamlError(f"this is nested deeper than {MAX_DEPTH} levels: flatten it", start)
        self._expect_value(start)
        is_list = type(event) is yaml.SequenceStartEvent
        self.open.append(_Open(start, event.anchor, is_list=is_list))
        self._count(1, start)

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        end = event.end_mark.index
        while end > done.start and self.text[end - 1].isspace():
            end -= 1  # a block ends where the next thing begins
        value = done.entries if done.items is None else tuple(done.items)
        node = Node(value, self._span(done.start, end), "collection", "", done.keys)
        self._anchored(done.anchor, _Repeatable(node, done.size, done.height))
        self._put(node, done.size, done.height)

    def _scalar(self, event: Any) -> None:
        start = event.start_mark.index
        if event.anchor or event.tag:
            properties = _PROPERTIES.match(self.text, start, event.end_mark.index)
            start = properties.end() if properties else start
        text = event.value.translate(_HIDDEN) if self.hides else event.value
        style = _STYLES.get(event.style, "plain")
        is_text = style != "plain" or event.tag == "tag:yaml.org,2002:str"
        span = self._span(start, event.end_mark.index)
        node = Node(text if is_text else scalar(text), span, style, text)
        self._anchored(event.anchor, _Repeatable(node, 1, 0))
        self._count(1, start)
        self._put(node, 1, 0)

    def _alias(self, event: Any) -> None:
        start = event.start_mark.index
        repeated = self.anchors.get(event.anchor)
        if repeated is None:
            message = f"“*{event.anchor}” repeats a value marked “&{event.anchor}” before it, and "
            raise YamlError(
                f"{message}there is none: put text that begins with “*” in quotes", start
            )
        self._count(repeated.size, start)
        if len(self.open) + repeated.height > MAX_DEPTH:
            raise YamlError(f"this is nested deeper than {MAX_DEPTH} levels: flatten it", start)
        self._put(repeated.node, repeated.size, repeated.height)

    def _put(self, node: Node, size: int, height: int) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        parent.size += size
        parent.height = max(parent.height, height + 1)
        if parent.items is not None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._new_key(parent, node)
        else:
            parent.entries[parent.key] = node
            parent.key = None

    def _new_key(self, parent: _Open, node: Node) -> str:
        start = node.span.start - self.base
        if node.style == "collection":
            raise YamlError("a key is a word, and this repeats a collection", start)
        if node.text in parent.keys:
            raise YamlError(f"the key “{node.text}” is given twice: keep one", start)
        parent.keys[node.text] = node.span
        return node.text

    def _expect_value(self, start: int) -> None:
        """Raise where a collection begins in the place of a key, as in `{{name}}`."""
        if self.open and self.open[-1].items is None and self.open[-1].key is None:
            is_brace = self.text.startswith("{", start)
            todo = "put a value that begins with “{” in quotes" if is_brace else "use a word"
            raise YamlError(f"a key is a word, and a collection begins here: {todo}", start)

    def _anchored(self, anchor: str | None, value: _Repeatable) -> None:
        if anchor:
            self.anchors[anchor] = value

    def _count(self, size: int, start: int) -> None:
        self.nodes += size
        if self.nodes > MAX_NODES:
            message = f"this is more than {MAX_NODES:,} values, aliases counted: shorten it"
            raise YamlError(message, start)

    def _span(self, start: int, end: int) -> Span:
        return Span(start + self.base, end + self.base)


_TAKE: dict[type, Any] = {
    yaml.DocumentStartEvent: _Building._document,
    yaml.SequenceStartEvent: _Building._start,
    yaml.MappingStartEvent: _Building._start,
    yaml.SequenceEndEvent: _Building._end,
    yaml.MappingEndEvent: _Building._end,
    yaml.ScalarEvent: _Building._scalar,
    yaml.AliasEvent: _Building._alias,
}


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    offset = error.problem_mark.index if error.problem_mark else 0
    start = error.context_mark.index if error.context_mark else offset
    return Complaint(f"{error.context or ''}: {error.problem or ''}", start, offset)
