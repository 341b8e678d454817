"""`protolint check` as users run it: options, places and bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

BAD = "We are sorry if it broke.\n"
GOOD = "Your parcel comes on Friday.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(protolint, arguments, input=stdin)


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def findings(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)["findings"]
    return found


def test_one_unreadable_file_does_not_hide_the_findings_of_the_others() -> None:
    write("a.md", BAD)
    Path("b.md").write_bytes(b"caf\xe9")
    write("c.md", f"---\nchannel: emial\n---\n{BAD}")
    result = run("check", ".", "--format", "concise")
    assert result.exit_code == 2
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == [
        "b.md:1:4",
        "c.md:2:10",
        "a.md:1:8",
        "c.md:4:8",
    ]


def test_standard_input_is_read_as_the_file_it_is_said_to_be() -> None:
    write("protolint.yaml", "channels: {'sms/**': sms}\n")
    result = run("check", "-", "--stdin-filename", "sms/late.md", "--format", "json", stdin=BAD)
    seen = {(str(own["path"]), str(own["channels"])) for own in findings(result)}
    assert seen == {("sms/late.md", "['sms']")}


def test_front_matter_beats_the_project_and_the_project_the_command_line() -> None:
    write("protolint.yaml", "channels: {'mail/**': email}\n")
    write("mail/a.md", BAD)
    write("mail/b.md", f"---\nchannel: [chat, email]\n---\n{BAD}")
    write("c.md", BAD)
    result = run("check", ".", "--channel", "letter", "--format", "json")
    assert {own["path"]: own["channels"] for own in findings(result)} == {
        "c.md": ["letter"],
        "mail/a.md": ["email"],
        "mail/b.md": ["chat", "email"],
    }


def test_several_formats_each_go_to_their_file() -> None:
    write("a.md", BAD)
    result = run("check", "a.md", "--format", "json=out/a.json", "--format", "concise")
    assert result.stdout.startswith("a.md:1:8: warning conditional-apology")
    assert json.loads(Path("out/a.json").read_text("utf-8"))["summary"]["files"] == 1


def test_an_excerpt_is_the_source_text_at_its_place() -> None:
    text = "\ufeff---\r\nid: a\r\n---\r\n\r\n> So 😀 *sorry\r\n> if* it hurts, sorry&nbsp;if.\r\n"
    Path("a.md").write_bytes(text.encode())
    source = text.removeprefix("\ufeff")
    found = findings(run("check", "a.md", "--format", "json", "--select", "conditional-apology"))
    assert len(found) == 2
    for own in found:
        assert source[own["start"] : own["end"]] == own["excerpt"]  # type: ignore[misc]


def test_json_is_the_same_whatever_the_number_of_processes() -> None:
    for number in range(40):
        write(f"m/{number}.md", f"---\nchannel: email\n---\n{BAD if number % 3 else GOOD}")
    one, two, again = (
        run("check", "m", "--format", "json", "--jobs", jobs).stdout for jobs in ("1", "2", "2")
    )
    assert one == two == again
    assert len(json.loads(one)["findings"]) == 26


def test_quiet_says_nothing_where_nothing_was_found() -> None:
    write("a.md", GOOD)
    assert run("check", "a.md", "--quiet").stdout == ""


def test_statistics_count_the_findings_of_each_rule() -> None:
    write("a.md", BAD + "\n" + BAD)
    assert "     2  conditional-apology" in run("check", "a.md", "--statistics").stdout


def test_colour_only_where_it_is_asked_for() -> None:
    write("a.md", BAD)
    assert "\x1b[" not in run("check", "a.md").stdout
    assert "\x1b[" in run("check", "a.md", "--color", "always").stdout
