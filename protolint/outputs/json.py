"""The report as one JSON document, in the shape of contract §5."""

from __future__ import annotations

import msgspec

from protolint.linting.report import Report

_PRIVATE = {"lines", "fail_level", "unchecked"}
_PUBLIC = tuple(name for name in Report.__struct_fields__ if name not in _PRIVATE)


def render(report: Report, *, color: bool = False) -> str:
    """Return the report as indented JSON with a line break at its end."""
    packed = msgspec.json.encode({name: getattr(report, name) for name in _PUBLIC})
    return msgspec.json.format(packed, indent=2).decode("utf-8") + "\n"
