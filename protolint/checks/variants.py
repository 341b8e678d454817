"""Scripts for moments of feeling that give agents one wording and nothing of their own to say."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told


class Check(Across, frozen=True, kw_only=True):
    """Finds a script that is the only one for its intent on a channel and leaves nothing open.

    A placeholder or a blank is a slot for what is said to this customer alone. Messages may name
    {words} and {slots}, how many the script has, and {intent}.
    """

    needs_all: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("words", "slots", "intent")

    variants: Annotated[
        int, Meta(ge=2, description="So many wordings are enough, whatever they leave open.")
    ] = 2
    words_per_slot: Annotated[
        int, Meta(ge=1, description="A script has a slot for each so many words.")
    ] = 40

    @property
    def reads(self) -> tuple[str, ...]:
        """What each script is for, and its words."""
        return ("script", "words")

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
