"""A pattern made ready before it is needed, as a kept rulebook has it."""

from __future__ import annotations

from typing import NamedTuple


class Ready(NamedTuple):
    """A pattern as RE2 reads it, and strings of which any text that it matches holds one."""

    expanded: str
    atoms: tuple[str, ...] | None
