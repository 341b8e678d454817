"""The parts of a script: what it has to say, what it must not, in which order and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks import _check
from protolint.checks._belonging import Belonging
from protolint.checks._check import Fault, Hit, Match, Mistake, View
from protolint.checks._findings import Findings, Sought
from protolint.checks._order import order_of
from protolint.checks._part_faults import (
    contradictions,
    misplaced,
    missing_on_a_path,
    out_of_order,
    too_often,
)
from protolint.checks._parts import Found, Part, may_hold
from protolint.checks._words import whole_hit
from protolint.text.patterns import merged, places

__all__ = ["Check", "Part"]

#: What may be wrong with a part, or with all of them together.
Sort = Literal["missing", "late", "early", "repeated", "unwanted", "out-of-order", "too-few"]


class Check(_check.Check, frozen=True, kw_only=True, dict=True):
    """Finds parts that are missing, forbidden, said too often, in the wrong place or order.

    What is missing stands where it belongs. Messages may name {part}, {fault}, the end of a
    sentence about it (“is missing”, “comes after the refusal”), {where} it belongs (“after the
    apology”, in a script with steps “on the path” that lacks it), {parts}, all that were asked for,
    {missing}, and {count}, how many were found.
    """

    fault: ClassVar[Fault] = "structure"
    values: ClassVar[tuple[str, ...]] = ("part", "fault", "where", "parts", "missing", "count")

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
    intents: Annotated[
        tuple[str, ...], Meta(description="Scripts with such an intent too, whatever `when` says.")
    ] = ()
    min_sentences: Annotated[
        int, Meta(ge=0, description="Only scripts of so many sentences, greeting left out.")
    ] = 0
    tells: Annotated[
        Sort | None, Meta(description="Only this sort of fault; all of them if not said.")
    ] = None
    of: Annotated[
        str | None, Meta(description="Only faults of the part with this name; of all if not said.")
    ] = None
    whole_words: Annotated[
        bool, Meta(description="Whether patterns begin and end with a word.")
    ] = True
    case: Annotated[bool, Meta(description="Whether upper and lower case differ.")] = False

    @property
    def always(self) -> bool:
        """Parts may be missing where no pattern matched, unless `when` waits for one."""
        by_pattern = all(part.is_forbidden and not part.moves for part in self.parts)
        return (not self.when or bool(self.intents)) and not by_pattern

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Only what is said is a part."""
        return ("public", "spoken")

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns of `when`, `unless` and all parts."""
        return self._triggers

    @cached_property
    def _triggers(self) -> tuple[str, ...]:
        parts = (own for part in self.parts for own in self._triggers_of(part))
        return (*self._merged(self.when), *self._merged(self.unless), *parts)

    def _merged(self, patterns: tuple[str, ...]) -> tuple[str, ...]:
        return merged(patterns, whole=self.whole_words)

    def _triggers_of(self, part: Part) -> tuple[str, ...]:
        """Return the patterns whose matches a part is known by, its own first."""
        return (*self._merged(part.any), *part.borrowed)

    @cached_property
    def _shared(self) -> str:
        """What rules about several parts of one protocol have in common."""
        gates = (self.when, self.unless, self.intents, self.min_sentences)
        return repr((gates, self.parts, self.whole_words, self.case))

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield all patterns; those of parts by the name of their part."""
        for option in ("when", "unless", "intents"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern
        for part in self.parts:
            for pattern in (*part.any, *part.placeholders, *part.exceptions):
                yield "parts", part.name, pattern

    def mistakes(self) -> Iterator[Mistake]:
        """Yield names that are no part or are twice, and parts that contradict themselves."""
        names = [part.name for part in self.parts]
        named = [("order", item, name) for item, name in enumerate(self.order)]
        for option, item, name in (*named, *([("of", None, self.of)] if self.of else ())):
            if name not in names:
                known = ", ".join(names)
                yield Mistake(option, f"“{name}” is no part; the parts are {known}", item)
        for item, part in enumerate(self.parts):
            if names.index(part.name) != item:
                yield Mistake("parts", f"there are two parts “{part.name}”; rename one", item)
            for message in contradictions(part):
                yield Mistake("parts", message, item)
        if self.at_least is not None and not 0 < self.at_least <= len(names):
            yield Mistake("at_least", f"`at_least` is from 1 to the number of parts, {len(names)}")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield what is wrong with the parts of a script, in the order of `parts`."""
        key = ("structure", self._shared)
        if key not in view.memo:
            view.memo[key] = self._looked_at(view, hits)
        found: Findings | None = view.memo[key]
        if found is None:
            return
        belonging = Belonging(self.parts, self.order, found)
        for part in self.parts:
            if self.of in (None, part.name) and not self._is_surely_right(part, found, view):
                yield from self._faults(part, belonging, view)
        if self.at_least is not None and self.tells in (None, "too-few"):
            yield from self._too_few(self.at_least, belonging)
        if self.order and self.tells in (None, "out-of-order"):
            yield from out_of_order(self.order, belonging, view)

    def _looked_at(self, view: View, hits: Sequence[Hit]) -> Findings | None:
        """Return what tells where the parts of a script are; None where it need not have them."""
        first, second = self._gates
        if not (self._is_meant(view) or self._is_any_whole(view, hits, 0, first)):
            return None
        if self.unless and self._is_any_whole(view, hits, first, second):
            return None
        order = order_of(view)
        if self.min_sentences and len(order.sentences) < self.min_sentences:
            return None
        sought = (
            Sought(part, [hit for hit in hits if start <= hit.trigger < past], own)
            for part, start, own, past in self._ranges
        )
        return Findings(view, order, sought, partial(self._whole, view))

    def _is_meant(self, view: View) -> bool:
        """Return whether a script is one of these, whatever its words are."""
        intent = (view.script.metadata.intent or "").replace("-", " ").replace("_", " ")
        if self.intents and any(True for _ in places(self.intents, intent, whole=True)):
            return True
        return not (self.when or self.intents)

    @cached_property
    def _gates(self) -> tuple[int, int]:
        """The numbers of the first trigger after those of `when`, and after those of `unless`."""
        first = len(self._merged(self.when))
        return first, first + len(self._merged(self.unless))

    @cached_property
    def _ranges(self) -> list[tuple[Part, int, int, int]]:
        """Of each part the first trigger, the first that is borrowed, and the first of the next."""
        ranges: list[tuple[Part, int, int, int]] = []
        _, start = self._gates
        for part in self.parts:
            own, past = start + len(self._merged(part.any)), start + len(self._triggers_of(part))
            ranges.append((part, start, own, past))
            start = past
        return ranges

    def _is_any_whole(self, view: View, hits: Sequence[Hit], first: int, past: int) -> bool:
        """Return whether one of some triggers, by their numbers, matches whole words."""
        return any(self._whole(view, hit) for hit in hits if first <= hit.trigger < past)

    def _whole(self, view: View, hit: Hit) -> Hit | None:
        if not self.whole_words:
            return hit
        text, pattern = view.readings[hit.reading].folded, self._triggers[hit.trigger]
        return whole_hit(hit, pattern, text, case=self.case)

    def _is_surely_right(self, part: Part, found: Findings, view: View) -> bool:
        """Return whether a part can have no fault that is told, since it is somewhere."""
        is_only_asked_for = self.tells == "missing" or not part.is_limited
        if part.is_forbidden or view.script.graph or not is_only_asked_for:
            return False
        return found.is_there(part.name)

    def _faults(self, part: Part, belonging: Belonging, view: View) -> Iterator[Match]:
        everywhere = belonging.found[part.name]
        placed = [own for own in everywhere if part.is_placed(own.said)]
        sure = [own for own in placed if own.is_sure]
        if part.is_forbidden:
            if self.tells in (None, "unwanted"):
                for own in sure:
                    yield belonging.match(part, "does not belong here", own.match)
            return
        if self.tells in (None, "repeated") and not view.script.graph:
            yield from too_often(part, sure, belonging)
        if self._is_required(part) and not placed:
            yield from self._absent(part, everywhere, belonging, view)
        elif self._is_required(part) and view.script.graph and self.tells in (None, "missing"):
            yield from missing_on_a_path(part, placed, belonging, view)

    def _absent(
        self, part: Part, elsewhere: list[Found], belonging: Belonging, view: View
    ) -> Iterator[Match]:
        """Yield that a part is not where it has to be: elsewhere, or nowhere."""
        sort, fault = misplaced(part) if elsewhere else ("missing", "is missing")
        if self.tells not in (None, sort):
            return
        if elsewhere:
            for own in [own for own in elsewhere if own.is_sure][:1]:
                yield belonging.match(part, fault, own.match)
        elif not may_hold(part, view, belonging.found.order):
            yield belonging.match(part, fault)

    def _is_required(self, part: Part) -> bool:
        if part.presence is None:
            return self.at_least is None
        return part.presence == "required"

    def _too_few(self, least: int, belonging: Belonging) -> Iterator[Match]:
        wanted = [part for part in self.parts if not part.is_forbidden]
        missing = [
            part
            for part in wanted
            if not any(part.is_placed(own.said) for own in belonging.found[part.name])
        ]
        if len(wanted) - len(missing) < least:
            names = ", ".join(part.name for part in missing)
            yield belonging.match(missing[0], "is missing", missing=names)
