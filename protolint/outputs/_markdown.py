"""What a report in Markdown is made of: tables, and texts of scripts shown as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from protolint.outputs._wording import one_line

#: Characters of a message, or of any other text of a script, in one cell.
_CELL = 300
_MARKS = re.compile(r"([\\`*_\[\]|~$])")

Row = Sequence[str]


def table(head: Row, rows: Sequence[Row], *, most: int = 1_000, numbers: int = 0) -> str:
    """Return a table; `numbers` columns after the first are set to the right."""
    if not rows:
        return ""
    rules = ("---", *(["--:"] * numbers), *(["---"] * (len(head) - 1 - numbers)))
    lines = [_line(row) for row in (head, rules, *rows[:most])]
    if len(rows) > most:
        lines += ["", f"… and {len(rows) - most:,} more."]
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def safe(text: str) -> str:
    """Return a text that Markdown shows as it is: no cell ends in it, no tag, link or mention."""
    shown = html.escape(one_line(text, _CELL), quote=False)
    return _MARKS.sub(r"\\\1", shown).replace("@", "@<!-- -->")
