"""A project file read and held against the rules: every problem in it, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from protolint.rulebook import compiled
from protolint.rulebook.disagreement import Flaw, flaws
from protolint.rulebook.loading import Selftest, attempt, digest_of, read, shown
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project import Project, ProjectFile
from protolint.rulebook.rulebook import Rulebook
from protolint.rulebook.shipped import File
from protolint.script import Problem

if TYPE_CHECKING:
    from protolint.rulebook.page import Page


def open_project(
    path: Path | None, *, use_cache: bool = True, selftest: Selftest | None = None
) -> tuple[Project, Rulebook]:
    """Return a project and the rules it can choose from; without a file, the shipped rules.

    Raises RulebookError with every problem of the project file and of the packs it names.
    """
    if path is None:
        book, problems = attempt((), use_cache=use_cache, selftest=selftest)
        return Project(), _sound(book, problems)
    file = read(path)
    digest = f"project {digest_of([file])}"
    kept = compiled.load(digest, ProjectFile) if use_cache else None
    page = None if kept else _page(file)
    project = _placed(kept or _typed(page), path)
    book, problems = attempt(
        project.own_packs,
        project.own_brand,
        locale=project.locale,
        use_cache=use_cache,
        selftest=selftest,
    )
    found = list(flaws(project, book))
    if found or page:
        problems += _problems(page or _page(file), found)
    sound = _sound(book, problems)
    if use_cache and not kept:
        compiled.store(digest, _file(project))
    return project, sound


def _page(file: File) -> Page:
    from protolint.rulebook.page import Page  # noqa: PLC0415  a kept project needs no YAML

    return Page(file.path, file.data)


def _sound(book: Rulebook, problems: list[Problem]) -> Rulebook:
    if problems:
        raise RulebookError(problems)
    return book


def _typed(page: Page | None) -> ProjectFile:
    if page is None or page.node.value is None:
        return ProjectFile()  # an empty file, or one that is not YAML and has said so
    return page.take(page.node, ProjectFile) or ProjectFile()


def _placed(file: ProjectFile, path: Path) -> Project:
    folder = path.parent.as_posix()
    return Project(**msgspec.structs.asdict(file), folder=folder, path=shown(path))


def _file(project: Project) -> ProjectFile:
    own = {name: getattr(project, name) for name in ProjectFile.__struct_fields__}
    return ProjectFile(**own)


def _problems(page: Page, found: list[Flaw]) -> Iterator[Problem]:
    for flaw in found:
        page.flawed(flaw.path, flaw.message, is_key=flaw.is_key)
    yield from page.problems
