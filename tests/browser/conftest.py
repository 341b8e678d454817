"""A browser for the tests of the page: Chromium as the machine has it, by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

#: Where this is set, a test that finds no browser fails: CI sets it.
REQUIRED = "PROTOLINT_BROWSER_TESTS"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium without a window; skips, or fails where it is required, if there is none."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        _missing("Chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 (it may be missing)
    except ImportError:
        _missing("Playwright is not installed: pip install -e '.[browser]'")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield found
        found.close()


def _missing(what: str) -> None:
    if os.environ.get(REQUIRED):
        pytest.fail(f"{what}, and {REQUIRED} is set")
    pytest.skip(what)
