"""What git knows: which files changed, what its index holds, and the bytes of a blob.

git is asked with `-z`, so names may hold anything, and without a shell. Its environment is that of
the run: in a hook, git says there where its index is.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

#: The modes of the index for files that hold text; links and submodules have others.
_FILES = frozenset({b"100644", b"100755"})
#: A lock would be in the way of the git that runs a hook; no run fetches from a network.
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "0",
    "LC_ALL": "C",
}
_WITHOUT = "leave out --staged and --since"


class GitError(Exception):
    """git cannot answer; the message says why, and what to do."""


class Indexed(NamedTuple):
    """A file in the index: the name of its blob; "" where a merge has left several."""

    path: Path
    blob: str


def top() -> Path:
    """Return the folder of the repository that holds the working directory.

    Raises GitError where there is none, or no git.
    """
    found = _git("rev-parse", "--show-toplevel")
    if found.returncode or not found.stdout.strip():
        raise GitError(f"{_words(found)}; run this in the folder of a repository, or {_WITHOUT}")
    return Path(os.path.realpath(os.fsdecode(found.stdout.rstrip(b"\r\n"))))


def hold(folder: Path, path: str) -> None:
    """Raise GitError where a path has nothing to do with the repository whose top is a folder."""
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(folder) and not folder.is_relative_to(real):
        raise GitError(f"{path} is outside of the repository {folder}: run this in that of {path}")


def indexed(folder: Path) -> list[Indexed]:
    """Return the files of the index, in its order; `folder` is the top of the repository."""
    blobs: dict[bytes, str] = {}
    for entry in _names("ls-files", "--stage", "--full-name", "-z", "--", ":/"):
        head, _, name = entry.partition(b"\t")
        mode, blob, stage = head.split()
        if mode in _FILES:
            blobs[name] = blob.decode() if stage == b"0" else ""
    return [Indexed(_path(folder, name), blob) for name, blob in blobs.items()]


def staged(folder: Path) -> list[Path]:
    """Return the files that a commit would add or change, under their new names."""
    return _changed(folder, "--cached", "--diff-filter=ACMRTU")


def changed_since(folder: Path, revision: str) -> list[Path]:
    """Return the files that the branch and the working tree change, and those git does not know.

    The branch begins where it left `revision`. Raises GitError where git has no such commit.
    """
    base = _fork(_commit(revision), revision)
    known = _changed(folder, "--diff-filter=ACMRTU", base)
    new = _names("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/")
    return known + [_path(folder, name) for name in new]


def blobs(names: Iterable[str], most: int) -> tuple[dict[str, bytes], dict[str, int]]:
    """Return the bytes of blobs, and the sizes of those that have more than `most` bytes.

    Raises GitError where the repository lacks one, as a partial clone may.
    """
    wanted = dict.fromkeys(names)
    sizes = _sizes(wanted)
    large = {name: size for name, size in sizes.items() if size > most}
    told = _fed(("cat-file", "--batch"), (name for name in wanted if name not in large))
    found: dict[str, bytes] = {}
    at = 0
    while at < len(told):
        start = told.index(b"\n", at) + 1
        name = told[at:start].split()[0].decode()
        found[name] = told[start : start + sizes[name]]
        at = start + sizes[name] + 1
    return found, large


def _sizes(names: Mapping[str, None]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for line in _fed(("cat-file", "--batch-check"), names).splitlines():
        name, kind, *size = line.decode().split()
        if kind != "blob":
            raise GitError(f"the repository lacks the blob {name}: run “git fsck”, or fetch it")
        sizes[name] = int(size[0])
    return sizes


def _commit(revision: str) -> str:
    found = None if revision.startswith("-") else _git("rev-parse", "-q", "--verify", _of(revision))
    if found is None or found.returncode:
        message = f"git knows no commit “{revision}” here: name a branch, a tag or a commit"
        raise GitError(f"{message}{_shallow()}")
    return found.stdout.decode().strip()


def _of(revision: str) -> str:
    return f"{revision}^{{commit}}"


def _fork(commit: str, revision: str) -> str:
    """Return the commit at which this branch left another."""
    if _git("rev-parse", "-q", "--verify", _of("HEAD")).returncode:
        raise GitError("this branch has no commit yet: use --staged, or check everything")
    found = _git("merge-base", commit, "HEAD")
    if found.returncode:
        raise GitError(f"“{revision}” and this branch have no commit in common{_shallow()}")
    return found.stdout.decode().split()[0]


def _shallow() -> str:
    """Return what to do where a clone holds only the last commits; "" where it holds them all."""
    if _git("rev-parse", "--is-shallow-repository").stdout.strip() != b"true":
        return ""
    return (
        "; this clone holds only the last commits: fetch all of them (“git fetch --unshallow”; "
        "`fetch-depth: 0` on GitHub, `GIT_DEPTH: 0` on GitLab)"
    )


def _changed(folder: Path, *arguments: str) -> list[Path]:
    options = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules")
    return [_path(folder, name) for name in _names("diff", *options, *arguments, "--")]


def _path(folder: Path, name: bytes) -> Path:
    return folder / os.fsdecode(name)


def _names(*arguments: str) -> list[bytes]:
    found = _git(*arguments)
    if found.returncode:
        raise GitError(_words(found))
    return [name for name in found.stdout.split(b"\0") if name]


def _fed(arguments: tuple[str, ...], lines: Iterable[str]) -> bytes:
    text = "".join(f"{line}\n" for line in lines)
    if not text:
        return b""
    found = _git(*arguments, given=text.encode())
    if found.returncode:
        raise GitError(_words(found))
    return found.stdout


def _git(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git; what people have set for their own use of it does not count."""
    env = {**os.environ, **_ENVIRONMENT}
    command = ("git", "-c", "diff.relative=false", *arguments)
    try:
        return subprocess.run(  # noqa: S603 (a list of arguments, and no shell)
            command, input=given, capture_output=True, check=False, env=env
        )
    except OSError as error:
        message = f"git cannot be run ({error.strerror}): install it, or {_WITHOUT}"
        raise GitError(message) from error


def _words(found: subprocess.CompletedProcess[bytes]) -> str:
    """Return what git said was wrong, on one line."""
    said = found.stderr.decode("utf-8", "replace").strip().splitlines()
    return f"git says: {said[0].removeprefix('fatal: ')}" if said else "git gave no answer"
