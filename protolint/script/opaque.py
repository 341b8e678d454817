"""What stands in readable text as one character: placeholders, blanks, URLs, addresses, code."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from protolint.script.source import Span

OpaqueKind = Literal["placeholder", "blank", "marker", "url", "address", "code", "image"]
OPAQUE_KINDS: tuple[OpaqueKind, ...] = get_args(OpaqueKind)

#: The character that stands for each kind in `Prose.text`: private use, so that no script holds it
#: by right (a reader shows one that does as U+FFFD).
OPAQUE: dict[OpaqueKind, str] = {kind: chr(0xE000 + at) for at, kind in enumerate(OPAQUE_KINDS)}


class Opaque(msgspec.Struct, frozen=True):
    """One token that rules never look into.

    `placeholder` is filled by the help desk (`{{ticket.name}}`), `blank` by a person (`[Name]`),
    `marker` is a note to fill something in that must not reach a customer (`[INSERT LINK]`, `XXX`).
    `name` is the bare name of a placeholder, without filters; `family` the syntax it is written in.
    `length` is the number of characters it is taken to have when it is shown.
    """

    kind: OpaqueKind
    raw: str
    span: Span
    length: int
    name: str = ""
    family: str = ""
    #: Whether the placeholder says what to show when it is empty (`| default: "there"`).
    has_fallback: bool = False
