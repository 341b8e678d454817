"""Words that a library spells in more than one way."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from protolint.checks._across import Across
from protolint.checks._check import Fact, Fault, LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told

_MOST_RELATED = 20


class _Used(NamedTuple):
    script: Told
    fact: Fact


class Check(Across, frozen=True, kw_only=True):
    """Finds a word that is spelt otherwise in most scripts of the same locale.

    Told once for each word, where it is first spelt as fewer scripts do; the others are related
    places. Messages may name {usual} (the commoner spelling), {scripts} (how many spell it so) and
    {others} (how many spell it as here).
    """

    fault: ClassVar[Fault] = "wording"
    values: ClassVar[tuple[str, ...]] = ("usual", "scripts", "others")

    @property
    def reads(self) -> tuple[str, ...]:
        """How words are spelt."""
        return ("script", "spelling")

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield the first place of each spelling that is not the usual one."""
        by_term: dict[tuple[str, str], dict[str, list[_Used]]] = {}
        for script in told(library):
            for fact in script.of("spelling"):
                term, way = fact.value
                ways = by_term.setdefault((script.locale, term), {})
                ways.setdefault(way, []).append(_Used(script, fact))
        for ways in by_term.values():
            usual = max(ways, key=lambda own: (len(ways[own]), own))
            for way in sorted(ways.keys() - {usual}):
                yield _match(ways[way], ways[usual])


def _match(odd: Sequence[_Used], usual: Sequence[_Used]) -> LibraryMatch:
    values = {
        "usual": " ".join(usual[0].fact.excerpt.split()),
        "scripts": _counted(len(usual)),
        "others": _counted(len(odd)),
    }
    related = (usual[0], *odd[1:])[:_MOST_RELATED]
    places = tuple((own.script.facts, own.fact) for own in related)
    return LibraryMatch(odd[0].script.facts, odd[0].fact, values, places)


def _counted(number: int) -> str:
    return "1 script" if number == 1 else f"{number} scripts"
