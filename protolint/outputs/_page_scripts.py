"""Each script of a page: how its customer meets it on each channel, and what was found in it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec import structs

from protolint.linting.finding import LEVELS, Finding
from protolint.linting.preview import Preview
from protolint.linting.preview_length import Lengths
from protolint.linting.protocols import Departure
from protolint.linting.report import Report
from protolint.linting.versions import merged, together
from protolint.outputs._page_blocks import Block, blocks
from protolint.outputs._page_moves import Stroke, band
from protolint.outputs._page_steps import Step, steps
from protolint.outputs._page_text import Marks, Place, Text, text, told_in, visible

#: How a channel looks; any other is a plain sheet, or a cue card.
_FORMS = {
    "email": "email",
    "chat": "chat",
    "sms": "sms",
    "whatsapp": "whatsapp",
    "phone": "cue",
    "in-person": "cue",
    "ivr": "ivr",
    "social": "social",
    "community": "social",
    "review": "review",
    "push": "push",
    "letter": "letter",
}


class View(NamedTuple):
    """A script, or a version of it, on one channel.

    `is_first` tells the one whose steps can be led to. `version` is empty where there is but one.
    """

    preview: Preview
    channel: str | None
    version: str
    form: str
    is_first: bool
    subject: Text | None
    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]
    culprits: tuple[tuple[str, str], ...]

    @property
    def lengths(self) -> Lengths:
        """How long it is on its channels."""
        return self.preview.lengths


class Note(NamedTuple):
    """A finding by its number in the script. `mended` is what its fix changes, and into what.

    `is_marked` says whether its place is shown in a text.
    """

    number: int
    finding: Finding
    mended: tuple[str, str] | None
    is_marked: bool


class Card(NamedTuple):
    """One script of a page, with all its versions."""

    number: int
    preview: Preview
    channels: tuple[str | None, ...]
    counts: dict[str, int]
    views: tuple[View, ...]
    notes: tuple[Note, ...]
    band: tuple[Stroke, ...]
    protocols: tuple[Departure, ...]

    @property
    def title(self) -> str:
        """What the script is called; a script without a title goes by its name."""
        return visible(self.preview.outline.title) or visible(self.preview.outline.script)

    @property
    def is_on_brand(self) -> bool:
        """Whether there is no error and no warning."""
        return not (self.counts["error"] or self.counts["warning"])


def cards(report: Report) -> Iterator[Card]:
    """Yield all scripts of a report, in its order."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        found.setdefault((finding.path, finding.script), []).append(finding)
    for number, same in enumerate(together(report.previews, lambda own: own.outline), 1):
        outline = same[0].outline
        lines = report.lines.get(outline.path, {})
        yield _card(number, same, found.get((outline.path, outline.script), []), lines)


def _card(
    number: int, same: Sequence[Preview], findings: Sequence[Finding], lines: Mapping[int, str]
) -> Card:
    preview = _whole(same)
    outline = preview.outline
    channels = outline.channels or (None,)
    numbered = list(enumerate(findings, 1))
    told = told_in([_place(at, own, None, ()) for at, own in numbered], outline.texts)
    return Card(
        number,
        preview,
        channels,
        {level: sum(own.level == level for own in findings) for level in LEVELS},
        tuple(_views(same, numbered)),
        tuple(Note(at, own, _mended(own, lines.get(own.line)), at in told) for at, own in numbered),
        band(outline),
        outline.protocols,
    )


def _whole(same: Sequence[Preview]) -> Preview:
    """Return the preview of a script, those of its versions as one."""
    if len(same) == 1:
        return same[0]
    (outline,) = merged(own.outline for own in same)
    texts = tuple(chain.from_iterable(own.texts for own in same))
    left_out = tuple(chain.from_iterable(own.left_out for own in same))
    return structs.replace(same[0], outline=outline, texts=texts, left_out=left_out)


def _views(same: Sequence[Preview], numbered: Sequence[tuple[int, Finding]]) -> Iterator[View]:
    for at, preview in enumerate(same):
        outline = preview.outline
        (first, last) = _reach(same, at)
        own = [each for each in numbered if first <= each[1].start < last]
        for channel in outline.channels or (None,):
            view = _view(preview, channel, own)
            yield view._replace(is_first=view.is_first and not at)


def _reach(same: Sequence[Preview], at: int) -> tuple[float, float]:
    """Return the part of the file in which findings are those of one version."""
    starts = [own.outline.texts[0].start if own.outline.texts else 0 for own in same]
    first = starts[at] if at else 0
    return first, starts[at + 1] if at + 1 < len(same) else math.inf


def _view(preview: Preview, channel: str | None, numbered: Iterable[tuple[int, Finding]]) -> View:
    outline = preview.outline
    channels = outline.channels or (None,)
    here = [(at, own) for at, own in numbered if channel in own.channels]
    own = tuple(_place(at, finding, channel, channels) for at, finding in here)
    segments = preview.lengths.segments if channel == "sms" else None
    marks = Marks(own, told_in(own, outline.texts), segments)
    texts = [
        text(at, shown, read, marks)
        for at, (shown, read) in enumerate(zip(preview.texts, outline.texts, strict=True))
    ]
    subject = next((one for one in texts if one.kind == "subject"), None)
    body = [one for one in texts if one is not subject]
    form = _FORMS.get(channel or "", "cue" if outline.graph.steps else "plain")
    by_headings = form in {"cue", "ivr"}
    if body and _is_title(body[0], outline.title):
        body = body[1:]
    if not by_headings and not outline.graph.steps:
        body = [one for one in body if not one.is_title]
    own_blocks = blocks(body)
    own_steps = steps(own_blocks, outline.graph, by_headings=by_headings)
    version = outline.versions[0].name if outline.versions else ""
    is_first = channel == channels[0]
    culprits = tuple(_culprits(preview.lengths))
    return View(preview, channel, version, form, is_first, subject, own_blocks, own_steps, culprits)


def _place(
    number: int, finding: Finding, channel: str | None, channels: Iterable[str | None]
) -> Place:
    home = next((one for one in channels if one in finding.channels), None)
    return Place(number, channel == home, finding.level, finding.start, finding.end)


def _is_title(own: Text, title: str) -> bool:
    """Return whether a text is the heading that the card has as its title, and no more."""
    is_told = any(part.refs for sentence in own.sentences for part in sentence.parts)
    return own.kind == "heading" and own.level == 1 and own.words == title and not is_told


def _mended(finding: Finding, line: str | None) -> tuple[str, str] | None:
    """Return the words that a fix changes, and what they become.

    None where there is no fix, or where it reaches beyond the excerpt and the line it begins on.
    """
    edits = finding.fix.edits if finding.fix else ()
    text, start = finding.excerpt, finding.start
    if line is not None and any(own.start < start or own.end > finding.end for own in edits):
        text, start = line, finding.start - finding.column + 1
    if not edits or any(own.start < start or own.end > start + len(text) for own in edits):
        return None
    first = min(finding.start, *(own.start for own in edits))
    last = max(finding.end, *(own.end for own in edits))
    before, fixed, done = text[first - start : last - start], "", first
    for own in sorted(edits, key=lambda own: own.start):
        fixed += text[done - start : own.start - start] + own.text
        done = own.end
    return visible(before), visible(fixed + text[done - start : last - start])


def _culprits(lengths: Lengths) -> Iterator[tuple[str, str]]:
    """Yield each character that doubled an SMS, once, with its name."""
    if lengths.segments:
        for character in dict.fromkeys(own for _, own in lengths.segments.culprits):
            code = f"U+{ord(character):04X}"
            yield visible(character), unicodedata.name(character, code).lower()
