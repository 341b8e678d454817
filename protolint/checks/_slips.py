"""Names of placeholders held against known ones: which of them was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from protolint.text.lazy import lazy_pattern

#: What names may differ in and be the same: marks between their words.
_SPELLING = lazy_pattern(r"[\W_]+")
#: How alike a name and a known one have to be for a slip, 0 to 1, and how long it has to be.
_ALIKE = 0.88
_SHORTEST_SLIP = 6
#: So many names are kept in memory with what is known of them: scripts share most of theirs.
_MOST_KEPT = 1_024


def bare(name: str) -> str:
    """Return what is left of a name without its marks and capitals."""
    return _SPELLING.sub("", name).casefold()


@lru_cache(_MOST_KEPT)
def meant_by(name: str, known: tuple[str, ...]) -> str:
    """Return the known name that a name is a slip of, empty where it is none.

    Names that differ only in their marks (`first_name`, `firstname`) are the same.
    """
    own = bare(name)
    if len(own) < _SHORTEST_SLIP or any(map(str.isdigit, own)):
        return ""
    names = _bare_names(known)
    if own in names:
        return ""
    near = nearest(own, names, _ALIKE)
    return names[near] if near else ""


def nearest(name: str, known: Iterable[str], least: float = 0.6) -> str:
    """Return the known name that is most like another one; empty if none is like it enough."""
    from difflib import get_close_matches  # noqa: PLC0415  (few placeholders are unknown)

    return next(iter(get_close_matches(name, known, 1, least)), "")


@lru_cache(_MOST_KEPT)
def _bare_names(known: tuple[str, ...]) -> dict[str, str]:
    """Return names by what is left of them without their marks."""
    return {bare(own): own for own in known}
