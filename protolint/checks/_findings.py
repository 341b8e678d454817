"""Where the parts of a script are, each looked for where somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from protolint.checks._check import Hit, View
from protolint.checks._order import Order
from protolint.checks._parts import Found, Part, Places, found_at, is_filled_name, places_of


class Sought(NamedTuple):
    """A part, and the hits of its triggers: from the number `own` on, not of its own patterns."""

    part: Part
    hits: Sequence[Hit]
    own: int


class Findings:
    """Where each part of a script is, by its name. Most rules need to know of one of them.

    `whole` returns a hit as it stands on whole words, None where it does not.
    """

    def __init__(
        self, view: View, order: Order, sought: Iterable[Sought], whole: Callable[[Hit], Hit | None]
    ) -> None:
        self.order = order
        self._view = view
        self._sought = {one.part.name: one for one in sought}
        self._whole = whole
        self._places: dict[str, Places] = {}
        self._found: dict[str, list[Found]] = {}

    def __getitem__(self, name: str) -> list[Found]:
        """Return where a part is, in the order of the text."""
        if name not in self._found:
            self._found[name] = found_at(self._places_of(name), self.order)
        return self._found[name]

    def is_there(self, name: str) -> bool:
        """Return whether a part is anywhere: sooner known than where it is."""
        part, hits, own = self._sought[name]
        is_told = any(hit.trigger < own and self._counted(hit, own) for hit in hits)
        return (is_told and not part.exceptions) or any(self._places_of(name))

    def _places_of(self, name: str) -> Places:
        if name not in self._places:
            part, hits, own = self._sought[name]
            whole = [counted for hit in hits if (counted := self._counted(hit, own))]
            self._places[name] = places_of(part, self._view, whole, own)
        return self._places[name]

    def _counted(self, hit: Hit, own: int) -> Hit | None:
        """Return a hit on whole words; a name to be filled in (“Dear {name}”) is no other part."""
        whole = self._whole(hit)
        is_name = whole and hit.trigger < own and is_filled_name(self._view, whole)
        return None if is_name else whole

    def count(self) -> int:
        """Return how many of the parts are there."""
        return sum(any(self._places_of(name)) for name in self._sought)
