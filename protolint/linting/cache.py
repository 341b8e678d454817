"""What runs have found before: in each file by its bytes, across the library by all its facts.

Nothing of it is trusted: what does not fit is as if it were not there, and is found again.
"""

from __future__ import annotations

import os

import msgspec

from protolint.linting.allowances import Place
from protolint.linting.finding import Finding
from protolint.linting.results import FileResult, Kept, digest_of, unpacked
from protolint.linting.store import Content, Store

#: So many results of library rules are kept beside those of the last run.
_MOST_OLD = 256

#: What a library rule has found, with its related places.
Across = tuple[Finding, tuple[Place, ...]]
_FOUND = msgspec.msgpack.Decoder(tuple[Across, ...])


class FileCache:
    """The results of the first pass. `parts` decide what is found, but for the files themselves."""

    def __init__(self, *parts: object) -> None:
        self._store = Store("files", *parts) if parts else Store()
        self._seen: set[str] = set()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known, so that no file need be read to ask for it."""
        return self._store.is_empty

    def result(self, name: str, data: bytes) -> FileResult | None:
        """Return what was found in a file of this name with these bytes; None if nobody knows."""
        self._seen.add(name)
        kept = self._store.get(name)
        if kept is None or kept.digest != digest_of(data):
            return None
        try:
            result = unpacked(kept)
            if result.previews:
                _check_previews(result)
        except (ValueError, RecursionError):
            return None
        return result if _fits(result, name, data) else None

    def put(self, name: str, kept: Kept) -> None:
        """Take note of what was found in a file; not where it could not be read."""
        if kept.digest:
            self._store.put(name, kept)

    def save(self) -> None:
        """Write down what is new, and nothing of files that are gone."""
        self._store.save(self._left)

    def _left(self, old: Content) -> Content:
        return {name: own for name, own in old.items() if name in self._seen or _exists(name)}


def _exists(name: str) -> bool:
    try:
        return os.path.exists(name)
    except ValueError:  # no path at all
        return False


def _check_previews(result: FileResult) -> None:
    """Raise ValueError where the previews of a file are none."""
    from protolint.linting import preview  # noqa: PLC0415 (few runs show the scripts)

    if len(preview.unpacked(result.previews)) != len(result.scripts):
        raise ValueError("a script has no preview")


def _fits(result: FileResult, name: str, data: bytes) -> bool:
    """Return whether a result can be that of a file: each excerpt stands where it is said to."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    most = len(text) + 1
    return result.path == name and all(
        found.path == name
        and 0 <= found.start <= found.end < most
        and text[found.start : found.end] == found.excerpt
        and 1 <= found.line <= found.end_line <= most
        and 1 <= found.column <= most
        and 1 <= found.end_column <= most
        for script in result.scripts
        for found in script.findings
    )


class LibraryCache:
    """What library rules have found, by a digest of all that they look at."""

    def __init__(self, *parts: object) -> None:
        self._store = Store("library", *parts) if parts else Store()
        self._used: list[str] = []

    def found(self, digest: bytes) -> tuple[Across, ...] | None:
        """Return what was found by a rule in facts with this digest; None if nobody knows."""
        kept = self._store.get(digest.hex())
        try:
            found = _FOUND.decode(kept.packed) if kept else None
        except (ValueError, RecursionError):
            return None
        self._used.append(digest.hex())
        return found

    def put(self, digest: bytes, found: tuple[Across, ...]) -> None:
        """Take note of what was found."""
        self._store.put(digest.hex(), Kept(digest, msgspec.Raw(msgspec.msgpack.encode(found))))

    def save(self) -> None:
        """Write down what is new, beside what was used in this run and in the last ones."""
        self._store.save(self._left)

    def _left(self, old: Content) -> Content:
        used = {name: old[name] for name in self._used if name in old}
        others = [name for name in old if name not in used]
        return {name: old[name] for name in others[-_MOST_OLD:]} | used


#: Knows nothing and keeps nothing.
NO_CACHE = LibraryCache()
