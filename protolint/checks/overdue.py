"""Scripts that somebody was to look at again by a day that is past."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Fact, Fault, LibraryMatch, ScriptFacts, View, fact_at
from protolint.script import Script, Span
from protolint.text.lazy import lazy_pattern

_KIND = "review_by"
_LINE = lazy_pattern(r"^review_by[ \t]*:[ \t]*[\"']?(\d{4}-\d{2}-\d{2})", re.MULTILINE)


class Check(Base, frozen=True, kw_only=True):
    """Finds scripts whose `review_by` lies before today.

    Looked at in the second pass, since what a script says stays the same and the day does not.
    Messages may name {date}, the day in the front matter, and {days}, how long ago it was.
    """

    fault: ClassVar[Fault] = "structure"
    is_library: ClassVar[bool] = True
    is_dated: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("date", "days")

    grace: Annotated[int, Meta(ge=0, description="How many days late is still in time.")] = 0

    def facts(self, view: View) -> Iterator[Fact]:
        """Yield the day by which the script is to be looked at again, where it is written."""
        day = view.script.metadata.review_by
        if day:
            yield fact_at(view.script, _place(view.script, day), _KIND, day)

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield the scripts whose day is more than `grace` days before `today`."""
        for script in library:
            for fact in script.facts:
                late = (today - _day(fact.value)).days
                if fact.kind == _KIND and late > self.grace:
                    yield LibraryMatch(script, fact, {"date": fact.value, "days": str(late)})


def _place(script: Script, day: str) -> Span:
    """Return where a day stands in the front matter; the head of the file if nowhere there."""
    for found in _LINE.finditer(script.source.text, 0, script.body.start):
        if found[1] == day:
            return Span(*found.span(1))
    return Span(0, 0)


def _day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:  # a 31st that the month does not have
        return datetime.date.max
