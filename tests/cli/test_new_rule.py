"""`protolint new-rule`: what it writes, what it asks, and when it writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

from protolint.cli import new_rule

PACK = """\
pack: own
about: x
rules:
  - {id: fax, check: phrase, level: off, message: x, any: [fax]}
"""
OWN = Path("rules/own.yaml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(protolint, arguments, input=answers)


def new(*arguments: str, answers: str = "") -> Result:
    return run("new-rule", *arguments, "--file", str(OWN), answers=answers)


def test_a_file_is_made_and_the_rule_holds_and_finds() -> None:
    done = new("no-telex", "--words", "telex", "--level", "error", "--channel", "email")
    assert done.exit_code == 0, done.output
    assert OWN.read_text("utf-8").startswith("# yaml-language-server: $schema=schema.json\n")
    assert "packs: [rules/own.yaml]" in done.stdout
    assert "protolint schema > rules/schema.json" in done.stdout
    assert run("test", str(OWN)).stdout == "1 rules, 1 examples: all hold.\n"
    Path("protolint.yaml").write_text("packs: [rules/own.yaml]\n", "utf-8")
    Path("a.md").write_text("---\nchannel: email\n---\nSend a telex.\n", "utf-8")
    assert run("check", "a.md", "--select", "no-telex").exit_code == 1


def test_another_rule_goes_below_and_the_bytes_before_it_stay() -> None:
    OWN.parent.mkdir()
    before = "\ufeff" + PACK.replace("\n", "\r\n")
    OWN.write_bytes(before.encode())
    assert new("telex", "--check", "substitution", "--words", "telex=message").exit_code == 0
    assert OWN.read_bytes().startswith(before.encode())
    assert OWN.read_bytes().count(b"\r\n") == OWN.read_bytes().count(b"\n")
    assert "2 rules, 1 examples: all hold." in run("test", str(OWN)).stdout


def test_the_project_names_it_only_on_demand() -> None:
    project = Path("protolint.yaml")
    project.write_text("packs: [us]  # the law\nlocale: en\n", "utf-8")
    new("one")
    assert "own.yaml" not in project.read_text("utf-8")
    for name in ("two", "three"):
        assert new(name, "--add").exit_code == 0
    assert project.read_text("utf-8") == "packs: [us, rules/own.yaml]  # the law\nlocale: en\n"
    assert run("check", "--allow-empty").exit_code == 0


def test_on_a_terminal_what_is_not_given_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_rule, "_is_asked", lambda: True)
    answers = "substitution\nlog in=sign in\nUse {replacement}.\n\nLog in now.\n\n"
    done = new("login", answers=answers)
    assert done.exit_code == 0, done.output
    text = OWN.read_text("utf-8")
    for line in ("swaps: {'log in': 'sign in'}", "'Use {replacement}.'", "bad: 'Log in now.'"):
        assert line in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["conditional-apology"], "there is a rule “conditional-apology” already"),
        (["No Fax"], "“No Fax” is no id"),
        (["a", "--channel", "emial"], "did you mean “email”?"),
        (["a", "--words", "("], "the pattern “(”"),
        (["a", "--words", "fax", "--bad", "Send a letter."], "the rule finds nothing in it"),
        (["a", "--words", "fax", "--good", "Send a fax."], "the rule finds “fax” in it"),
        (["a", "--check", "substitution", "--words", "fax"], "“log in=sign in”"),
        (["a", "--message", "It is {wrong}."], "{wrong}"),
        (["a", "--check", "length"], "length"),
        (["a", "--add"], "begin one with “protolint init”"),
    ],
)
def test_where_it_would_be_wrong_nothing_is_written(arguments: list[str], message: str) -> None:
    done = new(*arguments)
    assert done.exit_code == 2
    assert message in done.output
    assert not OWN.exists()


def test_a_file_that_is_wrong_or_on_one_line_is_left_alone() -> None:
    OWN.parent.mkdir()
    for text, message in (
        ("pack: own\nabout: x\nrules: [{id: fax}]\n", "its rules are on one line"),
        ("pack: [\n", "rules/own.yaml:"),
        (PACK.replace("phrase", "phrsae"), "rules/own.yaml:4:"),
    ):
        OWN.write_text(text, "utf-8")
        done = new("telex", "--words", "telex")
        assert done.exit_code == 2
        assert message in done.output
        assert OWN.read_text("utf-8") == text
