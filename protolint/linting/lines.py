"""A script's texts, ready to be looked at, and what is found in those of many scripts at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from protolint.checks._check import Fact, Hit, Match, View
from protolint.linting.fingerprint import anchor
from protolint.linting.gates import Held
from protolint.linting.plan import Plan
from protolint.script import Script, TextMoves
from protolint.text.moments import Moment
from protolint.text.reading import Reading

#: A view, and the number in it of each reading of the script.
_Seen = tuple[View, dict[int, int]]


class Lines:
    """A script's texts, ready to be looked at: views by scope, and the hits of all triggers."""

    def __init__(self, script: Script, plan: Plan) -> None:
        self.script = script
        self.plan = plan
        self.readings = tuple(Reading(stretch) for stretch in script.stretches)
        self._kinds = [
            (number, stretch.kind)
            for number, stretch in enumerate(script.stretches)
            if not stretch.is_title
        ]
        self._views: dict[tuple[str, ...], _Seen] = {}
        self._seen: dict[tuple[int, ...], _Seen] = {}
        self._matches: dict[int, tuple[Match, ...]] = {}
        self._facts: dict[tuple[str, tuple[str, ...]], tuple[Fact, ...]] = {}

    def view(self, scope: tuple[str, ...]) -> _Seen:
        """Return what a rule of this scope sees, and its number for each reading of the script."""
        if scope not in self._views:
            numbers = tuple(number for number, kind in self._kinds if kind in scope)
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

    def forget(self) -> None:
        """Let go of the views and what rules noted in them.

        They know the script and it knows them: without this, they are garbage to be sought.
        """
        for view, _ in self._seen.values():
            vars(view).clear()
        self._views.clear()
        self._seen.clear()

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
        return next(_hits([self]))

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
        # The places of one pattern are found in the order of the text.
        is_sorted = len(found) < 2 or len(self.plan.sights[rule].triggers) == 1
        return found if is_sorted else sorted(found, key=_in_text)

    def called(self) -> Iterator[int]:
        """Yield the rules in force that a trigger calls to look, or that look without any."""
        untriggered, hits = self.plan.untriggered, self.hits
        for held in self.held.in_force:
            if held.rule in hits or held.rule in untriggered:
                yield held.rule

    def matches(self, rule: int) -> tuple[Match, ...]:
        """Return what a rule finds in the script, whether or not it holds for it."""
        if rule not in self.hits and rule not in self.plan.untriggered:
            return ()
        if rule not in self._matches:
            self._matches[rule] = tuple(self._look(rule))
        return self._matches[rule]

    def _look(self, rule: int) -> Iterable[Match]:
        sight = self.plan.sights[rule]
        view, numbers = self.view(sight.scope)
        hits = self.hits_in(rule, numbers)
        return self.plan.rules[rule].options.find(view, hits) if hits or sight.always else ()

    def facts(self, rule: int) -> tuple[Fact, ...]:
        """Return what a rule needs to know of the script when it looks at the whole library."""
        key = self.plan.gathering(rule)
        if key not in self._facts:
            view, _ = self.view(key[1])
            self._facts[key] = tuple(self.plan.rules[rule].options.facts(view))
        return self._facts[key]


def look(scripts: Sequence[Lines]) -> None:
    """Let the rules look at scripts of one plan, so that each knows what is found in it.

    One rule after the other looks at all of them: what a processor needs of the code and patterns
    of a rule is more than it keeps at hand for all rules. For 64 scripts that saves a third.
    """
    if not scripts:
        return
    for lines, hits in zip(scripts, _hits(scripts), strict=True):
        lines.hits = hits
    plan = scripts[0].plan
    waiting: dict[int, list[Lines]] = {}
    for lines in scripts:
        for rule in lines.called():
            waiting.setdefault(rule, []).append(lines)
    for rule in sorted(waiting):
        for lines in waiting[rule]:
            lines.matches(rule)
            if rule in plan.library:
                lines.facts(rule)


def _hits(scripts: Sequence[Lines]) -> Iterator[dict[int, list[Hit]]]:
    """Yield the hits of each of several scripts of one plan, all sought at once."""
    plan = scripts[0].plan
    owners = [plan.owners(lines.held.in_force) for lines in scripts]
    texts = ([reading.folded for reading in lines.readings] for lines in scripts)
    found = plan.automaton[0].find_in_each(list(zip(texts, owners, strict=True)))
    for places, asking in zip(found, owners, strict=True):
        hits: dict[int, list[Hit]] = {}
        for number, pattern, start, end in places:
            for rule, trigger in asking[pattern]:
                hits.setdefault(rule, []).append(Hit(number, trigger, start, end))
        yield hits


def _in_text(hit: Hit) -> tuple[int, int, int, int]:
    return hit.reading, hit.start, -hit.end, hit.trigger
