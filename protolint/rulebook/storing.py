"""Bytes kept in the user's cache folder: whole or not at all, and not for ever."""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_CHECKSUM = 16
_DAY = 86_400
#: After so long nobody will come back for it.
_UNUSED = 30 * _DAY
#: Where caches lie below the home folder, elsewhere than on Linux.
_USUAL = {"win32": ("AppData", "Local"), "darwin": ("Library", "Caches")}


class Limits(NamedTuple):
    """How much a folder may hold: bytes in one file, files, and bytes in all of them."""

    file_bytes: int
    files: int
    all_bytes: int


class Stamp(NamedTuple):
    """What tells a file from one that was put in its place."""

    inode: int
    size: int
    changed: int


def cache_folder() -> Path | None:
    """Return the user's cache folder for protolint; None where the user has no home.

    No file of a project can name another, and a relative one would lie in a project.
    """
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(named):
        try:
            named = os.path.join(Path.home(), *_USUAL.get(sys.platform, (".cache",)))
        except RuntimeError:
            return None
    return Path(named, "protolint")


def stamp(path: Path, limits: Limits) -> Stamp | None:
    """Return the stamp of a file; None where there is none that we can have written."""
    try:
        about = os.stat(path)
    except OSError:
        return None
    is_ours = stat.S_ISREG(about.st_mode) and about.st_size <= limits.file_bytes
    return Stamp(about.st_ino, about.st_size, about.st_mtime_ns) if is_ours else None


def read(path: Path, limits: Limits) -> memoryview | None:
    """Return what was kept; None where there is nothing, or it is not as it was written."""
    own = stamp(path, limits)
    if own is None:
        return None
    try:
        data = memoryview(path.read_bytes())
        if data[:_CHECKSUM] != checksum(data[_CHECKSUM:]):
            return None
        if time.time() - own.changed / 1e9 > _DAY:
            os.utime(path)  # it is still used, and not to be deleted
    except OSError:
        return None
    return data[_CHECKSUM:]


def write(path: Path, data: bytes, limits: Limits) -> None:
    """Keep bytes, at once or not at all; a folder that takes none is no matter."""
    if len(data) + _CHECKSUM > limits.file_bytes:
        return
    unfinished = path.with_name(f"{path.stem}.{os.getpid()}-{time.time_ns()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(unfinished, "xb") as file:
            os.chmod(unfinished, 0o600)
            file.write(checksum(data))
            file.write(data)
        os.replace(unfinished, path)
        _tidy(path.parent, limits)
    except OSError:  # read-only, full, or in use: the next run finds it out again
        with suppress(OSError):
            os.unlink(unfinished)


def checksum(data: bytes | memoryview) -> bytes:
    """Return what stands for bytes: no others have it."""
    return blake2b(data, digest_size=_CHECKSUM).digest()


def _tidy(folder: Path, limits: Limits) -> None:
    """Delete what was not used for the longest time, and what was never finished."""
    found = [(entry.stat(), entry) for entry in os.scandir(folder)]
    size = 0
    for number, (about, entry) in enumerate(sorted(found, key=_latest_first)):
        size += about.st_size
        longest = _UNUSED if entry.name.endswith(".msgpack") else _DAY
        is_old = time.time() - about.st_mtime > longest
        if is_old or number >= limits.files or size > limits.all_bytes:
            os.unlink(entry.path)


def _latest_first(own: tuple[os.stat_result, os.DirEntry[str]]) -> float:
    return -own[0].st_mtime
