"""A name for the program that runs: what another one has kept says nothing to this one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.machinery import PathFinder

import msgspec

from protolint.version import VERSION

#: The libraries that decide what is found: how their imports and their distributions are called.
_LIBRARIES = {
    "markdown_it": "markdown_it_py-",
    "re2": "google_re2-",
    "textstat": "textstat-",
    "yaml": "pyyaml-",
}
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@cache
def program() -> str:
    """Return a name for this program: its version, its files, Python, and the libraries it uses."""
    own = sorted(_stamps(_PACKAGE))
    libraries = [_library(*names) for names in _LIBRARIES.items()]
    return f"{VERSION} {sys.version} {msgspec.__version__} {own} {libraries}"


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield path, size and time of the modules in a folder and below it."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _stamps(entry.path)
        elif entry.name.endswith(".py"):
            about = entry.stat()
            yield entry.path, about.st_size, about.st_mtime_ns


def _library(name: str, distribution: str) -> tuple[str, ...]:
    """Return where a library lies and which version that is, without importing it."""
    spec = PathFinder.find_spec(name)
    if spec is None or spec.origin is None:
        return ()
    try:
        about = os.stat(spec.origin)
        beside = os.listdir(os.path.dirname(os.path.dirname(spec.origin)))
    except OSError:
        return (spec.origin,)
    versions = (own for own in beside if own.lower().startswith(distribution))
    return (spec.origin, str(about.st_size), str(about.st_mtime_ns), *sorted(versions))
