"""Where the parts of a script are, each looked for where somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from protolint.checks._check import Hit, View
from protolint.checks._order import Order
from protolint.checks._parts import Found, Part, found_in


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
        self._found: dict[str, list[Found]] = {}

    def __getitem__(self, name: str) -> list[Found]:
        """Return where a part is, in the order of the text."""
        if name not in self._found:
            part, hits, own = self._sought[name]
            whole = [hit for hit in map(self._whole, hits) if hit]
            self._found[name] = found_in(part, self._view, self.order, whole, own)
        return self._found[name]

    def is_surely_there(self, name: str) -> bool:
        """Return whether a pattern of a part's own matches somewhere: the quickest way to know."""
        _, hits, own = self._sought[name]
        return any(hit.trigger < own and self._whole(hit) for hit in hits)

    def count(self) -> int:
        """Return how many of the parts are there."""
        return sum(bool(self[name]) for name in self._sought)
