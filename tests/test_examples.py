"""The scripts of examples/, good and bad, and what every output says of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from protolint.cli.main import main

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
#: The file that holds what each format says of all examples.
OUTPUTS = {
    "text": "examples.txt",
    "concise": "examples-concise.txt",
    "json": "examples.json",
}
#: Scripts that show how it is done; all others show what goes wrong.
GOOD = frozenset(
    {
        "chat/assembly-help.md",
        "chat/change-address.md",
        "email/arrived-damaged.md",
        "email/delivery-late-with-a-day.md",
        "email/return-made-to-measure.md",
        "ivr/closed.md",
        "ivr/order-line.md",
        "letter/lamp-recall.md",
        "phone/delivery-day-passed.md",
        "phone/missing-part.md",
        "push/out-today.md",
        "review/wobbly-chair.md",
        "sms/out-today.md",
        "social/which-oil.md",
        "whatsapp/choose-a-day.md",
    }
)

Check = Callable[..., str]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Run `protolint check` from the top of the project and return what it writes."""

    def run(*arguments: str) -> str:
        monkeypatch.chdir(ROOT)
        with pytest.raises(SystemExit) as ended:
            main(["check", *arguments])
        assert ended.value.code == 1, capsys.readouterr().err
        return capsys.readouterr().out

    return run


@pytest.fixture
def report(check: Check) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(check("examples", "--format", "json"))
    return found


def scripts() -> set[str]:
    return {path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.md")}


@pytest.mark.parametrize("form", OUTPUTS)
def test_outputs_are_as_they_were(
    form: str, check: Check, golden: Callable[[str, str], None]
) -> None:
    said = check("examples", "--format", form)
    golden(OUTPUTS[form], re.sub(r'"sha256:\w+"', '"sha256:…"', said))


def test_good_scripts_have_no_error_and_no_warning(report: dict[str, Any]) -> None:
    wrong = {own["path"] for own in report["findings"] if own["level"] != "suggestion"}
    assert not {f"examples/{path}" for path in GOOD} & wrong


def test_bad_scripts_have_an_error_or_a_warning(report: dict[str, Any]) -> None:
    wrong = {own["path"] for own in report["findings"] if own["level"] != "suggestion"}
    assert {f"examples/{path}" for path in scripts() - GOOD} <= wrong


def test_every_excerpt_stands_where_it_was_found(report: dict[str, Any]) -> None:
    for own in report["findings"]:
        text = (ROOT / own["path"]).read_text(encoding="utf-8")
        assert text[own["start"] : own["end"]] == own["excerpt"]


def test_every_rule_of_the_brand_finds_something(report: dict[str, Any]) -> None:
    found = {own["rule"] for own in report["findings"] if own["category"] == "our-words"}
    assert found == {"name-without-ampersand", "furniture-as-stock", "delay-without-choice"}


def test_the_suppression_comment_silences_a_finding(report: dict[str, Any]) -> None:
    comments = [path for path in scripts() if "protolint allow" in (EXAMPLES / path).read_text()]
    assert comments
    assert not [own for own in report["findings"] if own["rule"] == "unused-allowance"]
