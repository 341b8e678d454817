"""Scripts for moments of feeling that give agents one wording and nothing of their own to say."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Fact, Fault, LibraryMatch, ScriptFacts, View
from protolint.checks._gist import GIST, SCOPE, Told, gist, told


class Check(Base, frozen=True, kw_only=True):
    """Finds a script that is the only one for its intent on a channel and leaves nothing open.

    A placeholder or a blank is a slot for what is said to this customer alone. Messages may name
    {words} and {slots}, how many the script has, and {intent}.
    """

    fault: ClassVar[Fault] = "structure"
    is_library: ClassVar[bool] = True
    is_across: ClassVar[bool] = True
    needs_all: ClassVar[bool] = True
    gathers: ClassVar[str] = GIST
    values: ClassVar[tuple[str, ...]] = ("words", "slots", "intent")

    variants: Annotated[
        int, Meta(ge=2, description="So many wordings are enough, whatever they leave open.")
    ] = 2
    words_per_slot: Annotated[
        int, Meta(ge=1, description="A script has a slot for each so many words.")
    ] = 40

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Wherever a customer can read or hear it."""
        return SCOPE

    @property
    def reads(self) -> tuple[str, ...]:
        """What each script is for, and its words."""
        return ("script", "words")

    def facts(self, view: View) -> Iterator[Fact]:
        """Yield the facts that library checks share."""
        return gist(view)

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield the scripts without enough slots, where there are too few beside them."""
        beside: dict[tuple[str, str, str], list[Told]] = {}
        for script in told(library):
            for channel in script.facts.channels or ("",):
                if script.intent:
                    beside.setdefault((script.intent, channel, script.locale), []).append(script)
        seen: set[int] = set()
        for scripts in beside.values():
            for script in scripts if len(scripts) < self.variants else ():
                words, slots = len(script.text), int(script.head.value["slots"])
                if slots < words // self.words_per_slot and id(script) not in seen:
                    seen.add(id(script))
                    values = {"words": str(words), "slots": str(slots), "intent": script.intent}
                    yield LibraryMatch(script.facts, script.head, values)
