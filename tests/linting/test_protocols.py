"""Which protocols a script is held to, and where it departs from them."""

from __future__ import annotations

import pytest

from protolint.linting.lines import Lines
from protolint.linting.plan import Plan
from protolint.linting.protocols import Departure, departures
from protolint.readers import markdown
from protolint.rulebook import loading
from protolint.rulebook.profile import profiles
from protolint.rulebook.project import Project
from protolint.script import Settings, Source


@pytest.fixture(scope="module")
def plan() -> Plan:
    book = loading.rulebook()
    return Plan(book.rules, profiles(book, Project()), book.lexicons)


@pytest.fixture
def told(plan: Plan):
    def of(text: str, **given: list[str] | str) -> tuple[Departure, ...]:
        (script,) = markdown.read(Source("s.md", text), Settings(defaults=given)).scripts
        return departures(Lines(script, plan))

    return of


def test_a_script_that_keeps_to_its_protocol_departs_in_nothing(told) -> None:
    text = (
        "I am sorry that your parcel is late, because the depot was snowed in. It comes on Friday."
    )
    assert told(text, channel=["email"], moment=["delay"]) == (
        Departure("delay", "delay", "email"),
    )


def test_missing_and_late_parts_are_named_for_each_channel(told) -> None:
    text = "Rain fell. Rain fell. Rain fell. We are sorry."
    found = told(text, channel=["email", "social"], moment=["complaint"])
    assert found == (
        Departure("complaint", "complaint", "email", ("repair", "next-step"), ("acknowledgement",)),
        Departure("social-reply", "complaint", "social", ("next-step",), ("acknowledgement",)),
    )


def test_a_protocol_of_any_moment_is_told_only_where_it_is_not_kept(told) -> None:
    assert told("We sent it today.", channel=["email"]) == ()
    (found,) = told("We are still looking into it.", channel=["email"])
    assert (found.id, found.moment, found.missing) == ("no-news-yet", None, ("next-update",))
