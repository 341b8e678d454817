"""What each sentence of a script does for the customer: the cues of a lexicon at work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from protolint.script.move import MOVES, Move, MoveName, TextMoves
from protolint.text.clauses import BAR, Clauses, clauses
from protolint.text.lexicon import Cue, Lexicon, resolved
from protolint.text.lines import Line, is_label, lines_of
from protolint.text.parts import is_greeting, is_sign_off
from protolint.text.patterns import LineSet
from protolint.text.reading import Reading

#: What is less sure than this is not told.
LEAST = 0.5
#: Within so many sentences of the first or last one of a script, a cue is near its start or end.
_NEAR_START, _NEAR_END = 3, 5
#: So many notes, and a quarter of all sentences, make a script one for agents.
_MANY = 3
#: How sure a greeting or sign-off is in a line of its own, and a question that ends as one.
_LINE, _QUESTION = 0.98, 0.95
#: Moves beside which a sentence may also state a fact in a clause of its own.
_COURTEOUS: frozenset[MoveName] = frozenset({"greeting", "thanks", "apology", "sign-off"})
#: A question mark at the end, smileys and the like after it.
_ASKS = re.compile(r"\?[^\w\ue000-\uf8ff]*$")
_NOTE: Literal["note"] = "note"
_Draft = dict[MoveName, float]


class _Ready(NamedTuple):
    """A cue with its patterns as numbers of the automaton."""

    move: MoveName | Literal["note"]
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
        for cue in lexicon.notes:
            self._add(_NOTE, cue)
        self._address = self._known(lexicon.address)
        self._times = self._known(lexicon.times)

    def of_readings(self, readings: Sequence[Reading]) -> tuple[TextMoves, ...]:
        """Return the moves of each sentence of each reading of one script."""
        found = iter(self.of_lines(list(lines_of(readings))))
        return tuple(tuple(next(found) for _ in reading.sentences) for reading in readings)

    def of_lines(self, lines: Sequence[Line]) -> list[tuple[Move, ...]]:
        """Return the moves of sentences that follow one another."""
        heard = list(self._heard(lines))
        met = [list(self._met(one)) for one in heard]
        notes = self._notes(heard, met)
        drafts = [
            {} if notes[number] else _draft(one, met[number]) for number, one in enumerate(heard)
        ]
        found = []
        for number, one in enumerate(heard):
            around = frozenset().union(
                *drafts[max(number - 1, 0) : number], *drafts[number + 1 : number + 2]
            )
            settled = (
                {} if notes[number] else self._settled(one, drafts[number], met[number], around)
            )
            has_time = not self._times.isdisjoint(one.by_part["any"])
            found.append(_told(settled, has_time=has_time))
        return found

    def _notes(self, heard: Sequence[_Heard], met: Sequence[Sequence[_Ready]]) -> list[bool]:
        """Return which sentences are meant for agents, or are labels.

        What speaks to nobody is a note beside one, and everywhere among many.
        """
        sure = [any(ready.move == _NOTE for ready in own) for own in met]
        many = sum(sure) >= max(_MANY, len(heard) // 4)
        found = []
        for number, one in enumerate(heard):
            beside = many or any(sure[max(number - 1, 0) : number + 2])
            speaks = not self._address.isdisjoint(one.by_part["any"])
            found.append(sure[number] or (beside and not speaks) or is_label(one.line.text))
        return found

    def _add(self, move: MoveName | Literal["note"], cue: Cue) -> None:
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
            is_question = _ASKS.search(line.text) is not None
            yield _Heard(line, parts, by_part, is_question, before, total - before - 1)
            before += bool(line.text)

    def _met(self, heard: _Heard) -> Iterator[_Ready]:
        """Yield the cues that a sentence meets by itself, each once."""
        every = heard.by_part["any"]
        seen: set[int] = set()
        for number in sorted(every):
            for ready in self._cues.get(number, ()):
                if id(ready) in seen or number not in heard.by_part[ready.cue.part]:
                    continue
                seen.add(id(ready))
                if ready.near and ready.near.isdisjoint(every):
                    continue
                if ready.unless.isdisjoint(every) and _is_placed(ready.cue, heard):
                    yield ready

    def _settled(
        self, heard: _Heard, draft: _Draft, met: Sequence[_Ready], around: frozenset[MoveName]
    ) -> _Draft:
        """Return the moves of a sentence, given those of it and its neighbours by themselves."""
        own = dict(draft)
        stated = own.pop("information", 0.0)
        for ready in met:
            if not _stands_alone(ready.cue) and (
                not around.isdisjoint(ready.cue.beside) or not draft.keys().isdisjoint(ready.cue.along)
            ):
                _raise(own, ready)
        sure = {move for move, confidence in own.items() if confidence >= LEAST}
        if (
            sure <= _COURTEOUS
            and "sign-off" not in sure
            and stated
            and (not sure or self._says_more(heard, sure))
        ):
            own["information"] = stated
        return own

    def _says_more(self, heard: _Heard, sure: set[MoveName]) -> bool:
        """Return whether a courteous sentence also states something, in a clause of its own."""
        for clause in heard.parts.main.split(BAR):
            found = self._automaton.match(clause)
            moves = {ready.move for number in found for ready in self._cues.get(number, ())}
            if "information" in moves and moves.isdisjoint(sure):
                return True
        return False


def whole(pattern: str) -> str:
    """Return a pattern that matches whole words only; “we” is none in “we'll”."""
    return rf"(?:^|[^\w'])(?:{pattern})(?:$|[^\w']|'(?:$|\W))"


def _draft(heard: _Heard, met: Iterable[_Ready]) -> _Draft:
    """Return what a sentence does by itself."""
    found: _Draft = {}
    text = heard.line.text
    if not text:
        return found
    if is_greeting(text):
        found["greeting"] = _LINE
    elif is_sign_off(text):
        found["sign-off"] = _LINE
    for ready in met:
        if _stands_alone(ready.cue):
            _raise(found, ready)
    if heard.is_question:
        found["question"] = _QUESTION
    return found


def _stands_alone(cue: Cue) -> bool:
    """Return whether a cue asks for no other move."""
    return not (cue.along or cue.beside)


def _is_placed(cue: Cue, heard: _Heard) -> bool:
    if cue.alone and BAR in heard.parts.main:
        return False
    if cue.mood and (cue.mood == "question") != heard.is_question:
        return False
    if cue.at == "opening":
        return heard.before < _NEAR_START
    return cue.at is None or heard.after < _NEAR_END


def _raise(found: _Draft, ready: _Ready) -> None:
    """Make the move of a cue surer, and those that go with it, as of independent witnesses."""
    for move in (ready.move, *ready.cue.also):
        if move != _NOTE:
            found[move] = 1 - (1 - found.get(move, 0.0)) * (1 - ready.cue.confidence)


def _told(draft: _Draft, *, has_time: bool) -> tuple[Move, ...]:
    return tuple(
        Move(name, round(min(draft[name], 0.99), 2), with_time=has_time)
        for name in MOVES
        if draft.get(name, 0.0) >= LEAST
    )
