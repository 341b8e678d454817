"""The report as one page that needs nothing else: every script as its customer meets it."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import jinja2
from markupsafe import Markup

from protolint.linting.report import Report
from protolint.outputs import _report_wording as wording
from protolint.outputs._page import page
from protolint.outputs._page_text import visible
from protolint.outputs._wording import count, one_line

#: Asks the run for previews of the scripts.
NEEDS_PREVIEWS = True

_TEMPLATES = Path(__file__).parent / "templates"
_STYLES = ("page.css", "overview.css", "scripts.css", "views.css")


def render(report: Report, *, color: bool = False) -> str:
    """Return the page. Whatever a script holds is shown as text: all of it is escaped."""
    script = _file("page.js")
    values = {
        "page": page(report),
        "wording": wording,
        "style": Markup("".join(map(_file, _STYLES))),  # noqa: S704 (our own files)
        "script": Markup(script),  # noqa: S704 (our own file)
        "script_digest": _digest(script),
    }
    return _environment().get_template("page.html").render(values) + "\n"


def _environment() -> jinja2.Environment:
    own = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    own.filters |= {"count": count, "one_line": one_line, "visible": visible}
    return own


def _file(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    """Return what the page's policy names the one script by that may run in it."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
