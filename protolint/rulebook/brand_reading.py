"""A brand's budgets and reading targets: the limits of shipped rules, changed per channel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from msgspec import structs

from protolint.rulebook.brand import BRAND_PACK, Brand
from protolint.rulebook.rule import Rule
from protolint.text.readability import METRICS

#: Metrics of which more is easier to read; a target is the least of them.
_EASE = frozenset({"flesch_reading_ease", "fernandez_huerta", "gulpease_index",
                   "gutierrez_polini", "szigriszt_pazos"})  # fmt: skip
_SPOKEN = frozenset({"phone", "ivr", "in-person"})
#: Targets in words, and the rule that measures them in writing and in speech.
_WORDS = {"sentence_words": ("long-sentence", "long-spoken-sentence"),
          "paragraph_words": ("long-paragraph", "long-paragraph")}  # fmt: skip
TARGETS = (*_WORDS, *METRICS)

#: Shipped rules that forbid all marks in a moment; a budget for it takes their place.
_STRICT = {"exclamation": ("cheer-in-bad-news",), "emoji": ("emoji-after-failure",)}
_MARKS = {"exclamation": "exclamation-marks", "emoji": "emoji"}


class Limit(NamedTuple):
    """A rule that measures, as a brand that is silent about it would find it."""

    id: str
    check: str
    given: Mapping[str, Any]
    message: str


def with_limits(rules: tuple[Rule, ...], brand: Brand, moments: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules with the budgets and the reading targets of a brand."""
    for mark in ("exclamation", "emoji"):
        budget = getattr(brand.budgets, mark)
        if budget:
            rules = _budgeted(rules, mark, budget, frozenset(moments))
    for channel, targets in brand.reading.items():
        for target, limit in targets.items():
            rules = _targeted(rules, channel, target, limit)
    return rules


def _budgeted(
    rules: tuple[Rule, ...], mark: str, budget: Mapping[str, int], moments: frozenset[str]
) -> tuple[Rule, ...]:
    """Return the rules with a budget: a moment's own beats a channel's, and the smaller first."""
    rule = _found(rules, _marks(mark))
    in_moments = sorted((name for name in budget if name in moments), key=lambda own: budget[own])
    on_channels = [name for name in budget if name not in moments and name != "default"]
    made = [
        _variant(rule, name, budget[name], channels=(name,), except_moments=in_moments)
        for name in on_channels
    ] + [
        _variant(rule, name, budget[name], moments=(name,), except_moments=in_moments[:number])
        for number, name in enumerate(in_moments)
    ]
    usual = structs.replace(
        rule, except_channels=tuple(on_channels), except_moments=tuple(in_moments)
    )
    if "default" in budget:
        usual = _variant(usual, "", budget["default"])
    allowed = tuple(name for name in in_moments if budget[name])
    return _replaced(_spared(rules, _STRICT[mark], allowed), rule, (usual, *made))


def _marks(mark: str) -> Limit:
    given = {"of": _MARKS[mark], "per": "script", "max": 3}
    message = "This is number {count} of these marks, and {max} is enough."
    return Limit(f"{mark}-overuse", "count", given, message)


def _spared(
    rules: tuple[Rule, ...], ids: Iterable[str], moments: tuple[str, ...]
) -> tuple[Rule, ...]:
    """Return the rules without those that forbid in some moments what the brand allows there."""
    return tuple(
        structs.replace(rule, except_moments=(*rule.except_moments, *moments))
        if rule.id in ids and moments
        else rule
        for rule in rules
    )


def _targeted(rules: tuple[Rule, ...], channel: str, target: str, limit: float) -> tuple[Rule, ...]:
    """Return the rules with a reading target, in place of the shipped one on that channel."""
    if target in _WORDS:
        written, spoken = _WORDS[target]
        name = spoken if channel in _SPOKEN else written
        kind = target.removesuffix("_words")
        given = {"of": kind, "unit": "words", "max": limit}
        message = f"This {kind} has {{length}} words, more than {{max}}. Split it in two."
        rule = _found(rules, Limit(name, "length", given, message))
        made = _variant(rule, channel, limit, channels=(channel,))
    else:
        rule = _found(rules, Limit("grade-level", "readability", {"metric": target}, ""))
        side, word = ("min", "below") if target in _EASE else ("max", "above")
        message = (
            f"Taken together, these scripts have a {{metric}} of {{value}}, {word} {{{side}}}."
        )
        made = structs.replace(
            _variant(rule, f"{channel}-{target}", None, channels=(channel,)),
            given={"metric": target, side: limit},
            message=f"{message} Shorten sentences and swap long words first.",
        )
    usual = structs.replace(rule, except_channels=(*rule.except_channels, channel))
    return _replaced(rules, rule, (usual, made))


def _variant(rule: Rule, name: str, limit: float | None, **gates: Iterable[str]) -> Rule:
    """Return a rule at the brand's own limit, for some channels or moments."""
    fields: dict[str, Any] = {key: tuple(value) for key, value in gates.items()}
    if limit is not None:
        fields["given"] = {**rule.given, "max": limit}
    if limit == 0:
        fields["message"] = "“{match}” is one too many: our brand has none here. Take it out."
    own = {
        "brand_level": "warning",
        "examples": (),
        "locales": ("*",),
        "except_channels": rule.except_channels,
    }
    if name:
        own = {**own, "variant": name, "except_channels": ()}
    return structs.replace(rule, **{**own, **fields})


def _found(rules: Iterable[Rule], limit: Limit) -> Rule:
    """Return the rule that measures; one made for the brand where none ships."""
    found = next((rule for rule in rules if rule.id == limit.id and not rule.variant), None)
    return found or Rule(
        id=limit.id,
        check=limit.check,
        level="off",
        message=limit.message,
        category=BRAND_PACK,
        given=dict(limit.given),
        locales=("*",),
    )


def _replaced(rules: tuple[Rule, ...], rule: Rule, made: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return the rules with some in the place of one of them, or at their end."""
    if rule not in rules:
        return (*rules, *made)
    at = rules.index(rule)
    return (*rules[:at], *made, *rules[at + 1 :])
