"""What a run has read: the results of the first pass, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from protolint.linting.results import FileResult
from protolint.script import Problem


class Look(msgspec.Struct, frozen=True):
    """The files that a run has read. `is_whole` says whether they are all of the project."""

    results: list[FileResult]
    problems: list[Problem]
    is_whole: bool = False

    @property
    def told(self) -> list[Problem]:
        """All problems, in the order in which they are told."""
        return sorted([*self.problems, *(one for own in self.results for one in own.problems)])


def is_whole(paths: Iterable[str], folder: str) -> bool:
    """Return whether paths hold all of a project, which lies in a folder; none stands for it."""
    whole = Path(folder).resolve()
    named = [Path(name).resolve() for name in paths]
    return not named or any(path == whole or path in whole.parents for path in named)
