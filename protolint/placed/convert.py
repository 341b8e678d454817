"""Typed values from nodes, with every fault on the way and its place."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, structs

from protolint.placed import guess
from protolint.placed.node import Node
from protolint.script import Span

T = TypeVar("T")
_UNIONS = (Union, types.UnionType)
_LISTS = (list, tuple)
_NAMES: dict[Any, str] = {
    str: "text", int: "a whole number", float: "a number", bool: "true or false",
    type(None): "nothing", list: "a list", tuple: "a list", dict: "a mapping", Mapping: "a mapping",
}  # fmt: skip


class Fault(NamedTuple):
    """What keeps a node from having its type, and what to do."""

    span: Span
    message: str


def convert(node: Node, wanted: type[T]) -> tuple[T | None, list[Fault]]:
    """Return a value of a type, and every fault found while making it, in the order of the text.

    Types are those of msgspec Structs: texts, numbers, bool, Literal, lists, tuples, mappings,
    Structs, unions, and Annotated with the bounds of msgspec.Meta. A faulty item is left out and a
    faulty field has its default; None where a required field is missing or faulty.
    """
    faults: list[Fault] = []
    value = _value(node, wanted, faults)
    return (None if value is NODEFAULT else value), sorted(faults, key=lambda fault: fault.span)


def _value(node: Node, wanted: Any, faults: list[Fault]) -> Any:
    """Return the value, or NODEFAULT where a fault was found that leaves none."""
    origin = get_origin(wanted)
    if wanted is Any:
        return plain(node)
    if origin is Annotated:
        return _bounded(node, wanted, faults)
    if origin in _UNIONS:
        return _one_of(node, wanted, faults)
    if not fits(node, wanted):
        faults.append(Fault(node.span, _mismatch(node, (wanted,))))
        return NODEFAULT
    return _fitting(node, wanted, origin or wanted, faults)


def _fitting(node: Node, wanted: Any, kind: Any, faults: list[Fault]) -> Any:
    if kind is Literal:
        return _choice(node, get_args(wanted), faults)
    if kind in _LISTS or kind is frozenset:
        item = (get_args(wanted) or (Any,))[0]
        found = (_value(below, item, faults) for below in node.items)
        return kind(value for value in found if value is not NODEFAULT)
    if kind in (dict, Mapping):
        return _mapping(node, wanted, faults)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct(node, kind, faults)
    return float(node.value) if kind is float else node.value  # type: ignore[arg-type]


def _mapping(node: Node, wanted: Any, faults: list[Fault]) -> dict[str, Any]:
    key_type, item = get_args(wanted) or (str, Any)
    found: dict[str, Any] = {}
    for key, below in node.entries.items():
        name = Node(key, node.key(key), text=key)
        faulty = _value(name, key_type, faults) is NODEFAULT
        value = _value(below, item, faults)
        if not faulty and value is not NODEFAULT:
            found[key] = value
    return found


def _struct(node: Node, kind: type[msgspec.Struct], faults: list[Fault]) -> Any:
    fields = fields_of(kind)
    given: dict[str, Any] = {}
    for key, below in node.entries.items():
        field = fields.get(key)
        if field is None:
            faults.append(Fault(node.key(key), guess.unknown("key", key, fields)))
            continue
        value = _value(below, field.type, faults)
        if value is not NODEFAULT:
            given[field.name] = value
    faults.extend(_missing(node, fields))
    complete = all(field.name in given for field in fields.values() if field.required)
    return kind(**given) if complete else NODEFAULT


def _missing(node: Node, fields: dict[str, structs.FieldInfo]) -> Iterator[Fault]:
    slips = {guess.closest(key, fields) for key in node.entries if key not in fields}
    for key, field in fields.items():
        if field.required and key not in node.entries and key not in slips:
            yield Fault(_head(node), f"the key “{key}” is missing: add it")


def _choice(node: Node, allowed: tuple[Any, ...], faults: list[Fault]) -> Any:
    if node.value in allowed and not isinstance(node.value, bool):
        return node.value
    if node.text in allowed:
        return node.text
    faults.append(Fault(node.span, guess.unknown("value", node.text, map(str, allowed))))
    return NODEFAULT


def _one_of(node: Node, wanted: Any, faults: list[Fault]) -> Any:
    members = get_args(wanted)
    fitting = [member for member in members if fits(node, member)]
    if not fitting:
        faults.append(Fault(node.span, _mismatch(node, members)))
        return NODEFAULT
    return _value(node, fitting[0], faults)


def _bounded(node: Node, wanted: Any, faults: list[Fault]) -> Any:
    inner, *notes = get_args(wanted)
    before = len(faults)
    value = _value(node, inner, faults)
    if value is NODEFAULT or len(faults) > before:
        return value  # bounds say nothing about what is faulty itself
    for meta in (note for note in notes if isinstance(note, msgspec.Meta)):
        message = _out_of_bounds(value, meta)
        if message:
            faults.append(Fault(node.span, message))
            return NODEFAULT
    return value


def _out_of_bounds(value: Any, meta: msgspec.Meta) -> str | None:
    if meta.ge is not None and value < meta.ge:
        return f"{value} is less than the least allowed, {meta.ge}"
    if meta.gt is not None and value <= meta.gt:
        return f"{value} is too little: more than {meta.gt} is needed"
    if meta.le is not None and value > meta.le:
        return f"{value} is more than the most allowed, {meta.le}"
    if meta.min_length is not None and len(value) < meta.min_length:
        return "this is empty: write something, or delete the key"
    return None


def fits(node: Node, wanted: Any) -> bool:
    """Return whether a node has the shape of a type, whatever is in it."""
    kind = get_origin(wanted) or wanted
    if kind is Annotated:
        return fits(node, get_args(wanted)[0])
    if kind in _UNIONS:
        return any(fits(node, member) for member in get_args(wanted))
    if kind is Literal:
        return node.style != "collection" and node.value is not None
    if kind is Any or (isinstance(node.value, bool) and kind is not bool):
        return kind is Any
    return isinstance(node.value, _shape(kind))


def _shape(kind: Any) -> Any:
    """Return the Python types that a node of a plain type can have for its value."""
    if kind in _LISTS or kind is frozenset:
        return tuple
    if kind in (dict, Mapping) or (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return Mapping
    return (int, float) if kind is float else kind or type(None)


def plain(node: Node) -> Any:
    """Return the value of a node and all below it as plain Python values."""
    if isinstance(node.value, Mapping):
        return {key: plain(below) for key, below in node.value.items()}
    return [plain(below) for below in node.items] if isinstance(node.value, tuple) else node.value


@cache
def fields_of(kind: type[msgspec.Struct]) -> dict[str, structs.FieldInfo]:
    """Return the fields of a Struct by the keys that stand for them in YAML."""
    return {field.encode_name: field for field in structs.fields(kind)}


def _mismatch(node: Node, wanted: tuple[Any, ...]) -> str:
    names = dict.fromkeys(_name(member) for member in wanted if member is not type(None))
    found = _found(node)
    message = f"{' or '.join(names)} belongs here, and this is {found}"
    if "text" in names and isinstance(node.value, int | float):
        return f"{message}: put it in quotes"
    if "a list" in names and node.style != "collection" and node.text:
        return f"{message}: write [{node.text}]"
    return message


def _name(wanted: Any) -> str:
    kind = get_origin(wanted) or wanted
    if kind is Annotated:
        return _name(get_args(wanted)[0])
    if kind is Literal:
        return f"one of {', '.join(map(str, get_args(wanted)))}"
    return _NAMES.get(kind, "a list" if kind is frozenset else "a mapping")


def _found(node: Node) -> str:
    if node.value is None:
        return "empty"
    if node.style == "collection":
        return "a list" if isinstance(node.value, tuple) else "a mapping"
    if isinstance(node.value, bool):
        return f"the truth value {node.text}"
    is_text = isinstance(node.value, str)
    return f"the text “{guess.shortened(node.text)}”" if is_text else f"the number {node.text}"


def _head(node: Node) -> Span:
    """Return the place to show for what a mapping lacks: its first key."""
    return next(iter(node.keys.values()), node.span)
