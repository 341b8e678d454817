"""`protolint outline` as users run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

SCRIPT = """\
---
channel: email
moment: delay
---
# Refund is late

Hi {{name}},

I'm sorry your refund is late.
You'll see it *on Friday*.

Kind regards,
Ana
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "late.md").write_text(SCRIPT, encoding="utf-8", newline="")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(protolint, ["outline", *arguments], input=stdin)


def outline(*arguments: str, stdin: str | None = None) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(run(*arguments, "--format", "json", stdin=stdin).stdout)
    return given


def test_json_is_as_the_contract_says() -> None:
    told = outline("late.md")
    assert set(told) == {"version", "scripts"}
    (script,) = told["scripts"]
    assert {key: script[key] for key in ("path", "script", "title", "channels", "container")} == {
        "path": "late.md", "script": "late", "title": "Refund is late", "channels": ["email"],
        "container": "document",
    }  # fmt: skip
    assert script["moments"] == [{"value": "delay", "from": "front-matter"}]
    assert (script["line"], script["audience"]) == (5, "public")
    assert script["graph"] == {"steps": [], "branches": []}
    assert {"id", "moment", "channel", "missing", "late"} == set(script["protocols"][0])


def test_sentences_have_places_and_moves() -> None:
    (script,) = outline("late.md")["scripts"]
    said = {
        SCRIPT[sentence["start"] : sentence["end"]]: [move["move"] for move in sentence["moves"]]
        for text in script["texts"]
        for sentence in text["sentences"]
    }
    assert said == {
        "Hi {{name}},": ["greeting"],
        "I'm sorry your refund is late.": ["acknowledgement", "apology"],
        "You'll see it *on Friday*.": ["next-step"],
        "Kind regards,": ["sign-off"],
        "Ana": ["sign-off"],
    }
    assert [(text["kind"], text["line"]) for text in script["texts"]][:2] == [
        ("heading", 5),
        ("public", 7),
    ]
    assert script["texts"][0]["sentences"] == []


def test_a_moment_is_inferred_where_nobody_gave_one() -> None:
    text = "We are sorry for the delay. Your parcel is delayed by snow.\n"
    (script,) = outline("-", stdin=text)["scripts"]
    assert script["moments"] == [{"value": "delay", "from": "inferred"}]


def test_text_shows_each_sentence_with_its_moves() -> None:
    shown = run("late.md").stdout.splitlines()
    assert shown[0] == "late.md:5  late"
    assert "  channel: email" in shown
    assert "  moment: delay (from the front matter)" in shown
    at = shown.index("     9  I'm sorry your refund is late.")
    assert shown[at + 1].startswith("        acknowledgement 0.")
    assert "    10  You'll see it *on Friday*." in shown


def test_what_cannot_be_read_is_told() -> None:
    Path("broken.md").write_bytes(b"\xff\xfe\xfa")
    result = run("late.md", "broken.md")
    assert result.exit_code == 2
    assert "late.md:5" in result.stdout
    assert "broken.md" in result.stderr
