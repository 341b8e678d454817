"""Libraries of small scripts for checks that look at all of them: texts in, what is shown out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from protolint.checks._check import Check, LibraryMatch, ScriptFacts, View
from protolint.readers import markdown
from protolint.script import Settings, Source
from protolint.text.reading import Reading

TODAY = datetime.date(2026, 5, 10)


def facts_of(check: Check, path: str, text: str) -> ScriptFacts:
    """Return the facts of a script, as the first pass collects them."""
    script = markdown.read(Source(path, text), Settings()).scripts[0]
    scope = check.default_scope
    readings = tuple(Reading(own) for own in script.stretches if own.kind in scope)
    known = script.metadata
    facts = tuple(check.facts(View(script, readings)))
    return ScriptFacts(path, script.id, known.channels, known.locale, facts)


def found(check: Check, files: Mapping[str, str]) -> list[LibraryMatch]:
    """Return what a check finds in files: their text by their path."""
    library = [facts_of(check, path, text) for path, text in sorted(files.items())]
    return list(check.find_in_library(library, TODAY))


def front(text: str, **given: str) -> str:
    """Return a text with front matter above it."""
    lines = "".join(f"{key}: {value}\n" for key, value in given.items())
    return f"---\n{lines}---\n{text}\n"
