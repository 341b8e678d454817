"""Scripts for checks: a view made from plain paragraphs, and the hits an engine would hand over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from protolint.checks._check import Check, Hit, Match, View
from protolint.script import (
    OPAQUE,
    Link,
    Metadata,
    Opaque,
    Prose,
    Run,
    Script,
    Source,
    Span,
    Stretch,
)
from protolint.text.patterns import compile_pattern
from protolint.text.reading import Reading

_TOKEN = re.compile(
    r"\{\{(?P<placeholder>[\w.|: “”\"\\]+?)\}\}|\[(?P<marker>INSERT.*?)\]"
    r"|(?P<image>!\[.*?\]\(.*?\))"
    r"|(?P<url>https?://[^\s)\]]+)(?=\s|\]|$)"
    r"|(?P<open>\[(?=[^\]]*\]\())|(?P<close>\]\((?P<target>[^)]*)\))"
)


def _prose(raw: str, at: int) -> Prose:
    """Return the prose of a paragraph: `{{name}}`, `[INSERT …]`, images and URLs are tokens."""
    text, runs, opaques, links, done, opened = "", [], {}, [], 0, (0, 0)
    for token in _TOKEN.finditer(raw):
        span = Span(at + token.start(), at + token.end())
        runs.append(Run(len(text), at + done, token.start() - done))
        text += raw[done : token.start()]
        done = token.end()
        if token["open"]:
            opened = (len(text), span.start)
        elif token["close"]:
            links.append(Link(opened[0], len(text), token["target"], Span(opened[1], span.end)))
        else:
            runs.append(Run(len(text), span.start, len(token.group())))
            opaques[len(text)] = _opaque(token, span)
            text += OPAQUE[opaques[len(text)].kind]
    runs.append(Run(len(text), at + done, len(raw) - done))
    return Prose(text + raw[done:], tuple(runs), opaques, tuple(links))


def _opaque(token: re.Match[str], span: Span) -> Opaque:
    kind = token.lastgroup or ""
    length = len(token.group()) if kind == "url" else 8
    name, _, fallback = token[kind].partition("|")
    return Opaque(
        kind, token.group(), span, length, name.strip(), "mustache", has_fallback=bool(fallback)
    )


def _stretch(raw: str, at: int, number: int) -> Stretch:
    """Return a stretch: `# ` begins a heading, `- ` an item, `1.2|` branch 2 of conditional 1."""
    branch: tuple[tuple[int, int], ...] = ()
    found = re.match(r"(\d)\.(\d)\|", raw)
    if found:
        branch = ((int(found[1]), int(found[2])),)
        raw, at = raw[4:], at + 4
    marks = {"# ": ("heading", "heading"), "- ": ("public", "item"), "@ ": ("subject", "subject")}
    kind, shape = marks.get(raw[:2], ("public", "paragraph"))
    cut = 2 if raw[:2] in marks else 0
    return Stretch(kind, _prose(raw[cut:], at + cut), shape, number, branch, cut and 1)


def view_of(text: str, **known: str | None) -> View:
    """Return a view of a script whose paragraphs are parted by blank lines; `known` is metadata."""
    stretches = [
        _stretch(found.group(), found.start(), number)
        for number, found in enumerate(re.finditer(r".+(?:\n.+)*", text))
    ]
    stretches = [one for one in stretches if one.prose.text.strip()]
    source = Source("script.md", text)
    script = Script("script", "", source, Span(0, len(text)), Metadata(**known), tuple(stretches))
    return View(script, tuple(map(Reading, stretches)))


def hits_in(check: Check, view: View) -> Sequence[Hit]:
    """Return the hits of a check's triggers, as the engine finds them."""
    case = bool(getattr(check, "case", False))
    return sorted(
        Hit(number, trigger, *found.span())
        for number, reading in enumerate(view.readings)
        for trigger, pattern in enumerate(check.triggers())
        for found in compile_pattern(pattern, case).finditer(reading.folded)
    )


def find(check: Check, text: str, **known: str | None) -> list[Match]:
    """Return what a check finds in a text."""
    return _found(check, view_of(text, **known))


def _found(check: Check, view: View) -> list[Match]:
    found = list(check.find(view, hits_in(check, view)))
    assert all(set(match.values) == set(check.values) for match in found)
    return found


def excerpts_of(check: Check, text: str) -> list[str]:
    """Return the source text of what a check finds."""
    view = view_of(text)
    found = _found(check, view)
    spans = (
        one.span or view.readings[one.reading].stretch.prose.span(one.start, one.end)
        for one in found
    )
    return [text[span.start : span.end] for span in spans]


@pytest.fixture
def excerpts() -> Callable[[Check, str], list[str]]:
    return excerpts_of


@pytest.fixture
def exempted() -> Callable[[Check, str], list[str]]:
    """Return the words that a check keeps other rules from."""

    def exempt(check: Check, text: str) -> list[str]:
        view = view_of(text)
        places = check.exempts(view, hits_in(check, view))
        return [view.readings[own.reading].text[own.start : own.end] for own in places]

    return exempt


@pytest.fixture
def matches() -> Callable[[Check, str], list[Match]]:
    return find


@pytest.fixture
def view() -> Callable[[str], View]:
    return view_of
