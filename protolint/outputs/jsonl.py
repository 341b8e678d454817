"""One finding for each line, as a JSON object in the shape of contract §5."""

from __future__ import annotations

import msgspec

from protolint.linting.report import Report


def render(report: Report, *, color: bool = False) -> str:
    """Return the findings in their order, a line of JSON each; nothing where there are none."""
    encoder = msgspec.json.Encoder()
    return "".join(f"{encoder.encode(own).decode('utf-8')}\n" for own in report.findings)
