"""Puts the rulebook, made ready, into each wheel: the first start on a machine parses no YAML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulebookHook(BuildHookInterface):  # type: ignore[misc,type-arg]
    """Makes the rulebook of the rules that go into a wheel; a checkout keeps its own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the rulebook to what the wheel holds."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from protolint.rulebook import building  # noqa: PLC0415

        self._folder = tempfile.TemporaryDirectory()
        made = building.build(Path(self._folder.name))
        build_data["force_include"][str(made)] = f"protolint/_rules/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what is in the wheel now."""
        if version != "editable":
            self._folder.cleanup()
