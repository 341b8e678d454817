"""How a reader is to take a file: the project's defaults for it, and the words it may use."""

from __future__ import annotations

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the project says of a file before the file says anything itself.

    `defaults` are front matter keys with their values (contract §2, `channel` as a list of names);
    `allowed` the values that exist for keys with a fixed choice, such as `channel`.
    """

    defaults: dict[str, str | list[str]] = {}
    allowed: dict[str, tuple[str, ...]] = {}
    placeholder_lengths: dict[str, int] = {}
    placeholder_length: int = 8
