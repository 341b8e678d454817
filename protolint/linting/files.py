"""Which files a run reads, and how a file becomes a source."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from protolint.linting.gitignore import Ignored
from protolint.script import Problem, Source

#: Folders that hold no scripts of the project's own.
_PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages"})


class Search(NamedTuple):
    """What a run is to look through, and what it is to leave out."""

    suffixes: frozenset[str]
    included: Callable[[str | Path], bool]
    excluded: Callable[[str | Path], bool]


def shown(path: Path | str) -> str:
    """Return a path as outputs show it: POSIX, relative to the working directory if it is below.

    Bytes of a name that are not UTF-8, which no output can hold, are shown as `\\xe9`.
    """
    name = os.path.normpath(path)
    if os.path.isabs(name) or name.startswith("..") or os.sep != "/":
        full, here = os.path.abspath(name), os.getcwd()
        name = full.removeprefix(os.path.join(here, "")) if full != here else "."
        name = name.replace(os.sep, "/")
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find(paths: Iterable[str], search: Search) -> tuple[list[Path], list[Problem]]:
    """Return the files to check, each once and in order of their paths, and what is wrong."""
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for name in paths:
        path = Path(name)
        if not path.exists():
            problems.append(_missing(path))
        elif path.is_dir():
            found.update((shown(file), file) for file in _walk(path, search, problems))
        else:
            found.update((shown(file), file) for file in _named(path, search, problems))
    return [found[name] for name in sorted(found)], problems


def find_among(
    paths: Iterable[str], search: Search, known: Collection[str]
) -> tuple[dict[Path, str], list[Problem]]:
    """Return which of the files that are known `find` would find if they were all on the disk.

    `known` are absolute paths without links; each file found comes with its own.
    """
    readable = [own for own in known if _suffix(own) in search.suffixes]
    found: dict[Path, str] = {}
    problems: list[Problem] = []
    for name in paths:
        path, real = Path(name), os.path.realpath(name)
        if real in known:
            found.update((file, real) for file in _named(path, search, problems))
            continue
        if not path.exists() and not any(own.startswith(f"{real}{os.sep}") for own in known):
            problems.append(_missing(path))
        below = os.path.join(real, "")
        takes = _Taken(path, search)
        inside = (
            (path / own.removeprefix(below), own) for own in readable if own.startswith(below)
        )
        found.update((file, own) for file, own in inside if takes(file))
    return dict(sorted(found.items(), key=lambda own: shown(own[0]))), problems


def _missing(path: Path) -> Problem:
    return Problem(shown(path), 0, 0, "there is no such file or folder")


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _named(path: Path, search: Search, problems: list[Problem]) -> Iterator[Path]:
    """Yield a file that is named, unless the project leaves it out or nothing can read it."""
    if path.suffix.lower() not in search.suffixes:
        known = ", ".join(sorted(search.suffixes))
        problems.append(Problem(shown(path), 0, 0, f"protolint cannot read this; it reads {known}"))
    elif not search.excluded(path):
        yield path


def _walk(folder: Path, search: Search, problems: list[Problem]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        text = f"this folder cannot be read: {error.strerror}"
        problems.append(Problem(shown(error.filename), 0, 0, text))

    ignored = Ignored(folder)
    for base, folders, files in os.walk(folder, onerror=unreadable):
        ignored.enter(base, files)
        folders[:] = sorted(
            name for name in folders if not _leave_out(os.path.join(base, name), ignored, search)
        )
        for name in files:
            path = os.path.join(base, name)
            if _takes(path, ignored, search):
                yield Path(path)


def _takes(path: str, ignored: Ignored, search: Search) -> bool:
    """Return whether a file is read that lies in a folder which is searched."""
    if _suffix(path) not in search.suffixes or os.path.basename(path).startswith("."):
        return False
    return search.included(path) and not search.excluded(path) and not ignored(path)


class _Taken:
    """Whether a walk through a folder would come to a file and take it."""

    def __init__(self, folder: Path, search: Search) -> None:
        self._search = search
        self._ignored = Ignored(folder)
        self._entered = {folder: True}

    def __call__(self, path: Path) -> bool:
        return self._enters(path.parent) and _takes(str(path), self._ignored, self._search)

    def _enters(self, folder: Path) -> bool:
        if folder not in self._entered:
            enters = self._enters(folder.parent)
            if enters and not _leave_out(str(folder), self._ignored, self._search):
                is_there = (folder / ".gitignore").is_file()
                self._ignored.enter(folder, [".gitignore"] if is_there else [])
            else:
                enters = False
            self._entered[folder] = enters
        return self._entered[folder]


def _leave_out(folder: str, ignored: Ignored, search: Search) -> bool:
    name = os.path.basename(folder)
    if name.startswith(".") or name in _PASSED_OVER:
        return True
    if os.path.exists(os.path.join(folder, "pyvenv.cfg")):
        return True
    return search.excluded(folder) or ignored(folder, is_folder=True)


def read(path: Path, max_bytes: int) -> Source | Problem:
    """Return the text of a file, or what keeps it from being read."""
    data = load(path, max_bytes)
    return data if isinstance(data, Problem) else decode(shown(path), data)


def load(path: Path, max_bytes: int) -> bytes | Problem:
    """Return the bytes of a file, or what keeps it from being read."""
    try:
        with open(path, "rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            return too_large(path, size, max_bytes) if size > max_bytes else file.readall()
    except OSError as error:
        return Problem(shown(path), 0, 0, f"this file cannot be read: {error.strerror}")


def too_large(path: Path, size: int, most: int) -> Problem:
    """Return what is said of a file that has too many bytes."""
    message = (
        f"this file has {size:,} bytes and protolint reads up to {most:,}; "
        "split it, or set “files: max_bytes” in protolint.yaml"
    )
    return Problem(shown(path), 0, 0, message)


def decode(name: str, data: bytes) -> Source | Problem:
    """Return UTF-8 bytes as a source without byte order mark, or where the first bad byte is."""
    try:
        return Source(name, data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        before = Source(name, data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        byte = f"0x{data[error.start]:02X}"
        text = f"this file is not UTF-8: byte {byte} cannot be read; save it as UTF-8"
        return Problem(name, *before.position(len(before.text)), text)
