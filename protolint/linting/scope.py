"""Which files a run reads, and on which of them it reports: those of a change, or all of them.

A run that reports on a change reads the whole project all the same, for the rules that look across
scripts. What it reads is on the disk, or with `staged` what the index holds: the next commit.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from protolint.linting import files
from protolint.linting.work import suffixes
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project import Project
from protolint.script import Problem


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """The files that somebody wants a report on; no `paths` are those of the project.

    `staged`: of these, what the next commit changes. `since`: of these, what changed since the
    branch left a commit. `with_library`: all of these, and the rest of the project is read too.
    Where nothing is to be read that is a problem, but for a change or with `allow_empty`.
    """

    paths: tuple[str, ...] = ()
    staged: bool = False
    since: str | None = None
    with_library: bool = False
    allow_empty: bool = False

    @property
    def is_of_change(self) -> bool:
        """Whether the report is on what changed in git."""
        return self.staged or self.since is not None


class Scope(msgspec.Struct, frozen=True):
    """The files that a run reads, in order, and what is wrong with those that were named.

    `reported` are the paths, as shown, that it reports on; None for all. `contents` are the bytes
    of files, by their paths, that are not to be read from the disk.
    """

    paths: list[Path]
    problems: list[Problem]
    reported: frozenset[str] | None = None
    contents: Mapping[str, bytes] = {}


def scope_of(wish: Wish, project: Project) -> Scope:
    """Return the scope of a run. Raises RulebookError where git is asked and cannot answer."""
    search = files.Search(frozenset(suffixes()), project.includes, project.excludes)
    if wish.is_of_change:
        return _of_change(wish, project, search)
    paths, problems = files.find(wish.paths or (project.folder,), search)
    if not paths and not problems and not wish.allow_empty:
        problems = [_nothing(wish, project)]
    if not wish.with_library or not paths:
        return Scope(paths, problems)
    return _among(paths, paths, problems, project, search)


def _of_change(wish: Wish, project: Project, search: files.Search) -> Scope:
    from protolint.linting import git  # noqa: PLC0415 (most runs ask git nothing)

    try:
        top = git.top()
        for path in wish.paths or (project.folder,):
            git.hold(top, path)
        if not wish.staged:
            return _since(wish, set(git.changed_since(top, wish.since or "")), project, search)
        return _staged(wish, top, project, search)
    except git.GitError as error:
        option = "--staged" if wish.staged else "--since"
        raise RulebookError([Problem(option, 0, 0, str(error))]) from error


def _since(wish: Wish, changed: set[Path], project: Project, search: files.Search) -> Scope:
    paths, problems = files.find(wish.paths or (project.folder,), search)
    folders = {folder: Path(os.path.realpath(folder)) for folder in {own.parent for own in paths}}
    reported = [own for own in paths if folders[own.parent] / own.name in changed]
    return _among(reported, paths, problems, project, search)


def _among(
    reported: list[Path],
    found: list[Path],
    problems: list[Problem],
    project: Project,
    search: files.Search,
) -> Scope:
    """Return the scope of a report on some files; those that were found and the project are read.

    What is wrong with the rest of the project is not told.
    """
    shown = frozenset(map(files.shown, reported))
    if not reported:
        return Scope([], problems, shown)
    library, _ = files.find((project.folder,), search)
    every = {files.shown(path): path for path in (*library, *found)}
    return Scope([every[name] for name in sorted(every)], problems, shown)


def _staged(wish: Wish, top: Path, project: Project, search: files.Search) -> Scope:
    from protolint.linting import git  # noqa: PLC0415

    changed = {str(path) for path in git.staged(top)}
    blobs = {str(own.path): own.blob for own in git.indexed(top)}
    found, problems = files.find_among(wish.paths or (project.folder,), search, blobs)
    reported = [path for path, real in found.items() if real in changed]
    unmerged = [path for path in reported if not blobs[found[path]]]
    shown = frozenset(map(files.shown, reported))
    problems += map(_unmerged, unmerged)
    if not shown:
        return Scope([], problems, shown)
    library, _ = files.find_among((project.folder,), search, blobs)
    every = {path: blobs[real] for path, real in (library | found).items() if blobs[real]}
    held, large = git.blobs(every.values(), project.files.max_bytes)
    problems += (
        files.too_large(path, large[every[path]], project.files.max_bytes)
        for path in reported
        if every.get(path) in large
    )
    contents = {str(path): held[blob] for path, blob in every.items() if blob in held}
    return Scope(sorted(map(Path, contents), key=files.shown), problems, shown, contents)


def _unmerged(path: Path) -> Problem:
    message = "this file has conflicts of a merge: resolve them, and “git add” it"
    return Problem(files.shown(path), 0, 0, message)


def _nothing(wish: Wish, project: Project) -> Problem:
    where = ", ".join(wish.paths) or project.folder
    message = (
        f"no script was found in {where}: name a folder with {', '.join(sorted(suffixes()))} files,"
        " look at “files” in protolint.yaml, or say --allow-empty"
    )
    return Problem(".", 0, 0, message)
