"""What a run has read: the results of the first pass, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from protolint.linting.cache import NO_CACHE, LibraryCache
from protolint.linting.finding import Finding
from protolint.linting.results import FileResult
from protolint.script import Problem


class Look(msgspec.Struct, frozen=True):
    """The files that a run has read.

    `is_whole` says whether they are all of the project. `reported` are the paths of those that it
    reports on, None for all of them; the others are there for the rules that look across scripts.
    `cache` knows what these have found before.
    """

    results: list[FileResult]
    problems: list[Problem]
    is_whole: bool = False
    reported: frozenset[str] | None = None
    cache: LibraryCache = NO_CACHE

    @property
    def own(self) -> list[FileResult]:
        """The results of the files that the run reports on."""
        return [result for result in self.results if self._is_own(result.path)]

    @property
    def holds_all(self) -> bool:
        """Whether all files of the project were read, whichever of them are reported on."""
        return self.is_whole or self.reported is not None

    @property
    def told(self) -> list[Problem]:
        """All problems that are reported, in the order in which they are told."""
        return sorted([*self.problems, *(one for own in self.own for one in own.problems)])

    @property
    def failed(self) -> frozenset[str]:
        """The paths of all files that could not be read as they were meant."""
        found = [*self.problems, *(one for own in self.results for one in own.problems)]
        return frozenset(problem.path for problem in found)

    def reports(self, finding: Finding) -> bool:
        """Return whether one of the places of a finding is in a file that is reported on."""
        return self._is_own(finding.path) or any(self._is_own(at.path) for at in finding.related)

    def _is_own(self, path: str) -> bool:
        return self.reported is None or path in self.reported


def is_whole(paths: Iterable[str], folder: str) -> bool:
    """Return whether paths hold all of a project, which lies in a folder; none stands for it."""
    whole = Path(folder).resolve()
    named = [Path(name).resolve() for name in paths]
    return not named or any(path == whole or path in whole.parents for path in named)
