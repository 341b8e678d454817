"""The report per channel as one JSON document: a scorecard with all its numbers."""

from __future__ import annotations

import msgspec

from protolint.linting.report import Report
from protolint.linting.scorecard import scorecard


def render(report: Report, *, color: bool = False) -> str:
    """Return the scorecard as indented JSON with a line break at its end."""
    packed = msgspec.json.encode(scorecard(report))
    return msgspec.json.format(packed, indent=2).decode("utf-8") + "\n"
