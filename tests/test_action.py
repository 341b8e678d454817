"""action.yml: what it takes and gives, and its steps run as GitHub would run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import check_jsonschema
import jsonschema
import pytest
import yaml
from repository import Repository, isolate

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("id"): step for step in ACTION["runs"]["steps"]}
SCHEMAS = Path(check_jsonschema.__file__).parent / "builtin_schemas" / "vendor"
BAD = "We are sorry if the delay caused you any problem.\n"
_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")


class Runner:
    """As much of a GitHub runner as the steps of the action ask for."""

    def __init__(self, folder: Path, **inputs: str) -> None:
        self.folder = folder
        self.temp = folder / "temp dir"
        self.temp.mkdir(parents=True)
        self.work = folder / "work"
        self.work.mkdir()
        given = {name: own["default"] for name, own in ACTION["inputs"].items()} | inputs
        self.values = {f"inputs.{name}": value for name, value in given.items()} | {
            "github.action_path": str(ROOT),
            "steps.python.outputs.python-path": sys.executable,
        }

    def run(self, name: str) -> subprocess.CompletedProcess[str]:
        """Run a step as it is written; keep its outputs."""
        step = STEPS[name]
        outputs = self.folder / f"{name}.outputs"
        outputs.touch()
        assert step["shell"] == "bash"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.work,
            env=self._environment(step.get("env", {}), outputs),
            capture_output=True,
            text=True,
            check=False,
        )
        for line in outputs.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            self.values[f"steps.{name}.outputs.{key}"] = value
        return done

    def value(self, text: str) -> str:
        """Fill in the expressions of a text; nothing where there is no such value."""
        return _EXPRESSION.sub(lambda found: self.values.get(found[1], ""), text)

    def _environment(self, given: Mapping[str, str], outputs: Path) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
        return {
            **ours,
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            **{name: self.value(text) for name, text in given.items()},
        }

    def write(self, name: str, text: str) -> None:
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @property
    def summary(self) -> str:
        path = self.folder / "summary.md"
        return path.read_text(encoding="utf-8") if path.exists() else ""


def runner(folder: Path, **inputs: str) -> Runner:
    """A runner on which protolint is installed: a command that runs this checkout."""
    made = Runner(folder, **inputs)
    command = folder / "protolint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m protolint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    made.values["steps.install.outputs.command"] = str(command)
    return made


@pytest.mark.parametrize(
    ("file", "schema"),
    [("action.yml", "github-actions.json"), ("examples/ci/github.yml", "github-workflows.json")],
)
def test_the_files_are_valid(file: str, schema: str) -> None:
    told = yaml.load((ROOT / file).read_text(encoding="utf-8"), yaml.BaseLoader)
    rules = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(rules)(rules).validate(told)


def test_what_it_takes_and_gives() -> None:
    assert set(ACTION["inputs"]) == {"paths", "args", "base-report", "python-version"}
    assert set(ACTION["outputs"]) == {"sarif", "report"}
    assert ACTION["runs"]["using"] == "composite"


def test_every_expression_is_of_an_input_or_an_earlier_step() -> None:
    known = {f"inputs.{name}" for name in ACTION["inputs"]} | {"github.action_path"}
    known |= {"steps.python.outputs.python-path", "steps.install.outputs.command"}
    text = "".join(str(step) for step in STEPS.values())
    assert set(_EXPRESSION.findall(text)) == known


def test_no_input_is_pasted_into_a_command() -> None:
    assert not [step for step in STEPS.values() if "${{" in step.get("run", "")]


def test_findings_are_annotated_summed_up_and_kept(tmp_path: Path) -> None:
    github = runner(tmp_path, paths="macros\nmore macros\n")
    github.write("macros/late.md", BAD)
    github.write("more macros/late too.md", BAD)
    github.write("elsewhere.md", BAD)
    done = github.run("check")
    assert done.returncode == 1, done.stderr
    files = re.findall(r"^::\w+ file=([^,]*),", done.stdout, re.MULTILINE)
    assert set(files) == {"macros/late.md", "more macros/late too.md"}
    assert github.summary.startswith("## protolint: ")
    sarif, report = (github.value(own["value"]) for own in ACTION["outputs"].values())
    assert json.loads(Path(sarif).read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert json.loads(Path(report).read_text(encoding="utf-8"))["summary"]["scripts"] == 2


def test_options_and_a_base_report_are_handed_on(tmp_path: Path) -> None:
    first = runner(tmp_path / "first", args="--select conditional-apology\n --fail-level error")
    first.write("late.md", BAD)
    assert first.run("check").returncode == 0
    report = first.value(ACTION["outputs"]["report"]["value"])
    then = runner(tmp_path / "then", **{"base-report": report, "args": "--exit-zero"})
    then.write("late.md", BAD)
    assert then.run("check").returncode == 0
    assert "### Since the base report" in then.summary


@pytest.mark.parametrize(
    ("paths", "args", "told"),
    [
        ("nowhere", "", "nowhere"),
        ("", "--no-such-option", "no-such-option"),
        ("; touch owned", "", "; touch owned"),
        ("$(touch owned)", "`touch owned`", "touch"),
        ("--version", "", "--version"),
    ],
)
def test_wrong_inputs_fail_the_step_and_run_nothing(
    tmp_path: Path, paths: str, args: str, told: str
) -> None:
    github = runner(tmp_path, paths=paths, args=args)
    done = github.run("check")
    assert done.returncode == 2
    assert told in done.stdout + done.stderr
    assert not list(tmp_path.rglob("owned"))


@pytest.mark.install
def test_it_installs_from_its_own_checkout(tmp_path: Path) -> None:
    github = Runner(tmp_path)
    done = github.run("install")
    assert done.returncode == 0, done.stderr
    github.write("late.md", BAD)
    assert github.run("check").returncode == 1
    assert "conditional-apology" in github.summary


def test_it_reports_on_what_a_branch_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch)
    github = runner(tmp_path, args="--since origin/main")
    origin = Repository(tmp_path / "origin")
    origin.add("old.md", BAD)
    origin.commit()
    origin.git("clone", "-q", str(origin.folder), str(github.work))
    clone = Repository(github.work)
    clone.git("switch", "-q", "-c", "topic")
    clone.add("new.md", BAD)
    clone.commit()
    done = github.run("check")
    assert done.returncode == 1
    files = re.findall(r"^::\w+ file=([^,]*),", done.stdout, re.MULTILINE)
    assert set(files) == {"new.md"}
