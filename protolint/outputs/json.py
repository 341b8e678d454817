"""The report as one JSON document, in the shape of contract §5."""

from __future__ import annotations

import msgspec

from protolint.linting.report import Outcome, Report


def render(report: Report, *, color: bool = False) -> str:
    """Return the report as indented JSON with a line break at its end."""
    told = {name: getattr(report, name) for name in Outcome.__struct_fields__}
    packed = msgspec.json.encode(told)
    return msgspec.json.format(packed, indent=2).decode("utf-8") + "\n"
