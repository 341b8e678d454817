"""`protolint check --base-report`: the change since a former report, and files that are none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

BAD = "We are sorry if the delay caused you any problem.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(protolint, ["check", *arguments])


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({"a.md": BAD}, "Nothing changed."),
        ({"a.md": f"It moved.\n\n{BAD}"}, "Nothing changed."),
        ({"a.md": BAD, "b.md": BAD}, "1 new finding, 0 gone."),
        ({"a.md": "All is well.\n"}, "0 new findings, 1 gone."),
        ({"a.md": "We apologise if your lamp broke.\n"}, "1 new finding, 1 gone."),
    ],
)
def test_the_card_tells_what_is_new_and_what_is_gone(now: dict[str, str], told: str) -> None:
    only = (".", "--select", "conditional-apology")
    Path("a.md").write_text(BAD, encoding="utf-8")
    check(*only, "--format", "json=base.json")
    for name, text in now.items():
        Path(name).write_text(text, encoding="utf-8")
    assert told in check(*only, "--base-report", "base.json", "--format", "markdown").output


def test_the_base_changes_neither_exit_code_nor_json() -> None:
    Path("a.md").write_text(BAD, encoding="utf-8")
    plain = check("a.md", "--format", "json")
    Path("base.json").write_text(plain.output, encoding="utf-8-sig")  # as some shells write it
    based = check("a.md", "--format", "json", "--base-report", "base.json")
    assert (based.exit_code, based.output) == (plain.exit_code, plain.output)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        (b"", "no JSON"),
        (b"not json", "no JSON"),
        (b"\xff\xfe{\x00}\x00", "no JSON"),
        (b"[]", "no report"),
        (b'{"version": 1}', "no report"),
        (b'{"version": 2, "findings": 3}', "no report"),
    ],
)
def test_a_file_that_is_no_report_is_wrong_use(content: bytes | None, told: str) -> None:
    Path("a.md").write_text(BAD, encoding="utf-8")
    if content is not None:
        Path("base.json").write_bytes(content)
    result = check("a.md", "--base-report", "base.json")
    assert result.exit_code == 2
    assert f"base.json cannot be {'used: it is ' if content is not None else ''}" in result.output
    assert told in result.output
    assert "Traceback" not in result.output


def test_a_report_of_another_version_is_wrong_use() -> None:
    Path("a.md").write_text(BAD, encoding="utf-8")
    report = json.loads(check("a.md", "--format", "json").output)
    Path("base.json").write_text(json.dumps(report | {"version": 2}), encoding="utf-8")
    result = check("a.md", "--base-report", "base.json")
    assert result.exit_code == 2
    assert "version 2" in result.output
