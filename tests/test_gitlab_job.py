"""examples/ci/gitlab.yml: valid, and its commands run as they are written."""

from __future__ import annotations

import json
import os
import subprocess
import venv
from pathlib import Path
from typing import Any

import check_jsonschema
import jsonschema
import output_schemas
import pytest
import yaml

ROOT = Path(__file__).parents[1]
FILE = ROOT / "examples" / "ci" / "gitlab.yml"
JOB: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["protolint"]
SCHEMA = Path(check_jsonschema.__file__).parent / "builtin_schemas/vendor/gitlab-ci.json"


def test_it_is_valid() -> None:
    rules = json.loads(SCHEMA.read_text(encoding="utf-8"))
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(rules)(rules).validate(told)


@pytest.mark.install
def test_its_commands_leave_the_reports_that_it_hands_to_gitlab(tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    work = tmp_path / "work"
    work.mkdir()
    (work / "late.md").write_text("We are sorry if it hurt you.\n", encoding="utf-8")
    path = f"{tmp_path / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    ours = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
    env = ours | JOB["variables"] | {"PATH": path, "PROTOLINT": str(ROOT)}
    script = "\n".join(JOB["script"])
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=work, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "conditional-apology" in done.stdout
    reports = JOB["artifacts"]["reports"]
    quality = (work / reports["codequality"]).read_text(encoding="utf-8")
    assert json.loads(quality)
    assert not output_schemas.gitlab(quality)
    assert not output_schemas.junit((work / reports["junit"]).read_text(encoding="utf-8"))
