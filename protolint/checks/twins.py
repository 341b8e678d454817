"""Scripts in two languages that differ in what no translation changes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, ClassVar, Literal, NamedTuple

from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import Fact, LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told
from protolint.text.figures import SPOKEN

_MOST_NAMED = 4
#: How many of one length of time make a longer one: 48 hours are two days, 14 days two weeks.
_TIMES = (7, 12, 24, 60)
#: Numbers that are said as one of something larger: 24 hours, 7 days, 12 months.
_ONE_OF_MORE = frozenset(["7", "12", "14", "24", "30", "60", "90"])


class Twins(NamedTuple):
    """A script, the one in another language that it is held against, and how they differ.

    `only` is what stands in the first alone, each as shown and with its place; `missing` is what
    only the other has.
    """

    script: Told
    other: Told
    only: list[tuple[str, Fact]]
    missing: list[tuple[str, Fact]]


class Check(Across, frozen=True, kw_only=True):
    """Finds scripts with other placeholders, links or numbers than their twin in another language.

    Twins have one path but for the language, one id, or one intent and channel that no other script
    of their language has. What most of them say counts. Messages may name {difference}, {file}
    (the twin) and {locale}, its language.
    """

    values: ClassVar[tuple[str, ...]] = ("difference", "file", "locale")

    of: Annotated[
        Literal["placeholders", "links", "numbers"], Meta(description="What has to be the same.")
    ]

    @property
    def reads(self) -> tuple[str, ...]:
        """Whose twin each script is, and what is to be the same in both."""
        return ("script", _KIND[self.of])

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield each script that differs from its twin in the language that is translated."""
        differ = _DIFFER[self.of]
        for family in _families(told(library)):
            for twins in _odd_ones(family, differ):
                yield _match(twins)


def _families(scripts: Sequence[Told]) -> Iterator[list[Told]]:
    """Yield the scripts that are one in several languages, English or the commonest one first."""
    locales = [own.locale for own in scripts]
    if len(set(locales)) < 2:
        return
    common = {own: locales.count(own) for own in set(locales)}
    taken: set[int] = set()
    for key_of in _KEYS:
        groups: dict[object, dict[str, list[Told]]] = {}
        for own in scripts:
            key = key_of(own)
            if key is not None and id(own) not in taken:
                groups.setdefault(key, {}).setdefault(own.locale, []).append(own)
        for by_locale in groups.values():
            if len(by_locale) > 1 and all(len(same) == 1 for same in by_locale.values()):
                order = sorted(by_locale, key=lambda own: (own[:2] != "en", -common[own], own))
                family = [by_locale[locale][0] for locale in order]
                taken.update(map(id, family))
                yield family


def _by_path(own: Told) -> object | None:
    return own.facts.channels, own.head.value["twins"][-1]


def _by_id(own: Told) -> object | None:
    names = own.head.value["twins"]
    return (own.facts.channels, names[0]) if len(names) > 1 else None


def _by_intent(own: Told) -> object | None:
    return (own.facts.channels, own.intent) if own.intent else None


_KEYS = (_by_path, _by_id, _by_intent)
#: Returns what the first script alone has; each as shown, with its place.
Differ = Callable[[Told, Told], list[tuple[str, Fact]]]


def _odd_ones(family: Sequence[Told], differ: Differ) -> Iterator[Twins]:
    """Yield the scripts that are unlike the others; of two the one that is not the original."""
    found = [_compared(own, family[0], differ) for own in family[1:]]
    off = [one for one in found if one.only or one.missing]
    if len(off) > 1 and len(off) == len(found) and not _differ_at_all(family[1:], differ):
        yield _compared(family[0], family[1], differ)
    else:
        yield from off


def _differ_at_all(scripts: Sequence[Told], differ: Differ) -> bool:
    return any(differ(scripts[0], own) or differ(own, scripts[0]) for own in scripts[1:])


def _compared(script: Told, other: Told, differ: Differ) -> Twins:
    return Twins(script, other, differ(script, other), differ(other, script))


def _match(twins: Twins) -> LibraryMatch:
    script, other = twins.script, twins.other
    parts = []
    if twins.missing:
        parts.append(f"{_named(twins.missing)} is missing")
    if twins.only:
        parts.append(f"{_named(twins.only)} is only here")
    values = {
        "difference": ", and ".join(parts),
        "file": other.facts.path,
        "locale": other.locale,
    }
    fact = twins.only[0][1] if twins.only else script.head
    there = twins.missing[0][1] if twins.missing else other.head
    return LibraryMatch(script.facts, fact, values, ((other.facts, there),))


def _named(found: Sequence[tuple[str, Fact]]) -> str:
    names = list(dict.fromkeys(name for name, _ in found))
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    return f"{shown} …" if len(names) > _MOST_NAMED else shown


def _placeholders(one: Told, other: Told) -> list[tuple[str, Fact]]:
    known = {fact.value for fact in other.of("placeholder")}
    return [(fact.excerpt, fact) for fact in one.of("placeholder") if fact.value not in known]


def _links(one: Told, other: Told) -> list[tuple[str, Fact]]:
    """Return the links that lead elsewhere; the address of a translated page is another one."""
    if one.locale[:2] == other.locale[:2]:
        return []
    there = [_bare(fact.value, other.locale) for fact in other.of("link")]
    known = {bare for bare, _ in there}
    free = [bare.partition("/")[0] for bare, has_language in there if has_language]
    found = []
    for fact in one.of("link"):
        bare, has_language = _bare(fact.value, one.locale)
        if bare in known:
            continue
        host = bare.partition("/")[0]
        if has_language and host in free:
            free.remove(host)
            continue
        found.append((fact.value, fact))
    return found


def _bare(target: str, locale: str) -> tuple[str, bool]:
    """Return an address without what names the language, and whether anything did."""
    own = {locale, locale.replace("-", "_"), locale[:2], locale[3:5] or locale[:2]}
    host, _, path = target.partition("/")
    *labels, last = host.split(".")
    kept = [label for label in labels if label not in own]
    parts = path.split("/")
    left = [part for part in parts if part.lower() not in own]
    has_language = last in own or len(kept) < len(labels) or len(left) < len(parts)
    return "/".join([".".join(kept), *left]).rstrip("/"), has_language


def _numbers(one: Told, other: Told) -> list[tuple[str, Fact]]:
    """Return the numbers that only one has; a word counts where the other has a word too."""
    if one.locale[:2] == other.locale[:2]:
        return []
    ours, theirs = _unmatched(_left(one, other), _left(other, one))
    written = [own for own in ours if not own[1].value[1]]
    signs = {own[1].value[2] for own in (*ours, *theirs)} & {"£", "$", "€", "¥", "₹"}
    if len(signs) > 1:  # each country has its own prices
        written = [own for own in written if own[1].value[2] not in signs]
    if not theirs:
        written = [own for own in written if not _may_be_said(own[1], other)]
    written = [own for own in written if not _is_local(own[1], [fact for _, fact in theirs])]
    return written or ([own for own in ours if own[1].value[1]] if theirs else [])


def _unmatched(
    ours: list[tuple[str, Fact]], theirs: list[tuple[str, Fact]]
) -> tuple[list[tuple[str, Fact]], list[tuple[str, Fact]]]:
    """Return what is left when 48 (hours) on one side and two (days) on the other are one."""
    for own in list(ours):
        for other in list(theirs):
            low, high = sorted(map(_number, (own[1].value[0], other[1].value[0])))
            if low and high / low in _TIMES:
                ours = [kept for kept in ours if kept is not own]
                theirs = [kept for kept in theirs if kept is not other]
    return ours, theirs


def _number(value: str) -> float:
    return float(value) if re.fullmatch(r"\d+(?:\.\d+)?", value) else 0.0


def _left(one: Told, other: Told) -> list[tuple[str, Fact]]:
    known = {fact.value[0] for fact in other.of("figure")}
    return [(fact.excerpt, fact) for fact in one.of("figure") if fact.value[0] not in known]


def _is_local(fact: Fact, others: Sequence[Fact]) -> bool:
    """Return whether a telephone number is another one altogether than those of the twin.

    One with a slip is as long as the right one, and has half of its digits in the same place.
    """
    value, _, sign = fact.value
    phones = [other.value[0] for other in others if other.value[2] == "phone"]
    return sign == "phone" and bool(phones) and not any(_is_slip(value, own) for own in phones)


def _is_slip(one: str, other: str) -> bool:
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and 2 * same >= len(one)


def _may_be_said(fact: Fact, other: Told) -> bool:
    """Return whether a number can stand in the other language in words that nobody knows here."""
    value = fact.value[0]
    is_small = bool(re.fullmatch(r"1?\d|20", value)) and other.locale[:2] not in SPOKEN
    return value in _ONE_OF_MORE or is_small


_DIFFER: dict[str, Differ] = {
    "placeholders": _placeholders, "links": _links, "numbers": _numbers,
}  # fmt: skip
#: The kind of facts that each of them is held against.
_KIND = {"placeholders": "placeholder", "links": "link", "numbers": "figure"}
