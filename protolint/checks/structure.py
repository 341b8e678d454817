"""The parts of a script: what it has to say, what it must not, in which order and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Annotated, ClassVar, Literal, NamedTuple

import msgspec
from msgspec import Meta

from protolint.checks import _check
from protolint.checks._check import Fault, Hit, Match, Mistake, View
from protolint.checks._order import Order, Said
from protolint.checks._places import leftmost_longest
from protolint.text.patterns import whole_place


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that a script says, and where and how often it may."""

    name: Annotated[str, Meta(min_length=1, description="What messages and `order` call it.")]
    any: Annotated[
        tuple[str, ...], Meta(min_length=1, description="Patterns by which it is known.")
    ]
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


class _Found(NamedTuple):
    match: Match
    said: Said


class Check(_check.Check, frozen=True, kw_only=True):
    """Finds parts that are missing, forbidden, said too often, in the wrong place or order.

    What is missing stands where it belongs. Messages may name {part}, {fault}, the end of a
    sentence about it (“is missing”, “comes after the refusal”), {parts}, all that were asked for,
    {missing}, and {count}, how many were found.
    """

    fault: ClassVar[Fault] = "structure"
    values: ClassVar[tuple[str, ...]] = ("part", "fault", "parts", "missing", "count")

    parts: Annotated[tuple[Part, ...], Meta(min_length=1, description="What is looked for.")]
    order: Annotated[
        tuple[str, ...], Meta(description="Names of parts in the order in which they come.")
    ] = ()
    at_least: Annotated[
        int | None, Meta(description="How many of the parts have to be there, whichever.")
    ] = None
    when: Annotated[
        tuple[str, ...], Meta(description="Only scripts in which one of these patterns matches.")
    ] = ()
    unless: Annotated[
        tuple[str, ...], Meta(description="No script in which one of these patterns matches.")
    ] = ()
    min_sentences: Annotated[
        int, Meta(ge=0, description="Only scripts of so many sentences, greeting left out.")
    ] = 0
    whole_words: Annotated[
        bool, Meta(description="Whether patterns begin and end with a word.")
    ] = True
    case: Annotated[bool, Meta(description="Whether upper and lower case differ.")] = False

    @property
    def always(self) -> bool:
        """Parts may be missing where no pattern matched, unless `when` waits for one."""
        return not self.when and not all(part.is_forbidden for part in self.parts)

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Only what is said is a part."""
        return ("public", "spoken")

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns of `when`, `unless` and all parts."""
        return (*self.when, *self.unless, *(own for part in self.parts for own in part.any))

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield all patterns; those of parts by the name of their part."""
        for option in ("when", "unless"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern
        for part in self.parts:
            for pattern in part.any:
                yield "parts", part.name, pattern

    def mistakes(self) -> Iterator[Mistake]:
        """Yield names that are no part or are twice, and parts that contradict themselves."""
        names = [part.name for part in self.parts]
        for item, name in enumerate(self.order):
            if name not in names:
                known = ", ".join(names)
                yield Mistake("order", f"“{name}” is no part; the parts are {known}", item)
        for item, part in enumerate(self.parts):
            if names.index(part.name) != item:
                yield Mistake("parts", f"there are two parts “{part.name}”; rename one", item)
            if part.is_forbidden and part.at_most is not None:
                yield Mistake(
                    "parts",
                    f"“{part.name}” is forbidden, so `at_most` says nothing; keep one",
                    item,
                )
        if self.at_least is not None and not 0 < self.at_least <= len(names):
            yield Mistake("at_least", f"`at_least` is from 1 to the number of parts, {len(names)}")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield what is wrong with the parts of a script, in the order of `parts`."""
        triggers = self.triggers()
        placed = (self._whole(view, hit, triggers[hit.trigger]) for hit in hits)
        whole = [hit for hit in placed if hit]
        first, second = len(self.when), len(self.when) + len(self.unless)
        is_met = not self.when or any(hit.trigger < first for hit in whole)
        if not is_met or any(first <= hit.trigger < second for hit in whole):
            return
        order = Order(view)
        if len(order.sentences) < self.min_sentences:
            return
        found = self._found(order, whole)
        for part in self.parts:
            yield from self._faults(part, found, order)
        yield from self._too_few(found, order)
        yield from self._out_of_order(found)

    def _whole(self, view: View, hit: Hit, pattern: str) -> Hit | None:
        if not self.whole_words:
            return hit
        text = view.readings[hit.reading].folded
        place = whole_place(pattern, text, hit.start, hit.end, case=self.case)
        return hit._replace(start=place[0], end=place[1]) if place else None

    def _found(self, order: Order, hits: list[Hit]) -> dict[str, list[_Found]]:
        found: dict[str, list[_Found]] = {}
        trigger = len(self.when) + len(self.unless)
        for part in self.parts:
            own = range(trigger, trigger + len(part.any))
            trigger = own.stop
            matches = (Match(hit.reading, hit.start, hit.end) for hit in hits if hit.trigger in own)
            found[part.name] = [
                _Found(match, order.at(match.reading, match.start))
                for match in leftmost_longest(matches)
            ]
        return found

    def _faults(self, part: Part, found: dict[str, list[_Found]], order: Order) -> Iterator[Match]:
        everywhere = found[part.name]
        placed = [own for own in everywhere if _is_placed(part, own.said)]
        if part.is_forbidden:
            for own in placed:
                yield self._match(own.match, part.name, "does not belong here", found)
            return
        sentences = list({own.said: own for own in placed}.values())
        if part.at_most is not None and len(sentences) > part.at_most:
            times = f"comes {len(sentences)} times, and {part.at_most} is enough"
            yield self._match(sentences[part.at_most].match, part.name, times, found)
        if self._is_required(part) and not placed:
            if everywhere:
                yield self._match(everywhere[0].match, part.name, _misplaced(part), found)
            else:
                place = self._where(part, found, order)
                yield self._match(place, part.name, "is missing", found)

    def _is_required(self, part: Part) -> bool:
        if part.presence is None:
            return self.at_least is None
        return part.presence == "required"

    def _too_few(self, found: dict[str, list[_Found]], order: Order) -> Iterator[Match]:
        wanted = [part for part in self.parts if not part.is_forbidden]
        missing = [
            part
            for part in wanted
            if not any(_is_placed(part, own.said) for own in found[part.name])
        ]
        if self.at_least is not None and len(wanted) - len(missing) < self.at_least:
            place = self._where(missing[0], found, order)
            names = ", ".join(part.name for part in missing)
            yield self._match(place, missing[0].name, "is missing", found, names)

    def _out_of_order(self, found: dict[str, list[_Found]]) -> Iterator[Match]:
        present = [name for name in self.order if found.get(name)]
        for before, after in combinations(present, 2):
            first, second = found[before][0].match, found[after][0].match
            if (second.reading, second.start) < (first.reading, first.start):
                yield self._match(second, after, f"comes before the {before}", found)
                return

    def _where(self, part: Part, found: dict[str, list[_Found]], order: Order) -> Match:
        """Return the empty place where a missing part belongs."""
        said = order.sentences
        if not said:
            return Match(0, 0, 0)
        names = [*self.order] if part.name in self.order else [own.name for own in self.parts]
        at = names.index(part.name)
        before = [own.said for name in names[:at] for own in found.get(name, ())[:1]]
        if part.within_first is not None or (at == 0 and part.within_last is None):
            return Match(said[0].reading, said[0].start, said[0].start)
        last = before[-1] if before and part.within_last is None else said[-1]
        return Match(last.reading, last.end, last.end)

    def _match(
        self, place: Match, part: str, fault: str, found: dict[str, list[_Found]], missing: str = ""
    ) -> Match:
        values = {
            "part": part,
            "fault": fault,
            "parts": ", ".join(own.name for own in self.parts if not own.is_forbidden),
            "missing": missing or part,
            "count": str(sum(bool(own) for own in found.values())),
        }
        return msgspec.structs.replace(place, values=values)


def _is_placed(part: Part, said: Said) -> bool:
    early = part.within_first is None or said.before < part.within_first
    return early and (part.within_last is None or said.after < part.within_last)


def _misplaced(part: Part) -> str:
    if part.within_first is not None:
        return f"comes too late: it belongs in the first {_sentences(part.within_first)}"
    return f"comes too early: it belongs in the last {_sentences(part.within_last or 1)}"


def _sentences(number: int) -> str:
    return "sentence" if number == 1 else f"{number} sentences"
