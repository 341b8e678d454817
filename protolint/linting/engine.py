"""What is wrong in a script: the matches of its rules that no other rule spares, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from protolint.checks._check import Match, View
from protolint.linting.gates import InForce
from protolint.linting.lines import Lines
from protolint.script import Span

#: The packs that hold in any words: what is broken or dangerous is so in a legal text too.
_ALWAYS_JUDGED = frozenset({"channel", "housekeeping", "placeholders", "safety"})

Levels = tuple[tuple[str, tuple[str | None, ...]], ...]


class Found(NamedTuple):
    """A match of a rule in a script, with the part of the source it covers.

    `words` is what a reader sees of it. `said` is the sentence it stands in, or what it is about
    where that is more than a sentence; then `anchor` says in which script or paragraph.
    """

    rule: int
    levels: Levels
    match: Match
    span: Span
    excerpt: str
    words: str
    said: str
    anchor: str | None


def find(lines: Lines, in_force: tuple[InForce, ...]) -> Iterator[Found]:
    """Yield every match of the rules in force that no other spares, in the order of the rules."""
    exempting = lines.plan.exempting
    spared = [
        place for held in in_force if held.rule in exempting for place in _exempted(lines, held)
    ]
    for found in _all(lines, in_force):
        if not spared:
            yield found
        elif not _is_spared(lines.plan.rules[found.rule].category, found, spared):
            yield _left_as_written(found, spared)


def _exempted(lines: Lines, held: InForce) -> Iterator[tuple[int, Span]]:
    """Yield the places whose words a rule spares, with the number of the rule."""
    if held.rule in lines.hits:
        check = lines.plan.rules[held.rule].options
        view, numbers = lines.view(lines.plan.sights[held.rule].scope)
        for place in check.exempts(view, lines.hits_in(held.rule, numbers)):
            prose = view.readings[place.reading].stretch.prose
            yield held.rule, prose.span(place.start, place.end)


def _is_spared(category: str, found: Found, spared: list[tuple[int, Span]]) -> bool:
    start, end = found.span
    return category not in _ALWAYS_JUDGED and any(
        rule != found.rule and place.start <= start < end <= place.end for rule, place in spared
    )


def _left_as_written(found: Found, spared: list[tuple[int, Span]]) -> Found:
    """Return a match without its edits where they would change words that are spared."""
    start, end = found.span
    touches = any(rule != found.rule and a < end and start < b for rule, (a, b) in spared)
    if touches and found.match.edits:
        return found._replace(match=structs.replace(found.match, edits=()))
    return found


def _all(lines: Lines, in_force: tuple[InForce, ...]) -> Iterator[Found]:
    for held in in_force:
        matches = lines.matches(held.rule)
        if matches:
            view, _ = lines.view(lines.plan.sights[held.rule].scope)
            yield from (_found(lines, held, view, match) for match in matches)


def _found(lines: Lines, held: InForce, view: View, match: Match) -> Found:
    text = view.script.source.text
    said, anchor = _identity(lines, view, match)
    if match.span is not None or not view.readings:
        span = match.span or Span(view.script.body.start, view.script.body.start)
        excerpt = text[span.start : span.end]
        return Found(held.rule, held.levels, match, span, excerpt, excerpt, said, anchor)
    prose = view.readings[match.reading].stretch.prose
    span = prose.span(match.start, match.end)
    excerpt, words = text[span.start : span.end], prose.shown(match.start, match.end)
    return Found(held.rule, held.levels, match, span, excerpt, words, said, anchor)


def _identity(lines: Lines, view: View, match: Match) -> tuple[str, str | None]:
    """Return what identifies a match (see `linting.fingerprint`): what is said, and the anchor.

    What is missing, and what stands in no text, is about the script.
    """
    if match.extent == "script" or match.start == match.end or not view.readings:
        source, span = view.script.source, match.span
        return match.subject or (source.text[span.start : span.end] if span else ""), lines.anchor
    reading = view.readings[match.reading]
    at = 0 if match.extent == "paragraph" else reading.sentence_at(match.start)
    place = reading.sentences[at] if reading.sentences else Span(0, len(reading.text))
    said = reading.text[place.start : place.end]
    return (match.subject, said) if match.extent == "paragraph" else (said, None)
