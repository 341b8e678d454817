"""What scripts state about a subject, held against what a brand says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Hit, Match, View
from protolint.checks._stated import HEADS, Kind, Stated, before, fits, is_framed, stated, values
from protolint.text.lazy import lazy_pattern
from protolint.text.patterns import places
from protolint.text.reading import Reading

#: A sentence that goes on about what the one before it names.
_GOES_ON = lazy_pattern(r"\b(?:it|this|that|they|them|these|the money)\b", re.IGNORECASE)
_PROMISE = lazy_pattern(
    r"\b(?:we|I|our \w+|someone|somebody|a colleague|the \w+ team)\b"
    r"|\byou(?:'ll| will| shall| can expect| should)? (?:get|have|hear|receive|see|be|know)\b"
    r"|\b(?:is|be|are) with you\b",
    re.IGNORECASE,
)


class Subject(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A subject, how sentences name it, and all that may be stated about it."""

    about: Annotated[str, Meta(description="What messages call it.")]
    words: Annotated[
        tuple[str, ...],
        Meta(min_length=1, description="Patterns; a sentence is about it where all match."),
    ]
    intents: Annotated[
        tuple[str, ...], Meta(description="Scripts with one of these intents are about it.")
    ] = ()
    given: Annotated[tuple[str, ...], Meta(min_length=1, description="All that may be stated.")]


class Check(_check.Check, frozen=True, kw_only=True, dict=True):
    """Finds time frames, amounts, phone numbers or links other than those given for a subject.

    “two business days” is “2 working days”, and 48 hours are two days. A sentence is about a
    subject where it names it, or where it names none and the script's intent is one of the
    subject's. Messages may name {match}, {about} and {given}, all that is given, in quotes.
    """

    fault: ClassVar[_check.Fault] = "structure"
    values: ClassVar[tuple[str, ...]] = ("about", "given")

    of: Annotated[Kind, Meta(description="What is held against the list.")]
    subjects: Annotated[tuple[Subject, ...], Meta(min_length=1, description="The subjects.")]
    where: Annotated[
        Literal["subject", "elsewhere", "anywhere"],
        Meta(
            description="What is said about a subject; promises about none, held against what is "
            "given for any; or both."
        ),
    ] = "subject"

    @property
    def always(self) -> bool:
        """Links are tokens, which no pattern looks into."""
        return self.of == "links"

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Wherever a customer can read it."""
        return ("public", "spoken", "heading", "subject")

    def triggers(self) -> tuple[str, ...]:
        """Return patterns of which one matches wherever something is stated."""
        return HEADS[self.of]

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the words of all subjects."""
        for item, subject in enumerate(self.subjects):
            for pattern in subject.words:
                yield "subjects", item, pattern

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield what is stated and not given."""
        hit = {one.reading for one in hits}
        for number, reading in enumerate(view.readings):
            if number in hit or self.always:
                for found in stated(self.of, reading):
                    subjects = self._subjects(view, reading, found)
                    if subjects and not self._is_given(found, subjects):
                        yield self._match(number, found, subjects)

    def _subjects(self, view: View, reading: Reading, found: Stated) -> tuple[Subject, ...]:
        """Return the subjects that decide whether something may be stated; none if nothing does."""
        about = self._named(reading, found) or self._intended(view, reading, found)
        if about:
            return about if self.where != "elsewhere" else ()
        is_ours = self.of != "times" or _is_promised(reading, found)
        return self.subjects if self.where != "subject" and is_ours else ()

    def _named(self, reading: Reading, found: Stated) -> tuple[Subject, ...]:
        """Return the subjects that the sentence names, or the one before that it goes on about."""
        if not reading.sentences:
            return self._in(reading.folded)
        at = reading.sentence_at(found.start)
        start, end = reading.sentences[at]
        said = reading.folded[start:end]
        named = self._in(said)
        if named or not at or not _GOES_ON.search(said) or self._is_loose(reading, found):
            return named
        before = reading.sentences[at - 1]
        return self._in(reading.folded[before.start : before.end])

    def _in(self, text: str) -> tuple[Subject, ...]:
        return tuple(
            subject
            for subject in self.subjects
            if all(any(True for _ in places((own,), text, whole=True)) for own in subject.words)
        )

    def _intended(self, view: View, reading: Reading, found: Stated) -> tuple[Subject, ...]:
        intent = (view.script.metadata.intent or "").casefold().replace("_", "-").replace(" ", "-")
        meant = tuple(subject for subject in self.subjects if intent in subject.intents)
        return () if self._is_loose(reading, found) else meant

    def _is_loose(self, reading: Reading, found: Stated) -> bool:
        """Return whether a time frame is a deadline only where its sentence names a subject."""
        return self.of == "times" and not (is_framed(reading, found) or found.value[1])

    def _is_given(self, found: Stated, subjects: tuple[Subject, ...]) -> bool:
        listed = [own for subject in subjects for own in self._listed[subject.about]]
        if self.of == "links" and "@" in str(found.value[0]):
            listed = [own for own in listed if "@" in str(own.value[0])]
            return not listed or any(found.value == own.value for own in listed)
        return any(fits(self.of, found, own) for own in listed)

    @cached_property
    def _listed(self) -> dict[str, list[Stated]]:
        return {
            subject.about: [own for text in subject.given for own in values(self.of, text)]
            for subject in self.subjects
        }

    def _match(self, number: int, found: Stated, subjects: tuple[Subject, ...]) -> Match:
        given = dict.fromkeys(text for subject in subjects for text in subject.given)
        quoted = [f"“{text}”" for text in given]
        told = " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
        about = " and ".join(subject.about for subject in subjects)
        return Match(number, found.start, found.end, {"about": about, "given": told})


def _is_promised(reading: Reading, found: Stated) -> bool:
    return is_framed(reading, found) and _PROMISE.search(before(reading, found)) is not None
