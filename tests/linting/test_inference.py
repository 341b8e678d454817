"""Moments that nobody gave: what the words tell of, and what is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from protolint.linting.run import Request, check

REFUSAL = "---\nchannel: email\n---\nWe cannot extend the warranty on your kettle.\n"


def found(folder: Path, text: str = REFUSAL, project: str = "locale: en") -> dict[str, str]:
    (folder / "protolint.yaml").write_text(project, encoding="utf-8")
    (folder / "a.md").write_text(text, encoding="utf-8")
    report = check(Request(paths=(str(folder),), select=("protocol",)))
    assert report.problems == ()
    return {finding.rule: finding.level for finding in report.findings}


def test_what_hangs_on_an_inferred_moment_is_a_suggestion(tmp_path: Path) -> None:
    assert found(tmp_path)["missing-alternative"] == "suggestion"


def test_a_project_may_trust_it(tmp_path: Path) -> None:
    assert found(tmp_path, project="trust_inference: true")["missing-alternative"] == "warning"


def test_a_moment_that_is_given_is_the_one_that_counts(tmp_path: Path) -> None:
    given = REFUSAL.replace("email\n", "email\nmoment: refusal\n")
    assert found(tmp_path, given)["missing-alternative"] == "warning"
    assert found(tmp_path, given.replace("moment: refusal", "moment: good-news")) == {}


@pytest.mark.parametrize("shape", ["call-script", "transcript", "bot-turn"])
def test_only_messages_are_asked(tmp_path: Path, shape: str) -> None:
    assert found(tmp_path, REFUSAL.replace("email\n", f"email\nshape: {shape}\n")) == {}


def test_rules_that_still_wait_for_a_moment_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nchannel: email\n---\nThe shop opens at nine.\n")
    skipped = check(Request(paths=(str(tmp_path),))).skipped
    assert ("missing-alternative", "moment") in {(one.rule, one.needs) for one in skipped}
