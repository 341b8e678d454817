"""What every reader returns: the scripts of a file, and what kept it from being read in full."""

from __future__ import annotations

from typing import NamedTuple

from protolint.script import Problem, Script


class Scripts(NamedTuple):
    """The scripts of a file in its order, and its problems."""

    scripts: tuple[Script, ...]
    problems: tuple[Problem, ...] = ()
