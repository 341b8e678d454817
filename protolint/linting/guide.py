"""Rules told to people: one rule with its reasons, and the list of all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from protolint.rulebook.rule import Example, Rule
from protolint.rulebook.rulebook import Reference, Rulebook

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


def explained(rule: Rule, rulebook: Rulebook, level: str) -> str:
    """Return all there is to know about a rule, as text."""
    blocks = [
        f"{rule.id}  ({rule.category}, {level})",
        _wrapped(rule.message),
        _wrapped(rule.why),
        _block("Examples", _examples(rule.examples)),
        _block("Holds for", _gates(rule)),
        _block("Sources", _sources(rule, rulebook.sources)),
        _wrapped(f"Limits: {rule.limits}") if rule.limits else "",
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
            words = textwrap.shorten(" ".join(rule.message.split()), 90, placeholder=" …")
            lines.append(f"  {rule.id:<{widest}}  {levels.get(rule.id, 'off'):<10}  {words}")
        lines.append("")
    return "\n".join(lines)


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    for example in examples:
        if example.bad is not None:
            yield from _wrapped(example.bad, "  ✗ ").splitlines()
        if example.good is not None:
            yield from _wrapped(example.good, "  ✓ ").splitlines()


def _gates(rule: Rule) -> Iterator[str]:
    for gate, name in _GATES:
        values = getattr(rule, gate)
        if values and values != ("*",):
            yield f"  {name}: {', '.join(values)}"


def _sources(rule: Rule, sources: Mapping[str, Reference]) -> Iterator[str]:
    for key in rule.sources:
        reference = sources.get(key)
        if reference is None:
            yield f"  {key}"
            continue
        where = f" <{reference.where}>" if reference.where else ""
        yield from _wrapped(f"{key}: {reference.title}{where}", "  ").splitlines()
    if rule.strength:
        yield f"  Strength {rule.strength}: {_STRENGTH[rule.strength]}."


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
