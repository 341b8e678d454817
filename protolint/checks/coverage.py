"""Intents that customers have, and that no script answers where they ask."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import Fact, LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told
from protolint.script import Span

_MOST_RELATED = 4
#: A channel that answers so large a part of the intents is taken to serve all of them …
_MOST = 0.6
#: … where there are so many intents that this is no chance.
_FEW_INTENTS = 4


class Listed(msgspec.Struct, frozen=True):
    """Where a file lists an intent, as a finding says it."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str


class Check(Across, frozen=True, kw_only=True):
    """Finds intents that no script answers, or none on a channel where they are served.

    Where an intent has no channels given, it is served on those that answer three in five of all
    intents that are answered: who answers most of four or more by text message means to answer
    the others too. Only the language of most scripts counts. Messages may name {intent} and
    {gap}, what is missing.
    """

    needs_all: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("intent", "gap")

    intents: Annotated[
        dict[str, tuple[str, ...]],
        Meta(min_length=1, description="The intents, each with the channels that serve it."),
    ]
    path: Annotated[str, Meta(description="The file that lists them.")] = ""
    places: Annotated[
        dict[str, Listed],
        Meta(description="Where the file lists each of them."),
    ] = msgspec.field(default_factory=dict)

    @property
    def reads(self) -> tuple[str, ...]:
        """What each script is for."""
        return ("script",)

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield each intent with a gap, at the first script that answers it, else where listed."""
        answers = self._answers(_in_main_language(told(library)))
        usual = _usual(answers)
        for intent, served in self.intents.items():
            scripts = answers[intent]
            if scripts:
                missing = [own for own in served or usual if own not in _channels(scripts)]
                if missing:
                    yield _partly(intent, scripts, missing)
            elif intent in self.places:
                yield self._not_at_all(intent)

    def _answers(self, scripts: Sequence[Told]) -> dict[str, list[Told]]:
        found: dict[str, list[Told]] = {intent: [] for intent in self.intents}
        for script in scripts:
            if script.intent in found:
                found[script.intent].append(script)
        return found

    def _not_at_all(self, intent: str) -> LibraryMatch:
        place = self.places[intent]
        span = Span(place.start, place.end)
        lines = (place.line, place.column, place.end_line, place.end_column)
        fact = Fact("intent", intent, span, *lines, place.excerpt)
        listed = ScriptFacts(self.path, "", (), "", (fact,))
        values = {"intent": intent, "gap": "is answered by no script"}
        return LibraryMatch(listed, fact, values, subject=intent)


def _in_main_language(scripts: Sequence[Told]) -> list[Told]:
    """Return the scripts in the language of most of them: a translation fills no gap."""
    languages = Counter(own.locale.partition("-")[0] for own in scripts)
    main = min(languages, key=lambda own: (-languages[own], own), default="")
    return [own for own in scripts if own.locale.partition("-")[0] == main]


def _channels(scripts: Sequence[Told]) -> list[str]:
    return list(dict.fromkeys(channel for own in scripts for channel in own.facts.channels))


def _usual(answers: Mapping[str, Sequence[Told]]) -> list[str]:
    """Return the channels that answer most intents, in alphabetical order."""
    answered = [scripts for scripts in answers.values() if scripts]
    if len(answered) < _FEW_INTENTS:
        return []
    counts: dict[str, int] = {}
    for scripts in answered:
        for channel in _channels(scripts):
            counts[channel] = counts.get(channel, 0) + 1
    return sorted(own for own, count in counts.items() if count >= _MOST * len(answered))


def _partly(intent: str, scripts: Sequence[Told], missing: Sequence[str]) -> LibraryMatch:
    known = sorted(_channels(scripts))
    there = f"is answered on {_listed(known, 'and')}" if known else "is answered on no channel"
    gap = f"{there}{', but not' if known else ', not even'} on {_listed(missing, 'or')}"
    related = tuple((own.facts, own.head) for own in scripts[1 : _MOST_RELATED + 1])
    values = {"intent": intent, "gap": gap}
    first = scripts[0]
    subject = f"{intent} {' '.join(missing)}"
    return LibraryMatch(first.facts, first.head, values, related, subject)


def _listed(names: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
