"""One text of a script: a paragraph, list item, table cell, heading or subject, and what it is."""

from __future__ import annotations

from typing import Literal

import msgspec

from protolint.script.prose import Prose

Kind = Literal[
    "public",
    "spoken",
    "subject",
    "direction",
    "note",
    "condition",
    "button",
    "field",
    "heading",
    "code",
]
Block = Literal["paragraph", "item", "cell", "heading", "subject", "code"]


class Stretch(msgspec.Struct, frozen=True):
    """A text of one kind that no sentence crosses.

    `block` counts the blocks of a script from 0; the branches of a conditional in one paragraph
    are stretches of the same block. `branch` names the branches a stretch lies in, outermost
    first, each as (number of the conditional in the script, number of the branch).
    """

    kind: Kind
    prose: Prose
    shape: Block = "paragraph"
    block: int = 0
    branch: tuple[tuple[int, int], ...] = ()
    level: int = 0  # of a heading, 1 to 6
    #: Whether a heading is one that names a script for its users, and that no customer sees.
    is_title: bool = False
