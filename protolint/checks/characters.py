"""Single characters that do not belong in a text, or do not survive the channel."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, field

from protolint.checks._check import Check as Base
from protolint.checks._check import Edit, Hit, Match, Mistake, View
from protolint.text.fold import fold
from protolint.text.lengths import GSM_DEFAULT, GSM_EXTENSION

#: What SMS has for characters that it lacks, beside those that folding makes plain.
_SMS_FORMS = {"…": "...", "•": "-", "×": "x", "\u200b": "", "\ufeff": "", "\u00ad": "", "—": "-"}
_GSM = GSM_DEFAULT | GSM_EXTENSION


class Check(Base, frozen=True, kw_only=True):
    """Finds characters of a table, or outside an alphabet, with what to write for them.

    Messages may name {match}, {character} (its name where it cannot be seen), {name}, {code} such
    as U+2019, and {replacement}, which is empty where there is none.
    """

    values: ClassVar[tuple[str, ...]] = ("character", "name", "code", "replacement")

    table: Annotated[
        dict[str, str | None],
        Meta(description="Characters and what to write instead: '' to leave out, null if unknown."),
    ] = field(default_factory=dict)
    outside: Annotated[
        Literal["gsm-7"] | None,
        Meta(description="Find what this alphabet lacks; gsm-7 is what one SMS of 160 can hold."),
    ] = None
    runs: Annotated[
        bool, Meta(description="Whether neighbours are one finding, as the letters of a word are.")
    ] = True
    safety: Annotated[
        Literal["safe", "unsafe"],
        Meta(description="Whether `fix` may replace without being asked."),
    ] = "safe"

    @property
    def always(self) -> bool:
        """Characters are looked for in every script."""
        return True

    def mistakes(self) -> Iterator[Mistake]:
        """Yield a rule that looks for nothing."""
        if not self.table and not self.outside:
            yield Mistake("table", "there is nothing to find: give `table` or `outside`")
        if "" in self.table:
            yield Mistake("table", "an empty text is no character: leave it out", "")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the characters, each run of neighbours once."""
        pattern = _pattern(tuple(self.table), self.outside or "", runs=self.runs)
        for number, reading in enumerate(view.readings):
            for found in pattern.finditer(reading.text):
                yield self._match(number, *found.span(), found.group())

    def _match(self, number: int, start: int, end: int, found: str) -> Match:
        replacement = self._replacement(found)
        edits = () if replacement is None else (Edit(start, end, replacement),)
        name = unicodedata.name(found[0], "unnamed character").lower()
        is_seen = all(own.isprintable() and not own.isspace() for own in found)
        values = {
            "character": found if is_seen else name,
            "name": name,
            "code": f"U+{ord(found[0]):04X}",
            "replacement": replacement or "",
        }
        return Match(number, start, end, values, edits, self.safety)

    def _replacement(self, found: str) -> str | None:
        """Return what to write for all of a run, or None where a part of it has nothing."""
        if found in self.table:
            return self.table[found]
        single = _pattern(tuple(self.table), self.outside or "", runs=False)
        pieces = [self._single(piece) for piece in single.findall(found)]
        return None if None in pieces else "".join(piece or "" for piece in pieces)

    def _single(self, piece: str) -> str | None:
        return self.table[piece] if piece in self.table else _in_gsm(piece)


def _in_gsm(character: str) -> str | None:
    plain = _SMS_FORMS.get(character, fold(character))
    return plain if set(plain) <= _GSM else None


@cache
def _pattern(table: tuple[str, ...], outside: str, *, runs: bool) -> re.Pattern[str]:
    choices = [re.escape(own) for own in sorted(table, key=len, reverse=True) if own]
    if outside:
        inside = "".join(map(re.escape, sorted(_GSM)))
        choices.append(f"[^{inside}\t\ue000-\uf8ff]")
    joined = "|".join(choices) or r"\Z\A."
    return re.compile(f"(?:{joined})+" if runs else joined)
