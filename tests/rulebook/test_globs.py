"""Globs of project files, held against what Git (by way of pathspec) makes of them."""

from __future__ import annotations

import itertools

import pytest
from pathspec import GitIgnoreSpec

from protolint.rulebook.globs import matches

PATHS = [
    "/".join(parts)
    for length in (1, 2, 3)
    for parts in itertools.product(
        *[["a", "drafts", "a-é"]] * (length - 1), ["a", "b.md", "drafts"]
    )
]


@pytest.mark.parametrize(
    "globs",
    [
        ["**"], ["*"], ["*.md"], ["**/*.md"], ["a/**/*.md"], ["a/**"], ["a"], ["a/"], ["/a"],
        ["/a/"],
        ["a/*"], ["a/b.md"], ["**/drafts/**"], ["**/drafts"],
        ["drafts/**/a"], ["?.md"], ["[ab].md"],
        ["[!a].md"], ["[a-c]/b.md"], ["b*d"], ["**/a/**/b.md"], ["a*"], ["\\a"], ["b.m[d]"],
        ["a", "!a/b.md"], ["*.md", "!drafts/b.md", "drafts/b.md"], [], ["a/**/drafts/*"],
    ],
)  # fmt: skip
def test_globs_match_as_in_gitignore(globs: list[str]) -> None:
    spec = GitIgnoreSpec.from_lines(globs)
    ours = {path for path in PATHS if matches(globs, path)}
    theirs = {path for path in PATHS if spec.match_file(path)}
    assert ours == theirs


def test_a_glob_of_many_stars_is_quick() -> None:
    assert not matches(["*" * 200 + "x"], "a" * 5_000)
