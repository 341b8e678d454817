"""`protolint outline --graph`: the steps of call scripts, in a terminal, as JSON and as Mermaid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from command_line import protolint

CALL = """\
---
channel: phone
shape: call-script
---
## Ask

“Is the light on?”

- Yes: go to Close
- If <b>{{x}}</b> is #"1" of [a]: go to step 9
- Otherwise: transfer to the desk

## Close

“Thank you, goodbye.”
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "call.md").write_text(CALL, encoding="utf-8", newline="")
    (tmp_path / "mail.md").write_text("Hi Sam,\n\nThank you.\n", encoding="utf-8", newline="")


def run(*arguments: str) -> str:
    return CliRunner().invoke(protolint, ["outline", *arguments]).stdout


def test_json_is_as_the_contract_says() -> None:
    graph = json.loads(run("call.md", "--format", "json"))["scripts"][0]["graph"]
    assert graph["steps"] == [
        {"id": "ask", "title": "Ask", "line": 5},
        {"id": "close", "title": "Close", "line": 13},
    ]
    assert [{**one, "condition": ""} for one in graph["branches"]] == [
        {"from": "ask", "condition": "", "to": "close", "else": False, "line": 9, "end": ""},
        {"from": "ask", "condition": "", "to": None, "else": False, "line": 10, "end": "nowhere"},
        {"from": "ask", "condition": "", "to": None, "else": True, "line": 11, "end": "hand-over"},
        {"from": "close", "condition": "", "to": None, "else": False, "line": 15, "end": "closing"},
    ]
    assert graph["branches"][0]["condition"] == "Yes"
    assert 0 < graph["minutes"] < 0.2


def test_the_terminal_shows_the_ways_out_of_each_step() -> None:
    shown = run("call.md", "--graph")
    assert "5  ask  Ask\n        ├─ Yes → close\n" in shown
    assert "└─ Otherwise → (hand-over)\n" in shown


def test_a_message_has_nothing_to_draw() -> None:
    assert run("mail.md", "--graph") == "No script here has steps.\n"
    assert not run("mail.md", "--format", "mermaid")


def test_labels_are_text_in_mermaid_whatever_stands_in_them() -> None:
    chart = run("call.md", "--format", "mermaid")
    assert '  s0 -->|"Yes"| s1\n' in chart
    labels = [line.split('"')[1] for line in chart.splitlines() if line.count('"') == 2]
    assert len(labels) == chart.count('"') / 2
    assert not any(sign in label for label in labels for sign in '<>`|{}[]"')
