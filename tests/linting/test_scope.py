"""Which files a run over a change reads, and on which of them it reports, with real git."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository, isolate

from protolint.linting import files
from protolint.linting.scope import Scope, Wish, scope_of
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project import Files, Project

OLD, NEW = "Your parcel comes on Friday.\n", "Your lamp comes on Monday.\n"
ODD_NAMES = ("a b.md", "für dich.md", "two\nlines.md", "-rf.md", "q\"uo'te.md", "tab\t.md", ":x.md")
posix = pytest.mark.skipif(os.name == "nt", reason="names that Windows has not")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    isolate(monkeypatch)
    made = Repository(tmp_path / "repo")
    monkeypatch.chdir(made.folder)
    return made


def staged(*paths: str, project: Project | None = None) -> Scope:
    return scope_of(Wish(paths=paths, staged=True), project or Project())


def since(revision: str, *paths: str, project: Project | None = None) -> Scope:
    return scope_of(Wish(paths=paths, since=revision), project or Project())


def reported(scope: Scope) -> set[str]:
    assert scope.reported is not None
    return set(scope.reported)


def read(scope: Scope) -> set[str]:
    return {files.shown(path) for path in scope.paths}


def told(ask: Callable[[], Scope]) -> str:
    """What somebody is told who cannot be answered."""
    with pytest.raises(RulebookError) as caught:
        ask()
    return str(caught.value.problems[0])


def test_only_what_is_staged_is_reported_and_the_rest_is_read(repo: Repository) -> None:
    repo.commit("same.md", "m/changed.md", "unstaged.md")
    repo.add("m/changed.md", NEW)
    repo.add("m/new.md", NEW)
    repo.write("unstaged.md", NEW)
    repo.write("unknown.md", NEW)
    found = staged()
    assert reported(found) == {"m/changed.md", "m/new.md"}
    assert read(found) == {"same.md", "m/changed.md", "m/new.md", "unstaged.md"}


def test_the_text_is_that_of_the_index(repo: Repository) -> None:
    repo.commit("a.md", "b.md", "c.md")
    repo.add("a.md", NEW)
    repo.write("a.md", "Only half of it is staged.\n")
    repo.write("b.md", "None of it is staged.\n")
    repo.add("c.md", NEW)
    (repo.folder / "c.md").unlink()
    assert {str(own): data.decode() for own, data in staged().contents.items()} == {
        "a.md": NEW,
        "b.md": OLD,
        "c.md": NEW,
    }


def test_before_the_first_commit_all_that_is_staged_is_new(repo: Repository) -> None:
    repo.add("a.md")
    assert reported(staged()) == {"a.md"}


def test_nothing_staged_is_no_fault_and_reads_nothing(repo: Repository) -> None:
    repo.commit("a.md")
    repo.write("a.md", NEW)
    assert staged() == Scope([], [], frozenset())


def test_a_renamed_file_has_its_new_name_and_a_deleted_one_is_gone(repo: Repository) -> None:
    repo.commit("a.md", "b.md", "c.md")
    repo.git("mv", "a.md", "z.md")
    repo.git("rm", "-q", "b.md")
    found = staged()
    assert reported(found) == {"z.md"}
    assert read(found) == {"c.md", "z.md"}


@posix
@pytest.mark.parametrize("name", ODD_NAMES)
def test_names_may_hold_anything(repo: Repository, name: str) -> None:
    repo.commit("a.md")
    repo.write(name, NEW)
    assert reported(since("HEAD")) == {name}
    repo.git("add", ".")
    assert reported(staged()) == {name}
    assert staged().contents[name].decode() == NEW


@posix
def test_a_name_that_is_not_utf8_is_shown_as_its_bytes(repo: Repository) -> None:
    repo.write(os.fsdecode(b"caf\xe9.md"), NEW)
    repo.git("add", ".")
    assert reported(staged()) == {"caf\\xe9.md"}


def test_users_settings_for_git_change_nothing(repo: Repository) -> None:
    repo.commit("m/a.md")
    settings = "diff.relative=true color.ui=always diff.noprefix=true diff.renames=copies"
    for setting in settings.split():
        repo.git("config", *setting.split("="))
    repo.add("ü.md", NEW)
    repo.git("mv", "m/a.md", "m/b.md")
    os.chdir("m")
    assert reported(staged("..")) == {"b.md", str(repo.folder / "ü.md")}


def test_from_a_subfolder_the_whole_project_is_meant(repo: Repository) -> None:
    repo.commit("m/a.md", "n/b.md")
    repo.add("n/b.md", NEW)
    repo.add("m/sub/c.md", NEW)
    os.chdir("m/sub")
    found = staged(project=Project(folder=str(repo.folder / "m")))
    assert reported(found) == {"c.md"}
    assert read(found) == {"c.md", f"{repo.folder.as_posix()}/m/a.md"}
    assert reported(since("HEAD", project=Project(folder="../.."))) == {
        "c.md",
        f"{repo.folder.as_posix()}/n/b.md",
    }


def test_paths_limit_what_is_reported(repo: Repository) -> None:
    for name in ("a/1.md", "b/2.md", "b/3.md", "x.txt"):
        repo.add(name)
    repo.write("c.md")
    found = staged("b", "c.md")
    assert reported(found) == {"b/2.md", "b/3.md"}
    assert read(found) == {"a/1.md", "b/2.md", "b/3.md"}
    assert reported(staged("b/3.md")) == {"b/3.md"}
    assert [str(own) for own in staged("nowhere").problems] == [
        "nowhere: there is no such file or folder"
    ]
    assert "protolint cannot read this" in str(staged("x.txt").problems[0])


def test_a_path_that_is_only_in_the_index_is_there(repo: Repository) -> None:
    repo.add("m/a.md")
    (repo.folder / "m/a.md").unlink()
    (repo.folder / "m").rmdir()
    assert (reported(staged("m")), staged("m").problems) == ({"m/a.md"}, [])
    assert reported(staged("m/a.md")) == {"m/a.md"}


@pytest.mark.parametrize(
    "name",
    ["x.txt", ".hid/a.md", ".a.md", "node_modules/a.md", "out/a.md", "drafts/a.md", "n/a.md"],
)
def test_what_a_search_passes_over_is_passed_over_in_the_index_too(
    repo: Repository, name: str
) -> None:
    project = Project(files=Files(include=("m/", "out/", "drafts/"), exclude=("drafts/",)))
    repo.add(".gitignore", "out/\n")
    repo.add(name)
    repo.add("m/a.md")
    assert reported(staged(project=project)) == {"m/a.md"}
    assert read(scope_of(Wish(), project)) == {"m/a.md"}


def test_conflicts_of_a_merge_are_a_problem_and_its_other_files_are_reported(
    repo: Repository,
) -> None:
    repo.commit("a.md", "b.md", "c.md")
    repo.git("switch", "-q", "-c", "side")
    repo.add("a.md", "On the side.\n")
    repo.add("b.md", "On the side.\n")
    repo.commit()
    repo.git("switch", "-q", "main")
    repo.add("a.md", "On main.\n")
    repo.commit()
    assert repo.git("merge", "side", check=False).returncode == 1
    found = staged()
    assert [own.path for own in found.problems] == ["a.md"]
    assert "conflicts of a merge" in found.problems[0].message
    assert read(found) == {"b.md", "c.md"}
    repo.add("a.md", "On both.\n")
    assert (staged().problems, reported(staged())) == ([], {"a.md", "b.md"})


def test_a_file_that_is_too_large_is_a_problem_only_where_it_is_reported(repo: Repository) -> None:
    project = Project(files=Files(max_bytes=100))
    repo.add("large.md", "word " * 50)
    assert "250 bytes" in staged(project=project).problems[0].message
    repo.commit()
    repo.add("a.md")
    assert staged(project=project).problems == []


def test_links_and_submodules_are_not_scripts_of_this_repository(
    repo: Repository, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    other.commit("inside.md")
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.folder), "sub")
    repo.add("a.md")
    (repo.folder / "link.md").symlink_to("a.md")
    repo.git("add", ".")
    assert reported(staged()) == {"a.md"}
    inside = Repository(repo.folder / "sub")
    inside.add("inside.md", NEW)
    os.chdir("sub")
    assert reported(staged()) == {"inside.md"}
    assert reported(since("HEAD")) == {"inside.md"}


def test_in_a_second_worktree_its_own_index_counts(repo: Repository, tmp_path: Path) -> None:
    repo.commit("a.md")
    repo.git("worktree", "add", "-q", str(tmp_path / "second"))
    second = Repository(tmp_path / "second")
    second.add("b.md")
    assert reported(staged()) == set()
    os.chdir(second.folder)
    assert reported(staged()) == {"b.md"}


@posix
@pytest.mark.parametrize("through", ["folder", "config"])
def test_a_project_that_is_reached_by_a_link_is_the_same(
    repo: Repository, tmp_path: Path, through: str
) -> None:
    link = tmp_path / "link"
    link.symlink_to(repo.folder)
    repo.add("m/a.md")
    paths = (str(link),) if through == "folder" else ()
    project = Project(folder=str(link), files=Files(include=("m/",)))
    assert {Path(own).name for own in reported(staged(*paths, project=project))} == {"a.md"}
    repo.commit()
    repo.write("m/a.md", NEW)
    assert {Path(own).name for own in reported(since("HEAD", *paths, project=project))} == {"a.md"}


HOOK = """\
#!/bin/sh
exec "{python}" -m protolint check --staged --format concise
"""


@posix
@pytest.mark.parametrize("arguments", [["-a"], ["a.md"], ["--only", "a.md"], ["--include", "a.md"]])
def test_a_hook_of_git_sees_the_commit_as_it_would_be(
    repo: Repository, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    repo.commit("a.md", "b.md")
    hook = repo.write(".git/hooks/pre-commit", HOOK.format(python=sys.executable))
    hook.chmod(0o755)
    repo.write("a.md", "We are sorry if it broke.\n")
    refused = repo.git("commit", "-m", "x", *arguments, check=False)
    assert refused.returncode == 1
    assert "a.md:1:8: warning conditional-apology" in refused.stdout + refused.stderr
    repo.write("a.md", NEW)
    assert repo.git("commit", "-m", "x", *arguments, check=False).returncode == 0


def test_since_a_branch_what_the_branch_and_the_working_tree_changed(repo: Repository) -> None:
    repo.commit("kept.md", "moved.md", "gone.md", "unstaged.md", ".gitignore")
    repo.add(".gitignore", "out/\n")
    repo.commit()
    repo.git("switch", "-q", "-c", "topic")
    repo.add("committed.md", NEW)
    repo.git("mv", "moved.md", "new-name.md")
    repo.git("rm", "-q", "gone.md")
    repo.commit()
    repo.git("switch", "-q", "main")
    repo.commit("later-on-main.md")
    repo.git("switch", "-q", "topic")
    repo.write("unstaged.md", NEW)
    repo.write("unknown.md", NEW)
    repo.write("out/ignored.md", NEW)
    found = since("main")
    assert reported(found) == {"committed.md", "new-name.md", "unstaged.md", "unknown.md"}
    assert read(found) == reported(found) | {"kept.md"}
    assert found.contents == {}


def test_nothing_changed_is_no_fault(repo: Repository) -> None:
    repo.commit("a.md")
    assert since("HEAD") == Scope([], [], frozenset())


@pytest.mark.parametrize("revision", ["nowhere", "", "-n", "--all", "main..HEAD", "HEAD:a.md", "§"])
def test_a_revision_that_is_no_commit(repo: Repository, revision: str) -> None:
    repo.commit("a.md")
    text = told(lambda: since(revision))
    assert text == (
        f"--since: git knows no commit “{revision}” here: name a branch, a tag or a commit"
    )


@pytest.mark.parametrize("revision", ["main", "HEAD~1", "v1", "@{-1}"])
def test_a_revision_may_be_written_in_any_way_that_git_knows(
    repo: Repository, revision: str
) -> None:
    repo.commit("a.md")
    repo.git("tag", "-a", "v1", "-m", "x")
    repo.git("switch", "-q", "-c", "topic")
    repo.commit("b.md")
    assert reported(since(revision)) == {"b.md"}


def test_a_shallow_clone_says_what_to_fetch(repo: Repository, tmp_path: Path) -> None:
    repo.commit("a.md")
    repo.commit("b.md")
    url = f"file://{repo.folder}"
    subprocess.run(["git", "clone", "-q", "--depth=1", url, str(tmp_path / "c")], check=True)
    os.chdir(tmp_path / "c")
    text = told(lambda: since("HEAD~1"))
    assert "no commit “HEAD~1”" in text
    assert "`fetch-depth: 0`" in text


def test_branches_that_have_nothing_in_common(repo: Repository) -> None:
    repo.commit("a.md")
    repo.git("switch", "-q", "--orphan", "other")
    repo.commit("b.md")
    assert told(lambda: since("main")) == (
        "--since: “main” and this branch have no commit in common"
    )


def test_since_needs_a_commit_of_this_branch(repo: Repository) -> None:
    repo.commit("a.md")
    repo.git("switch", "-q", "--orphan", "other")
    assert "this branch has no commit yet" in told(lambda: since("main"))


def test_outside_of_a_repository(repo: Repository, tmp_path: Path) -> None:
    repo.add("a.md")
    os.chdir(tmp_path)
    assert told(staged).startswith("--staged: git says: not a git repository")
    os.chdir(repo.folder)
    text = told(lambda: staged(str(tmp_path / "elsewhere")))
    assert f"is outside of the repository {repo.folder}" in text


def test_without_git(repo: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git cannot be run (No such file or directory): install it" in told(staged)


def test_a_blob_that_is_not_there(repo: Repository) -> None:
    repo.add("a.md")
    blob = repo.git("rev-parse", ":a.md").stdout.strip()
    (repo.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert f"the repository lacks the blob {blob}" in told(staged)


def test_with_the_library_the_rest_of_the_project_is_read(repo: Repository) -> None:
    for name in ("a.md", "b.md", "sub/c.md"):
        repo.write(name)
    found = scope_of(Wish(paths=("b.md",), with_library=True), Project())
    assert (reported(found), read(found)) == ({"b.md"}, {"a.md", "b.md", "sub/c.md"})
    assert scope_of(Wish(paths=("nowhere.md",), with_library=True), Project()).problems
