"""The moves of sentences that are given one by one, as `protolint.moves` recognises them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from protolint import folder
from protolint.linting.gates import speaks
from protolint.rulebook.loading import rulebook
from protolint.script import Move, Settings, Source
from protolint.text.reading import Reading
from protolint.text.recogniser import Recogniser


def moves_of(sentences: Iterable[str], locale: str) -> list[list[Move]]:
    """Return the moves of sentences that follow one another; see `protolint.moves`."""
    own = recogniser(locale)
    reader = folder.load("protolint.readers", "markdown")
    owners: list[int] = []
    readings: list[Reading] = []
    given = list(sentences)
    for number, sentence in enumerate(given):
        for script in reader.read(Source("sentence.md", sentence), Settings()).scripts:
            texts = [Reading(stretch) for stretch in script.stretches]
            readings.extend(texts)
            owners.extend([number] * len(texts))
    found: list[dict[str, Move]] = [{} for _ in given]
    for owner, text in zip(owners, own.of_readings(readings), strict=True):
        for move in (move for sentence in text for move in sentence):
            known = found[owner].get(move.name)
            if known is None or known.confidence < move.confidence:
                found[owner][move.name] = move
    return [list(moves.values()) for moves in found]


@cache
def recogniser(locale: str) -> Recogniser:
    """Return what recognises moves by the lexicon that ships for a locale. Raises LookupError."""
    book = rulebook()
    for lexicon in book.lexicons:
        if speaks((lexicon.lexicon,), locale):
            return Recogniser(lexicon, book.patterns)
    raise LookupError(f"there is no lexicon for “{locale}”, so its moves cannot be recognised")
