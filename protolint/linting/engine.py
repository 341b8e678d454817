"""The first pass: one script held to the rules, by one automaton over its texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import structs

from protolint.checks._check import Hit, Match, View
from protolint.linting.fingerprint import anchor
from protolint.linting.gates import Held, InForce
from protolint.linting.plan import Plan
from protolint.script import Script, Span, TextMoves
from protolint.text.moments import Moment
from protolint.text.reading import Reading

#: The packs that hold in any words: what is broken or dangerous is so in a legal text too.
_ALWAYS_JUDGED = frozenset({"channel", "housekeeping", "placeholders", "safety"})

#: A view, and the number in it of each reading of the script.
_Seen = tuple[View, dict[int, int]]
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


class Lines:
    """A script's texts, ready to be looked at: views by scope, and the hits of all triggers."""

    def __init__(self, script: Script, plan: Plan) -> None:
        self.script = script
        self.plan = plan
        self.readings = tuple(Reading(stretch) for stretch in script.stretches)
        self._views: dict[tuple[str, ...], _Seen] = {}
        self._seen: dict[tuple[int, ...], _Seen] = {}

    def view(self, scope: tuple[str, ...]) -> _Seen:
        """Return what a rule of this scope sees, and its number for each reading of the script."""
        if scope not in self._views:
            numbers = tuple(
                number
                for number, reading in enumerate(self.readings)
                if reading.stretch.kind in scope and not reading.stretch.is_title
            )
            # Where two scopes come to the same texts, their rules share what they find out.
            if numbers not in self._seen:
                self._seen[numbers] = self._of(numbers)
            self._views[scope] = self._seen[numbers]
        return self._views[scope]

    def _of(self, numbers: tuple[int, ...]) -> _Seen:
        is_known = self.plan.recogniser(self.script.metadata.locale) is not None
        view = View(
            self.script,
            tuple(self.readings[number] for number in numbers),
            (lambda: tuple(self.moves[number] for number in numbers)) if is_known else None,
        )
        return view, {number: at for at, number in enumerate(numbers)}

    @cached_property
    def anchor(self) -> str:
        """What the script is known by when its file is renamed."""
        return anchor(self.script, self.readings)

    @cached_property
    def held(self) -> Held:
        """The rules that hold for the script, with the moments that its words tell of.

        The words are asked only where nobody gave a moment and some rule waits for one.
        """
        held = self.plan.held(self.script.metadata)
        if self.script.metadata.moments or not held.waits_for_moment:
            return held
        inferred = tuple(moment.name for moment in self.moments)
        return self.plan.held(self.script.metadata, inferred) if inferred else held

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The moments that the words of the script tell of, whatever its front matter says.

        Only a message has one: a call script or a dialogue holds many in its branches.
        """
        known = self.script.metadata
        reader = self.plan.moment_reader(known.locale) if known.shape == "message" else None
        return reader.of_readings(self.readings, lambda: self.moves) if reader else ()

    @cached_property
    def moves(self) -> tuple[TextMoves, ...]:
        """The moves of each text, computed where the first rule asks for them."""
        recogniser = self.plan.recogniser(self.script.metadata.locale)
        if recogniser is None:
            return tuple(((),) * len(reading.sentences) for reading in self.readings)
        return recogniser.of_readings(self.readings)

    @cached_property
    def hits(self) -> dict[int, list[Hit]]:
        """The places where triggers matched, by rule; `Hit.reading` counts all texts."""
        return _hits([self])[0]

    def hits_in(self, rule: int, numbers: dict[int, int]) -> list[Hit]:
        """Return the hits of a rule in its scope, in the order of the text."""
        if rule not in self.hits:
            return []
        if len(numbers) == len(self.readings):
            found = self.hits[rule]
        else:
            found = [
                Hit(numbers[reading], trigger, start, end)
                for reading, trigger, start, end in self.hits[rule]
                if reading in numbers
            ]
        return found if len(found) < 2 else sorted(found, key=_in_text)


def seek(scripts: Sequence[Lines]) -> None:
    """Find what the triggers of rules match in scripts of one plan, so that each has its `hits`."""
    for lines, hits in zip(scripts, _hits(scripts), strict=True):
        lines.hits = hits


def _hits(scripts: Sequence[Lines]) -> list[dict[int, list[Hit]]]:
    if not scripts:
        return []
    plan = scripts[0].plan
    asked = [plan.owners(lines.held.in_force) for lines in scripts]
    texts = ([reading.folded for reading in lines.readings] for lines in scripts)
    every: list[dict[int, list[Hit]]] = []
    for owners, places in zip(
        asked, plan.automaton[0].find_in_each(list(zip(texts, asked, strict=True))), strict=True
    ):
        hits: dict[int, list[Hit]] = {}
        for number, pattern, start, end in places:
            for rule, trigger in owners[pattern]:
                hits.setdefault(rule, []).append(Hit(number, trigger, start, end))
        every.append(hits)
    return every


def _in_text(hit: Hit) -> tuple[int, int, int, int]:
    return hit.reading, hit.start, -hit.end, hit.trigger


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
    sights, all_hits = lines.plan.sights, lines.hits
    for held in in_force:
        sight = sights[held.rule]
        if held.rule not in all_hits and not sight.always:
            continue
        view, numbers = lines.view(sight.scope)
        hits = lines.hits_in(held.rule, numbers)
        if hits or sight.always:
            for match in lines.plan.rules[held.rule].options.find(view, hits):
                yield _found(lines, held, view, match)


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
