"""One rule from its YAML, with everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from protolint import folder
from protolint.checks._check import Check
from protolint.placed import Fault, Node, guess
from protolint.placed.convert import fields_of
from protolint.rulebook import words
from protolint.rulebook.page import Page, split
from protolint.rulebook.rule import Common, Example, Gates, Rule, check_class
from protolint.script import Position, Span
from protolint.text.patterns import PatternError, compile_pattern

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VALUE = re.compile(r"\{(\w+)\}")
Allowed = Mapping[str, tuple[str, ...]]


def load_rule(page: Page, node: Node, defaults: Mapping[str, Any], allowed: Allowed) -> Rule | None:
    """Return a rule, or None where it cannot be made; what is wrong becomes problems of the page.

    A faulty rule is still one, so that what names it is not wrong too; its examples are left out,
    since they cannot be run.

    `defaults` are fields of its pack: category, path, locales, channels.
    """
    if not isinstance(node.value, Mapping):
        page.take(node, Common)
        return None
    before = len(page.problems)
    kind = _check(page, node)
    own = fields_of(kind) if kind else {}
    ours, rest = split(node, _common_keys(node, own))
    options = _options(page, rest, node, kind) if kind else None
    common = page.take(ours, Common)
    if common is None:
        return _stand_in(node, defaults)
    for fault in (
        *_common_faults(common, node, allowed),
        *_option_faults(page, common, node, options),
    ):
        page.wrong(fault.span, fault.message)
    if len(page.problems) > before:
        common = msgspec.structs.replace(common, examples=())
    return _made(page, node, defaults, common, _given(options, rest))


def _made(
    page: Page,
    node: Node,
    defaults: Mapping[str, Any],
    common: Common,
    given: dict[str, Any],
) -> Rule:
    said = {key: getattr(common, key) for key in fields_of(Common) if key in node.entries}
    return Rule(**{**defaults, **said, "given": given, "places": dict(_places(page, node))})


def _stand_in(node: Node, defaults: Mapping[str, Any]) -> Rule | None:
    """Return a rule that is never run, for the id of one that cannot be made."""
    own = node.at("id")
    if own.style == "collection" or not own.text:
        return None
    return Rule(**{**defaults, "id": own.text, "check": "", "level": "off", "message": ""})


def _check(page: Page, node: Node) -> type[Check] | None:
    name = node.entries.get("check")
    if name is None or not isinstance(name.value, str):
        return None
    known = folder.names("protolint.checks")
    if name.value in known:
        return check_class(name.value)
    page.wrong(name.span, guess.unknown("check", name.value, known))
    return None


def _given(options: Check | None, rest: Node) -> dict[str, Any]:
    """Return the options as plain data; none where they are wrong, and the rule is never run."""
    keys = (fields_of(type(options)).keys() & rest.entries.keys()) if options else ()
    given = {key: getattr(options, key) for key in sorted(keys)}
    return {key: _listed(msgspec.to_builtins(value)) for key, value in given.items()}


def _listed(value: Any) -> Any:
    """Return plain data with lists for tuples, as it comes back from where it is kept."""
    if isinstance(value, dict):
        return {key: _listed(below) for key, below in value.items()}
    return [_listed(below) for below in value] if isinstance(value, list | tuple) else value


def _common_keys(node: Node, own: Mapping[str, Any]) -> set[str]:
    """Return the keys of a rule that are no options of its check, slips of such keys included."""
    common = fields_of(Common)
    known = (*own, *common)
    return {
        key
        for key in node.entries
        if key not in own and (key in common or guess.closest(key, known) in common)
    }


def _options(page: Page, rest: Node, node: Node, kind: type[Check]) -> Check | None:
    if not rest.entries:  # what is missing is shown at the head of the rule
        rest = msgspec.structs.replace(rest, keys={"": next(iter(node.keys.values()))})
    return page.take(rest, kind)


def _common_faults(common: Common, node: Node, allowed: Allowed) -> Iterator[Fault]:
    if not _ID.fullmatch(common.id):
        message = f"“{guess.shortened(common.id)}” is no id: small letters, digits and hyphens"
        yield Fault(node.place("id"), message)
    yield from gate_faults(common, node, allowed)
    for number, example in enumerate(common.examples):
        yield from example_faults(node.at("examples", number), example, allowed)


def gate_faults(gates: Gates, node: Node, allowed: Allowed) -> Iterator[Fault]:
    """Yield the values of gates that no script can have."""
    for gate, key in words.GATES.items():
        known = allowed[key]
        for item, value in enumerate(getattr(gates, gate)):
            if value not in known:
                yield Fault(node.place(gate, item), guess.unknown(key, value, known))
    for item, key in enumerate(gates.needs):
        if key not in words.KEYS:
            message = guess.unknown("front matter key", key, words.KEYS)
            yield Fault(node.place("needs", item), message)


def example_faults(node: Node, example: Example, allowed: Allowed) -> Iterator[Fault]:
    """Yield what is wrong with an example, whatever its rule is."""
    if example.bad is None and example.good is None:
        yield Fault(node.span, "an example has a text under `bad`, under `good` or both")
    if example.finds is not None and example.finds not in (example.bad or ""):
        yield Fault(node.place("finds"), f"“{guess.shortened(example.finds)}” is not in `bad`")
    if example.fixed is not None and example.bad is None:
        yield Fault(node.place("fixed"), "`fixed` is what `bad` becomes, and there is none")
    given = node.at("with")
    for key, value in example.given.items():
        if key not in words.KEYS:
            yield Fault(given.key(key), guess.unknown("front matter key", key, words.KEYS))
            continue
        for item, name in enumerate([value] if isinstance(value, str) else value):
            if key in allowed and name not in allowed[key]:
                place = given.place(key, item)
                yield Fault(place, guess.unknown(key, name, allowed[key]))


def _option_faults(
    page: Page, common: Common, node: Node, options: Check | None
) -> Iterator[Fault]:
    if options is None:
        return
    yield from _message_faults(page, common, node.place("message"), options)
    for option, item, pattern in options.patterns():
        try:
            compile_pattern(pattern, bool(getattr(options, "case", False)))
        except PatternError as error:
            place = page.inside(_option_place(node, option, item), pattern, error.offset)
            yield Fault(place, f"the pattern “{guess.shortened(pattern)}”: {error.message}")
    found = list(options.mistakes())
    for mistake in found:
        yield Fault(_option_place(node, mistake.option, mistake.item), mistake.message)
    if not found:
        yield from _contradictions(node, options)


def _message_faults(page: Page, common: Common, place: Span, options: Check) -> Iterator[Fault]:
    named = {"match", *options.values}
    for name in _VALUE.findall(common.message):
        if name not in named:
            shown = (f"{{{own}}}" for own in sorted(named))
            message = guess.unknown("value for messages", f"{{{name}}}", shown)
            yield Fault(page.inside(place, f"{{{name}}}"), message)


def _option_place(node: Node, option: str, item: int | str | None) -> Span:
    """Return where an item of an option stands; the option's key, where it has no such item."""
    if item is None:
        return node.key(option)
    below = node.at(option)
    return below.key(item) if isinstance(item, str) else below.place(item)


def _contradictions(node: Node, options: Check) -> Iterator[Fault]:
    """Yield options that keep the rule from ever finding anything, or make a range impossible."""
    heads = frozenset(getattr(options, "any", None) or ())
    for option in ("unless", "exceptions"):
        for item, pattern in enumerate(getattr(options, option, None) or ()):
            if pattern in heads:
                message = f"“{guess.shortened(pattern)}” is in `any` too: it can never be found"
                yield Fault(_option_place(node, option, item), f"{message}; delete one of the two")
    least, most = getattr(options, "min", None), getattr(options, "max", None)
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        message = f"`min` ({least}) is more than `max` ({most}): turn them round"
        yield Fault(node.place("min"), message)


def _places(page: Page, node: Node) -> Iterator[tuple[str, Position]]:
    yield "", page.position(node.place("id"))
    for number, example in enumerate(node.at("examples").items):
        for part, below in example.entries.items():
            yield f"examples/{number}/{part}", page.position(below.span)
