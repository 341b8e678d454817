"""Patterns that are compiled where they are first used."""

from __future__ import annotations

import re

import pytest

from protolint.text.lazy import lazy_pattern


def test_it_acts_as_the_compiled_pattern() -> None:
    lazy = lazy_pattern(r"(?P<first>a)B", re.IGNORECASE)
    eager = re.compile(r"(?P<first>a)B", re.IGNORECASE)
    assert [found.span() for found in lazy.finditer("ab aB")] == [(0, 2), (3, 5)]
    assert lazy.sub("-", "xab") == eager.sub("-", "xab")
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (
        eager.pattern,
        eager.flags,
        eager.groupindex,
    )


def test_nothing_is_compiled_before_its_first_use() -> None:
    lazy = lazy_pattern("(")
    with pytest.raises(re.error):
        lazy.search("(")


def test_a_method_is_found_once() -> None:
    lazy = lazy_pattern("a")
    assert lazy.search is lazy.search
