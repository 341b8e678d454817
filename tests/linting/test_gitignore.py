"""What `.gitignore` leaves out, held against git itself."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from protolint.linting import files

SEARCH = files.Search(frozenset({".md"}), lambda path: True, lambda path: False)
FOLDERS = ("", "a", "b", "drafts", "a b", "build")
NAMES = ("a.md", "b.md", "keep.md", "#h.md", "!n.md", "a b.md", "[z].md", "sp .md", "back\\s.md")
#: Parts of patterns; `?` and sets that exclude are left out, as git takes them for single bytes.
PARTS = (
    "a", "b", "drafts", "build", "*", "**", "*.md", "a.md", "keep.md", "[ab]", "[a-c].md", "a*",
    "b*d", "a b", r"\#h.md", r"\!n.md", "[z].md", r"\[z\].md", "[[]z[]].md", "*.*", "sp .md",
    "[]a].md", r"back\\s.md", r"a.md\ ", "[a-]", r"\a", "[z-a].md",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if os.name == "nt" or not shutil.which("git"):
        pytest.skip("needs git, and names that Windows does not have")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    subprocess.run(["git", "init", "-q", "."], check=True)
    for above in FOLDERS:
        for below in FOLDERS:
            Path(above, below).mkdir(parents=True, exist_ok=True)
            for name in NAMES:
                Path(above, below, name).touch()
    return tmp_path


def left_by_git(start: str) -> set[str]:
    command = ["git", "ls-files", "-z", "--others", "--exclude-standard", "--", start]
    found = subprocess.run(command, check=True, capture_output=True).stdout.split(b"\0")
    return {os.fsdecode(name) for name in found if name.endswith(b".md")}


def left_by_us(start: str) -> set[str]:
    return {path.as_posix() for path in files.find([start], SEARCH)[0]}


def pattern(dice: random.Random) -> str:
    glob = "/".join(dice.choice(PARTS) for _ in range(dice.choice((1, 1, 1, 2, 2, 3))))
    ends = ("", "", "", "/", "  ")
    return f"{dice.choice(('', '', '!'))}{dice.choice(('', '', '/'))}{glob}{dice.choice(ends)}"


@pytest.mark.parametrize("seed", range(12))
def test_random_patterns_leave_out_what_git_leaves_out(folder: Path, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(8):
        lines = [pattern(dice) for _ in range(dice.randint(1, 5))]
        start = dice.choice(("\ufeff", "", "# a comment\n\n"))
        text = start + dice.choice(("\n", "\r\n")).join([*lines, ""])
        (folder / ".gitignore").write_text(text, encoding="utf-8", newline="")
        inner = [pattern(dice) for _ in range(dice.choice((0, 0, 2)))]
        (folder / "drafts/.gitignore").write_text("\n".join(inner), encoding="utf-8")
        where = dice.choice((".", ".", "a", "drafts/b"))
        assert left_by_us(where) == left_by_git(where), (lines, inner, where)


def test_nothing_comes_back_from_a_folder_that_is_left_out(folder: Path) -> None:
    (folder / ".gitignore").write_text("drafts/\n!drafts/keep.md\n", encoding="utf-8")
    assert left_by_us("drafts") == set() == left_by_git("drafts")


def test_a_gitignore_that_cannot_be_read_leaves_nothing_out(folder: Path) -> None:
    (folder / ".gitignore").mkdir()
    assert left_by_us(".") == left_by_git(".")
