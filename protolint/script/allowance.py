"""A comment in a script that lets a rule be broken there, with a reason."""

from __future__ import annotations

import msgspec

from protolint.script.source import Span


class Allowance(msgspec.Struct, frozen=True):
    """`<!-- protolint allow RULE: reason -->` and its kin (contract §8).

    `rules` is empty where all rules are off. `comment` is where it is written, `covers` the part
    of the source it holds for.
    """

    rules: tuple[str, ...]
    reason: str
    comment: Span
    covers: Span
