"""Words with a better word for them, offered as an edit where it fits as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks._check import Edit, Hit, Match, View
from protolint.checks._places import leftmost_longest
from protolint.checks._swaps import fitted
from protolint.checks._words import WordCheck
from protolint.text.reading import Reading


class Check(WordCheck, frozen=True, kw_only=True):
    """Finds words that have a better word. Messages may name {match} and {replacement}.

    {replacement} names all replacements, to stand between quotes: a”, “b” or “c.
    """

    values: ClassVar[tuple[str, ...]] = ("replacement",)

    swaps: Annotated[
        dict[str, str | tuple[str, ...]],
        Meta(
            min_length=1,
            description="Pattern: what to write for it, or '' to leave out; a list, even of one, "
            "to choose from and to fit by hand.",
        ),
    ]
    safety: Annotated[
        Literal["safe", "unsafe"],
        Meta(description="Whether the meaning stays the same in any sentence, so `fix` may do it."),
    ] = "unsafe"

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns to be swapped."""
        return tuple(self.swaps)

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns to be swapped and those around them."""
        for pattern in self.swaps:
            yield "swaps", pattern, pattern
        yield from self.word_patterns()

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the words to be swapped, with the edit where the replacement is no list."""
        heads = (head for head in self.heads(view, hits) if not self.is_excused(view, head))
        return leftmost_longest(
            match for head in heads if (match := self._match(view.readings[head.reading], head))
        )

    def _match(self, reading: Reading, head: Hit) -> Match | None:
        pattern, replacements = list(self.swaps.items())[head.trigger]
        choice = (replacements,) if isinstance(replacements, str) else tuple(replacements)
        found = reading.text[head.start : head.end]
        loud = found.isupper() and len(found) > 1 and not pattern.isupper()
        fitting = [fitted(found, replacement, loud=loud) for replacement in choice]
        if found in choice or found in fitting:
            return None
        edits = (_edit(reading, head, fitting[0]),) if isinstance(replacements, str) else ()
        values = {"replacement": _listed(fitting)}
        return Match(head.reading, head.start, head.end, values, edits, self.safety)


def _listed(choice: Sequence[str]) -> str:
    """Return the choice as it stands between the quotes of a message: a”, “b” or “c."""
    return "” or “".join(["”, “".join(choice[:-1]), choice[-1]] if len(choice) > 1 else choice)


def _edit(reading: Reading, head: Hit, replacement: str) -> Edit:
    """Return the edit; words that are left out take their space (and comma, at a start) along."""
    if replacement:
        return Edit(head.start, head.end, replacement)
    text, start, end = reading.text, head.start, head.end
    at_start = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?\n"
    if at_start:
        rest = text[end:]
        skipped = len(rest) - len(rest.lstrip(" ,"))
        after = end + skipped
        return Edit(start, after + 1, text[after].upper()) if text[after:] else Edit(start, end, "")
    if start and text[start - 1] == " ":
        start -= 1
    return Edit(start, end, "")
