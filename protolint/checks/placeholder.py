"""Placeholders that are broken, unknown, or were never filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Hit, Match, Mistake, View
from protolint.checks._damage import (
    damage_inside,
    damage_of_left_over,
    has_encoded_braces,
    left_over,
)
from protolint.checks._foreign import double_braced, foreign
from protolint.checks._slips import bare, meant_by, nearest
from protolint.script import Opaque
from protolint.text.patterns import compile_pattern
from protolint.text.reading import Reading

Fault = Literal[
    "stray-braces", "single-brace", "typographic-quote", "no-break-space", "markup", "escaped",
    "encoded", "unbalanced", "marker", "blank", "no-fallback", "unknown", "two-spellings", "slip",
    "foreign",
]  # fmt: skip

_SAID: dict[str, str] = {
    "stray-braces": "has braces without a partner",
    "single-brace": "has one brace where the others have two",
    "typographic-quote": "has a curly quote inside",
    "no-break-space": "has a no-break space inside",
    "markup": "has markup inside",
    "escaped": "has a backslash inside",
    "encoded": "has encoded braces or quotes",
    "unbalanced": "has no partner",
    "marker": "is a note to fill something in",
    "blank": "is to be filled in by hand",
    "no-fallback": "has no text for when it is empty",
    "unknown": "is not known",
    "two-spellings": "is spelt in two ways",
    "slip": "is spelt like no known name, and much like one",
    "foreign": "is written as another tool writes it",
}
#: The kinds of opaque tokens that stand for something else.
_TOKENS = frozenset({"placeholder", "blank", "marker"})
#: What can only be wrong with the name of a whole placeholder.
_OF_NAMES = frozenset({"no-fallback", "unknown", "two-spellings", "slip"})
#: What is only looked for where a rule asks for it: to hold names against known ones takes long.
_OF_KNOWN = ("slip", "unknown")


class Check(Base, frozen=True, kw_only=True):
    """Finds faults of placeholders, each kind by its name in `of`.

    Messages may name {placeholder}, as it is written; {fault}, what is wrong with it as the end of
    a sentence (“has a curly quote inside”); {name}, its bare name; and {meant}, a known name
    that is much like it.
    """

    values: ClassVar[tuple[str, ...]] = ("placeholder", "fault", "name", "meant")

    of: Annotated[
        tuple[Fault, ...], Meta(min_length=1, description="What to look for; see {fault}.")
    ]
    names: Annotated[
        tuple[str, ...],
        Meta(description="Only placeholders whose whole name matches one of these patterns."),
    ] = ()
    known: Annotated[
        tuple[str, ...],
        Meta(description="For `unknown`: patterns of names that are filled; for `slip`: names."),
    ] = ()

    @property
    def always(self) -> bool:
        """Placeholders are looked for in every script."""
        return True

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Wherever a placeholder may be shown."""
        return ("public", "spoken", "heading", "subject", "button")

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns of names."""
        for option in ("names", "known"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern

    def mistakes(self) -> Iterator[Mistake]:
        """Yield a search for unknown names where none is known, and the reverse."""
        if bool(self.known) != (not {"unknown", "slip"}.isdisjoint(self.of)):
            yield Mistake("known", "`known` needs `unknown` or `slip`, and each of them `known`")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the faults in the order of the text; tags without a partner come last."""
        names_only = bool(self.names or self.known) and _OF_NAMES.issuperset(self.of)
        asked = self.of if names_only else tuple(own for own in _OF_KNOWN if own in self.of)
        key = ("placeholder", self.names, self.known, asked)
        if key not in view.memo:
            faults = self._of_names(view) if names_only else self._faults(view)
            view.memo[key] = list(faults)
        seen: set[tuple[int, int]] = set()
        for fault, match in view.memo[key]:
            place = (match.reading, match.start)
            if fault in self.of and (match.span or place not in seen):
                seen.add(place)
                yield match

    def _faults(self, view: View) -> Iterator[tuple[str, Match]]:
        """Yield every fault of a script, whichever the rule is about: its rules share them.

        Names are held against known ones only as the rule asks for it.
        """
        spellings: dict[str, str] = {}
        braced = frozenset(double_braced(view))
        has_marks = not view.characters.isdisjoint("{}%")
        for number, reading in enumerate(view.readings):
            prose = reading.stretch.prose
            if not (has_marks or prose.opaques or prose.links):
                continue
            found = [
                *self._tokens(number, reading, spellings),
                *self._left_over(number, reading, view.script.source.text, braced),
                *_targets(number, reading),
            ]
            yield from sorted(found, key=lambda one: (one[1].start, one[1].end))
        for (number, start, end), raw in foreign(view):
            yield "foreign", Match(number, start, end, _values("foreign", raw))
        for span in view.script.unbalanced:
            raw = view.script.source.text[span.start : span.end]
            yield "unbalanced", Match(0, 0, 0, _values("unbalanced", raw), span=span)

    def _of_names(self, view: View) -> Iterator[tuple[str, Match]]:
        """Yield the faults of whole placeholders alone, for a rule that asks for no others."""
        spellings: dict[str, str] = {}
        for number, reading in enumerate(view.readings):
            if reading.stretch.prose.opaques:
                found = self._tokens(number, reading, spellings)
                yield from sorted(found, key=lambda one: (one[1].start, one[1].end))

    def _tokens(
        self, number: int, reading: Reading, spellings: dict[str, str]
    ) -> Iterator[tuple[str, Match]]:
        for at, opaque in reading.stretch.prose.opaques.items():
            if _is_shown(opaque, reading, at):
                continue
            if opaque.kind in _TOKENS and self._is_meant(opaque.name):
                for fault, meant in self._of_token(opaque, spellings):
                    values = _values(fault, opaque.raw, opaque.name, meant)
                    yield fault, Match(number, at, at + 1, values)

    def _of_token(self, opaque: Opaque, spellings: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the faults of a token, the gravest first, each with the name that is meant."""
        if opaque.kind != "placeholder":
            yield opaque.kind, ""
            return
        inside = damage_inside(opaque)
        if inside:
            yield inside, ""
        meant = meant_by(opaque.name, self.known) if "slip" in self.of else ""
        if meant:
            yield "slip", meant
        if "unknown" in self.of and not _is_named(self.known, opaque.name):
            yield "unknown", nearest(opaque.name, self.known)
        first = spellings.setdefault(bare(opaque.name), opaque.name)
        if first != opaque.name:
            yield "two-spellings", first
        if not opaque.has_fallback:
            yield "no-fallback", ""

    def _left_over(
        self, number: int, reading: Reading, source: str, braced: frozenset[str]
    ) -> Iterator[tuple[str, Match]]:
        for start, end, how in left_over(reading.text):
            span = reading.stretch.prose.span(start, end)
            raw = source[span.start : span.end]
            name = reading.text[start:end].strip("{}% ")
            fault = damage_of_left_over(how, raw)
            if fault == "single-brace" and not _is_slip(name, braced):
                continue
            if fault and self._is_meant(name):
                yield fault, Match(number, start, end, _values(fault, raw, name))

    def _is_meant(self, name: str) -> bool:
        return not self.names or _is_named(self.names, name)


def _targets(number: int, reading: Reading) -> Iterator[tuple[str, Match]]:
    for link in reading.stretch.prose.links:
        if has_encoded_braces(link.target):
            values = _values("encoded", link.target)
            yield "encoded", Match(number, link.start, link.end, values, span=link.span)


def _values(fault: str, raw: str, name: str = "", meant: str = "") -> dict[str, str]:
    return {"placeholder": raw, "fault": _SAID[fault], "name": name, "meant": meant}


def _is_named(patterns: tuple[str, ...], name: str) -> bool:
    return any(compile_pattern(pattern, case=True).fullmatch(name) for pattern in patterns)


def _is_slip(name: str, braced: frozenset[str]) -> bool:
    """Return whether `{name}` was most likely meant as `{{name}}`.

    Many libraries fill single braces. It is a slip where the script fills the same name, or any
    dotted name, with two.
    """
    return name in braced or ("." in name and bool(braced))


def _is_shown(opaque: Opaque, reading: Reading, at: int) -> bool:
    """Return whether a marker is there to be seen: escaped, and inside quotes."""
    if opaque.kind != "marker" or "\\_" not in opaque.raw:
        return False
    return reading.folded[:at].count('"') % 2 == 1 and '"' in reading.folded[at:]
