"""Acronyms that a script does not explain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protolint.checks.acronym import Check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your PAC is here. Give the PAC to the shop.", ["PAC"]),
        ("Your porting code (PAC) is here. The PAC is short.", []),
        ("Your PAC (porting code) is here.", []),
        ("PAC stands for porting code.", []),
        ("The PAC’s digits and the PDF are here.", ["PAC"]),
        ("Please READ THIS now.", []),
        ("The OK button, code AB12 and NO are here.", []),
        ("ALL IN CAPITALS", []),
        ("Reply PERSON, or text AGENT to us.", []),
        ("It is NOT in the box.", []),
    ],
)
def test_an_acronym_is_explained_where_it_is_first_used(
    excerpts: Callable[[Check, str], list[str]], text: str, found: list[str]
) -> None:
    assert excerpts(Check(known=("PDF",)), text) == found
