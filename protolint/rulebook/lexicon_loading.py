"""A lexicon from its YAML, with everything that is wrong in its patterns."""

from __future__ import annotations

from collections.abc import Iterator

from protolint.placed import guess
from protolint.rulebook import words
from protolint.rulebook.page import Page
from protolint.text.lexicon import Cue, Lexicon, MomentCue, TermError, resolved
from protolint.text.patterns import PatternError, compile_pattern

_Path = tuple[str | int, ...]


def load_lexicon(page: Page) -> Lexicon | None:
    """Return the lexicon that a page holds, None where it is none; its faults become problems."""
    before = len(page.problems)
    lexicon = page.take(page.node, Lexicon)
    if lexicon is None or len(page.problems) > before:
        return lexicon
    for moment in lexicon.moments:
        if moment not in words.MOMENTS:
            place = page.node.at("moments").key(moment)
            page.wrong(place, guess.unknown("moment", moment, words.MOMENTS))
    for path, cue in _cues(lexicon):
        message = _missing(cue) if isinstance(cue, Cue) else ""
        if message:
            page.wrong(page.node.place(*path), message)
    for path, pattern in _patterns(lexicon):
        # A term may match nothing, since it is only a part of patterns.
        message = fault(pattern, lexicon, prefix="x" if path[0] == "terms" else "")
        if message:
            page.wrong(page.node.place(*path), message)
    return lexicon


def _missing(cue: Cue) -> str:
    """Return what a cue needs to find anything, or nothing."""
    if bool(cue.opens_but) != bool(cue.before):
        return "`opens_but` and `before` go together: add the other one"
    is_found = cue.any or cue.opens or cue.opens_but
    return "" if is_found else "a cue says what it looks for: add `any` or `opens`"


def fault(pattern: str, lexicon: Lexicon, *, prefix: str = "") -> str:
    """Return what is wrong with a pattern of a lexicon, or nothing."""
    try:
        compile_pattern(prefix + resolved(pattern, lexicon.terms))
    except TermError as error:
        known = guess.closest(error.term, lexicon.terms)
        meant = f"; did you mean <{known}>?" if known and known != error.term else ""
        return f"the pattern “{guess.shortened(pattern)}”: {error.message}{meant}"
    except PatternError as error:
        return f"the pattern “{guess.shortened(pattern)}”: {error.message}"
    return ""


def _patterns(lexicon: Lexicon) -> Iterator[tuple[_Path, str]]:
    """Yield every pattern of a lexicon with the keys and indices that lead to it."""
    for name, value in lexicon.terms.items():
        if isinstance(value, str):
            yield ("terms", name), value
        else:
            yield from ((("terms", name, item), own) for item, own in enumerate(value))
    for option in ("times", "address"):
        yield from (((option, item), own) for item, own in enumerate(getattr(lexicon, option)))
    for path, cue in _cues(lexicon):
        yield from _of_cue(path, cue)


def _cues(lexicon: Lexicon) -> Iterator[tuple[_Path, Cue | MomentCue]]:
    """Yield every cue of a lexicon with the keys and indices that lead to it."""
    for number, note in enumerate(lexicon.notes):
        yield ("notes", number), note
    for move, cues in lexicon.moves.items():
        yield from ((("moves", move, number), cue) for number, cue in enumerate(cues))
    for moment, signs in lexicon.moments.items():
        yield from ((("moments", moment, number), sign) for number, sign in enumerate(signs))


def _of_cue(path: _Path, cue: Cue | MomentCue) -> Iterator[tuple[_Path, str]]:
    for option in ("any", "near", "unless", "unless_in_script"):
        for item, pattern in enumerate(getattr(cue, option, ())):
            yield (*path, option, item), pattern
