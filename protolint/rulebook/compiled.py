"""A rulebook kept in the user's cache folder, so that a start parses no YAML."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from protolint.rulebook.rulebook import Rulebook

T = TypeVar("T")
#: No rulebook is larger; a larger file is not ours.
_MAX_BYTES = 16 << 20
#: The folders of the package whose code decides what a rulebook is, and whether it is sound.
_READING = ("rulebook", "checks", "placed", "text", "linting")
#: As many rulebooks are kept; older ones are deleted.
_MAX_FILES = 16


def load(digest: str, kind: type[T]) -> T | None:
    """Return what was kept under a digest; None where there is nothing that can be used.

    What was written by another version, cut short or tampered with is nothing.
    """
    try:
        path = _path(digest)
        if path.stat().st_size > _MAX_BYTES:
            return None
        data = path.read_bytes()
        if data[:32] != hashlib.sha256(data[32:]).digest():
            return None
        return msgspec.msgpack.decode(data[32:], type=kind)
    except (OSError, msgspec.DecodeError, RuntimeError):
        return None


def store(digest: str, value: object) -> None:
    """Keep a value under a digest, at once or not at all; a folder that takes none is no matter."""
    import tempfile  # noqa: PLC0415  most starts find what they need and store nothing

    data = msgspec.msgpack.encode(value)
    if len(data) >= _MAX_BYTES:
        return
    try:
        path = _path(digest)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        os.replace(name, path)
        _tidy(path.parent)
    except (OSError, RuntimeError):
        return  # read-only, full, or no home folder: the next start reads the YAML again


def cache_folder() -> Path:
    """Return the user's cache folder for protolint; no file of a project can name another."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "protolint"


def _path(digest: str) -> Path:
    name = hashlib.sha256(f"{_shape()} {digest}".encode()).hexdigest()
    return cache_folder() / "rulebooks" / f"{name[:32]}.msgpack"


@cache
def _shape() -> str:
    """Return a name for the program that reads the rules: its version and its own files."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    stamps = sorted(
        (file.path, file.stat().st_size, file.stat().st_mtime_ns)
        for part in _READING
        for file in os.scandir(os.path.join(package, part))
        if file.name.endswith(".py")
    )
    return f"{Rulebook.__struct_fields__} {sys.version_info[:2]} {msgspec.__version__} {stamps}"


def _tidy(folder: Path) -> None:
    kept = sorted(folder.glob("*.msgpack"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_MAX_FILES:]:
        path.unlink(missing_ok=True)
