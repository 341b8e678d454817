"""Rules told to people: one rule with its reasons, and the list of all."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import PROTOCOL_PACK, Reference, Rulebook
from protolint.rulebook.words import FIXED, GATES

T = TypeVar("T")

_STRENGTH = {
    "A": "studies of service, or the body that sets the standard, say exactly this",
    "B": "style guides, or a single or indirect study",
    "C": "the view of practitioners",
}
_GATES = (
    ("channels", "channels"),
    ("platforms", "platforms"),
    ("moments", "moments"),
    ("faults", "faults"),
    ("severities", "severities"),
    ("authors", "authors"),
    ("shapes", "shapes"),
    ("types", "types"),
    ("locales", "languages"),
)
_WIDTH = 88
#: Rules with long lists of words have long lists of examples; these show what they are about.
_MOST_SHOWN = 12
#: Of examples that are too long for a channel the beginning is enough.
_LONGEST = 400
_ADDRESS = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s,;<>]*)?")
_WHERE = re.compile(r",? \{where\},?")


def explained(rule: Rule, rulebook: Rulebook, level: str) -> str:
    """Return all there is to know about a rule and those that share its id, as text."""
    same = [own for own in rulebook.rules if own.id == rule.id] or [rule]
    blocks = [
        f"{rule.id}  ({rule.category}, {level})",
        *_once(_wrapped(_plain(own.message)) for own in same),
        *_once(_wrapped(own.why) for own in same),
        _block("Examples", _examples(_once(one for own in same for one in _shown(own)))),
        _block("Protocols", _protocols(same, rulebook)),
        *_once(_block("Holds for", _gates(own)) for own in same if own.category != PROTOCOL_PACK),
        _block("Sources", _sources(same, rulebook.sources)),
        _wrapped(f"Limits: {' '.join(_once(own.limits for own in same))}") if rule.limits else "",
        f"To allow it in one place:  <!-- protolint allow {rule.id}: your reason -->",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def listed(rules: Sequence[Rule], levels: Mapping[str, str]) -> str:
    """Return a line for each rule, by pack: its name, level, and what it says."""
    widest = max((len(rule.id) for rule in rules), default=0)
    lines: list[str] = []
    for pack in dict.fromkeys(rule.category for rule in rules):
        lines.append(pack)
        for rule in (rule for rule in rules if rule.category == pack):
            words = textwrap.shorten(" ".join(_plain(rule.message).split()), 90, placeholder=" …")
            lines.append(f"  {rule.id:<{widest}}  {levels.get(rule.id, 'off'):<10}  {words}")
        lines.append("")
    return "\n".join(lines)


def _plain(message: str) -> str:
    """Return the message of a rule without the place where something belongs, known only there."""
    return _WHERE.sub("", message)


def _once(texts: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(text for text in texts if text))


def _shown(rule: Rule) -> Iterator[tuple[str, str]]:
    for example in rule.examples:
        yield from (
            (sign, text) for sign, text in (("✗", example.bad), ("✓", example.good)) if text
        )


def _examples(shown: Sequence[tuple[str, str]]) -> Iterator[str]:
    for sign, text in shown[:_MOST_SHOWN]:
        short = textwrap.shorten(text, _LONGEST, placeholder=" …")
        yield from _wrapped(short, f"  {sign} ").splitlines()
    if len(shown) > _MOST_SHOWN:
        yield f"  … and {len(shown) - _MOST_SHOWN} more in its file"


def _protocols(rules: Iterable[Rule], rulebook: Rulebook) -> Iterator[str]:
    """Yield the protocols that make the rules: what they are about, and where they hold."""
    about = {own.protocol: own.about for own in rulebook.protocols}
    for rule in rules:
        if rule.category == PROTOCOL_PACK and rule.variant in about:
            text = f"{rule.variant} ({rule.level}): {about[rule.variant]}"
            yield from _wrapped(text, "  ").splitlines()
            yield from (f"  {line}" for line in _gates(rule))


def _gates(rule: Rule) -> Iterator[str]:
    for gate, name in _GATES:
        values = getattr(rule, gate)
        others = [own for own in FIXED.get(GATES.get(gate, ""), ()) if own not in values]
        if others and len(others) < len(values):
            yield f"  {name}: all but {', '.join(others)}"
        elif values and values != ("*",):
            yield f"  {name}: {', '.join(values)}"
    if rule.except_channels:
        yield f"  not on: {', '.join(rule.except_channels)}"
    if rule.except_moments:
        yield f"  not when it is: {', '.join(rule.except_moments)}"
    for limit, name in (("max", "at most"), ("min", "at least")):
        if rule.given.get(limit) is not None:
            yield f"  {name}: {rule.given[limit]:g}"


def _sources(rules: Sequence[Rule], sources: Mapping[str, Reference]) -> Iterator[str]:
    for key in _once(key for rule in rules for key in rule.sources):
        reference = sources.get(key)
        if reference is None:
            yield f"  {key}"
            continue
        status = "" if reference.status == "read" else f" ({reference.status})"
        where = f" <{link(reference.where) or reference.where}>" if reference.where else ""
        yield from _wrapped(f"{key}: {reference.title}{status}{where}", "  ").splitlines()
    for strength in _once(rule.strength for rule in rules):
        if strength:
            yield f"  Strength {strength}: {_STRENGTH[strength]}."


def link(where: str) -> str:
    """Return the URL of where a source is found; empty where that is told in words."""
    found = _ADDRESS.match(where)
    return f"https://{found[0]}" if found else ""


def _block(title: str, lines: Iterable[str]) -> str:
    found = list(lines)
    return "\n".join([f"{title}:", *found]) if found else ""


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
