"""A project whose findings are kept, and runs held against those that know nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from protolint.linting.run import Request, check
from protolint.outputs import json

SORRY = "We are sorry if the delay caused you any problem.\n"
FILES = {
    "email/late.md": f"---\nchannel: email\nreview_by: 2026-03-01\n---\n\n{SORRY}",
    "email/plain.md": "---\nchannel: email\n---\n\nYour parcel comes on Friday.\n",
    "sms/late.md": f"---\nchannel: sms\n---\n\n{SORRY}\nPlease login to see more.\n",
    "sms/wrong.md": "---\nchannel: emial\n---\n\nHello.\n",
    "sms/bytes.md": "",
    "free/plain.md": f"{SORRY}\nKind regards\n",
}
BRAND = "brand: Acme\nterms:\n  - {use: sign in, not: [login], why: One word.}\n"


def run(**options: Any) -> str:
    return json.render(check(Request(**options)))


def told(**options: object) -> str:
    """The JSON report of a run with what is kept, once it has been held against one without."""
    with pytest.MonkeyPatch.context() as patch:
        books = Path(os.environ["BOOKS"])
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(books))
        fresh = run(**options)
        shutil.rmtree(books / "protolint/findings")
    assert run(**options) == fresh
    return fresh


def write(name: str, text: str) -> Callable[[], None]:
    def written() -> None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    return written
