"""Words that a brand does not use, and the ones that it uses instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, ClassVar, Literal, NamedTuple

import msgspec
from msgspec import Meta

from protolint.checks._check import Edit, Hit, Match, Mistake, View
from protolint.checks._places import leftmost_longest
from protolint.checks._swaps import fitted
from protolint.checks._words import WordCheck
from protolint.text.inflections import forms, inflected
from protolint.text.slots import literal


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words to avoid, plain and not as patterns, and the one word for them if there is one."""

    avoided: Annotated[
        tuple[str, ...], Meta(min_length=1, description="Words and phrases that are not used.")
    ] = msgspec.field(name="not")
    use: Annotated[str | None, Meta(description="What is used instead of any of them.")] = None
    why: Annotated[str, Meta(description="A sentence for the message that says why.")] = ""


class _Form(NamedTuple):
    """One form of an avoided phrase: its pattern, what stands for it, and the term it is of."""

    pattern: str
    replacement: str
    term: Term


class Check(WordCheck, frozen=True, kw_only=True, dict=True):
    """Finds words that a brand avoids, in the forms in which they are met.

    “log in” is found as “log-in”, “logs in” and “logging in” too. What a term uses is spared by
    rules of tone. Messages may name {match}, {replacement}, {advice} (a sentence) and {why}.
    """

    values: ClassVar[tuple[str, ...]] = ("replacement", "advice", "why")
    is_exempting: ClassVar[bool] = True

    terms: Annotated[
        tuple[Term, ...], Meta(min_length=1, description="The words, with what is used instead.")
    ]

    @cached_property
    def _forms(self) -> tuple[_Form, ...]:
        return tuple(
            _Form(_pattern(inflected(avoided, form)), _replacement(term, avoided, form), term)
            for term in self.terms
            for avoided in term.avoided
            for form in forms(avoided)
        )

    @cached_property
    def _used(self) -> tuple[str, ...]:
        """The patterns of what is used instead."""
        uses = (term.use for term in self.terms if term.use)
        return tuple(
            dict.fromkeys(_pattern(inflected(use, form)) for use in uses for form in forms(use))
        )

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns of all that is avoided, then of all that is used."""
        return (*(form.pattern for form in self._forms), *self._used)

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns that silence; terms are plain words."""
        yield from self.word_patterns()

    def mistakes(self) -> Iterator[Mistake]:
        """Yield terms that avoid what they use."""
        yield from super().mistakes()
        for item, term in enumerate(self.terms):
            if term.use in term.avoided:
                yield Mistake("terms", f"“{term.use}” is both used and avoided: keep one", item)

    def exempts(self, view: View, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Yield the places of the words that the brand uses."""
        first = len(self._forms)
        yield from self.heads(view, [hit for hit in hits if hit.trigger >= first])

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the words that are avoided, with the edit where there is another word for them."""
        heads = [head for head in self.heads(view, hits) if not self.is_excused(view, head)]
        first = len(self._forms)
        used = [head for head in heads if head.trigger >= first]
        avoided = (head for head in heads if head.trigger < first and not _lies_in(head, used))
        return leftmost_longest(match for head in avoided if (match := self._match(view, head)))

    def _match(self, view: View, head: Hit) -> Match | None:
        form = self._forms[head.trigger]
        found = view.readings[head.reading].text[head.start : head.end]
        loud = found.isupper() and len(found) > 1
        replacement = fitted(found, form.replacement, loud=loud) if form.replacement else ""
        if found.casefold() == replacement.casefold():
            return None
        edits = (Edit(head.start, head.end, replacement),) if replacement else ()
        advice = f"Write “{replacement}”" if replacement else "Leave it out, or say it in our words"
        why = form.term.why.strip()
        said = f"{advice}{': ' if why else '.'}{why}"
        values = {"replacement": replacement, "advice": said, "why": why}
        safety: Literal["safe", "unsafe"] = "safe" if _is_spelling(found, replacement) else "unsafe"
        return Match(head.reading, head.start, head.end, values, edits, safety)


def _is_spelling(found: str, replacement: str) -> bool:
    """Return whether two are one term with other spaces, hyphens or capitals."""
    one, other = ("".join(filter(str.isalnum, text)).casefold() for text in (found, replacement))
    return one == other


def _replacement(term: Term, avoided: str, form: str) -> str:
    return inflected(term.use, form, avoided) if term.use else ""  # type: ignore[arg-type]


def _pattern(phrase: str) -> str:
    """Return the pattern of a phrase; between its words a hyphen may stand for the space."""
    return "(?: |-)".join(literal(word) for word in phrase.split())


def _lies_in(head: Hit, used: Sequence[Hit]) -> bool:
    """Return whether words are a part of longer ones that are used."""
    return any(
        own.reading == head.reading
        and own.start <= head.start
        and head.end <= own.end
        and own.end - own.start > head.end - head.start
        for own in used
    )
