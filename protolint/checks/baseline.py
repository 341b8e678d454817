"""Entries of a baseline that are no longer of use: their fault was mended, or their time is up."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks import _check


class Check(_check.Check, frozen=True, kw_only=True):
    """Finds entries of a baseline; it is the engine that does, and this gives the level and words.

    No script shows them. Messages may name {rule}, {script} and {date}, the last day of the entry.
    """

    fault: ClassVar[_check.Fault] = "structure"
    has_examples: ClassVar[bool] = False
    values: ClassVar[tuple[str, ...]] = ("rule", "script", "date")

    of: Annotated[Literal["mended", "expired"], Meta(description="What has become of the entry.")]
