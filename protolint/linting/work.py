"""What every file of a run is held to, and where its text comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from protolint.linting import files
from protolint.readers import SUFFIXES
from protolint.script import Problem, Settings

if TYPE_CHECKING:
    from protolint.linting.plan import Plan


class Work:
    """What every file of a run is held to. Made once; each process has its own copy.

    `contents` are the bytes of files that are not to be read from the disk, by their paths.
    `is_previewed` says whether the run wants to show the scripts beside their findings.
    """

    def __init__(
        self,
        plan: Plan,
        settings_for: Callable[[str], Settings],
        max_bytes: int,
        contents: Mapping[str, bytes] | None = None,
        *,
        is_previewed: bool = False,
    ) -> None:
        self.plan = plan
        self.settings_for = settings_for
        self.max_bytes = max_bytes
        self.contents = contents or {}
        self.is_previewed = is_previewed

    def load(self, path: Path) -> bytes | Problem:
        """Return the bytes of a file, or what keeps it from being read."""
        data = self.contents.get(str(path))
        return files.load(path, self.max_bytes) if data is None else data


@cache
def suffixes() -> dict[str, str]:
    """Return the file name endings that are read, and the reader for each."""
    return {suffix: name for name, own in SUFFIXES.items() for suffix in own}
