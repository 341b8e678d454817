"""Scripts that were to be looked at again by a day."""

from __future__ import annotations

import datetime

import pytest

from protolint.checks._check import ScriptFacts, View
from protolint.checks.overdue import Check
from protolint.readers import markdown
from protolint.script import Settings, Source

TODAY = datetime.date(2026, 5, 10)


def facts_of(check: Check, text: str) -> ScriptFacts:
    script = markdown.read(Source("a.md", text), Settings()).scripts[0]
    return ScriptFacts("a.md", "a", (), "en", tuple(check.facts(View(script, ()))))


@pytest.mark.parametrize(
    ("day", "grace", "late"),
    [
        ("2026-05-09", 0, "1"),
        ("2026-05-10", 0, None),
        ("2026-05-01", 9, None),
        ("2026-05-01", 8, "9"),
        ("2026-02-31", 0, None),
    ],
)
def test_a_day_is_past_when_the_grace_is_over(day: str, grace: int, late: str | None) -> None:
    check = Check(grace=grace)
    facts = facts_of(check, f"---\nowner: Ana\nreview_by: {day}\n---\nHello.")
    found = list(check.find_in_library([facts], TODAY))
    assert [match.values["days"] for match in found] == ([late] if late else [])
    assert [match.fact.excerpt for match in found] == ([day] if late else [])


def test_a_day_from_the_project_is_shown_at_the_head_of_the_file() -> None:
    check = Check()
    source, settings = Source("a.md", "Hello."), Settings(defaults={"review_by": "2026-01-01"})
    script = markdown.read(source, settings).scripts[0]
    assert [(fact.line, fact.column, fact.excerpt) for fact in check.facts(View(script, ()))] == [
        (1, 1, "")
    ]
