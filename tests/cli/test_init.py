"""`protolint init`: the files it writes hold, and nothing that is there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

from protolint.cli import init
from protolint.rulebook.project_loading import open_project

GUIDE = """\
# Our voice

| Don't say | Say this | Why |
| --- | --- | --- |
| log in, login | sign in | One word: for one thing |
| no: never | - | It's "hard" # really |
| Sorry for [issue] | Name it | |
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(protolint, arguments, input=answers)


def test_without_questions_it_writes_what_is_given(folder: Path) -> None:
    result = run(
        "init", "--yes", "--brand", "A: b's #1", "--channel", "email", "--channel", "sms",
        "--placeholders", "zendesk", "--agent", "I", "--contractions", "positive",
        "--exclamations", "0", "--scripts", "./macros/",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    project, book = open_project(folder / "protolint.yaml", use_cache=False)
    assert project.channels == {"macros/email/**": "email", "macros/sms/**": "sms"}
    assert (project.placeholders, project.files.include) == ("zendesk", ("macros/**",))
    assert book.brand is not None
    assert (book.brand.brand, book.brand.pronouns) == (
        "A: b's #1", {"agent": "I", "organisation": "we"},
    )  # fmt: skip
    assert book.brand.budgets.exclamation == {"default": 0}
    assert "protolint check" in (folder / ".pre-commit-config.yaml").read_text()


def test_what_it_writes_is_used_by_check(folder: Path) -> None:
    (folder / "macros").mkdir()
    (folder / "macros" / "a.md").write_text("Log in!\n", encoding="utf-8")
    (folder / "guide.md").write_text(GUIDE, encoding="utf-8")
    assert run("init", "--yes", "--from-guide", "guide.md").exit_code == 0
    result = run("check", "--format", "concise")
    assert result.exit_code == 1
    assert "macros/a.md:1:1: warning avoided-term" in result.output


def test_nothing_that_is_there_is_written_over(folder: Path) -> None:
    (folder / "brand.yaml").write_text("brand: Old\n")
    result = run("init", "--yes", "--brand", "New")
    assert result.exit_code == 2
    assert "brand.yaml is there already: say --force" in result.output
    assert not (folder / "protolint.yaml").exists()
    assert run("init", "--yes", "--brand", "New", "--force").exit_code == 0
    assert "brand: New" in (folder / "brand.yaml").read_text()


def test_a_configuration_of_pre_commit_is_left_alone_and_the_entry_shown(folder: Path) -> None:
    hooks = folder / ".pre-commit-config.yaml"
    hooks.write_text("repos: []\n")
    result = run("init", "--yes", "--force")
    assert hooks.read_text() == "repos: []\n"
    assert "id: protolint" in result.output


def test_a_guide_gives_terms_and_comments_on_what_it_could_not_use(folder: Path) -> None:
    (folder / "guide.md").write_text(GUIDE, encoding="utf-8")
    result = run("init", "--yes", "--from-guide", "guide.md")
    assert "From guide.md: terms 2, not usable 1" in result.output
    _, book = open_project(folder / "protolint.yaml", use_cache=False)
    assert book.brand is not None
    assert [(term.avoided, term.use) for term in book.brand.terms] == [
        (("log in", "login"), "sign in"), (("no: never",), None),
    ]  # fmt: skip
    written = (folder / "brand.yaml").read_text(encoding="utf-8")
    assert "#   line 7: “Sorry for [issue]”: it has a gap" in written


def test_on_a_terminal_it_asks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "is_terminal", lambda: True)
    result = run("init", "--agent", "we", answers="Acme\nreplies\nemail, chat\nnone\n2\n")
    assert result.exit_code == 0, result.output
    _, book = open_project(folder / "protolint.yaml", use_cache=False)
    assert book.brand is not None
    assert (book.brand.brand, book.brand.contractions) == ("Acme", "none")
    assert book.brand.pronouns["agent"] == "we"
    assert "replies/chat/**" in (folder / "protolint.yaml").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--channel", "emial"], "did you mean “email”?"),
        (["--from-guide", "none.md"], "none.md"),
        (["--agent", "you"], "you"),
    ],
)
def test_wrong_use_writes_nothing(folder: Path, arguments: list[str], said: str) -> None:
    result = run("init", "--yes", *arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert list(folder.iterdir()) == []


def test_traits_that_no_rule_covers_are_told_by_check_and_rules(folder: Path) -> None:
    assert run("init", "--yes").exit_code == 0
    with (folder / "brand.yaml").open("a", encoding="utf-8") as file:
        file.write("voice: [{is: dry, not: dull}]\n")
    (folder / "a.md").write_text("Your parcel is here.\n", encoding="utf-8")
    said = "Unchecked: no rule covers “dry, not dull” in the brand's voice."
    assert said in run("check").output
    assert said in run("rules").output
    assert "unchecked" not in run("check", "--format", "json").output.lower()
