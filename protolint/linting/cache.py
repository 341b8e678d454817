"""What runs have found, kept in the user's cache folder by the bytes of each file.

A file of the cache holds what was found under one set of rules; its name is a digest of all that
decides what is found, but for the bytes of the scripts. Nothing that is read from it is trusted:
what is damaged, or does not fit the script, is as if it were not there, and is found again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from protolint.linting.results import FileResult, Kept, digest_of, unpacked
from protolint.rulebook import storing
from protolint.rulebook.program import program

#: For 100,000 scripts, and for two dozen sets of rules; those that were used last stay.
_LIMITS = storing.Limits(file_bytes=512 << 20, files=24, all_bytes=1 << 30)


class _Content(msgspec.Struct, array_like=True):
    """What a file of the cache holds: script files by their path as it is shown."""

    files: dict[str, Kept] = {}


_CONTENT = msgspec.msgpack.Decoder(_Content)


class Cache:
    """What was found under one set of rules. `parts` are all that decides what is found.

    Without parts, nothing is known and nothing is kept.
    """

    def __init__(self, *parts: object) -> None:
        self._path = _place(parts) if parts else None
        self._new: dict[str, Kept] = {}
        self._stamp, self._old = _read(self._path)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known, so that no file need be read to ask for it."""
        return not self._old.files

    def result(self, name: str, data: bytes) -> FileResult | None:
        """Return what was found in a file of this name with these bytes; None if nobody knows."""
        own = self._old.files.get(name)
        if own is None or own.digest != digest_of(data):
            return None
        try:
            result = unpacked(own)
        except (ValueError, RecursionError):
            return None
        return result if _fits(result, name, data) else None

    def put(self, name: str, own: Kept) -> None:
        """Take note of what was found in a file; not where it could not be read."""
        if own.digest:
            self._new[name] = own

    def save(self) -> None:
        """Write down what is new. What other runs have written meanwhile stays."""
        if self._path is None or not self._new:
            return
        if storing.stamp(self._path, _LIMITS) != self._stamp:
            _, self._old = _read(self._path)
        content = _Content(dict(_merged(self._old.files, self._new)))
        storing.write(self._path, msgspec.msgpack.encode(content), _LIMITS)


def _merged(old: Mapping[str, Kept], new: Mapping[str, Kept]) -> Iterator[tuple[str, Kept]]:
    """Yield what is to be kept: nothing of files that are gone."""
    yield from ((name, own) for name, own in old.items() if name not in new and _exists(name))
    yield from new.items()


def _exists(name: str) -> bool:
    try:
        return os.path.exists(name)
    except ValueError:  # no path at all
        return False


def _fits(result: FileResult, name: str, data: bytes) -> bool:
    """Return whether a result can be that of a file: each excerpt stands where it is said to."""
    if result.path != name:
        return False
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return all(
        found.path == name
        and 0 <= found.start <= found.end
        and text[found.start : found.end] == found.excerpt
        for script in result.scripts
        for found in script.findings
    )


def _place(parts: tuple[object, ...]) -> Path | None:
    """Return the file for a set of rules; None where the user has no home."""
    folder = storing.cache_folder()
    name = digest_of(f"{program()} {parts!r}".encode("utf-8", "surrogatepass")).hex()
    return folder / "findings" / f"{name}.msgpack" if folder else None


def _read(path: Path | None) -> tuple[storing.Stamp | None, _Content]:
    """Return what a file of the cache holds: nothing where it is not as it was written."""
    stamp = storing.stamp(path, _LIMITS) if path else None
    data = storing.read(path, _LIMITS) if path and stamp else None
    try:
        return stamp, _Content() if data is None else _CONTENT.decode(data)
    except (ValueError, RecursionError):
        return stamp, _Content()
