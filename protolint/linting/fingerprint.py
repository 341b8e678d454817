"""What identifies a finding when files are moved and lines inserted, so that it is known again.

A fingerprint is `what`, `what@where`, and `+n` behind that for the n-th of several alike. `what` is
of the rule and the sentence at fault: it goes wherever the sentence goes. A finding about more than
a sentence (a part is missing, a script is too long) has the script's anchor as `where`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from protolint.linting.finding import Finding
from protolint.script import Script

if TYPE_CHECKING:
    from protolint.text.reading import Reading

#: Findings of one long sentence follow one another: its fingerprint is worked out once for a rule.
_MOST_KEPT = 16


class Parts(NamedTuple):
    """A fingerprint taken apart; `where` is empty for a finding about a sentence."""

    what: str
    where: str


@lru_cache(_MOST_KEPT)
def fingerprint(rule: str, said: str, anchor: str | None = None) -> str:
    """Return what identifies a finding, its number among equal ones left out.

    `said` is the sentence or what the finding is about; white space and case do not count.
    """
    what = _digest(f"{rule}\n{_plain(said)}", 16)
    return what if anchor is None else f"{what}@{_digest(_plain(anchor), 8)}"


def parts(own: str) -> Parts:
    """Return the parts of a fingerprint; its number does not count."""
    what, _, where = own.partition("+")[0].partition("@")
    return Parts(what, where)


def numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, those of a library with one fingerprint told apart by a number from 2.

    Who has which number depends on the order of files. That there are so many does not, and a
    baseline goes by that.
    """
    seen: dict[str, int] = {}
    for finding in findings:
        own = finding.fingerprint
        seen[own] = seen.get(own, 0) + 1
        if seen[own] > 1:
            yield msgspec.structs.replace(finding, fingerprint=f"{own}+{seen[own]}")
        else:
            yield finding


def anchor(script: Script, readings: Iterable[Reading]) -> str:
    """Return what a script is known by when its file is renamed and its text is edited.

    That is its id if it gives itself one, else its title, else its first words after a greeting;
    with the name of its version, where there are several.
    """
    name = script.id if script.metadata.id == script.id else script.title
    if name:
        return f"{name} – {script.version}" if script.version else name
    from protolint.text.parts import is_greeting  # noqa: PLC0415 (known files need it not)

    for reading in readings:
        for start, end in reading.sentences:
            if not is_greeting(reading.text[start:end]):
                return reading.text[start:end]
    return script.id


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
