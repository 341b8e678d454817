"""One file of the user's cache folder: what runs under one set of rules have found, by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from protolint.linting.results import Kept, digest_of
from protolint.rulebook import storing
from protolint.rulebook.program import program

#: For 80,000 scripts, and for sixteen sets of rules; those that were used last stay.
_LIMITS = storing.Limits(file_bytes=256 << 20, files=32, all_bytes=512 << 20)

Content = dict[str, Kept]
_CONTENT = msgspec.msgpack.Decoder(Content)


class Store:
    """What is kept under one set of rules. `parts` are all that decides what is found under it.

    Without parts, nothing is known and nothing is kept.
    """

    def __init__(self, *parts: object) -> None:
        self._path = _place(parts) if parts else None
        self._stamp, self._known = _read(self._path)
        self._new: Content = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not self._known

    def get(self, name: str) -> Kept | None:
        """Return what earlier runs have kept under a name."""
        return self._known.get(name)

    def put(self, name: str, kept: Kept) -> None:
        """Take note of something to be kept under a name."""
        if self._path:
            self._new[name] = kept

    def save(self, left: Callable[[Content], Content]) -> None:
        """Write down what is new, at once or not at all, beside what is `left` of the old.

        What other runs have written meanwhile is among the old.
        """
        if self._path is None or not self._new:
            return
        if storing.stamp(self._path, _LIMITS) != self._stamp:
            _, self._known = _read(self._path)
        content = left(self._known) | self._new
        storing.write(self._path, msgspec.msgpack.encode(content), _LIMITS)


def _place(parts: tuple[object, ...]) -> Path | None:
    """Return the file for a set of rules; None where the user has no home."""
    folder = storing.cache_folder()
    name = digest_of(f"{program()} {parts!r}".encode("utf-8", "surrogatepass")).hex()
    return folder / "findings" / f"{name}.msgpack" if folder else None


def _read(path: Path | None) -> tuple[storing.Stamp | None, Content]:
    """Return what a file of the cache holds: nothing where it is not as it was written."""
    stamp = storing.stamp(path, _LIMITS) if path else None
    data = storing.read(path, _LIMITS) if path and stamp else None
    try:
        return stamp, {} if data is None else _CONTENT.decode(data)
    except (ValueError, RecursionError):
        return stamp, {}
