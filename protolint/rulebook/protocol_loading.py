"""A protocol from its YAML, with everything that is wrong in it, and the rules that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from protolint.placed import Fault, Node, guess
from protolint.rulebook import protocol_rules
from protolint.rulebook.page import Page
from protolint.rulebook.protocol import Protocol, ProtocolPart, Way
from protolint.rulebook.rule import Example, Rule
from protolint.rulebook.rule_loading import Allowed, example_faults, gate_faults
from protolint.script import MOVES, Position
from protolint.text.patterns import PatternError, compile_pattern

_NAME = re.compile(r"[a-z0-9]+(?:[ -][a-z0-9]+)*")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VALUE = re.compile(r"\{(\w+)\}")
_WAYS = "`move`, `one_of`, `any`, `placeholder` or `rule`"
Loaded = list[tuple[Rule, Page, Node]]


def load_protocol(page: Page, allowed: Allowed) -> Protocol | None:
    """Return the protocol of a page, or None where it cannot be made or holds what cannot be.

    What is wrong becomes problems of the page. A protocol with a fault makes no rules.
    """
    before = len(page.problems)
    protocol = page.take(page.node, Protocol)
    if protocol is None:
        return None
    for fault in _faults(protocol, page, allowed):
        page.wrong(fault.span, fault.message)
    return protocol if len(page.problems) == before else None


def made_rules(protocol: Protocol, page: Page, rules: Iterable[Rule]) -> Loaded:
    """Return the rules that a protocol makes, with its page and the node of their part.

    `rules` are those that its parts may name. What a rule cannot serve for becomes a problem.
    """
    known = {rule.id: rule for rule in rules}
    for fault in _rule_faults(protocol, page.node, known):
        page.wrong(fault.span, fault.message)
    sound = {name: rule for name, rule in known.items() if rule.check}
    made = list(protocol_rules.compiled(protocol, sound))
    _check_examples(protocol, page, {rule.id for rule, _ in made})
    return [
        (_placed(rule, protocol, page, number), page, _node(page, number)) for rule, number in made
    ]


def _node(page: Page, number: int | None) -> Node:
    """Return the node of a part that names sources of its own, else that of the protocol."""
    part = page.node.at("parts", number) if number is not None else page.node
    return part if "sources" in part.entries else page.node


def _faults(protocol: Protocol, page: Page, allowed: Allowed) -> Iterator[Fault]:
    node = page.node
    if not _ID.fullmatch(protocol.protocol):
        message = f"“{guess.shortened(protocol.protocol)}” is no name of a protocol: small letters"
        yield Fault(node.place("protocol"), f"{message}, digits and hyphens")
    yield from gate_faults(protocol, node, allowed)
    for item, name in enumerate(protocol.except_channels):
        if name not in allowed["channel"]:
            place = node.place("except_channels", item)
            yield Fault(place, guess.unknown("channel", name, allowed["channel"]))
    for number, part in enumerate(protocol.parts):
        yield from _part_faults(part, node.at("parts", number), page)
    yield from _name_faults(protocol, node)
    for option in ("when", "unless"):
        for item, pattern in enumerate(getattr(protocol, option)):
            yield from _pattern_faults(page, node.at(option, item), pattern)
    for number, example in enumerate(protocol.examples):
        own = Example(bad=example.bad, good=example.good, given=example.given)
        yield from example_faults(node.at("examples", number), own, allowed)
    if protocol.at_least is not None and protocol.at_least > len(protocol.parts):
        count = len(protocol.parts)
        yield Fault(node.place("at_least"), f"there are only {count} parts: ask for fewer")


def _part_faults(part: ProtocolPart, node: Node, page: Page) -> Iterator[Fault]:
    if not (part.move or part.one_of or part.any or part.placeholder or part.rule):
        yield Fault(node.span, f"nothing says by what this part is known: give {_WAYS}")
    elif not part.title:
        yield Fault(node.span, "this part has no `name`, and messages need one: add it")
    elif not _NAME.fullmatch(part.title):
        message = f"“{guess.shortened(part.title)}” is no name of a part: small letters, digits"
        yield Fault(node.place("name"), f"{message}, spaces and hyphens")
    said = [key for key in ("required", "optional", "forbidden") if getattr(part, key)]
    if len(said) > 1:
        message = f"`{said[0]}` and `{said[1]}` contradict each other: keep one"
        yield Fault(node.key(said[1]), message)
    if part.forbidden and part.at_most is not None:
        yield Fault(node.key("at_most"), "the part is forbidden, so this says nothing: delete it")
    for name in _VALUE.findall(part.say):
        if name not in ("where", "part"):
            message = guess.unknown("value for messages", f"{{{name}}}", ("{where}", "{part}"))
            yield Fault(page.inside(node.place("say"), f"{{{name}}}"), message)
    for item, pattern in enumerate(part.exceptions):
        yield from _pattern_faults(page, node.at("exceptions", item), pattern)
    for way, place in _ways(part, node):
        yield from _way_faults(way, place, page)


def _ways(part: ProtocolPart, node: Node) -> Iterator[tuple[str | Way, Node]]:
    """Yield the ways by which a part is known, each with its place."""
    yield Way(**{name: getattr(part, name) for name in Way.__struct_fields__}), node
    for number, way in enumerate(part.one_of or ()):
        yield way, node.at("one_of", number)
    others = part.others
    if isinstance(others, tuple):
        yield from ((way, node.at("or", number)) for number, way in enumerate(others))
    elif others is not None:
        yield others, node.at("or")


def _way_faults(way: str | Way, node: Node, page: Page) -> Iterator[Fault]:
    if isinstance(way, str):
        if way not in MOVES:
            yield Fault(node.span, guess.unknown("move", way, MOVES))
        return
    if way.move is not None and way.move not in MOVES:
        yield Fault(node.place("move"), guess.unknown("move", way.move, MOVES))
    if way.time is not None and way.move is None:
        yield Fault(node.key("with"), "`with` says by when a move is; there is no `move` here")
    for item, pattern in enumerate(way.any or ()):
        yield from _pattern_faults(page, node.at("any", item), pattern)
    for item, pattern in enumerate(protocol_rules.names(way)):
        yield from _pattern_faults(page, node.at("placeholder", item), pattern)


def _pattern_faults(page: Page, node: Node, pattern: str) -> Iterator[Fault]:
    try:
        compile_pattern(pattern)
    except PatternError as error:
        place = page.inside(node.span, pattern, error.offset)
        yield Fault(place, f"the pattern “{guess.shortened(pattern)}”: {error.message}")


def _name_faults(protocol: Protocol, node: Node) -> Iterator[Fault]:
    names = [part.name or part.move or "" for part in protocol.parts]
    titles = [part.title for part in protocol.parts]
    for number, title in enumerate(titles):
        if title and titles.index(title) != number:
            message = f"there are two parts “{title}”: give one of them another `name`"
            yield Fault(node.place("parts", number), message)
    for item, name in enumerate(protocol.order):
        if name not in names:
            yield Fault(node.place("order", item), guess.unknown("part", name, names))


def _rule_faults(protocol: Protocol, node: Node, known: Mapping[str, Rule]) -> Iterator[Fault]:
    for number, part in enumerate(protocol.parts):
        for way, place in _ways(part, node.at("parts", number)):
            if isinstance(way, str) or way.rule is None:
                continue
            if way.rule not in known:
                yield Fault(place.place("rule"), guess.unknown("rule", way.rule, known))
            elif (reason := _unusable(known[way.rule])) is not None and not part.forbidden:
                yield Fault(place.place("rule"), f"no part can be known by “{way.rule}”: {reason}")


def _unusable(rule: Rule) -> str | None:
    """Return why a part cannot be known by what a rule finds, or None where it can."""
    if not rule.check:
        return "the rule is faulty itself"
    if rule.options.is_library:
        return "it looks at the whole library"
    if getattr(rule.options, "case", False):
        return "upper and lower case differ in it"
    return None


def _check_examples(protocol: Protocol, page: Page, made: set[str]) -> None:
    for number, example in enumerate(protocol.examples):
        node = page.node.at("examples", number)
        for item, name in enumerate(example.breaks):
            if name not in made:
                page.wrong(node.place("breaks", item), guess.unknown("rule", name, sorted(made)))
        if (example.bad is None) != (not example.breaks):
            message = "`bad` and `breaks` need each other: name the rules that find fault with it"
            page.wrong(node.span, message)


def _placed(rule: Rule, protocol: Protocol, page: Page, number: int | None) -> Rule:
    part = page.node.at("parts", number) if number is not None else page.node.at("protocol")
    own: dict[str, Any] = {"path": page.path, "is_shipped": page.is_shipped}
    places = {"": page.position(part.span), **dict(_example_places(rule, protocol, page))}
    return msgspec.structs.replace(rule, **own, places=places)


def _example_places(rule: Rule, protocol: Protocol, page: Page) -> Iterator[tuple[str, Position]]:
    """Yield where the texts of a rule's examples stand, by their number among its own."""
    shown = [
        number
        for number, example in enumerate(protocol.examples)
        if rule.id in example.breaks or example.good is not None
    ]
    for own, number in enumerate(shown):
        for part, below in page.node.at("examples", number).entries.items():
            yield f"examples/{own}/{part}", page.position(below.span)
