"""A git repository for tests, with nothing of the user's own settings in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

#: What git sets for hooks; a test must not see the repository that it runs in.
_OF_HOOKS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ana",
    "GIT_AUTHOR_EMAIL": "ana@example.com",
    "GIT_COMMITTER_NAME": "Ana",
    "GIT_COMMITTER_EMAIL": "ana@example.com",
    "GIT_ALLOW_PROTOCOL": "file",
}


def isolate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git see only what a test gives it."""
    for name in _OF_HOOKS:
        monkeypatch.delenv(name, raising=False)
    for name, value in _ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


class Repository:
    """A repository in a folder; made there unless it is one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / ".git").exists():
            self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, check=check, capture_output=True, text=True
        )

    def write(self, name: str, text: str | bytes = "Your parcel comes on Friday.\n") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def add(self, name: str, text: str | bytes = "Your parcel comes on Friday.\n") -> None:
        self.write(name, text)
        self.git("add", "-f", "--", name)

    def commit(self, *names: str) -> None:
        """Commit what is staged, with these files as they usually are."""
        for name in names:
            self.add(name)
        self.git("commit", "-q", "--allow-empty", "--no-verify", "-m", "x")
