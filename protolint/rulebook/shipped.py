"""The rules that ship: in a wheel inside the package, in a checkout beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).parents[1]
#: What lies among the rules and is none: what became of the candidates for rules.
_APART = frozenset({"decisions.yaml"})


class File(NamedTuple):
    """A YAML file of rules: its path as messages show it, its bytes, and whether it ships."""

    path: str
    data: bytes
    is_shipped: bool = False


def folder() -> Path:
    """Return the folder of the shipped rules. Raises FileNotFoundError where there is none."""
    for place in (_PACKAGE / "_rules", _PACKAGE.parent / "rules"):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the rules that ship with protolint are missing beside {_PACKAGE}")


def files() -> tuple[File, ...]:
    """Return the shipped files: packs, bases, channels and lexicons, sorted by path."""
    top = folder()
    names = sorted(
        f"{part}{name}"
        for part in ("", "bases/", "channels/", "protocols/", "lexicons/")
        for name in (os.listdir(top / part) if (top / part).is_dir() else ())
        if name.endswith(".yaml") and name not in _APART
    )
    return tuple(
        File(f"rules/{name}", (top / name).read_bytes(), is_shipped=True) for name in names
    )
