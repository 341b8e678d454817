"""Service scripts checked for brand voice, empathy and readability, per channel."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from protolint.version import VERSION

if TYPE_CHECKING:
    from protolint.linting.report import Report
    from protolint.script import Move

__version__ = VERSION
__all__ = ["__version__", "lint_paths", "lint_text", "moves", "text"]


def lint_text(
    text: str, *, channel: str | None = None, path: str = "text.md", project: str | None = None
) -> Report:
    """Hold one script to the rules and return what was found, as `protolint check` reports it.

    `channel` counts where the front matter and the project name none. `path` is the name that
    findings show; nothing is read from it. `project` is the path of a `protolint.yaml`; without it
    the shipped rules hold. Raises `protolint.rulebook.problems.RulebookError` where that is wrong.
    """
    from protolint.linting import run  # noqa: PLC0415 (importing protolint stays cheap)

    return run.check_text(text, channel=channel, path=path, config=project)


def lint_paths(
    paths: Iterable[str], *, channel: str | None = None, project: str | None = None
) -> Report:
    """Do what `protolint check PATH...` does, and return its report."""
    from protolint.linting import run  # noqa: PLC0415

    return run.check(run.Request(paths=tuple(map(str, paths)), channel=channel, config=project))


def moves(sentences: Iterable[str], *, locale: str = "en") -> list[list[Move]]:
    """Return what each sentence of a script does for the customer, as Markdown with placeholders.

    The sentences follow one another: what stands before and after one counts. A sentence makes any
    number of moves, each with a `name` (`protolint.script.MOVES`) and a `confidence` from 0.5 to 1.
    Headings, directions, notes to agents and bare noun phrases make none. `locale` is a BCP 47 tag;
    raises LookupError where no lexicon ships for its language. `protolint.text.moves` is the same.
    """
    from protolint.linting.moves import moves_of  # noqa: PLC0415

    return moves_of(sentences, locale)


def __getattr__(name: str) -> Any:
    """Return `protolint.text`, imported at first use."""
    if name == "text":
        return import_module("protolint.text")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
