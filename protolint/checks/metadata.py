"""Front matter that does not say what its author meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Hit, Match, View


class Check(_check.Check, frozen=True, kw_only=True):
    """Finds keys in the front matter that look like a slip of one that protolint reads.

    Messages may name {match}, the key as written, and {meant}, the key it is close to.
    """

    fault: ClassVar[_check.Fault] = "structure"
    always: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("meant",)

    of: Annotated[Literal["slip"], Meta(description="What is wrong with the front matter.")]

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the keys that are slips."""
        for slip in view.script.slips:
            yield Match(0, 0, 0, {"meant": slip.meant}, span=slip.span)
