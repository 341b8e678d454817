"""`protolint test`: what it runs, what it says, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from protolint.cli.main import main

PACK = """\
pack: words
rules:
  - id: fax
    check: substitution
    level: warning
    message: “{match}” is old.
    swaps: {fax: email, telex: message}
    examples:
      - bad: Send a fax today.
        good: Send an email today.
        fixed: FIXED
  - id: bare
    check: phrase
    level: warning
    message: “{match}” is bare.
    any: [bare]
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["test", *arguments])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return command


def test_all_rules_that_ship_hold(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert out.endswith("examples: all hold.\n")


def test_the_fixes_of_an_example_are_tried(run: Run) -> None:
    Path("words.yaml").write_text(PACK.replace("FIXED", "Send a email today."), encoding="utf-8")
    assert run("words.yaml") == (0, "2 rules, 1 examples: all hold.\n", "")
    Path("words.yaml").write_text(PACK.replace("FIXED", "Send a letter."), encoding="utf-8")
    code, out, _ = run("words.yaml")
    assert code == 1
    assert out.splitlines() == [
        "words.yaml:11:16: the example of “fax” fails: the fixes make it “Send a email today.”",
        "2 rules, 1 examples: 1 failed.",
    ]


def test_coverage_lists_what_no_example_tries(run: Run) -> None:
    Path("words.yaml").write_text(PACK.replace("        fixed: FIXED\n", ""), encoding="utf-8")
    code, out, _ = run("words.yaml", "--coverage")
    assert code == 0
    assert out.splitlines()[:3] == [
        "words.yaml:11:9: “bare” has no example",
        "words.yaml:3:9: no example of “fax” fires “telex” of `swaps`",
        "1 of 2 patterns are fired by an example.",
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("broken.yaml", "pack: [", "broken.yaml:1:"),
        ("none.yaml", None, "cannot be read"),
        ("empty", "", "holds no file of rules"),
    ],
)
def test_rules_that_cannot_be_read_end_with_two(
    run: Run, name: str, text: str | None, said: str
) -> None:
    if name == "empty":
        Path(name).mkdir()
    elif text is not None:
        Path(name).write_text(text, encoding="utf-8")
    code, out, err = run(name)
    assert code == 2
    assert said in out + err


@pytest.fixture
def projects(tmp_path: Path) -> Path:
    """Two projects, one of them below the other folder's top, and a pack that none names."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "protolint.yaml").write_text("packs: [own.yaml]\n", encoding="utf-8")
        pack = PACK.replace("FIXED", "Send a email today.")
        (tmp_path / name / "own.yaml").write_text(pack, encoding="utf-8")
    (tmp_path / "shared.yaml").write_text(PACK, encoding="utf-8")
    return tmp_path


def test_of_a_project_its_own_rules_are_tested(run: Run, projects: Path) -> None:
    code, out, _ = run("--project", "one/macros/a.md", "one/protolint.yaml", "two/own.yaml")
    assert (code, out) == (0, "2 rules, 2 examples: all hold.\n")
    (projects / "two/own.yaml").write_text(PACK, encoding="utf-8")
    assert run("--project", "one/protolint.yaml")[0] == 0
    code, out, _ = run("--project", "one/protolint.yaml", "two/own.yaml")
    assert (code, out.split(":")[0]) == (1, "two/own.yaml")
    assert run("--project")[:2] == (0, "0 rules, 0 examples: all hold.\n")


def test_a_pack_that_no_project_names_is_tested_by_itself(run: Run, projects: Path) -> None:
    code, out, _ = run("--project", "shared.yaml")
    assert code == 1
    assert "shared.yaml:11:16: the example of “fax” fails" in out


def test_of_a_project_everything_it_names_is_read(run: Run, projects: Path) -> None:
    (projects / "one/protolint.yaml").write_text("bse: nhs\n", encoding="utf-8")
    (projects / "two/protolint.yaml").write_text("baseline: known.yaml\n", encoding="utf-8")
    code, _, err = run("--project", "one/own.yaml", "two/own.yaml")
    assert code == 2
    assert "one/protolint.yaml:1:1" in err
    assert "two/known.yaml: there is no such baseline" in err
