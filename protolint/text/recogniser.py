"""What each sentence of a script does for the customer: the cues of a lexicon at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from protolint.script.move import MOVES, Move, MoveName, TextMoves
from protolint.text.clauses import BAR, Clauses, clauses
from protolint.text.cues import Patterns
from protolint.text.lazy import lazy_pattern
from protolint.text.lead_ins import with_lead_ins
from protolint.text.lexicon import Cue, Lexicon
from protolint.text.lines import Line, is_label, is_name, lines_of
from protolint.text.parts import is_greeting, is_sign_off
from protolint.text.reading import Reading
from protolint.text.ready import Ready

#: What is less sure than this is not told.
LEAST = 0.5
#: Within so many sentences of the first or last one of a script, a cue is near its start or end.
_NEAR_START, _NEAR_END = 3, 5
#: So many notes, and a quarter of all sentences, make a script one for agents.
_MANY = 3
#: How sure a greeting or sign-off is in a line of its own, a question that ends as one, and a name
#: below a closing formula.
_LINE, _QUESTION, _SIGNATURE = 0.98, 0.95, 0.8
#: Beside it a sentence may also state a fact in a clause of its own.
_GREETING: frozenset[MoveName] = frozenset({"greeting"})
#: So many different sentences are kept in memory.
_MOST_KEPT = 20_000
#: A question mark at the end, smileys and the like after it.
_ASKS = lazy_pattern(r"\?[^\w\ue000-\uf8ff]*$")
_NOTE: Literal["note"] = "note"
_Draft = dict[MoveName, float]


class _Ready(NamedTuple):
    """A cue with its patterns as numbers of the automaton: -1 where it has none."""

    move: MoveName | Literal["note"]
    cue: Cue
    near: int
    unless: int


class _Sentence(NamedTuple):
    """A sentence with the families of patterns that are found in its parts."""

    text: str
    parts: Clauses
    by_part: dict[str, frozenset[int]]
    is_question: bool


class _Heard(NamedTuple):
    """A sentence where it stands: how many are said before and after it."""

    line: Line
    read: _Sentence
    before: int
    after: int


class Recogniser:
    """A lexicon made ready: one automaton for the patterns of all its cues."""

    def __init__(self, lexicon: Lexicon, known: Mapping[str, Ready] | None = None) -> None:
        self.lexicon = lexicon
        self._patterns = Patterns(lexicon.terms, lexicon.softly, known)
        self._before: dict[str, _Sentence] = {}
        self._cues: dict[int, list[_Ready]] = {}
        for move, cues in lexicon.moves.items():
            for cue in cues:
                self._add(move, cue)
        for cue in lexicon.notes:
            self._add(_NOTE, cue)
        self._address = self._patterns.add(lexicon.address)
        self._times = self._patterns.add(lexicon.times)

    def prepare(self) -> None:
        """Make everything that many texts need, so that processes to come share it."""
        self._patterns.prepare()

    def of_readings(self, readings: Sequence[Reading]) -> tuple[TextMoves, ...]:
        """Return the moves of each sentence of each reading of one script."""
        found = iter(self.of_lines(list(lines_of(readings))))
        moves = [tuple(next(found) for _ in reading.sentences) for reading in readings]
        return tuple(with_lead_ins(readings, moves))

    def of_lines(self, lines: Sequence[Line]) -> list[tuple[Move, ...]]:
        """Return the moves of sentences that follow one another."""
        heard = list(self._heard(lines))
        met = [list(self._met(one)) for one in heard]
        notes = self._notes(heard, met)
        drafts = [
            {} if notes[number] else _draft(one, met[number]) for number, one in enumerate(heard)
        ]
        found: list[tuple[Move, ...]] = []
        for number, one in enumerate(heard):
            made: tuple[Move, ...] = ()
            if not notes[number] and (met[number] or drafts[number]):
                beside = (*drafts[max(number - 1, 0) : number], *drafts[number + 1 : number + 2])
                settled = self._settled(one, drafts[number], met[number], beside)
                made = _told(settled, has_time=self._times in one.read.by_part["any"])
            found.append(made or _signature(one.line.text, found))
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
            speaks = self._address in one.read.by_part["any"]
            found.append(sure[number] or (beside and not speaks) or _is_label(one.line.text))
        return found

    def _add(self, move: MoveName | Literal["note"], cue: Cue) -> None:
        patterns = self._patterns
        ready = _Ready(move, cue, patterns.add(cue.near), patterns.add(cue.unless))
        for number in (
            patterns.add(cue.any),
            patterns.add_openers(cue.opens, cue.not_before),
            patterns.add_other_openers(cue.opens_but, cue.before),
        ):
            if number >= 0:
                self._cues.setdefault(number, []).append(ready)

    def _heard(self, lines: Sequence[Line]) -> Iterator[_Heard]:
        total = sum(bool(line.text) for line in lines)
        before = 0
        for line in lines:
            yield _Heard(line, self._sentence(line.text), before, total - before - 1)
            before += bool(line.text)

    def _sentence(self, text: str) -> _Sentence:
        """Return what is found in a sentence; many stand in more than one script."""
        if text not in self._before:
            if len(self._before) >= _MOST_KEPT:
                self._before.clear()
            self._before[text] = self._read(text)
        return self._before[text]

    def _read(self, text: str) -> _Sentence:
        parts = clauses(text)
        main, aside = self._patterns.found(parts.main), self._patterns.found(parts.aside)
        by_part = {"main": main, "aside": aside, "any": main | aside}
        return _Sentence(text, parts, by_part, _ASKS.search(text) is not None)

    def _met(self, heard: _Heard) -> Iterator[_Ready]:
        """Yield the cues that a sentence meets by itself, each once."""
        every = heard.read.by_part["any"]
        for number in sorted(every):
            for ready in self._cues.get(number, ()):
                if (
                    number in heard.read.by_part[ready.cue.part]
                    and (ready.near < 0 or ready.near in every)
                    and ready.unless not in every
                    and _is_placed(ready.cue, heard)
                ):
                    yield ready

    def _settled(
        self, heard: _Heard, draft: _Draft, met: Sequence[_Ready], around: Sequence[_Draft]
    ) -> _Draft:
        """Return the moves of a sentence, given those of it and its neighbours by themselves."""
        own = dict(draft)
        stated = own.pop("information", 0.0)
        for ready in met:
            if not _stands_alone(ready.cue) and (
                any(move in beside for beside in around for move in ready.cue.beside)
                or not draft.keys().isdisjoint(ready.cue.along)
            ):
                _raise(own, ready)
        sure = {move for move, confidence in own.items() if confidence >= LEAST}
        if stated and (not sure or (sure == _GREETING and self._says_more(heard, sure))):
            own["information"] = stated
        return own

    def _says_more(self, heard: _Heard, sure: set[MoveName]) -> bool:
        """Return whether a sentence also states something, in a clause of its own."""
        for clause in heard.read.parts.main.split(BAR):
            found = self._patterns.found(clause)
            moves = {ready.move for number in found for ready in self._cues.get(number, ())}
            if "information" in moves and moves.isdisjoint(sure):
                return True
        return False


def _is_label(text: str) -> bool:
    return is_label(text) and not is_sign_off(text)


def _draft(heard: _Heard, met: Iterable[_Ready]) -> _Draft:
    """Return what a sentence does by itself."""
    found: _Draft = {}
    text = heard.line.text
    if not text:
        return found
    if is_greeting(text):
        found["greeting"] = _LINE
    elif heard.line.signs or is_sign_off(text):
        found["sign-off"] = _LINE
    for ready in met:
        if _stands_alone(ready.cue):
            _raise(found, ready)
    if heard.read.is_question:
        found["question"] = _QUESTION
    if "sign-off" in found and text.rstrip().endswith(","):
        found.pop("thanks", None)  # “Thanks,” above a name only closes
    return found


def _stands_alone(cue: Cue) -> bool:
    """Return whether a cue asks for no other move."""
    return not (cue.along or cue.beside)


def _signature(text: str, before: Sequence[tuple[Move, ...]]) -> tuple[Move, ...]:
    """Return the sign-off that a name makes, or a team, below a closing formula."""
    signs = bool(before) and any(move.name == "sign-off" for move in before[-1])
    if not (signs and text and is_name(text)):
        return ()
    return (Move("sign-off", _SIGNATURE),)


def _is_placed(cue: Cue, heard: _Heard) -> bool:
    if cue.alone and BAR in heard.read.parts.main:
        return False
    if cue.mood and (cue.mood == "question") != heard.read.is_question:
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
    sure = (name for name, confidence in draft.items() if confidence >= LEAST)
    return tuple(
        Move(name, round(min(draft[name], 0.99), 2), with_time=has_time)
        for name in sorted(sure, key=MOVES.index)
    )
