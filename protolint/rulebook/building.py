"""Making the rulebook that ships in a wheel, when the wheel is built."""

from __future__ import annotations

from pathlib import Path

import msgspec

from protolint.rulebook import built, loading, shipped
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.readying import readied


def build(folder: Path) -> Path:
    """Write the rulebook of the shipped rules into a folder. Raises RulebookError."""
    files = shipped.files()
    book, problems = loading.load(files)
    if problems:
        raise RulebookError(problems)
    path = folder / built.NAME
    path.write_bytes(built.key(loading.digest_of(files)) + msgspec.msgpack.encode(readied(book)))
    return path
