"""Files read and judged together: what is left behind."""

from __future__ import annotations

import gc
from pathlib import Path

from protolint.linting.file_pass import lint_chunk
from protolint.linting.garbage import uncollected
from protolint.linting.lines import Lines
from protolint.linting.run import Request, hold

SCRIPT = """---
channel: email
moment: service-failure
---

Hi Ana,

Unfortunately a mistake was made. We apologise if you were bothered.
"""


def test_what_was_made_to_judge_files_is_gone_without_seeking_garbage(tmp_path: Path) -> None:
    path = tmp_path / "script.md"
    path.write_text(SCRIPT)
    work = hold(Request(paths=(str(tmp_path),))).work(None)
    with uncollected():
        before = _lines()
        assert lint_chunk([path], work)
        assert _lines() <= before


def _lines() -> set[int]:
    return {id(own) for own in gc.get_objects() if isinstance(own, Lines)}
