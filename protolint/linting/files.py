"""Which files a run reads, and how a file becomes a source."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
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
            problems.append(Problem(shown(path), 0, 0, "there is no such file or folder"))
        elif path.is_dir():
            found.update((shown(file), file) for file in _walk(path, search, problems))
        elif path.suffix.lower() not in search.suffixes:
            known = ", ".join(sorted(search.suffixes))
            problems.append(
                Problem(shown(path), 0, 0, f"protolint cannot read this; it reads {known}")
            )
        elif not search.excluded(path):
            found[shown(path)] = path
    return [found[name] for name in sorted(found)], problems


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
        for name in sorted(files):
            path = here / name
            if path.suffix.lower() not in search.suffixes or name.startswith("."):
                continue
            if search.included(path) and not search.excluded(path) and not ignored(path):
                yield path


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
