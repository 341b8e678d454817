"""HTML tags in a script: which elements there are, and what each does to the text around it."""

from __future__ import annotations

import re
from html import unescape

from protolint.text.lazy import lazy_pattern

_TAG = lazy_pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_HREF = lazy_pattern(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)

#: Elements whose text nobody reads.
SILENT = frozenset({"script", "style", "template"})
#: Elements whose text is code.
CODE = frozenset({"code", "samp"})
_BLOCKS = """
    address article aside blockquote body button caption center col colgroup dd details dialog
    dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head
    header hr html iframe legend li link main menu meta nav noframes ol optgroup option p
    param pre search section select summary table tbody td textarea tfoot th thead title tr
    track ul video
"""
#: Elements that begin and end a text of their own.
BLOCKS = frozenset(_BLOCKS.split())


def element(tag: str) -> tuple[str, bool]:
    """Return the name of a tag's element in lower case, and whether the tag ends it.

    The name is empty where the text is no tag.
    """
    found = _TAG.match(tag)
    return (found[2].lower(), bool(found[1])) if found else ("", False)


def href(tag: str) -> str:
    """Return the target of an `<a>` tag; empty where it has none."""
    found = _HREF.search(tag)
    return unescape(found[1] or found[2] or found[3] or "") if found else ""
