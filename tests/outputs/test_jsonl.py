"""jsonl: the findings of the JSON report, one a line."""

from __future__ import annotations

import json

from protolint.linting.report import Report
from protolint.outputs import json as whole
from protolint.outputs import jsonl


def test_each_line_is_a_finding_as_in_json(report: Report) -> None:
    lines = jsonl.render(report).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(whole.render(report))["findings"]
