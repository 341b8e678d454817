"""A protocol made into rules: one for each thing that a script can lack, misplace or overdo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from protolint.placed.convert import fields_of
from protolint.rulebook import protocol_words as words
from protolint.rulebook.protocol import Protocol, ProtocolPart, Way
from protolint.rulebook.rule import Example, Gates, Level, Rule
from protolint.rulebook.rulebook import PROTOCOL_PACK

_WITH = {"time": " with time", "no-time": " without time", None: ""}
Known = Mapping[str, Rule]


def compiled(protocol: Protocol, known: Known) -> Iterator[tuple[Rule, int | None]]:
    """Yield the rules that hold a script to a protocol, each with the number of its part.

    `known` are the rules by which parts may be known. The number is None for what is about all
    parts together.
    """
    for number, part in enumerate(protocol.parts):
        if part.forbidden:
            made = _forbidding(protocol, part, known)
        else:
            made = _asking(protocol, part, known)
        yield from ((_with_examples(rule, protocol), number) for rule in made)
    yield from ((_with_examples(rule, protocol), None) for rule in _of_all(protocol, known))


def slug(title: str) -> str:
    """Return the name of a part as the ids of its rules have it."""
    return "-".join(title.lower().split())


def _asking(protocol: Protocol, part: ProtocolPart, known: Known) -> Iterator[Rule]:
    name = slug(part.title)
    parts = {"parts": _parts(protocol, part, known), **_order(protocol, part), "of": part.title}
    is_asked = part.presence == "required" or (not part.presence and protocol.at_least is None)
    if is_asked:
        given = {**parts, "tells": "missing"}
        yield _rule(protocol, part, f"missing-{name}", words.missing(part.title, part.say), given)
        sort = "late" if part.within_first else "early" if part.within_last else ""
        if sort:
            given = {**parts, "tells": sort}
            yield _rule(protocol, part, f"{sort}-{name}", words.misplaced(part.title), given)
    if part.at_most is not None:
        given = {**parts, "tells": "repeated"}
        yield _rule(protocol, part, f"repeated-{name}", words.repeated(part.title), given)


def _forbidding(protocol: Protocol, part: ProtocolPart, known: Known) -> Iterator[Rule]:
    """Yield the rule against a part; what a rule finds is told by that rule, only here as well."""
    for way in part.ways:
        if way.rule is not None and way.rule in known:
            yield _narrowed(known[way.rule], protocol, _level(protocol, part))
    own = _known_by(part, known, without_rules=True)
    if own:
        given = {"parts": [{"name": part.title, "is": "forbidden", **_places(part), **own}]}
        message = words.unwanted(part.title, part.say)
        yield _rule(protocol, part, f"unwanted-{slug(part.title)}", message, given)


def _of_all(protocol: Protocol, known: Known) -> Iterator[Rule]:
    parts = _parts(protocol, None, known)
    if protocol.order:
        given = {"parts": parts, **_order(protocol), "tells": "out-of-order"}
        yield _rule(protocol, None, "out-of-order", words.out_of_order(), given)
    if protocol.at_least is not None:
        given = {"parts": parts, "at_least": protocol.at_least, "tells": "too-few"}
        yield _rule(protocol, None, "too-few-parts", words.too_few(protocol.at_least), given)


def _parts(protocol: Protocol, about: ProtocolPart | None, known: Known) -> list[dict[str, Any]]:
    """Return the parts that may be there as the check takes them; only one has to be in place."""
    parts = []
    for part in protocol.parts:
        if part.forbidden:
            continue
        made: dict[str, Any] = {"name": part.title, **_known_by(part, known)}
        if about is None:
            made |= {"is": part.presence} if part.presence else {}
        elif part is about:
            made |= {"is": "required", **_places(part)}
            made |= {"at_most": part.at_most} if part.at_most is not None else {}
        parts.append(made)
    return parts


def _order(protocol: Protocol, about: ProtocolPart | None = None) -> dict[str, list[str]]:
    """Return the order of the parts, which says where a missing one belongs."""
    titles = {own.name or own.move: own.title for own in protocol.parts}
    order = [titles.get(name, name) for name in protocol.order]
    return {"order": order} if order and (about is None or about.title in order) else {}


def _places(part: ProtocolPart) -> dict[str, int]:
    given = {name: getattr(part, name) for name in ("within_first", "within_last")}
    return {name: number for name, number in given.items() if number is not None}


def _known_by(
    part: ProtocolPart, known: Known, *, without_rules: bool = False
) -> dict[str, list[Any]]:
    """Return the options of the check by which a part is known."""
    rules = [] if without_rules else [way.rule for way in part.ways if way.rule in known]
    found: dict[str, list[Any]] = {
        "moves": [f"{way.move}{_WITH[way.time]}" for way in part.ways if way.move],
        "any": [pattern for way in part.ways for pattern in way.any or ()],
        "placeholders": [name for way in part.ways for name in names(way)],
        "rules": [{"check": known[own].check, "given": known[own].given} for own in rules if own],
        "exceptions": list(part.exceptions),
    }
    return {option: values for option, values in found.items() if values}


def names(way: Way) -> tuple[str, ...]:
    """Return the patterns of names of placeholders that a part is known by."""
    return (way.placeholder,) if isinstance(way.placeholder, str) else way.placeholder or ()


def _rule(
    protocol: Protocol,
    part: ProtocolPart | None,
    name: str,
    message: str,
    given: dict[str, Any],
) -> Rule:
    shared = ("when", "unless", "min_sentences")
    options = {option: _plain(getattr(protocol, option)) for option in shared}
    return Rule(
        id=name,
        check="structure",
        category=PROTOCOL_PACK,
        variant=protocol.protocol,
        message=message,
        level=_level(protocol, part),
        why=(part and part.why) or protocol.why or protocol.about,
        sources=(part and part.sources) or protocol.sources,
        strength=(part and part.strength) or protocol.strength,
        limits=(part and part.limits) or protocol.limits,
        given=given | {option: value for option, value in options.items() if value},
        except_channels=protocol.except_channels,
        **_gates(protocol),
    )


def _level(protocol: Protocol, part: ProtocolPart | None) -> Level:
    """Return the level of what a part asks for; evidence of strength C makes a suggestion."""
    level = (part and part.level) or protocol.level
    strength = (part and part.strength) or protocol.strength
    return "suggestion" if strength == "C" and level in ("error", "warning") else level


def _gates(protocol: Protocol) -> dict[str, Any]:
    return {gate: getattr(protocol, gate) for gate in fields_of(Gates)}


def _narrowed(rule: Rule, protocol: Protocol, level: Level) -> Rule:
    """Return a rule as it holds in a protocol: at the level and within the gates of that."""
    gates = _gates(protocol)
    wider = {gate: getattr(rule, gate) for gate in gates if not gates[gate] or gate == "scope"}
    own = {"variant": protocol.protocol, "level": level, **gates, **wider}
    own["except_channels"] = (*rule.except_channels, *protocol.except_channels)
    return msgspec.structs.replace(rule, **own)


def _with_examples(rule: Rule, protocol: Protocol) -> Rule:
    """Return the rule with the examples of its protocol that show it."""
    examples = []
    for example in protocol.examples:
        bad = example.bad if rule.id in example.breaks else None
        if bad is not None or example.good is not None:
            examples.append(Example(bad=bad, good=example.good, given=example.given))
    return msgspec.structs.replace(rule, examples=tuple(examples))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
