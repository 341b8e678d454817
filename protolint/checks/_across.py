"""What the checks have in common that hold the scripts of a whole library against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from protolint.checks._check import Check, Fact, Fault, View
from protolint.checks._gist import GIST, SCOPE, gist


class Across(Check, frozen=True, kw_only=True):
    """The base of checks that see all channels together, wherever a customer reads or hears it.

    A subclass says in `reads` which of the facts that all of them share it looks at.
    """

    fault: ClassVar[Fault] = "structure"
    is_library: ClassVar[bool] = True
    is_across: ClassVar[bool] = True

    @property
    def gathers(self) -> str:
        """All of them share their facts."""
        return GIST

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Wherever a customer can read or hear it."""
        return SCOPE

    def facts(self, view: View) -> Iterator[Fact]:
        """Yield the facts that library checks share."""
        return gist(view)
