"""Opening hours, deadlines, days and dates are the same however they are written."""

import re

import pytest

from protolint.text.hours import moments_of_day


def values(text: str) -> list[tuple[object, ...]]:
    words = re.findall(r"\w+", text.lower())
    return [(own.sort, *own.value) for own in moments_of_day(text, words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 8am to 6pm", [("hours", 480, 1080)]),
        ("08:00-18:00", [("hours", 480, 1080)]),
        ("8.30 a.m. until 5 p.m.", [("hours", 510, 1020)]),
        ("between 9 and 5pm", [("hours", 540, 1020)]),
        ("1 to 5pm", [("hours", 780, 1020)]),
        ("3 to 5 days", []),
        ("Order before 2pm.", [("clock", "before", 840)]),
        ("by noon", [("clock", "before", 720)]),
        ("from 3pm", [("clock", "from", 900)]),
        ("from Monday to Friday", [("days", 0, 4)]),
        ("Mon-Sat", [("days", 0, 5)]),
        ("seven days a week", [("days", 0, 6)]),
        ("by 31 May", [("date", 5, 31)]),
        ("on May 31st", [("date", 5, 31)]),
        ("You may 2 times", []),
    ],
)
def test_times_of_day(text: str, expected: list[tuple[object, ...]]) -> None:
    assert values(text) == expected
