"""The one exception for wrong YAML in rules and projects."""

from __future__ import annotations

from collections.abc import Iterable

from protolint.script import Problem


class RulebookError(Exception):
    """Wrong YAML in a project, a pack or what it names: every problem, in the order of places."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
