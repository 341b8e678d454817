"""A brand's traits, pronouns and contractions: shipped rules turned on, off or widened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import structs

from protolint.rulebook.brand import BRAND_PACK, Brand
from protolint.rulebook.rule import Rule

#: Forms with “I” and with “we”, as patterns in which upper case matters: “US” is no “us”.
_FORMS = {
    "I": ("I", "I'(?:m|ve|ll|d)", "[Mm]y", "me", "[Mm]ine", "[Mm]yself"),
    "we": ("[Ww]e", "[Ww]e'(?:re|ve|ll|d)", "[Oo]urs?", "us", "[Oo]urselves"),
}
_SHORT = {"re": ["are"], "ve": ["have"], "ll": ["will"], "d": ["would", "had"], "s": ["is", "has"]}
_BEFORE = {"re": "you we they", "ve": "I you we they", "ll": "I you he she we they it that there",
           "d": "I you he she we they", "s": "it that there here what who he she"}  # fmt: skip
Change = Callable[[Rule], Rule]


def with_voice(rules: tuple[Rule, ...], brand: Brand) -> tuple[Rule, ...]:
    """Return the rules with the traits, pronouns and contractions of a brand."""
    rules = _contracted(rules, brand)
    for author, pronoun in brand.pronouns.items():
        rules = _spoken_by(rules, author, pronoun)
    wanted = {name for trait in brand.voice for name in trait.rules}
    return tuple(
        structs.replace(rule, brand_level="on")
        if rule.id in wanted and rule.brand_level is None
        else rule
        for rule in rules
    )


def _contracted(rules: tuple[Rule, ...], brand: Brand) -> tuple[Rule, ...]:
    """Return the rules for “can't” and “it's”: `all` are fine, `none` are, or the positive ones."""
    if brand.contractions is None:
        return rules
    if brand.contractions == "all":
        off: Change = lambda rule: structs.replace(rule, brand_level="off")  # noqa: E731
        rules = _changed(rules, "negative-contraction", off)
        return _changed(rules, "conditional-contraction", off)
    rules = _changed(rules, "negative-contraction", _everywhere)
    return (*rules, _contraction()) if brand.contractions == "none" else rules


def _everywhere(rule: Rule) -> Rule:
    return structs.replace(rule, channels=(), brand_level="warning", examples=())


def _contraction() -> Rule:
    swaps: dict[str, Any] = {
        f"{before}'{short}": [f"{before} {word}" for word in words]
        for short, words in _SHORT.items()
        for before in _BEFORE[short].split()
    }
    return brand_rule(
        "contraction",
        "substitution",
        "“{match}” is a contraction, and our brand has none. Write “{replacement}”.",
        {"swaps": {**swaps, "I'm": "I am", "let's": "let us"}},
        locales=("en",),
    )


def _spoken_by(rules: tuple[Rule, ...], author: str, pronoun: str) -> tuple[Rule, ...]:
    """Return the rules for who speaks: an agent who is “I” may still say “we”, but not only."""
    if author == "agent" and pronoun == "I":
        return _changed(rules, "we-only", _only_where_we_speak)
    if author == "agent":
        rules = _changed(rules, "we-only", lambda rule: structs.replace(rule, brand_level="off"))
    other = "we" if pronoun == "I" else "I"
    message = f"“{{match}}” is not how we speak as {author}. Say “{pronoun}”."
    given = {"any": list(_FORMS[other]), "unless": ["\\?", '"'], "case": True}
    rule = brand_rule(
        "wrong-pronoun",
        "phrase",
        message,
        given,
        variant=author,
        authors=(author,),
        locales=("en",),
        scope=("public", "spoken"),
    )
    return (*rules, rule)


def _only_where_we_speak(rule: Rule) -> Rule:
    """Return the rule on “we” without “I”; of a script that says neither it asks nothing."""
    parts = [{"name": "I", "any": list(_FORMS["I"])}]
    given = {"when": list(_FORMS["we"]), "parts": parts, "case": True}
    changes: dict[str, Any] = {"check": "structure", "given": given, "examples": ()}
    return structs.replace(rule, brand_level="warning", **changes)


def _changed(rules: tuple[Rule, ...], name: str, change: Change) -> tuple[Rule, ...]:
    return tuple(change(rule) if rule.id == name else rule for rule in rules)


def brand_rule(name: str, check: str, message: str, given: dict[str, Any], **fields: Any) -> Rule:
    """Return a rule of the brand's own, at level warning and in any language if not said."""
    own = {"level": "warning", "category": BRAND_PACK, "locales": ("*",), **fields}
    why = "The brand file says so."
    return Rule(id=name, check=check, message=message, given=given, **{"why": why, **own})
