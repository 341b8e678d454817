"""What machines read is valid for all examples, for nothing at all, and for what cannot be read."""

from __future__ import annotations

from pathlib import Path

import output_schemas
import pytest

from protolint import folder, lint_paths
from protolint.linting.report import Report

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    broken = tmp_path_factory.mktemp("broken")
    (broken / "a.md").write_bytes(b"caf\xe9")
    (broken / "b.md").write_text("---\nchannel: [\n---\nSorry if it hurt.\n", encoding="utf-8")
    (broken / "c.md").write_text(
        "---\nchannel: 1\x0b\n---\nSorry\x01 if it hurt.\n", encoding="utf-8"
    )
    return {
        "examples": lint_paths([str(ROOT / "examples")]),
        "nothing": lint_paths([str(tmp_path_factory.mktemp("empty"))]),
        "broken": lint_paths([str(broken)]),
    }


@pytest.mark.parametrize("name", ["examples", "nothing", "broken"])
@pytest.mark.parametrize("form", output_schemas.VALIDATORS)
def test_it_is_valid(form: str, name: str, reports: dict[str, Report]) -> None:
    text = folder.load("protolint.outputs", form).render(reports[name])
    assert not output_schemas.VALIDATORS[form](text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("sarif", '{"version": "2.1.0", "runs": [{"tool": {}}]}'),
        ("gitlab", '[{"description": "x"}]'),
        ("junit", "<testsuites><testcase/></testsuites>"),
    ],
)
def test_a_schema_finds_faults(form: str, text: str) -> None:
    assert output_schemas.VALIDATORS[form](text)
