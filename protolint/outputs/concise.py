"""One line for each finding: `path:line:column: level rule message`."""

from __future__ import annotations

from protolint.linting.report import Report
from protolint.outputs._wording import one_line


def render(report: Report, *, color: bool = False) -> str:
    """Return problems and findings, a line each, in their order."""
    problems = (f"{problem}" for problem in report.problems)
    findings = (
        f"{own.path}:{own.line}:{own.column}: {own.level} {own.rule} {own.message}"
        for own in report.findings
    )
    return "".join(f"{one_line(line)}\n" for line in (*problems, *findings))
