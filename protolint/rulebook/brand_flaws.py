"""What a brand file says that cannot hold: unknown rules, channels, metrics and broken texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protolint.checks._stated import values
from protolint.placed import guess
from protolint.rulebook import words
from protolint.rulebook.brand import Brand
from protolint.rulebook.brand_reading import TARGETS
from protolint.rulebook.disagreement import Flaw
from protolint.rulebook.rulebook import Rulebook
from protolint.text.slots import slot_faults

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CLAUSE_END = re.compile(r"[,;:.!?](?:\s|$)|\n")
_STATED = {
    "times": "no length of time: write a number and a unit, as in “5 working days”",
    "amounts": "no amount: write a number and a currency or %, as in “£35”",
    "phones": "no telephone number: write its digits, as in “0800 123 456”",
    "links": "no address: write one such as “acme.example/help” or “help@acme.example”",
}


def flaws(brand: Brand, book: Rulebook) -> Iterator[Flaw]:
    """Yield everything that is sound YAML of the right types and yet cannot hold."""
    for item, trait in enumerate(brand.voice):
        path = ("voice", item, "rules")
        yield from _unknown(path, "rule", trait.rules, book.by_id)
    yield from _terms(brand)
    yield from _names(brand)
    channels = book.allowed["channel"]
    for key in ("greetings", "sign_offs", "reading"):
        yield from _unknown((key,), "channel", getattr(brand, key), channels, is_key=True)
    yield from _budgets(brand, book)
    yield from _texts(brand)
    yield from _facts(brand)
    for channel, targets in brand.reading.items():
        yield from _unknown(("reading", channel), "reading target", targets, TARGETS, is_key=True)
    yield from _moves(brand)
    yield from _new_words("moments", brand.moments)
    yield from _new_words("intents", brand.intents)
    for intent, served in brand.served.items():
        yield from _unknown(("intents", intent), "channel", served, channels)


def _unknown(
    path: tuple[str | int, ...],
    what: str,
    names: Iterable[str],
    known: Iterable[str],
    *,
    is_key: bool = False,
) -> Iterator[Flaw]:
    known = tuple(known)
    for item, name in enumerate(names):
        if name not in known:
            step = name if is_key else item
            yield Flaw((*path, step), guess.unknown(what, name, known), is_key)


def _terms(brand: Brand) -> Iterator[Flaw]:
    uses = {term.use.casefold() for term in brand.terms if term.use}
    first: dict[str, int] = {}
    for item, term in enumerate(brand.terms):
        for number, avoided in enumerate(term.avoided):
            place = ("terms", item, "not", number)
            folded = avoided.casefold().strip()
            if not folded:
                yield Flaw(place, "this is empty: write a word, or delete it")
            elif folded in uses:
                message = f"“{avoided}” is avoided here, and used by a term: keep one of the two"
                yield Flaw(place, message)
            elif folded in first:
                message = f"“{avoided}” is avoided in term {first[folded] + 1} already: delete one"
                yield Flaw(place, message)
            first.setdefault(folded, item)


def _names(brand: Brand) -> Iterator[Flaw]:
    first: dict[str, str] = {}
    for item, name in enumerate(brand.names):
        folded = re.sub(r"[\s-]", "", name).casefold()
        if not folded:
            yield Flaw(("names", item), "this is empty: write a name, or delete it")
        elif folded in first:
            message = f"“{name}” and “{first[folded]}” are one name in two spellings: keep one"
            yield Flaw(("names", item), message)
        first.setdefault(folded, name)


def _budgets(brand: Brand, book: Rulebook) -> Iterator[Flaw]:
    known = ("default", *book.allowed["channel"], *book.allowed["moment"])
    for key in ("exclamation", "emoji"):
        budget = getattr(brand.budgets, key)
        yield from _unknown(("budgets", key), "channel or moment", budget, known, is_key=True)


def _texts(brand: Brand) -> Iterator[Flaw]:
    """Yield texts with a brace that is no slot, and ids of texts that are given twice."""
    for key in ("greetings", "sign_offs"):
        for channel, texts in getattr(brand, key).items():
            for item, text in enumerate(texts):
                yield from _text((key, channel, item), text)
    first: set[str] = set()
    for item, own in enumerate(brand.verbatim):
        yield from _text(("verbatim", item, "text"), own.text)
        if own.id in first:
            yield Flaw(("verbatim", item, "id"), f"the text “{own.id}” is there already: rename it")
        first.add(own.id)


def _text(path: tuple[str | int, ...], text: str) -> Iterator[Flaw]:
    if slot_faults(text):
        yield Flaw(path, "a brace here belongs to no slot: write slots as {name}")
    elif not re.search(r"\w", text):
        yield Flaw(path, "there is no word in this: write a text, or delete it")


def _facts(brand: Brand) -> Iterator[Flaw]:
    for item, fact in enumerate(brand.facts):
        if not any(getattr(fact, kind) for kind in _STATED):
            message = f"nothing is stated about “{fact.about}”: add {', '.join(_STATED)}"
            yield Flaw(("facts", item), message)
        for kind, said in _STATED.items():
            for number, text in enumerate(getattr(fact, kind)):
                if len(list(values(kind, text))) != 1:  # type: ignore[arg-type]
                    message = f"“{guess.shortened(text)}” is {said}"
                    yield Flaw(("facts", item, kind, number), message)


def _moves(brand: Brand) -> Iterator[Flaw]:
    """Yield words by which no move can be known: moves are sought in one clause at a time."""
    for move, phrases in brand.moves.items():
        for item, phrase in enumerate(phrases):
            place = ("moves", move, item)
            if not re.search(r"\w", phrase):
                yield Flaw(place, "there is no word in this: write one, or delete it")
            elif _CLAUSE_END.search(phrase.strip()):
                message = f"“{guess.shortened(phrase)}” is more than a clause: give the words"
                yield Flaw(place, f"{message} between two commas or full stops that tell the move")


def _new_words(key: str, names: Iterable[str]) -> Iterator[Flaw]:
    is_key = isinstance(names, dict)
    for item, name in enumerate(names):
        if not _NAME.fullmatch(name):
            message = f"“{guess.shortened(name)}” is no name: small letters, digits and hyphens"
            yield Flaw((key, name if is_key else item), message, is_key)
        elif key == "moments" and name in words.MOMENTS:
            yield Flaw((key, item), f"the moment “{name}” is there for every brand: delete it")
