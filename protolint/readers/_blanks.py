"""What a person is to fill in: `[Name]`-like blanks and markers such as `[INSERT LINK]`, `XXX`."""

from __future__ import annotations

from collections.abc import Sequence

from protolint.readers._opaques import Found


def blanks(text: str, links: Sequence[tuple[int, int]] = ()) -> list[Found]:
    """Return the blanks and markers in a prose text, in order; `links` are the texts of links."""
    return []


def is_blank_tag(raw: str) -> bool:
    """Say whether what Markdown takes for an HTML tag is a blank: `<Agent Name>`, `<ISSUE_NO>`."""
    return False
