"""The words by which moves and moments are known in one language: plain data, read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from protolint.script.move import MoveName
from protolint.text.fold import fold
from protolint.text.lazy import lazy_pattern

Words = tuple[str, ...]
#: Where in a sentence a cue counts: in main clauses, in those beside them (conditions, …), in all.
Part = Literal["main", "aside", "any"]
Place = Literal["opening", "closing"]
Mood = Literal["statement", "question"]

_TERM = lazy_pattern(r"<([a-z][a-z_]*)>")
#: Terms may be made of terms, so deep and no deeper.
_DEEPEST = 6
#: How sure a move is that a brand's own words tell of.
_OWN = 0.9


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """Patterns by which a move is known, and what has to stand around them.

    Patterns are RE2 on folded text, of whole words, and never reach beyond a clause; `^` and `$`
    are the ends of a clause. `<name>` stands for a term of the lexicon.
    """

    any: Annotated[Words, Meta(description="One of these patterns matches.")] = ()
    opens: Annotated[Words, Meta(description="Or one of these words opens a clause.")] = ()
    not_before: Annotated[
        Words, Meta(description="Words before which one of `opens` is no such word.")
    ] = ()
    opens_but: Annotated[
        Words,
        Meta(
            description="Or a word opens a clause that is none of these, nor in -s, -ed, -ing, -ly,"
        ),
    ] = ()
    before: Annotated[Words, Meta(description="and stands before one of these.")] = ()
    near: Annotated[Words, Meta(description="And one of these in the same sentence.")] = ()
    unless: Annotated[Words, Meta(description="And none of these in the same sentence.")] = ()
    part: Annotated[
        Part, Meta(description="Where `any` and `opens` are sought: main clauses, others, all.")
    ] = "main"
    at: Annotated[Place | None, Meta(description="Only near the start or end of a script.")] = None
    mood: Annotated[Mood | None, Meta(description="Only in a statement, or a question.")] = None
    alone: Annotated[bool, Meta(description="Only where the sentence has no other clause.")] = False
    along: Annotated[
        tuple[MoveName, ...], Meta(description="The sentence makes one of these moves as well.")
    ] = ()
    beside: Annotated[
        tuple[MoveName, ...], Meta(description="Or the sentence before or after it makes one.")
    ] = ()
    also: Annotated[tuple[MoveName, ...], Meta(description="Moves that go with it.")] = ()
    confidence: Annotated[float, Meta(gt=0, le=1, description="How sure the move is.")] = 0.8


class MomentCue(msgspec.Struct, frozen=True, kw_only=True):
    """Patterns by which a moment is known from a script, and what keeps it from being that."""

    any: Annotated[Words, Meta(min_length=1, description="One of these patterns matches.")]
    near: Annotated[Words, Meta(description="And one of these in the same sentence.")] = ()
    unless: Annotated[Words, Meta(description="And none of these in the same sentence.")] = ()
    unless_in_script: Annotated[Words, Meta(description="And none of these in the script.")] = ()
    part: Annotated[Part, Meta(description="The part of the sentence that `any` is sought in.")] = (
        "main"
    )
    moves: Annotated[
        tuple[MoveName, ...], Meta(description="The sentence makes one of these.")
    ] = ()
    confidence: Annotated[float, Meta(gt=0, le=1, description="How sure the moment is.")] = 0.8


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """How moves are made in a language. `lexicon` is its BCP 47 tag."""

    lexicon: Annotated[str, Meta(min_length=2, description="The language, as a BCP 47 tag.")]
    about: Annotated[str, Meta(description="What it was made from.")] = ""
    terms: Annotated[
        Mapping[str, str | Words], Meta(description="Parts of patterns, written as <name>.")
    ] = {}
    softly: Annotated[
        Words, Meta(description="Words that may stand before one that opens a clause.")
    ] = ()
    moves: Annotated[
        Mapping[MoveName, tuple[Cue, ...]], Meta(description="The cues of each move.")
    ] = {}
    notes: Annotated[
        tuple[Cue, ...], Meta(description="By what a sentence is known to be meant for agents.")
    ] = ()
    address: Annotated[
        Words, Meta(description="Patterns of words that speak to somebody, as notes do not.")
    ] = ()
    times: Annotated[Words, Meta(description="Patterns that name a time by which.")] = ()
    moments: Annotated[
        Mapping[str, tuple[MomentCue, ...]], Meta(description="The cues of each moment.")
    ] = {}


class TermError(ValueError):
    """A pattern names a term that the lexicon does not have, or that is made of itself."""

    def __init__(self, term: str, message: str) -> None:
        super().__init__(message)
        self.term = term
        self.message = message


def resolved(pattern: str, terms: Mapping[str, str | Words]) -> str:
    """Return a pattern with its terms written out. Raises TermError."""
    return _written_out(pattern, terms, 0)


def widened(lexicon: Lexicon, words: Mapping[MoveName, Words]) -> Lexicon:
    """Return a lexicon in which moves are also known by the given patterns."""
    moves = dict(lexicon.moves)
    for move, patterns in words.items():
        if patterns:
            own = Cue(any=tuple(patterns), part="any", confidence=_OWN)
            moves[move] = (*moves.get(move, ()), own)
    return msgspec.structs.replace(lexicon, moves=moves)


def literal(phrase: str) -> str:
    """Return the pattern of a lexicon that matches just these words, in any case and spacing."""
    return " ".join(re.escape(word) for word in fold(phrase).split())


def _written_out(pattern: str, terms: Mapping[str, str | Words], depth: int) -> str:
    def term(found: re.Match[str]) -> str:
        name = found[1]
        if name not in terms:
            raise TermError(name, f"there is no term <{name}>")
        if depth == _DEEPEST:
            raise TermError(name, f"the term <{name}> is made of itself")
        value = terms[name]
        patterns = (value,) if isinstance(value, str) else value
        return f"(?:{'|'.join(_written_out(own, terms, depth + 1) for own in patterns)})"

    return _TERM.sub(term, pattern)
