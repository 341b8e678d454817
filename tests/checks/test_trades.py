"""Contradictions in scripts of many trades: what agrees is left alone, and the odd one is told."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml
from library import TODAY, facts_of, front

from protolint.checks._check import LibraryMatch
from protolint.checks.contradiction import Check

_FOLDER = Path(__file__).parent / "trades"
_KINDS = get_args(get_args(get_type_hints(Check, include_extras=True)["of"])[0])
_CHECKS = [Check(of=kind) for kind in _KINDS]
#: So many of the odd ones have to be told: some differ in what only a person understands.
_LEAST = 0.88


def _cases() -> Iterator[dict[str, Any]]:
    for file in sorted(_FOLDER.glob("*.yaml")):
        yield from yaml.safe_load(file.read_text(encoding="utf-8"))


CASES = list(_cases())
ODD = [(case, odd) for case in CASES for odd in case.get("odd", ())]


def told(case: Mapping[str, Any], odd: Sequence[str] = ("", "", "")) -> list[LibraryMatch]:
    """Return what is told of the scripts of a case, one of them with other words."""
    channel, words, others = odd
    library = []
    for name in sorted(case.keys() - {"intent", "odd"}):
        text = case[name]
        if name == channel:
            assert words in text
            text = text.replace(words, others)
        given = front(text, channel=name, intent=case["intent"])
        library.append(facts_of(_CHECKS[0], f"{name}/{case['intent']}.md", given))
    return [match for check in _CHECKS for match in check.find_in_library(library, TODAY)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["intent"]))
def test_scripts_that_are_not_at_odds_are_left_alone(case: dict[str, Any]) -> None:
    assert [(own.values["match"], own.values["other"]) for own in told(case)] == []


def test_most_scripts_that_say_something_else_are_told() -> None:
    missed = []
    for case, odd in ODD:
        path = f"{odd[0]}/{case['intent']}.md"
        places = [{m.script.path, *(own.path for own, _ in m.related)} for m in told(case, odd)]
        if not any(path in own for own in places):
            missed.append((case["intent"], *odd))
    assert len(missed) <= (1 - _LEAST) * len(ODD), missed


def test_a_sentence_without_end_takes_no_longer_than_its_words() -> None:
    """Each amount is held against the words near it, not against all of the sentence."""

    def seconds(times: int) -> float:
        began = time.process_time()
        facts_of(_CHECKS[0], "a.md", front("£5 per day " * times, channel="email", intent="price"))
        return time.process_time() - began

    seconds(100)  # compiles the patterns
    assert seconds(4_000) < 20 * seconds(400)
