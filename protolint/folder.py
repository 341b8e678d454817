"""The modules of a folder, by the names that users write (`text_length` is `text-length`)."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def names(package: str) -> tuple[str, ...]:
    """Return the public names in a package, sorted; modules that begin with `_` are private."""
    path = importlib.import_module(package).__path__
    found = (module.name for module in pkgutil.iter_modules(path))
    return tuple(sorted(name.replace("_", "-") for name in found if not name.startswith("_")))


def load(package: str, name: str) -> ModuleType:
    """Return the module of a package that users call `name`.

    Raises ModuleNotFoundError where there is none.
    """
    return importlib.import_module(f"{package}.{name.replace('-', '_')}")
