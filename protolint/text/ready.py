"""A pattern made ready to be sought: types only, so that what is kept is read without RE2."""

from __future__ import annotations

from typing import NamedTuple


class Branch(NamedTuple):
    """A branch of a pattern as RE2 reads it, and strings of which any match holds one.

    `atoms` is None where no string is sure to be there; they are case folded. `also` are further
    groups of such strings: a match holds one of each.
    """

    expanded: str
    atoms: tuple[str, ...] | None
    also: tuple[tuple[str, ...], ...] = ()


class Ready(NamedTuple):
    """A pattern as RE2 reads it, in its branches."""

    branches: tuple[Branch, ...]

    @property
    def expanded(self) -> str:
        """The whole pattern."""
        return "|".join(branch.expanded for branch in self.branches)
