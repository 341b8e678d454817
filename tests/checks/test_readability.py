"""Readability of all scripts of a channel together."""

import pytest

from protolint.checks._check import ScriptFacts
from protolint.checks.readability import Check

GRADE = Check(metric="flesch_kincaid_grade", max=8)
HARD = "The comprehensive reimbursement documentation necessitates considerable deliberation. "
EASY = "We will send it to you on Monday. "


@pytest.fixture
def library(view):
    """Return the facts of scripts as the library pass gets them."""

    def facts(check: Check, *texts: str) -> list[ScriptFacts]:
        return [
            ScriptFacts(f"{at}.md", f"{at}", ("email",), "en", tuple(check.facts(view(text))))
            for at, text in enumerate(texts)
        ]

    return facts


def test_hard_scripts_are_shown_at_the_hardest_sentence_of_the_hardest(library) -> None:
    found = list(GRADE.find_in_library(library(GRADE, EASY * 2, EASY + HARD * 12, HARD * 8)))
    assert [match.script.path for match in found] == ["2.md"]
    assert found[0].fact.excerpt == HARD.strip()
    assert [script.path for script, _ in found[0].related] == ["1.md", "0.md"]
    assert found[0].values["words"] == "164"
    assert found[0].values["confidence"] == "low"


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([HARD * 10], id="under 100 words"),
        pytest.param([EASY * 20], id="easy enough"),
        pytest.param(["- " + HARD * 20, "# " + HARD * 20], id="no prose"),
    ],
)
def test_nothing_is_said_of(library, texts: list[str]) -> None:
    assert list(GRADE.find_in_library(library(GRADE, *texts))) == []


def test_ease_has_a_minimum(library) -> None:
    ease = Check(metric="flesch_reading_ease", min=60)
    assert len(list(ease.find_in_library(library(ease, HARD * 20)))) == 1
    assert list(ease.find_in_library(library(ease, EASY * 20))) == []


def test_an_unknown_metric_names_the_one_that_is_meant() -> None:
    (mistake,) = Check(metric="flesch_kincaid", max=8).mistakes()
    assert "flesch_kincaid_grade" in mistake.message
