"""Names of placeholders held against known ones."""

from __future__ import annotations

import pytest

from protolint.checks._slips import bare, meant_by, nearest

KNOWN = ("order_number", "first_name", "city")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("order_nubmer", "order_number"),
        ("FirstNaem", "first_name"),
        ("firstName", ""),
        ("ctiy", ""),
        ("order_number2", ""),
        ("voucher_balance", ""),
    ],
)
def test_a_slip_is_much_like_a_known_name_and_not_the_same(name: str, meant: str) -> None:
    assert meant_by(name, KNOWN) == meant


def test_the_nearest_name_may_be_less_alike_and_there_may_be_none() -> None:
    assert nearest("ctiy", KNOWN) == "city"
    assert nearest("voucher", KNOWN) == ""
    assert bare("Straße.Nr_1") == "strassenr1"
