"""Intents that nobody listed: what a script says it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Hit, Match, View
from protolint.script import Script, Span
from protolint.text.lazy import lazy_pattern

_LINE = lazy_pattern(r"^intent:[ \t]*(?P<value>[^\r\n]*?)[ \t]*$", re.MULTILINE)


class Check(_check.Check, frozen=True, kw_only=True):
    """Finds scripts whose intent is not listed. Messages may name {intent} and {meant}.

    {meant} is a question in brackets that names the closest one, or is empty.
    """

    fault: ClassVar[_check.Fault] = "structure"
    always: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("intent", "meant")

    known: Annotated[tuple[str, ...], Meta(min_length=1, description="The intents that exist.")]

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the intent in the front matter, where no list has it."""
        intent = view.script.metadata.intent
        if intent and intent not in self.known:
            near = self._closest(intent)
            values = {"intent": intent, "meant": f" (did you mean “{near}”?)" if near else ""}
            yield Match(0, 0, 0, values, span=_place(view.script))

    def _closest(self, intent: str) -> str | None:
        from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

        return next(iter(get_close_matches(intent, self.known, 1)), None)


def _place(script: Script) -> Span:
    """Return where the front matter says it; the first character of the body where it does not."""
    start = script.body.start
    found = _LINE.search(script.source.text, 0, start)
    return Span(*found.span("value")) if found else Span(start, start)
