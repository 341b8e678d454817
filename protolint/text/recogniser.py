"""What each sentence of a script does for the customer: the cues of a lexicon at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from protolint.script.move import MOVES, Move, MoveName, TextMoves
from protolint.text.clauses import BAR, Clauses, clauses
from protolint.text.lexicon import Cue, Lexicon, resolved
from protolint.text.lines import Line, lines_of
from protolint.text.parts import is_greeting, is_sign_off
from protolint.text.patterns import LineSet
from protolint.text.reading import Reading

#: What is less sure than this is not told.
LEAST = 0.5
#: Within so many sentences of the first or last one of a script, a cue is near its start or end.
_NEAR_START, _NEAR_END = 3, 5
#: A greeting or sign-off in a line of its own.
_LINE = 0.98
#: Moves beside which a sentence may also state a fact in a clause of its own.
_COURTEOUS: frozenset[MoveName] = frozenset({"greeting", "thanks", "apology", "sign-off"})
_Draft = dict[MoveName, float]


class _Ready(NamedTuple):
    """A cue with its patterns as numbers of the automaton."""

    move: MoveName
    cue: Cue
    near: frozenset[int]
    unless: frozenset[int]


class _Heard(NamedTuple):
    """A sentence with the patterns that match in its parts."""

    line: Line
    parts: Clauses
    by_part: dict[str, frozenset[int]]
    is_question: bool
    before: int  # sentences said before it
    after: int


class Recogniser:
    """A lexicon made ready: one automaton for the patterns of all its cues."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._numbers: dict[str, int] = {}
        self._cues: dict[int, list[_Ready]] = {}
        for move, cues in lexicon.moves.items():
            for cue in cues:
                self._add(move, cue)
        self._times = self._known(lexicon.times)

    def of_readings(self, readings: Sequence[Reading]) -> tuple[TextMoves, ...]:
        """Return the moves of each sentence of each reading of one script."""
        found = iter(self.of_lines(list(lines_of(readings))))
        return tuple(tuple(next(found) for _ in reading.sentences) for reading in readings)

    def of_lines(self, lines: Sequence[Line]) -> list[tuple[Move, ...]]:
        """Return the moves of sentences that follow one another."""
        heard = list(self._heard(lines))
        drafts = [self._draft(one) for one in heard]
        settled = [self._settled(number, heard, drafts) for number in range(len(heard))]
        return [
            _told(draft, has_time=not self._times.isdisjoint(one.by_part["any"]))
            for one, draft in zip(heard, settled, strict=True)
        ]

    def _add(self, move: MoveName, cue: Cue) -> None:
        ready = _Ready(move, cue, self._known(cue.near), self._known(cue.unless))
        for number in self._known(cue.any):
            self._cues.setdefault(number, []).append(ready)

    def _known(self, patterns: Iterable[str]) -> frozenset[int]:
        return frozenset(
            self._numbers.setdefault(pattern, len(self._numbers)) for pattern in patterns
        )

    @cached_property
    def _automaton(self) -> LineSet:
        terms = self.lexicon.terms
        return LineSet([whole(resolved(pattern, terms)) for pattern in self._numbers])

    def _heard(self, lines: Sequence[Line]) -> Iterator[_Heard]:
        total = sum(bool(line.text) for line in lines)
        before = 0
        for line in lines:
            parts = clauses(line.text)
            by_part = {
                part: frozenset(self._automaton.match(text)) if text else frozenset()
                for part, text in zip(Clauses._fields, parts, strict=True)
            }
            by_part["any"] = frozenset().union(*by_part.values())
            is_question = line.text.rstrip("\"') ").endswith("?")
            yield _Heard(line, parts, by_part, is_question, before, total - before - 1)
            before += bool(line.text)

    def _draft(self, heard: _Heard) -> _Draft:
        """Return what the cues tell of a sentence by itself."""
        found: _Draft = {}
        if not heard.line.text:
            return found
        for move, confidence in _by_line(heard.line.text):
            found[move] = confidence
        for ready in self._met(heard):
            if not ready.cue.beside:
                _raise(found, ready)
        if heard.is_question:
            found["question"] = 0.95
        return found

    def _met(self, heard: _Heard) -> Iterator[_Ready]:
        """Yield the cues that a sentence meets, each once."""
        every = heard.by_part["any"]
        seen: set[int] = set()
        for number in sorted(every):
            for ready in self._cues.get(number, ()):
                cue = ready.cue
                if id(ready) in seen or number not in heard.by_part[cue.part]:
                    continue
                seen.add(id(ready))
                if ready.near and ready.near.isdisjoint(every):
                    continue
                if ready.unless.isdisjoint(every) and _is_placed(cue, heard):
                    yield ready

    def _settled(self, number: int, heard: list[_Heard], drafts: list[_Draft]) -> _Draft:
        """Return the moves of a sentence once its neighbours are known."""
        own, one = dict(drafts[number]), heard[number]
        if not one.line.text:
            return own
        around = set().union(*drafts[max(number - 1, 0) : number + 2])
        stated = own.pop("information", 0.0)
        for ready in self._met(one):
            if ready.cue.beside and not around.isdisjoint(ready.cue.beside):
                _raise(own, ready)
        sure = {move for move, confidence in own.items() if confidence >= LEAST}
        if sure <= _COURTEOUS and stated and (not sure or self._says_more(one, sure)):
            own["information"] = stated
        return own

    def _says_more(self, heard: _Heard, sure: set[MoveName]) -> bool:
        """Return whether a courteous sentence also states something, in a clause of its own."""
        stating = 0
        for clause in heard.parts.main.split(BAR):
            found = self._automaton.match(clause)
            moves = {ready.move for number in found for ready in self._cues.get(number, ())}
            stating += "information" in moves and moves.isdisjoint(sure)
        return stating > 0


def whole(pattern: str) -> str:
    """Return a pattern that matches whole words only; “we” is none in “we'll”."""
    return rf"(?:^|[^\w'])(?:{pattern})(?:$|[^\w']|'(?:$|\W))"


def _by_line(text: str) -> Iterator[tuple[MoveName, float]]:
    if is_greeting(text):
        yield "greeting", _LINE
    elif is_sign_off(text):
        yield "sign-off", _LINE


def _is_placed(cue: Cue, heard: _Heard) -> bool:
    if cue.mood and (cue.mood == "question") != heard.is_question:
        return False
    if cue.at == "opening":
        return heard.before < _NEAR_START
    return cue.at is None or heard.after < _NEAR_END


def _raise(found: _Draft, ready: _Ready) -> None:
    """Make the move of a cue surer, and those that go with it, as of independent witnesses."""
    for move in (ready.move, *ready.cue.also):
        found[move] = 1 - (1 - found.get(move, 0.0)) * (1 - ready.cue.confidence)


def _told(draft: _Draft, *, has_time: bool) -> tuple[Move, ...]:
    return tuple(
        Move(name, round(min(draft[name], 0.99), 2), with_time=has_time)
        for name in MOVES
        if draft.get(name, 0.0) >= LEAST
    )
