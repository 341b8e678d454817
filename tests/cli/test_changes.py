"""`check --staged`, `--since` and `--with-library`: what is said of a change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint
from repository import Repository, isolate

BAD, GOOD = "We are sorry if it broke.\n", "Your parcel comes on Friday.\n"
#: Rules of which one looks at all scripts together.
PACK = """\
pack: own
about: For this test.
rules:
  - id: too-hard
    check: readability
    metric: flesch_kincaid_grade
    max: 2
    level: warning
    message: Too hard.
  - {id: pencil, check: phrase, level: warning, message: x, any: [pencils]}
"""
PROJECT = "packs: [./own.yaml]\nbaseline: known.yaml\n"
HARD = "---\nchannel: email\n---\n\n" + (
    "The administrative department will investigate the extraordinary situation immediately. " * 14
)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    isolate(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return Repository(tmp_path)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(protolint, arguments, input=stdin)


def told(*arguments: str) -> list[str]:
    """Where what is found."""
    done = run("check", *arguments, "--format", "json", "--select", "own,mended-baseline-entry")
    assert done.exit_code in {0, 1}, done.output
    findings = json.loads(done.stdout)["findings"]
    return [f"{own['rule']} {own['path']}:{own['line']}" for own in findings]


@pytest.fixture
def library(repo: Repository) -> Repository:
    """Hard scripts that are committed, one of each kind."""
    repo.write("own.yaml", PACK)
    repo.write("protolint.yaml", "packs: [./own.yaml]\n")
    repo.add("one.md", HARD)
    repo.add("two.md", HARD.replace(" immediately", ""))
    repo.add("other.md", f"---\nchannel: sms\n---\n{GOOD}")
    repo.commit()
    return repo


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("one.md", ["too-hard one.md:5"]),  # the place itself
        ("two.md", ["too-hard one.md:5"]),  # a related place
        ("other.md", []),
    ],
)
def test_what_shows_across_scripts_is_told_where_the_change_has_part_in_it(
    library: Repository, name: str, found: list[str]
) -> None:
    path = library.folder / name
    library.write(name, path.read_text(encoding="utf-8") + "\nAnd one more.\n")
    assert told("--since", "HEAD") == found
    assert told("--with-library", name) == found
    library.git("add", ".")
    assert told("--staged") == found


def test_findings_and_problems_elsewhere_are_not_told_and_not_counted(repo: Repository) -> None:
    repo.add("old.md", BAD)
    repo.add("broken.md", f"---\nchannel: emial\n---\n{BAD}")
    repo.commit()
    repo.add("new.md", BAD)
    done = run("check", "--staged", "--format", "json")
    report = json.loads(done.stdout)
    assert [own["path"] for own in report["findings"]] == ["new.md"]
    assert (report["problems"], report["summary"]["files"]) == ([], 1)
    assert [own["scripts"] for own in report["channels"]] == [1]
    assert done.exit_code == 1


def test_a_finding_has_the_place_that_it_has_in_the_index(repo: Repository) -> None:
    repo.add("a.md", f"Hello.\n\n{BAD}")
    repo.write("a.md", f"Hello.\n\nTwo lines more.\n\n{BAD}")
    done = run("check", "--staged")
    assert "3:8  warning  conditional-apology" in done.stdout
    assert "We are sorry if it broke." in done.stdout


@pytest.fixture
def known(repo: Repository) -> Repository:
    """A repository with a baseline of two old faults."""
    repo.write("own.yaml", PACK)
    repo.write("protolint.yaml", PROJECT)
    repo.write("known.yaml", "version: 1\nentries: []\n")
    repo.add("a.md", "# A\n\nWe send pencils.\n\nFine.\n")
    repo.add("b.md", "# B\n\nYou get pencils.\n")
    assert run("baseline").exit_code == 0
    repo.git("add", ".")
    repo.commit()
    return repo


def test_what_the_baseline_knows_is_let_pass_and_only_what_is_in_the_change_counts(
    known: Repository,
) -> None:
    known.add("a.md", "# A\n\nWe send pencils.\n\nA new line.\n")
    done = run("check", "--staged", "--format", "json", "--select", "own")
    assert (done.exit_code, json.loads(done.stdout)["summary"]["old"]) == (0, 1)
    known.add("a.md", "# A\n\nWe send pencils.\n\nAll pencils are new.\n")
    assert told("--staged") == ["pencil a.md:5"]


def test_a_fault_that_the_change_mends_is_told_and_those_elsewhere_are_not(
    known: Repository,
) -> None:
    known.write("b.md", GOOD)
    known.add("a.md", GOOD)
    assert told("--staged") == ["mended-baseline-entry known.yaml:4"]
    known.git("add", ".")
    assert len(told("--staged")) == 2


def test_a_sentence_that_moves_within_a_change_is_not_new(known: Repository) -> None:
    known.add("a.md", "# A\n\nFine.\n")
    known.add("c.md", "# C\n\nWe send pencils.\n")
    assert told("--staged") == []


@pytest.mark.parametrize(
    ("option", "line"),
    [
        (["--staged"], "No script is staged: there is nothing to check."),
        (["--since", "HEAD"], "No script has changed since “HEAD”: there is nothing to check."),
    ],
)
def test_where_nothing_changed_one_line_says_so(
    repo: Repository, option: list[str], line: str
) -> None:
    repo.commit("a.md")
    done = run("check", *option)
    assert (done.exit_code, done.output) == (0, f"{line}\n")
    assert run("check", *option, "--quiet").output == ""
    empty = json.loads(run("check", *option, "--format", "json").stdout)
    assert (empty["findings"], empty["summary"]["files"]) == ([], 0)


def test_a_change_without_faults_is_told_as_usual(repo: Repository) -> None:
    repo.add("a.md", GOOD)
    assert "in 1 script (1 file)" in run("check", "--staged").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--staged", "--since", "HEAD"], "--staged and --since do not go together"),
        (["--staged", "--with-library"], "--staged and --with-library do not go together"),
        (["-", "--staged"], "“-” reads standard input and does not go with --staged"),
        (["--since", "nowhere"], "git knows no commit “nowhere”"),
        (["--staged", "nowhere"], "there is no such file or folder"),
    ],
)
def test_wrong_use(repo: Repository, arguments: list[str], message: str) -> None:
    done = run("check", *arguments, stdin="")
    assert done.exit_code == 2
    assert message in done.output
