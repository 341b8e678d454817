"""`protolint baseline` and `check` with a baseline, as users run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

BAD = "We are sorry if the {} broke.\n"
FILE = Path(".protolint-baseline.yaml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("protolint.yaml", f"baseline: {FILE}\n")
    write("a.md", BAD.format("lamp"))
    write("b.md", BAD.format("chair"))
    return tmp_path


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(protolint, arguments)
    assert result.exit_code == code, result.output
    return result


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8", newline="")


def found(*arguments: str, code: int = 1) -> list[tuple[str, str]]:
    """The findings of `check`: path and rule."""
    report = json.loads(run("check", "--format", "json", *arguments, code=code).stdout)
    return [(own["path"], own["rule"]) for own in report["findings"]]


def set_in_entry(script: str, line: str) -> None:
    text = FILE.read_text("utf-8")
    FILE.write_text(text.replace(f"script: {script}\n", f"script: {script}\n    {line}\n"), "utf-8")


def test_a_baseline_that_is_named_and_not_there_is_a_problem() -> None:
    assert "there is no such baseline: write it" in run("check", code=2).stderr


def test_only_what_is_new_is_reported_and_the_rest_is_counted() -> None:
    assert "2 entries, 2 added, 0 dropped" in run("baseline").stdout
    before = FILE.read_bytes()
    assert (
        "Nothing new found in 2 scripts (2 files); 2 old findings in the baseline."
        in run("check").stdout
    )
    write("c.md", BAD.format("table"))
    assert found() == [("c.md", "conditional-apology")]
    assert "1 warning, new in 3 scripts" in run("check", code=1).stdout
    assert FILE.read_bytes() == before


def test_a_baseline_can_be_named_on_the_command_line() -> None:
    run("baseline", "--baseline", "other.yaml")
    assert found("--baseline", "other.yaml", code=0) == []


def test_an_entry_whose_fault_was_mended_is_a_warning_until_it_is_pruned() -> None:
    run("baseline")
    write("b.md", "Your chair is here.\n")
    assert found() == [(str(FILE), "mended-baseline-entry")]
    assert found("a.md", code=0) == []  # of b nothing is known here
    write("c.md", BAD.format("table"))
    assert "1 entry, 0 added, 1 dropped" in run("baseline", "--prune").stdout
    assert found() == [("c.md", "conditional-apology")]
    Path("a.md").unlink()
    assert found("c.md")[0] == (str(FILE), "mended-baseline-entry")


def test_what_people_wrote_in_an_entry_stays_and_moves_with_it() -> None:
    run("baseline")
    set_in_entry("a", "reason: 'the lawyer: asked'")
    Path("a.md").rename("z.md")
    write("c.md", BAD.format("table"))
    run("baseline")
    entry = FILE.read_text("utf-8").partition("script: z\n")[2]
    assert 'reason: "the lawyer: asked"' in entry
    before = FILE.read_bytes()
    run("baseline")
    run("baseline", "--prune")
    assert FILE.read_bytes() == before


def test_an_entry_lets_pass_until_its_last_day() -> None:
    run("baseline")
    set_in_entry("a", "expires: 2026-05-31")
    assert found("--today", "2026-05-31", code=0) == []
    assert found("--today", "2026-06-01") == [
        (str(FILE), "expired-baseline-entry"),
        ("a.md", "conditional-apology"),
    ]
    run("baseline", "--today", "2026-06-01")
    assert "expires: " in FILE.read_text("utf-8")


def test_nothing_is_written_where_something_cannot_be_read() -> None:
    Path("c.md").write_bytes(b"caf\xe9")
    assert "mend these first" in run("baseline", code=2).stderr
    assert not FILE.exists()


def test_a_script_that_cannot_be_read_is_not_a_clean_one() -> None:
    run("baseline")
    Path("b.md").write_bytes(b"caf\xe9")
    assert found(code=2) == []


def test_wrong_yaml_is_a_problem_with_its_place() -> None:
    FILE.write_text("entries:\n- {rule: x}\n", "utf-8")
    assert ".protolint-baseline.yaml:2:" in run("check", code=2).stderr


def test_the_excerpt_of_a_stale_entry_is_its_source() -> None:
    run("baseline")
    write("b.md", "Your chair is here.\n")
    (own,) = json.loads(run("check", "--format", "json", code=1).stdout)["findings"]
    assert FILE.read_text("utf-8")[own["start"] : own["end"]] == own["excerpt"]
