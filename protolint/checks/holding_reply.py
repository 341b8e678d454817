"""Failures that have a final answer, and nothing to say until it is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told

_MOST_RELATED = 4


class Check(Across, frozen=True, kw_only=True):
    """Finds intents with a failure for which no script says that we are on it and when we write.

    Such a holding reply is a script of the same intent, or of none, that says that somebody still
    looks into it or when the next news comes. Told once for all intents, at the first of their
    scripts. Messages may name {intents}, the first of them.
    """

    needs_all: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("intents",)

    failures: Annotated[
        tuple[str, ...], Meta(min_length=1, description="The moments that are failures.")
    ]

    @property
    def reads(self) -> tuple[str, ...]:
        """What each script is for."""
        return ("script",)

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield the first script of each intent with a failure and no holding reply."""
        scripts = told(library)
        if any(own.head.value["holds"] and not own.intent for own in scripts):
            return  # one for all
        held = {own.intent for own in scripts if own.head.value["holds"]}
        failing: dict[str, Told] = {}
        for own in scripts:
            fails = not {*self.failures}.isdisjoint(own.head.value["moments"])
            if own.intent and fails and own.intent not in held:
                failing.setdefault(own.intent, own)
        if failing:
            first, *rest = failing.values()
            more = " …" if len(rest) > _MOST_RELATED else ""
            named = ", ".join(f"“{own.intent}”" for own in (first, *rest[:_MOST_RELATED]))
            others = tuple((own.facts, own.head) for own in rest)
            values = {"intents": f"{named}{more}"}
            yield LibraryMatch(first.facts, first.head, values, others, subject="")
