"""A project with a brand, in a cache folder of its own, and what a run looks at in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kept_runs import BRAND, FILES

from protolint.linting import first_pass


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the rulebooks of all tests: to read the rules takes a second."""
    return tmp_path_factory.mktemp("books")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, books: Path) -> Path:
    """The folder of what is kept of findings, in a project with a brand."""
    monkeypatch.setenv("BOOKS", str(books))
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    if (books / "protolint").exists():
        shutil.copytree(books, tmp_path / "cache")
    project = tmp_path / "project"
    for name, text in FILES.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (project / "sms/bytes.md").write_bytes(b"Caf\xe9")
    (project / "brand.yaml").write_text(BRAND, encoding="utf-8")
    (project / "protolint.yaml").write_text("brand: brand.yaml\n", encoding="utf-8")
    monkeypatch.chdir(project)
    return tmp_path / "cache/protolint/findings"


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are looked at, and not only remembered."""
    names: list[str] = []
    before = first_pass._found

    def found(paths: list[Path], *others: object) -> object:
        names.extend(path.name for path in paths)
        return before(paths, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(first_pass, "_found", found)
    return names
