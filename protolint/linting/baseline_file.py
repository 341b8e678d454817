"""The file of a baseline: its entries with their places, read from YAML and written to it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from protolint.rulebook import compiled
from protolint.rulebook.loading import digest_of, read
from protolint.rulebook.problems import RulebookError
from protolint.script import Span

if TYPE_CHECKING:
    from protolint.rulebook.page import Page

_FINGERPRINT = re.compile(r"[0-9a-f]{16}(?:@[0-9a-f]{8})?(?:\+[1-9][0-9]*)?")
#: What YAML reads as text without quotes: an id of a rule or script, most of all.
_PLAIN = re.compile(r"(?![0-9a-f]{16})[A-Za-z][\w#/-]*", re.ASCII)
_NO_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ABOUT = "# Findings that are let pass. Written by “protolint baseline”; reasons are yours to add\n"


class Entry(msgspec.Struct, frozen=True):
    """A finding that is let pass; `reason`, `owner` and `expires` (a date) are people's words."""

    rule: str
    script: str
    fingerprint: str
    reason: str = ""
    owner: str = ""
    expires: str = ""

    def has_expired(self, today: datetime.date) -> bool:
        """Return whether its last day is past."""
        return bool(self.expires) and datetime.date.fromisoformat(self.expires) < today


class Placed(msgspec.Struct, frozen=True):
    """An entry, and where the file names its rule."""

    entry: Entry
    span: Span
    start: tuple[int, int]
    end: tuple[int, int]
    excerpt: str


class Baseline(msgspec.Struct, frozen=True):
    """The entries of a file, in its order."""

    path: str
    entries: tuple[Placed, ...] = ()


class _File(msgspec.Struct, frozen=True):
    version: int = 1
    entries: tuple[Entry, ...] = ()


def load(path: Path, *, use_cache: bool = True) -> Baseline:
    """Return the baseline in a file. Raises RulebookError with every problem in it."""
    file = read(path)
    digest = f"baseline {file.path} {digest_of([file])}"
    kept = compiled.load(digest, Baseline) if use_cache else None
    if kept is not None:
        return kept
    from protolint.rulebook.page import Page  # noqa: PLC0415  a kept baseline needs no YAML

    page = Page(file.path, file.data)
    baseline = Baseline(file.path, tuple(_placed(page)))
    if page.problems:
        raise RulebookError(sorted(page.problems))
    if use_cache:
        compiled.store(digest, baseline)
    return baseline


def _placed(page: Page) -> Iterator[Placed]:
    if page.node.value is None:
        return
    found = page.take(page.node, _File)
    if page.problems or found is None:
        return
    if found.version != 1:
        page.flawed(("version",), "this protolint reads version 1: update it, or record anew")
    for number, entry in enumerate(found.entries):
        for key, message in _faults(entry):
            page.flawed(("entries", number, key), message)
        span = page.node.place("entries", number, "rule")
        start, end = page.source.position(span.start), page.source.position(span.end)
        excerpt = page.source.text[span.start : span.end]
        yield Placed(entry, span, (*start,), (*end,), excerpt)


def _faults(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the keys of an entry whose values cannot be, and what to do."""
    if not _FINGERPRINT.fullmatch(entry.fingerprint):
        message = "is no fingerprint: copy one from “check --format json”, or record anew"
        yield "fingerprint", f"“{entry.fingerprint}” {message}"
    if entry.expires:
        try:
            datetime.date.fromisoformat(entry.expires)
        except ValueError:
            yield "expires", f"“{entry.expires}” is no date; write it as 2026-05-31"


def written(entries: Iterable[Entry]) -> str:
    """Return the entries as YAML, by script, rule and fingerprint; the same for any order."""
    lines = [_ABOUT, "version: 1\n", "entries:\n"]
    for entry in sorted(entries, key=_order):
        given = ((key, getattr(entry, key)) for key in Entry.__struct_fields__)
        pairs = [f"{key}: {_scalar(value)}\n" for key, value in given if value]
        lines.append(f"  - {'    '.join(pairs)}")
    return "".join(lines) if len(lines) > 3 else f"{_ABOUT}version: 1\nentries: []\n"


def _order(entry: Entry) -> tuple[str, ...]:
    return (entry.script, entry.rule, entry.fingerprint, *msgspec.structs.astuple(entry)[3:])


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08X}"
