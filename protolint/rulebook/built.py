"""The rulebook that lies among the rules of a wheel, made ready when the wheel was built."""

from __future__ import annotations

from pathlib import Path

import msgspec

from protolint.rulebook import shipped
from protolint.rulebook.rulebook import Rulebook
from protolint.rulebook.storing import checksum
from protolint.version import VERSION

#: The file among the shipped rules; a checkout has none.
NAME = "rulebook.msgpack"


def path() -> Path:
    """Return where such a file lies. Raises FileNotFoundError where the rules are missing."""
    return shipped.folder() / NAME


def load(digest: str) -> Rulebook | None:
    """Return the rulebook of the shipped rules, if it was made of files of this digest.

    None in a checkout, and where it is of another version or cannot be read.
    """
    known = key(digest)
    try:
        data = path().read_bytes()
        if not data.startswith(known):
            return None
        return msgspec.msgpack.decode(memoryview(data)[len(known) :], type=Rulebook)
    except (OSError, ValueError, RecursionError):
        return None


def key(digest: str) -> bytes:
    """Return what such a file begins with: it stands for the version and the files it is of."""
    return checksum(f"{VERSION} {digest}".encode())
