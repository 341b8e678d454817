"""Amounts and telephone numbers in a text, made comparable."""

import pytest

from protolint.text.amounts import amounts, phones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£35 or £ 35.00", [(35, "gbp"), (35, "gbp")]),
        ("35 pounds, 1,200 euros, 5€", [(35, "gbp"), (1200, "eur"), (5, "eur")]),
        ("10% or 10 per cent", [(10, "%"), (10, "%")]),
        ("order 35, part 5.2, 2 days", []),
    ],
)
def test_amounts(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(own.value, own.unit) for own in amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0800 123 456", ["800123456"]),
        ("+44 (0)800 123456", ["800123456"]),
        ("(020) 7946-0000 or 020 7946 0000", ["2079460000", "2079460000"]),
        ("1-800-555-0100", ["18005550100"]),
        ("on 12.03.2025, 2025-03-12, £1,200,000", []),
        ("4000 1234 1234 1234", []),
        ("press 1, then 2", []),
        ("order 3348917502, from 54.39.121.155", []),
        ("call 5550100199", ["5550100199"]),
    ],
)
def test_phones(text: str, expected: list[str]) -> None:
    assert [own.digits for own in phones(text)] == expected
