"""The moment that a script's own words tell of, where nobody has said it: precision first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from protolint.script import TextMoves
from protolint.text.automaton import Automaton
from protolint.text.clauses import clauses
from protolint.text.lexicon import Lexicon, MomentCue, resolved
from protolint.text.patterns import bounded, places, whole_words
from protolint.text.reading import Reading
from protolint.text.ready import Ready as PatternReady

#: What is less sure than this is not told.
LEAST = 0.7
#: From this confidence on, a sentence makes a move that a cue asks for.
_SURE = 0.7
_SAID = frozenset({"public", "spoken"})


class Moment(NamedTuple):
    """A moment that the words of a script tell of, and how sure that is, from 0 to 1."""

    name: str
    confidence: float


class _Ready(NamedTuple):
    """A cue with its patterns written out."""

    moment: str
    cue: MomentCue
    any: tuple[str, ...]
    near: tuple[str, ...]
    unless: tuple[str, ...]
    unless_in_script: tuple[str, ...]


class MomentReader:
    """The moment cues of a lexicon made ready: one automaton for the patterns that come first."""

    def __init__(self, lexicon: Lexicon, known: Mapping[str, PatternReady] | None = None) -> None:
        self._cues = [
            _ready(name, cue, lexicon) for name, cues in lexicon.moments.items() for cue in cues
        ]
        owners: dict[tuple[str, bool], list[_Ready]] = {}
        for ready in self._cues:
            for pattern in ready.any:
                owners.setdefault((bounded(pattern), False), []).append(ready)
        self._owners = list(owners.values())
        self.patterns = tuple(pattern for pattern, _ in owners)
        self._automaton = Automaton(owners, known)

    def prepare(self) -> None:
        """Make everything that many texts need, so that processes to come share it."""
        self._automaton.prepare()

    def of_readings(
        self, readings: Sequence[Reading], moves: Callable[[], Sequence[TextMoves]]
    ) -> tuple[Moment, ...]:
        """Return the moments of one script, the surest first.

        `moves` says what moves its readings make. It is asked only where a cue wants to know.
        """
        doubts: dict[str, float] = {}
        for ready in self._met(readings, moves):
            doubts[ready.moment] = doubts.get(ready.moment, 1.0) * (1 - ready.cue.confidence)
        found = (Moment(name, round(min(1 - doubt, 0.99), 2)) for name, doubt in doubts.items())
        sure = (moment for moment in found if moment.confidence >= LEAST)
        return tuple(sorted(sure, key=lambda moment: (-moment.confidence, moment.name)))

    def _met(
        self, readings: Sequence[Reading], moves: Callable[[], Sequence[TextMoves]]
    ) -> Iterator[_Ready]:
        """Yield the cues that a script meets, each once."""
        texts = [reading.folded if reading.stretch.kind in _SAID else "" for reading in readings]
        met: set[int] = set()
        for text, pattern, start, end in self._automaton.find(texts, range(len(self._owners))):
            for ready in self._owners[pattern]:
                if id(ready) in met or not whole_words(texts[text], start, end):
                    continue
                if _holds(ready, readings[text], start, texts) and (
                    not ready.cue.moves or _makes(ready, readings[text], start, moves()[text])
                ):
                    met.add(id(ready))
                    yield ready


def _ready(name: str, cue: MomentCue, lexicon: Lexicon) -> _Ready:
    def written(patterns: Sequence[str]) -> tuple[str, ...]:
        return tuple(resolved(pattern, lexicon.terms) for pattern in patterns)

    return _Ready(
        name,
        cue,
        written(cue.any),
        written(cue.near),
        written(cue.unless),
        written(cue.unless_in_script),
    )


def _holds(ready: _Ready, reading: Reading, at: int, texts: Sequence[str]) -> bool:
    """Return whether the words around a match are as its cue asks."""
    start, end = reading.sentences[reading.sentence_at(at)] if reading.sentences else (0, 0)
    sentence = reading.folded[start:end]
    if ready.cue.part != "any" and not _found(ready.any, clauses(sentence).main):
        return False
    return (
        (not ready.near or _found(ready.near, sentence))
        and not _found(ready.unless, sentence)
        and not any(_found(ready.unless_in_script, text) for text in texts)
    )


def _makes(ready: _Ready, reading: Reading, at: int, moves: TextMoves) -> bool:
    number = reading.sentence_at(at)
    made = moves[number] if number < len(moves) else ()
    return any(one.name in ready.cue.moves and one.confidence >= _SURE for one in made)


def _found(patterns: tuple[str, ...], text: str) -> bool:
    return bool(patterns) and any(True for _ in places(patterns, text, whole=True))
