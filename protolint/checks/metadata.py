"""Front matter that does not say what its author meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Hit, Match, Mistake, View
from protolint.script import Span


class Check(_check.Check, frozen=True, kw_only=True):
    """Finds keys in the front matter that look like a slip, or keys that are not there.

    Messages may name {match}, the key as written, and {meant}, the key it is close to or the one
    that is missing.
    """

    fault: ClassVar[_check.Fault] = "structure"
    always: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("meant",)

    of: Annotated[
        Literal["slip", "missing"], Meta(description="What is wrong with the front matter.")
    ]
    keys: Annotated[
        tuple[str, ...], Meta(description="For `missing`: the keys that have to be there.")
    ] = ()

    def mistakes(self) -> Iterator[Mistake]:
        """Yield a search for missing keys that names none, and the reverse."""
        if (self.of == "missing") != bool(self.keys):
            yield Mistake("keys", "`keys` and `of: missing` need each other; give both")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the keys that are slips, or at the head of the file those that are missing."""
        for slip in view.script.slips if self.of == "slip" else ():
            yield Match(0, 0, 0, {"meant": slip.meant}, span=slip.span)
        for key in self.keys:
            if key not in view.script.metadata.keys:
                yield Match(0, 0, 0, {"meant": key}, span=Span(0, 0), subject=key)
