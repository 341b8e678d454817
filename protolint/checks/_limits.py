"""What the checks that measure share: a maximum, a minimum, or both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from protolint.checks._check import Mistake

Most = Annotated[float | None, Meta(description="The most that is fine.")]
Least = Annotated[float | None, Meta(description="The least that is fine.")]


def limit_mistakes(most: float | None, least: float | None) -> Iterator[Mistake]:
    """Yield a missing or turned-round limit."""
    if most is None and least is None:
        yield Mistake("max", "there is no limit: give `max`, `min` or both")
    elif most is not None and least is not None and least > most:
        yield Mistake("min", "`min` is more than `max`: turn them round")


def shown(number: float | None) -> str:
    """Return a number as people write it: whole numbers without a point, others with one digit."""
    if number is None:
        return ""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.1f}"
