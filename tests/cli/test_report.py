"""`protolint report` as users run it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

BAD = "---\nchannel: {channel}\n---\n\nWe are sorry if it broke.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(BAD.format(channel="email"), encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(protolint, ["report", *arguments])


def test_findings_are_no_failure() -> None:
    assert run().exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["nowhere.md"], ["--format", "pdf"], ["--channel", "emial"], ["broken.md"]]
)
def test_what_cannot_be_read_is(arguments: list[str]) -> None:
    Path("broken.md").write_text("---\nchannel: emial\n---\nHello.\n", encoding="utf-8")
    assert run(*arguments).exit_code == 2


def test_a_terminal_of_80_columns_is_wide_enough() -> None:
    channels = [
        "email", "chat", "sms", "whatsapp", "phone", "ivr", "social", "review", "push", "letter",
        "in-person", "community",
    ]  # fmt: skip
    for name in channels:
        path = Path(f"a-folder-with-a-long-name/another-{'long-' * 5}name/{name}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BAD.format(channel=name), encoding="utf-8")
    said = run().stdout
    assert not [line for line in said.splitlines() if len(line) > 80]
    assert said.count(" on-brand") == 2


def test_every_format_can_go_to_a_file_at_once() -> None:
    arguments = [f"--format={name}=out/report.{name}" for name in ("text", "markdown", "json")]
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "empathy" in Path("out/report.markdown").read_text(encoding="utf-8")
    card = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    assert card["channels"][0]["most_broken"][0]["rule"] == "conditional-apology"


def test_two_scripts_with_one_name_have_a_row_each() -> None:
    Path("a.md").unlink()
    for number in range(3):
        path = Path(f"{'x' * 90}/{number}/{'same' * 20}.md")
        path.parent.mkdir(parents=True)
        path.write_text(BAD.format(channel="email"), encoding="utf-8")
    assert len(re.findall(r"^…\S+ +W\d+$", run().stdout, re.MULTILINE)) == 3


def test_names_that_a_terminal_would_obey_are_shown_harmless() -> None:
    Path("\x1b[31mred.md").write_text(BAD.format(channel="email"), encoding="utf-8")
    assert "\x1b" not in run().stdout


def test_a_long_library_shows_its_worst_scripts() -> None:
    for number in range(60):
        text = BAD if number % 2 else BAD.replace("We are sorry if it broke", "Hello")
        Path(f"{number:02}.md").write_text(text.format(channel="chat"), encoding="utf-8")
    said = run().stdout
    assert "\n01.md " in said
    assert "\n00.md " not in said
    assert "… and 1 more; --format json has all." in said
