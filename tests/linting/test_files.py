"""Which files a run reads, and what it says of those it cannot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from protolint.linting import files
from protolint.script import Problem, Source

SEARCH = files.Search(
    frozenset({".md", ".mdx"}), lambda path: True, lambda path: "drafts" in Path(path).parts
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Hello.", encoding="utf-8")


def found(*paths: str) -> list[str]:
    return [files.shown(path) for path in files.find(paths, SEARCH)[0]]


def test_folders_are_searched_in_the_order_of_paths(folder: Path) -> None:
    write(folder, "b.md", "a/z.mdx", "a/y.MD", "a/x.txt")
    assert found(".") == ["a/y.MD", "a/z.mdx", "b.md"]


@pytest.mark.parametrize(
    "name",
    [".hidden/a.md", ".hidden.md", "node_modules/a.md", "env/a.md", "sub/drafts/a.md"],
)
def test_what_is_passed_over(folder: Path, name: str) -> None:
    write(folder, "env/pyvenv.cfg", name, "kept.md")
    assert found(".") == ["kept.md"]


def test_gitignore_holds_from_the_top_of_the_repository(folder: Path) -> None:
    write(folder, "sub/.git/x", "sub/out/a.md", "sub/in/b.md", "sub/in/c.md", "sub/in/d.md")
    (folder / "sub/.gitignore").write_text("out/\nc.md\n", encoding="utf-8")
    (folder / "sub/in/.gitignore").write_text("!c.md\nd.md\n", encoding="utf-8")
    assert found("sub/in", "sub") == ["sub/in/b.md", "sub/in/c.md"]


def test_a_file_named_twice_is_checked_once(folder: Path) -> None:
    write(folder, "a.md")
    assert found("a.md", ".", "./a.md") == ["a.md"]


def test_exclude_wins_over_a_path_that_is_named(folder: Path) -> None:
    write(folder, "drafts/a.md")
    assert files.find(["drafts/a.md"], SEARCH) == ([], [])


@pytest.mark.parametrize(
    ("name", "message"),
    [("nowhere.md", "no such file"), ("a.txt", "protolint cannot read this; it reads .md, .mdx")],
)
def test_a_path_that_cannot_be_read_is_a_problem(folder: Path, name: str, message: str) -> None:
    write(folder, "a.txt")
    assert message in files.find([name], SEARCH)[1][0].message


@pytest.mark.skipif(os.name == "nt", reason="folder permissions are POSIX")
def test_a_folder_without_permission_is_a_problem_and_the_rest_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "a.md", "locked/b.md")
    scan = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name == "locked":  # the tests may run as root, who may read everything
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    paths, problems = files.find(["."], SEARCH)
    assert [path.name for path in paths] == ["a.md"]
    assert problems == [Problem("locked", 0, 0, "this folder cannot be read: Permission denied")]


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    write(folder, "a.md")
    problem = files.read(folder / "a.md", max_bytes=5)
    assert isinstance(problem, Problem)
    assert "6 bytes and protolint reads up to 5" in problem.message


def test_the_first_byte_that_is_not_utf8_is_named_with_its_place() -> None:
    problem = files.decode("a.md", b"\xef\xbb\xbfone\r\ntw\xc3\xb6 \xe9!")
    assert isinstance(problem, Problem)
    assert (problem.line, problem.column) == (2, 5)
    assert "0xE9" in problem.message


def test_a_byte_order_mark_is_not_counted() -> None:
    source = files.decode("a.md", b"\xef\xbb\xbfone")
    assert isinstance(source, Source)
    assert source.text == "one"


def test_a_name_that_is_not_utf8_is_shown_by_its_bytes() -> None:
    assert files.shown("mail/caf\udce9.md") == "mail/caf\\xe9.md"
    assert files.shown("mail/café.md") == "mail/café.md"
