"""The architecture, as a test: who may import whom, and who may use what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "protolint"

#: From the bottom up; folders on one level are siblings and do not import each other.
LEVELS = (
    {"folder", "version"},
    {"script"},
    {"placed"},
    {"text"},
    {"checks", "readers"},
    {"rulebook"},
    {"linting"},
    {"outputs"},
    {"cli"},
)

#: Folders whose files are choices: none imports another but for `_shared` ones.
CHOICES = {"checks", "outputs", "readers"}

#: Where a library may be imported; paths are prefixes.
LIBRARIES = {
    "markdown_it": ("readers/markdown",),
    "yaml": ("placed",),
    "click": ("cli",),
    "textstat": ("text/readability.py", "text/textstat_metrics.py"),
    "jinja2": ("outputs/html.py",),
    "re2": ("text/patterns.py", "text/pattern_set.py"),
}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def level(folder: str) -> int:
    return next(number for number, own in enumerate(LEVELS) if folder in own)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part(path: Path) -> str:
    """The folder or top module of the package that a file belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=name)
def test_imports_point_down(path: Path) -> None:
    if part(path) in {"__init__", "__main__"}:
        return  # the public API and the command stand above everything
    for imported in imports(path):
        own = imported.split(".")
        if own[0] == "protolint" and len(own) > 1 and own[1] != part(path):
            assert level(own[1]) < level(part(path)), f"{name(path)} imports {imported}"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_choices_do_not_import_each_other(path: Path) -> None:
    if part(path) not in CHOICES:
        return
    choice = path.relative_to(ROOT).parts[1].removesuffix(".py")
    for imported in imports(path):
        own = imported.split(".")
        if own[:2] == ["protolint", part(path)] and len(own) > 2:
            file = ROOT / own[1] / f"{own[2]}.py"
            exists = file.exists() or file.with_suffix("").is_dir()
            assert own[2].startswith("_") or own[2] == choice or not exists, imported


@pytest.mark.parametrize("path", modules(), ids=name)
def test_libraries_stay_where_they_belong(path: Path) -> None:
    for imported in imports(path):
        places = LIBRARIES.get(imported.split(".")[0])
        assert places is None or name(path).startswith(places), f"{name(path)} imports {imported}"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_every_file_says_what_it_holds_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{name(path)} has no docstring"
    assert len(text.splitlines()) <= 300
