"""Suppression comments that do not do their work: without a reason, or with nothing to silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Hit, Match, View


class Check(_check.Check, frozen=True, kw_only=True):
    """Finds suppression comments at fault.

    `without-reason` is found here. Whether a comment is `unused` is only known when all findings
    are, the library's too: the engine looks at that and uses the rule for its level and words
    (`{rules}` are the ones that found nothing).
    """

    fault: ClassVar[_check.Fault] = "structure"
    always: ClassVar[bool] = True
    values: ClassVar[tuple[str, ...]] = ("rules",)

    of: Annotated[
        Literal["without-reason", "unused"], Meta(description="What is wrong with the comment.")
    ]

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the comments that give no reason."""
        if self.of == "without-reason":
            for allowance in view.script.allowances:
                if not allowance.reason:
                    rules = ", ".join(allowance.rules) or "all rules"
                    yield Match(0, 0, 0, {"rules": rules}, span=allowance.comment)
