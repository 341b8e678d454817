"""A brand made into rules: those of its own, and those that ship as it changes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import structs, to_builtins

from protolint.rulebook.brand import Brand
from protolint.rulebook.brand_reading import with_limits
from protolint.rulebook.brand_subjects import subject
from protolint.rulebook.brand_voice import brand_rule, with_voice
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.text.lexicon import Lexicon, literal, widened

#: The shapes that begin and end as a message does; fragments are put into one.
_WHOLE = ("message", "call-script")
#: The moments that ask for no greeting (codes, receipts, warnings, music on hold).
_BRIEF = ("notice", "safety", "hold")
#: What facts state, and the rule that tells of anything else.
_FACTS = {
    "times": "wrong-time-frame",
    "amounts": "wrong-amount",
    "phones": "wrong-phone-number",
    "links": "wrong-link",
}


class Places(NamedTuple):
    """The brand file as findings show it, and where it lists each intent (`checks.coverage`)."""

    path: str
    intents: dict[str, dict[str, int | str]]


def with_brand(book: Rulebook, brand: Brand, locale: str, places: Places | None = None) -> Rulebook:
    """Return a rulebook with the rules that a brand makes, and those it changes.

    `locale` is the language of the brand's greetings: that of the project.
    """
    moments = book.allowed["moment"]
    rules = with_voice(with_limits(book.rules, brand, moments), brand)
    language = locale.partition("-")[0].partition("_")[0]
    return structs.replace(
        book,
        brand=brand,
        rules=(*rules, *_own(brand, language, places or Places("", {}))),
        lexicons=tuple(_widened(own, brand, language) for own in book.lexicons),
    )


def _widened(lexicon: Lexicon, brand: Brand, language: str) -> Lexicon:
    """Return a lexicon with the words by which the brand makes its moves, in its language."""
    if lexicon.lexicon != language:
        return lexicon
    return widened(lexicon, {move: tuple(map(literal, own)) for move, own in brand.moves.items()})


def _own(brand: Brand, language: str, places: Places) -> Iterator[Rule]:
    if brand.terms:
        yield _terms(brand)
    if brand.names:
        message = "“{match}” is a name spelt otherwise. Write “{name}”, exactly so."
        yield brand_rule("misspelt-name", "names", message, {"names": list(brand.names)})
    yield from _greetings(brand, language)
    yield from _facts(brand)
    if brand.verbatim:
        message = "This is nearly the text “{id}”, which is used to the letter: {difference}."
        texts = [{"id": own.id, "text": own.text} for own in brand.verbatim]
        yield brand_rule("altered-text", "verbatim", message, {"texts": texts}, level="error")
    if brand.intents:
        message = (
            "The brand file lists no intent “{intent}”{meant}. Use one that it lists, or add it."
        )
        given = {"known": list(brand.intents)}
        yield brand_rule("unknown-intent", "intent", message, given, level="suggestion")
        yield _unanswered(brand, places)


def _unanswered(brand: Brand, places: Places) -> Rule:
    message = (
        "“{intent}” {gap}. Write a script for it, or tell the brand file what is served where."
    )
    intents = {name: list(served) for name, served in brand.served.items()}
    given = {"intents": intents, "path": places.path, "places": places.intents}
    return brand_rule("unanswered-intent", "coverage", message, given)


def _terms(brand: Brand) -> Rule:
    terms = [
        {"not": list(term.avoided), "use": term.use, "why": " ".join(term.why.split())}
        for term in brand.terms
    ]
    message = "“{match}” is not how our brand says it. {advice}"
    return brand_rule("avoided-term", "terms", message, {"terms": terms})


def _greetings(brand: Brand, language: str) -> Iterator[Rule]:
    """Yield two rules for each channel with greetings, and two for each with sign-offs."""
    for of, texts in (("greeting", brand.greetings), ("sign-off", brand.sign_offs)):
        does, place = ("greets", "Begin") if of == "greeting" else ("signs off", "End")
        for channel, given in texts.items():
            fields: dict[str, Any] = {
                "variant": channel,
                "channels": (channel,),
                "shapes": _WHOLE,
                "locales": (language,),
            }
            message = f"“{{match}}” is not how our brand {does} here. Write {{given}}."
            options = {"of": of, "any": list(given), "finds": "another"}
            yield brand_rule(f"wrong-{of}", "greeting", message, options, **fields)
            message = f"There is no {of}, and our brand {does} here. {place} with {{given}}."
            options = {**options, "finds": "none"}
            level = "warning" if of == "greeting" else "suggestion"  # many help desks sign off
            more = {"level": level, "except_moments": _BRIEF}
            yield brand_rule(f"missing-{of}", "greeting", message, options, **fields, **more)


def _facts(brand: Brand) -> Iterator[Rule]:
    """Yield a rule for each kind of thing that is stated, about all subjects that state it."""
    for kind, name in _FACTS.items():
        subjects = [
            to_builtins(subject(fact, getattr(fact, kind)))
            for fact in brand.facts
            if getattr(fact, kind)
        ]
        if not subjects:
            continue
        where = "anywhere" if kind == "phones" else "subject"
        given = {"of": kind, "subjects": subjects, "where": where}
        message = "“{match}” is not what our brand says about {about}. It says {given}."
        yield brand_rule(name, "facts", message, given)
        if kind == "times":
            message = "“{match}” is a promise that is nowhere in the brand file. It has {given}."
            given = {**given, "where": "elsewhere"}
            yield brand_rule("unlisted-promise", "facts", message, given, level="suggestion")
