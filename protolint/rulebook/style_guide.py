"""A style guide's words to avoid, read from its tables, lists and ❌/✅ pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protolint.rulebook.brand import BrandTerm
from protolint.rulebook.guide_pairs import advice
from protolint.rulebook.guide_tables import tables
from protolint.rulebook.guide_words import Advice, judged

__all__ = ["Gathered", "Unused", "gathered"]


class Unused(NamedTuple):
    """A piece of advice that no term can hold: its line in the guide, its words, and why."""

    line: int
    text: str
    reason: str


class Gathered(NamedTuple):
    """What a guide says about words: as terms of a brand, and what could not be made one."""

    terms: tuple[BrandTerm, ...]
    unused: tuple[Unused, ...]


def gathered(text: str) -> Gathered:
    """Return the terms of a style guide in Markdown, in its order, and what it could not use.

    Of words that the guide both avoids and uses neither is a term; words that are avoided twice
    are one.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    found = sorted([*tables(lines), *advice(lines)], key=lambda own: own.line)
    terms: list[BrandTerm] = []
    unused: list[Unused] = []
    uses = {term.use.casefold() for own in found for term in judged(own).terms if term.use}
    seen: set[str] = set()
    for own in found:
        judgement = judged(own)
        terms.extend(_new(judgement.terms, uses, seen))
        both = [one for term in judgement.terms for one in term.avoided if one.casefold() in uses]
        reasons = (*judgement.reasons, *(_both(own, one) for one in both))
        unused.extend(Unused(own.line, text, reason) for text, reason in reasons)
    return Gathered(tuple(terms), tuple(dict.fromkeys(unused)))


def _new(found: Iterable[BrandTerm], uses: set[str], seen: set[str]) -> Iterator[BrandTerm]:
    """Yield the terms with what was avoided before, or is used somewhere, left out."""
    for term in found:
        kept = tuple(
            one for one in term.avoided if one.casefold() not in uses and one.casefold() not in seen
        )
        seen.update(one.casefold() for one in kept)
        if kept:
            yield BrandTerm(avoided=kept, use=term.use, why=term.why)


def _both(own: Advice, word: str) -> tuple[str, str]:
    return word, "the guide uses it elsewhere"
