"""Lengths of time in a text, made comparable."""

import pytest

from protolint.text.time_frames import time_frames


def frames(text: str) -> list[tuple[str, int, bool]]:
    return [(text[own.start : own.end], own.most, own.is_working) for own in time_frames(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within 24 hours", [("24 hours", 1440, False)]),
        ("two business days or 2 working days", [("two business days", 2880, True),
                                                 ("2 working days", 2880, True)]),
        ("3–5 weeks", [("3–5 weeks", 50400, False)]),
        ("three to five weekdays", [("three to five weekdays", 7200, True)]),
        ("a 24-hour wait, 48 hrs, 24h", [("24-hour", 1440, False), ("48 hrs", 2880, False),
                                         ("24h", 1440, False)]),
        ("in an hour and a half", [("an hour and a half", 90, False)]),
        ("half an hour, two and a half days", [("half an hour", 30, False),
                                               ("two and a half days", 3600, False)]),
        ("the same day, the next working day", [("same day", 0, False),
                                                ("next working day", 1440, True)]),
        ("1.5 hours", [("1.5 hours", 90, False)]),
        ("from 8am to 5pm on day 2, £5 days", []),
    ],
)  # fmt: skip
def test_time_frames(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert frames(text) == expected


def test_frames_that_end_at_the_same_time_are_the_same() -> None:
    one, two, working = time_frames("48 hours, two days, two working days")
    assert one.is_same(two)
    assert not two.is_same(working)
