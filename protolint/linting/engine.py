"""The first pass: one script held to the rules, by one automaton over its texts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from protolint.checks._check import Hit, Match, View
from protolint.linting.gates import InForce
from protolint.linting.plan import Plan
from protolint.script import Script, Span, TextMoves
from protolint.text.reading import Reading

Levels = tuple[tuple[str, tuple[str | None, ...]], ...]


class Found(NamedTuple):
    """A match of a rule in a script, with the part of the source it covers."""

    rule: int
    levels: Levels
    match: Match
    span: Span
    excerpt: str
    sentence: str


class Lines:
    """A script's texts, ready to be looked at: views by scope, and the hits of all triggers."""

    def __init__(self, script: Script, plan: Plan, in_force: tuple[InForce, ...]) -> None:
        self.script = script
        self.plan = plan
        self.readings = tuple(Reading(stretch) for stretch in script.stretches)
        self._in_force = in_force
        self._views: dict[tuple[str, ...], tuple[View, dict[int, int]]] = {}

    def view(self, scope: tuple[str, ...]) -> tuple[View, dict[int, int]]:
        """Return what a rule of this scope sees, and its number for each reading of the script."""
        if scope not in self._views:
            seen = [
                number
                for number, reading in enumerate(self.readings)
                if reading.stretch.kind in scope
            ]
            view = View(
                self.script,
                tuple(self.readings[number] for number in seen),
                lambda: tuple(self.moves[number] for number in seen),
            )
            self._views[scope] = (view, {number: at for at, number in enumerate(seen)})
        return self._views[scope]

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
        patterns, _ = self.plan.automaton
        owners = self.plan.owners(self._in_force)
        hits: dict[int, list[Hit]] = {}
        for number, reading in enumerate(self.readings):
            text = reading.folded
            for pattern in patterns.match(text):
                if pattern in owners:
                    for start, end in patterns.places(pattern, text):
                        for rule, trigger in owners[pattern]:
                            hits.setdefault(rule, []).append(Hit(number, trigger, start, end))
        return hits

    def hits_in(self, rule: int, numbers: dict[int, int]) -> list[Hit]:
        """Return the hits of a rule in its scope, in the order of the text."""
        if rule not in self.hits:
            return []
        found = (
            hit._replace(reading=numbers[hit.reading])
            for hit in self.hits[rule]
            if hit.reading in numbers
        )
        return sorted(found, key=lambda hit: (hit.reading, hit.start, -hit.end, hit.trigger))


def find(lines: Lines, in_force: tuple[InForce, ...]) -> Iterator[Found]:
    """Yield every match of the rules in force, in the order of the rules."""
    for held in in_force:
        check, scope = lines.plan.looks[held.rule]
        if held.rule not in lines.hits and not check.always:
            continue
        view, numbers = lines.view(scope)
        hits = lines.hits_in(held.rule, numbers)
        if hits or check.always:
            for match in check.find(view, hits):
                yield _found(held, view, match)


def _found(held: InForce, view: View, match: Match) -> Found:
    text = view.script.source.text
    if match.span is not None:
        span = match.span
        excerpt = text[span.start : span.end]
        return Found(held.rule, held.levels, match, span, excerpt, excerpt or view.script.id)
    if not view.readings:
        place = Span(view.script.body.start, view.script.body.start)
        return Found(held.rule, held.levels, match, place, "", view.script.title)
    reading = view.readings[match.reading]
    span = reading.stretch.prose.span(match.start, match.end)
    sentence = reading.sentences[reading.sentence_at(match.start)] if reading.sentences else None
    said = reading.text[sentence.start : sentence.end] if sentence else ""
    return Found(held.rule, held.levels, match, span, text[span.start : span.end], said)
