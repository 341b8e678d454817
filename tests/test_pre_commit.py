"""The hooks, run by the real pre-commit: installed from a commit, as users would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from repository import Repository, isolate

ROOT = Path(__file__).parents[1]
#: What an installation needs of this tree.
PARTS = (
    ".build", "protolint", "rules", "pyproject.toml", "README.md", "LICENSE",
    ".pre-commit-hooks.yaml",
)  # fmt: skip
BAD, GOOD = "We are sorry if it broke.\n", "Your parcel comes on Friday.\n"
CURLY = "---\nchannel: sms\n---\nIt’s here, {{ name }}. Your parcel comes on Friday.\n"
PACK = """\
pack: own
about: For this test.
rules:
  - id: too-hard
    check: readability
    metric: flesch_kincaid_grade
    max: 12
    level: error
    message: Too hard.
  - {id: pencil, check: phrase, level: error, message: x, any: [pencils]}
"""
HARD = "---\nchannel: email\n---\n\n" + (
    "The administrative department will investigate the extraordinary situation immediately. " * 14
)

pytestmark = [
    pytest.mark.install,
    pytest.mark.skipif(os.name == "nt", reason="hooks are shell scripts"),
]


def test_the_hooks_are_three() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["protolint", "protolint-fix", "protolint-rules"]


class Origin:
    """A repository that holds this tree as a commit, and where pre-commit keeps what it builds."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.folder = folder / "protolint"
        self.folder.mkdir()
        for name in PARTS:
            if (ROOT / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / name, self.folder / name, ignore=ignored)
            else:
                shutil.copy(ROOT / name, self.folder / name)
        made = Repository(self.folder)
        made.git("add", ".")
        made.commit()
        self.commit = made.git("rev-parse", "HEAD").stdout.strip()

    def config(self, *hooks: str) -> str:
        entry = {"repo": str(self.folder), "rev": self.commit}
        return yaml.safe_dump({"repos": [{**entry, "hooks": [{"id": own} for own in hooks]}]})


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Origin:
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch)
        return Origin(tmp_path_factory.mktemp("origin"))


class Committing(Repository):
    """A repository whose commits pre-commit looks at."""

    def __init__(self, folder: Path, config: str) -> None:
        super().__init__(folder)
        self.write(".pre-commit-config.yaml", config)
        self.pre_commit("install")
        self.git("add", ".")

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", *arguments],
            cwd=self.folder, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def committed(self) -> tuple[bool, str]:
        """Whether git commits what is staged, and what was said."""
        done = self.git("commit", "-m", "x", check=False)
        return done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def repo(tmp_path: Path, origin: Origin, monkeypatch: pytest.MonkeyPatch) -> Committing:
    isolate(monkeypatch)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(origin.home))
    monkeypatch.setenv("PRE_COMMIT_COLOR", "never")
    for name in [name for name in os.environ if name.startswith("PYTHON")]:
        monkeypatch.delenv(name)
    config = origin.config("protolint-rules", "protolint-fix", "protolint")
    return Committing(tmp_path / "work", config)


def test_a_fault_keeps_a_commit_back_and_a_good_script_does_not(repo: Committing) -> None:
    repo.add("macros/späte Lieferung.md", BAD)
    passed, said = repo.committed()
    assert not passed
    assert "macros/späte Lieferung.md" in said
    assert "1:8  warning  conditional-apology" in said
    repo.add("macros/späte Lieferung.md", GOOD)
    assert repo.committed()[0]


def test_a_commit_without_scripts_is_not_looked_at(repo: Committing) -> None:
    repo.add("main.py", "print()\n")
    passed, said = repo.committed()
    assert passed
    assert said.count("(no files to check)Skipped") == 3


def test_only_what_is_staged_counts(repo: Committing) -> None:
    repo.add("a.md", BAD)
    repo.write("a.md", GOOD)
    assert not repo.committed()[0]
    assert (repo.folder / "a.md").read_text(encoding="utf-8") == GOOD
    repo.add("a.md", GOOD)
    repo.write("a.md", BAD)
    repo.write("b.md", BAD)
    assert repo.committed()[0]


def test_the_project_is_heeded(repo: Committing) -> None:
    project = "channels: {'m/**': chat}\nrules: {conditional-apology: suggestion}\n"
    repo.add("protolint.yaml", project)
    repo.add("m/a.md", BAD)
    passed, said = repo.committed()
    assert passed, said
    repo.add("protolint.yaml", "fail_level: suggestion\n")
    repo.add("m/a.md", f"{BAD}\n")
    assert not repo.committed()[0]


def test_a_project_that_is_wrong_is_told_with_its_place(repo: Committing) -> None:
    repo.add("protolint.yaml", "base: plain-langage\n")
    passed, said = repo.committed()
    assert not passed
    assert "protolint rules" in said
    assert "protolint.yaml:1:7: " in said


def test_a_rule_whose_example_fails_is_told(repo: Committing) -> None:
    rule = "{id: fax, check: phrase, level: warning, message: x, any: [fax], examples: [{bad: B}]}"
    repo.add("protolint.yaml", "packs: [rules/own.yaml]\n")
    repo.add("rules/own.yaml", f"pack: own\nabout: x\nrules: [{rule}]\n")
    passed, said = repo.committed()
    assert not passed
    assert "the example of “fax” fails" in said
    repo.add("rules/own.yaml", f"pack: own\nabout: x\nrules: [{rule.replace(': B', ': A fax')}]\n")
    assert repo.committed()[0]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_can_be_mended_is_and_has_to_be_staged_anew(repo: Committing, line_end: str) -> None:
    text = CURLY.replace("\n", line_end)
    repo.add("a.md", text)
    passed, said = repo.committed()
    assert not passed
    assert "files were modified by this hook" in said
    mended = (repo.folder / "a.md").read_bytes()
    assert mended == text.replace("’", "'").encode()
    repo.git("add", "a.md")
    assert repo.committed()[0]


@pytest.mark.parametrize("autocrlf", ["false", "true", "input"])
def test_lines_that_end_as_on_windows(repo: Committing, autocrlf: str) -> None:
    repo.git("config", "core.autocrlf", autocrlf)
    repo.add("a.md", f"# A\r\n\r\nHello.\r\n\r\n{BAD.rstrip()}\r\n")
    passed, said = repo.committed()
    assert not passed
    assert "5:8  warning  conditional-apology" in said
    repo.add("a.md", f"# A\r\n\r\n{GOOD.rstrip()}\r\n")
    assert repo.committed()[0]


def test_what_shows_across_scripts_is_found_with_those_that_are_not_in_the_commit(
    repo: Committing,
) -> None:
    repo.add("a.md", HARD)
    repo.add("b.md", f"---\nchannel: sms\n---\n{GOOD}")
    repo.commit()
    repo.add("own.yaml", PACK)
    repo.add("protolint.yaml", "packs: [own.yaml]\n")
    repo.add("b.md", f"---\nchannel: sms\n---\n\n{GOOD}")
    passed, said = repo.committed()
    assert passed, said
    repo.add("c.md", HARD)
    passed, said = repo.committed()
    assert not passed
    assert "error  too-hard" in said


def test_all_files_are_checked_where_all_are_asked_for(repo: Committing) -> None:
    repo.add("a.md", BAD)
    repo.commit()
    done = repo.pre_commit("run", "--all-files")
    assert done.returncode == 1
    assert "a.md" in done.stdout
    assert repo.pre_commit("run", "--from-ref", "HEAD", "--to-ref", "HEAD").returncode == 0


def test_five_hundred_files_in_one_commit(repo: Committing) -> None:
    """Their names are so long that they are handed over in several goes."""
    folder = "/".join(["long-name-" * 12] * 3)
    repo.write("own.yaml", PACK)
    repo.write("protolint.yaml", "packs: [own.yaml]\nbaseline: known.yaml\nbase: nhs\n")
    entries = [
        f"  - {{rule: pencil, script: s{number}, fingerprint: '{number:016x}'}}\n"
        for number in range(500, 520)
    ]
    repo.write("known.yaml", f"version: 1\nentries:\n{''.join(entries)}")
    for number in range(500):
        repo.write(f"{folder}/s{number}.md", HARD if number in {3, 490} else GOOD)
    for number in range(500, 520):
        repo.write(f"elsewhere/s{number}.md", GOOD)
    repo.git("add", folder, "own.yaml", "protolint.yaml", "known.yaml")
    passed, said = repo.committed()
    assert not passed
    goes = [int(own) for own in re.findall(r"in (\d+) scripts", said)]
    assert len(goes) > 1
    assert sum(goes) == 500
    assert set(re.findall(r"  error  (\S+)", said)) == {"too-hard"}
    assert "mended-baseline-entry" not in said
