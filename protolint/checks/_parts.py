"""One thing that a script says, and how it is known: by words, moves, placeholders or a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from msgspec import Meta

from protolint import folder
from protolint.checks._check import Check, Hit, Match, View
from protolint.checks._exceptions import Exceptions
from protolint.checks._order import Order, Said
from protolint.checks._places import leftmost_longest
from protolint.script import MOVES, OPAQUE, Move, Opaque
from protolint.text.lazy import lazy_pattern
from protolint.text.patterns import places

#: From this confidence on a move is there as far as it is forbidden, counted or in the wrong place.
#: Any that is told is there as far as it is asked for: to miss what is there is the worse mistake.
SURE = 0.7

_TIMES = {" with time": True, " without time": False}
_HUMP = lazy_pattern(r"(?<=[a-z\d])(?=[A-Z])")
_BETWEEN = lazy_pattern(r"[\W_]+")
_TOKENS = "".join(OPAQUE[kind] for kind in ("placeholder", "blank", "marker"))
#: How tokens are called that are filled with what somebody is called.
_NAMES = (r"\w*names?", "salutation")
#: Placeholders that hold no sentence of their own, whatever stands in them.
_SMALL = (
    "names?", "signatures?", "initials", "logo", "footer", "header", "url", "links?", "button",
    "id", "number", "email", "address", "phone", "date", "time", "amount", "title", "subject",
)  # fmt: skip


class Finder(msgspec.Struct, frozen=True):
    """Another rule, by whose findings a part is known: its check and the options of that."""

    check: str
    given: dict[str, Any] = {}

    @property
    def options(self) -> Check:
        """The check with its options."""
        kind: type[Check] = folder.load("protolint.checks", self.check).Check
        return msgspec.convert(self.given, type=kind)


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One thing that a script says, and where and how often it may."""

    name: Annotated[str, Meta(min_length=1, description="What messages and `order` call it.")]
    any: Annotated[tuple[str, ...], Meta(description="Patterns by which it is known.")] = ()
    moves: Annotated[
        tuple[str, ...],
        Meta(description="Moves by which it is known; “promise with time”, “… without time”."),
    ] = ()
    placeholders: Annotated[
        tuple[str, ...],
        Meta(description="Patterns of words in the names of placeholders that stand for it."),
    ] = ()
    rules: Annotated[
        tuple[Finder, ...], Meta(description="Rules by whose findings it is known.")
    ] = ()
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="Patterns of what it is not: words inside, sentences that so begin."),
    ] = ()
    presence: Annotated[
        Literal["required", "optional", "forbidden"] | None,
        Meta(description="Whether it has to be there: yes if not said, or no with `at_least`."),
    ] = msgspec.field(default=None, name="is")
    at_most: Annotated[
        int | None, Meta(description="In how many sentences it may be said at most.")
    ] = None
    within_first: Annotated[
        int | None, Meta(description="Only the first sentences count, the greeting left out.")
    ] = None
    within_last: Annotated[int | None, Meta(description="Only the last sentences count.")] = None

    @property
    def is_forbidden(self) -> bool:
        """Whether it must not be there."""
        return self.presence == "forbidden"

    @property
    def is_limited(self) -> bool:
        """Whether it may only be said so often, or in some place."""
        limits = (self.at_most, self.within_first, self.within_last)
        return any(limit is not None for limit in limits)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The checks of the rules by which it is known."""
        return tuple(finder.options for finder in self.rules)

    @cached_property
    def borrowed(self) -> tuple[str, ...]:
        """The triggers of the rules by which it is known."""
        return tuple(own for check in self.checks for own in check.triggers())

    @cached_property
    def wanted(self) -> tuple[tuple[str, bool | None], ...]:
        """The moves by which it is known, each with whether it must have a time."""
        return tuple(_move(name) for name in self.moves)

    def unknown_moves(self) -> Iterator[str]:
        """Yield the names among `moves` that are none."""
        yield from (name for name in self.moves if _move(name)[0] not in MOVES)

    def is_placed(self, said: Said) -> bool:
        """Return whether a sentence stands where the part may."""
        early = self.within_first is None or said.before < self.within_first
        return early and (self.within_last is None or said.after < self.within_last)


class Found(NamedTuple):
    """Where a part is, in which sentence, and whether that is sure."""

    match: Match
    said: Said
    is_sure: bool = True


class Places(NamedTuple):
    """Where a part is, in no order: surely, and perhaps."""

    sure: list[Match]
    unsure: list[Match]


def places_of(part: Part, view: View, hits: Sequence[Hit], own: int) -> Places:
    """Return the places by which a part is known.

    `hits` are those of its triggers; from the number `own` on, these are borrowed of other rules.
    """
    sure = [Match(hit.reading, hit.start, hit.end) for hit in hits if hit.trigger < own]
    first = own
    for check in part.checks:
        past = first + len(check.triggers())
        theirs = [
            hit._replace(trigger=hit.trigger - first) for hit in hits if first <= hit.trigger < past
        ]
        sure += [Match(one.reading, one.start, one.end) for one in check.find(view, theirs)]
        first = past
    sure += _placeholders(part, view)
    moves = list(_moves(part, view))
    if part.exceptions:
        fine = Exceptions(part.exceptions, view)
        sure = [one for one in sure if not fine.hold(one, one.end)]
        moves = [own for own in moves if not fine.hold(own[0], own[0].start + 1)]
    sure += [match for match, is_sure in moves if is_sure]
    return Places(sure, [match for match, is_sure in moves if not is_sure])


def found_at(places: Places, order: Order) -> list[Found]:
    """Return where a part is among the sentences of a script, in the order of the text."""
    found = [
        Found(match, order.at(match.reading, match.start), is_sure)
        for matches, is_sure in ((places.sure, True), (places.unsure, False))
        for match in leftmost_longest(matches)
    ]
    return sorted(found, key=lambda one: (one.match.reading, one.match.start))


def _moves(part: Part, view: View) -> Iterator[tuple[Match, bool]]:
    """Yield the sentences that make one of the moves, and whether that is sure."""
    if not part.moves:
        return
    if "moves" not in view.memo:
        view.memo["moves"] = _by_name(view)
    made: dict[tuple[int, int, int], float] = {}
    for name, has_time in part.wanted:
        for place, move in view.memo["moves"].get(name, ()):
            if has_time in (None, move.with_time):
                made[place] = max(move.confidence, made.get(place, 0.0))
    for place in sorted(made):
        yield Match(*place), made[place] >= SURE


def _by_name(view: View) -> dict[str, list[tuple[tuple[int, int, int], Move]]]:
    """Return the moves of a script by name, each with its sentence: (reading, start, end)."""
    found: dict[str, list[tuple[tuple[int, int, int], Move]]] = {}
    for number, (reading, moves) in enumerate(zip(view.readings, view.moves, strict=True)):
        for (start, end), made in zip(reading.sentences, moves, strict=True):
            for move in made:
                found.setdefault(move.name, []).append(((number, start, end), move))
    return found


def _move(name: str) -> tuple[str, bool | None]:
    """Return the move that an item of `moves` names, and whether it has to have a time."""
    for words, has_time in _TIMES.items():
        if name.endswith(words):
            return name.removesuffix(words), has_time
    return name, None


def _placeholders(part: Part, view: View) -> Iterator[Match]:
    if not part.placeholders:
        return
    for number, reading in enumerate(view.readings):
        for at, opaque in reading.stretch.prose.opaques.items():
            if opaque.kind in ("placeholder", "blank", "marker") and is_called(
                opaque, part.placeholders
            ):
                yield Match(number, at, at + 1)


def is_filled_name(view: View, hit: Hit) -> bool:
    """Return whether a hit is a token alone that will be filled with the name of somebody."""
    opaques = view.readings[hit.reading].stretch.prose.opaques
    token = opaques.get(hit.start) if hit.end == hit.start + 1 else None
    return token is not None and is_called(token, _NAMES)


def is_called(opaque: Opaque, patterns: tuple[str, ...]) -> bool:
    """Return whether a pattern matches whole words of a token's name: `date` in `deliveryDate`."""
    spaced = _HUMP.sub(" ", opaque.name or opaque.raw)
    words = " ".join(_BETWEEN.split(spaced)).strip()
    return any(True for _ in places(patterns, words, whole=True))


def may_hold(part: Part, view: View, order: Order) -> bool:
    """Return whether a part may be there unseen: no lexicon knows the language of the script, or a
    whole sentence is filled in later, so that anything may stand there.

    A placeholder that is all there is on the last line is most often a signature.
    """
    if not part.moves:
        return False
    if view.recognise is None:
        return True
    for said in order.sentences:
        prose = view.readings[said.reading].stretch.prose
        text = prose.text[said.start : said.end].strip(" .,:;!*_-–—")
        if not text or text.strip(_TOKENS) or (said.after == 0 and said.before > 0):
            continue
        tokens = (prose.opaques.get(at) for at in range(said.start, said.end))
        if any(token and not is_called(token, _SMALL) for token in tokens):
            return True
    return False
