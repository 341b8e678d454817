"""A rulebook kept in the user's cache folder, so that a start parses no YAML."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from protolint.rulebook import storing
from protolint.rulebook.program import program

T = TypeVar("T")
_LIMITS = storing.Limits(file_bytes=16 << 20, files=16, all_bytes=64 << 20)


def load(digest: str, kind: type[T]) -> T | None:
    """Return what was kept under a digest; None where there is nothing that can be used.

    What was written by another version, cut short or tampered with is nothing.
    """
    path = _path(digest)
    data = storing.read(path, _LIMITS) if path else None
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=kind)
    except (ValueError, RecursionError):
        return None


def store(digest: str, value: object) -> None:
    """Keep a value under a digest, at once or not at all; a folder that takes none is no matter."""
    path = _path(digest)
    if path:
        storing.write(path, msgspec.msgpack.encode(value), _LIMITS)


def _path(digest: str) -> Path | None:
    name = storing.checksum(f"{program()} {digest}".encode("utf-8", "surrogatepass")).hex()
    folder = storing.cache_folder()
    return folder / "rulebooks" / f"{name}.msgpack" if folder else None
