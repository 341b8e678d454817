"""Which files a run reads, and how a file becomes a source."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from protolint.script import Problem, Source

#: Folders that hold no scripts of the project's own.
_PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages"})


class Search(NamedTuple):
    """What a run is to look through, and what it is to leave out."""

    suffixes: frozenset[str]
    included: Callable[[Path], bool]
    excluded: Callable[[Path], bool]


def shown(path: Path | str) -> str:
    """Return a path as outputs show it: POSIX, relative to the working directory if it is below.

    Bytes of a name that are not UTF-8, which no output can hold, are shown as `\\xe9`.
    """
    full = os.path.abspath(path)
    here = os.path.join(os.getcwd(), "")
    name = full.removeprefix(here).replace(os.sep, "/") or "."
    if full == here.rstrip(os.sep):
        name = "."
    return (
        name
        if name.isascii()
        else name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    )


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

    ignored = _Ignored(folder)
    for base, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(base)
        ignored.enter(here, files)
        folders[:] = sorted(
            name for name in folders if not _leave_out(here / name, ignored, search)
        )
        yield from (here / name for name in sorted(files) if _takes(here / name, ignored, search))


def _takes(path: Path, ignored: _Ignored, search: Search) -> bool:
    """Return whether a file is read that lies in a folder which is searched."""
    if path.suffix.lower() not in search.suffixes or path.name.startswith("."):
        return False
    return search.included(path) and not search.excluded(path) and not ignored(path)


class _Taken:
    """Whether a walk through a folder would come to a file and take it."""

    def __init__(self, folder: Path, search: Search) -> None:
        self._search = search
        self._ignored = _Ignored(folder)
        self._entered = {folder: True}

    def __call__(self, path: Path) -> bool:
        return self._enters(path.parent) and _takes(path, self._ignored, self._search)

    def _enters(self, folder: Path) -> bool:
        if folder not in self._entered:
            enters = self._enters(folder.parent)
            if enters and not _leave_out(folder, self._ignored, self._search):
                is_there = (folder / ".gitignore").is_file()
                self._ignored.enter(folder, [".gitignore"] if is_there else [])
            else:
                enters = False
            self._entered[folder] = enters
        return self._entered[folder]


def _leave_out(folder: Path, ignored: _Ignored, search: Search) -> bool:
    if folder.name.startswith(".") or folder.name in _PASSED_OVER:
        return True
    if (folder / "pyvenv.cfg").exists():
        return True
    return search.excluded(folder) or ignored(folder, is_folder=True)


class _Ignored:
    """What the `.gitignore` files between a repository's top and a path leave out."""

    def __init__(self, folder: Path) -> None:
        self._specs: list[tuple[Path, Callable[[str], bool | None]]] = []
        self._read: set[Path] = set()
        above = folder.resolve()
        chain = [above, *above.parents]
        top = next((number for number, own in enumerate(chain) if (own / ".git").exists()), 0)
        for own in reversed(chain[: top + 1]):
            self.enter(own, [".gitignore"] if (own / ".gitignore").is_file() else [])

    def enter(self, folder: Path, files: Iterable[str]) -> None:
        """Read the folder's own `.gitignore`, if it has one."""
        folder = folder.resolve()
        if ".gitignore" not in files or folder in self._read:
            return
        self._read.add(folder)
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 (60 ms that most runs do not need)

        try:
            lines = (folder / ".gitignore").read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return
        spec = GitIgnoreSpec.from_lines(lines)
        self._specs.append((folder, lambda name: spec.check_file(name).include))

    def __call__(self, path: Path, *, is_folder: bool = False) -> bool:
        """Return whether git passes over a path: the deepest file that speaks of it decides."""
        verdict = False
        for folder, check in self._specs or ():
            full = path.resolve() if not path.is_symlink() else path.parent.resolve() / path.name
            if folder in full.parents:
                said = check(full.relative_to(folder).as_posix() + ("/" if is_folder else ""))
                verdict = verdict if said is None else said
        return verdict


def read(path: Path, max_bytes: int) -> Source | Problem:
    """Return the text of a file, or what keeps it from being read."""
    data = load(path, max_bytes)
    return data if isinstance(data, Problem) else decode(shown(path), data)


def load(path: Path, max_bytes: int) -> bytes | Problem:
    """Return the bytes of a file, or what keeps it from being read."""
    try:
        size = path.stat().st_size
        if size > max_bytes:
            return too_large(path, size, max_bytes)
        return path.read_bytes()
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
