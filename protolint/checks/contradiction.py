"""Scripts for one intent that state different times, amounts, numbers, links or conditions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import Fact, LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told
from protolint.text.subjects import stems, topic_of

_MOST_RELATED = 4
#: Where scripts claim more than this about one thing, it is not one thing.
_MOST_CLAIMS = 300
_MOST_SHOWN = 60
#: The part of a path that names a language or a country.
_LANGUAGE = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2})?(?=/|$)", re.IGNORECASE)


class Said(NamedTuple):
    """A claim as it is compared: who makes it, where, of what sort, its value and subject."""

    script: Told
    fact: Fact
    sort: str
    value: tuple[Any, ...]
    topic: str
    kinds: tuple[str, ...]
    stems: frozenset[str]


class Check(Across, frozen=True, kw_only=True):
    """Finds scripts that state another time, amount, number, link or condition for one intent.

    Scripts are held against each other that have one intent, or no intent and one name, in one
    language. What most of them state counts, and the others are shown. Messages may name {match},
    {other}, {file} (where the other stands) and {topic}.
    """

    values: ClassVar[tuple[str, ...]] = ("other", "file", "topic")

    of: Annotated[
        Literal["times", "amounts", "phones", "links", "conditions"],
        Meta(description="What is held against each other."),
    ]

    @property
    def reads(self) -> tuple[str, ...]:
        """What each script claims."""
        return ("script", "claim")

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield the claims that fewer scripts make than the claim they are at odds with."""
        for said in _slots(self.of, told(library)).values():
            yield from _at_odds(said)


def _slots(of: str, scripts: Sequence[Told]) -> dict[tuple[Any, ...], list[Said]]:
    """Return what scripts claim of a kind, by what two have in common that are compared."""
    slots: dict[tuple[Any, ...], list[Said]] = {}
    for script in scripts:
        if script.topic:
            for fact in script.of("claim"):
                if fact.value[0] == of:
                    said = _said(script, fact)
                    key = (script.topic, script.locale, said.sort, said.topic, said.kinds)
                    slots.setdefault(key, []).append(said)
    return slots


def _said(script: Told, fact: Fact) -> Said:
    _, sort, value, topic, kinds, stems = fact.value
    if sort in ("span", "money", "date", "clock"):
        topic = topic or topic_of(script.topic)
    elif sort != "count":
        topic = ""
    if sort == "money":
        *value, side = value
        topic = f"{topic} {side}"
    return Said(script, fact, sort, tuple(value), topic, tuple(kinds), frozenset(stems))


def _at_odds(slot: Sequence[Said]) -> Iterator[LibraryMatch]:
    """Yield each claim that another value of the same thing outdoes, once for each script.

    A value outdoes others where at least half of the scripts state it. Where none does, scripts
    speak of several things, and nothing can be said.
    """
    if len({said.value for said in slot}) < 2 or len(slot) > _MOST_CLAIMS:
        return
    known = _SAME[slot[0].sort]
    told_of: set[tuple[Any, ...]] = set()
    for said in slot:
        key = (said.value, *_maker(said))
        if key not in told_of:
            told_of.add(key)
            usual = _usual(said, [own for own in slot if own is said or known(said, own)])
            if not usual and said.sort == "link":
                usual = _usual_link(said, slot)
            if usual:
                yield _match(said, usual)


def _usual(said: Said, same: Sequence[Said]) -> list[Said]:
    """Return the claims with the value that outdoes another claim; none where no value does."""
    by_value: dict[tuple[Any, ...], list[Said]] = {}
    for own in same:
        by_value.setdefault(own.value, []).append(own)
    makers = {value: _makers(own) for value, own in by_value.items()}
    usual = min(by_value, key=lambda own: (-len(makers[own]), min(makers[own])))
    if 2 * len(makers[usual]) < len(_makers(same)) or _maker(said) in makers[usual]:
        return []
    return [own for own in by_value[usual] if _maker(own) not in makers[said.value]]


def _usual_link(said: Said, slot: Sequence[Said]) -> list[Said]:
    """Return the link that several scripts have where this one has another, and no third."""
    maker = _maker(said)
    if any(_maker(own) == maker and own.value != said.value for own in slot):
        return []
    usual = _usual(said, [own for own in slot if own is said or _is_beside(said, own)])
    return usual if len(_makers(usual)) > 1 else []


def _is_beside(one: Said, other: Said) -> bool:
    """Return whether two links lead to pages of one site that can be for one thing.

    Neither lies below the other, and their paths share a word, or a sentence says nothing of one.
    """
    own, given = str(one.value[0]), str(other.value[0])
    is_one_site = own.partition("/")[0] == given.partition("/")[0]
    says_little = not (one.stems and other.stems)
    return (
        is_one_site
        and not _is_below(own, given)
        and (says_little or bool(_page(own) & _page(given)))
    )


def _page(target: str) -> frozenset[str]:
    """Return the words in the path of an address."""
    return frozenset(stems(target.partition("/")[2].replace("-", " ").replace("_", " ")))


def _maker(said: Said) -> tuple[str, str, str]:
    own = said.script.facts
    return own.path, own.script, own.version


def _makers(said: Sequence[Said]) -> frozenset[tuple[str, str, str]]:
    return frozenset(map(_maker, said))


def _match(said: Said, against: Sequence[Said]) -> LibraryMatch:
    same = [other for other in against if other.value == against[0].value]
    first = max(same, key=lambda other: (len(other.stems & said.stems), -same.index(other)))
    others = {_maker(other): other for other in (first, *same)}
    values = {
        "match": _shown(said),
        "other": _shown(first),
        "file": first.script.facts.path,
        "topic": said.script.topic,
    }
    related = tuple((own.script.facts, own.fact) for own in others.values())[:_MOST_RELATED]
    return LibraryMatch(said.script.facts, said.fact, values, related)


def _shown(said: Said) -> str:
    is_link = said.sort in ("link", "address")
    plain = str(said.value[0]) if is_link else " ".join(said.fact.excerpt.split())
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[: _MOST_SHOWN - 1].rstrip()}…"


def _always(one: Said, other: Said) -> bool:
    return True


def _known_topic(one: Said, other: Said) -> bool:
    """Return whether two claims name one topic, or share a word where they name none."""
    if one.topic.strip():
        return True
    return bool(one.stems & other.stems) or not (one.stems and other.stems)


def _shares_a_word(one: Said, other: Said) -> bool:
    return bool(one.stems & other.stems)


def _same_money(one: Said, other: Said) -> bool:
    """Return whether two amounts are of one currency, or one of them is free."""
    units = {one.value[1], other.value[1]}
    if len(units - {""}) > 1 or not _known_topic(one, other):
        return False
    return one.topic.strip() not in ("", "least", "most") or _shares_a_word(one, other)


def _same_link(one: Said, other: Said) -> bool:
    """Return whether two links are for one thing: same words around them, none below the other."""
    own, given = str(one.value[0]), str(other.value[0])
    return _shares_a_word(one, other) and not _is_below(own, given)


def _is_below(one: str, other: str) -> bool:
    """Return whether one of two addresses lies below the other; `/en` is the top of its site."""
    own, given = (_LANGUAGE.sub("", target) + "/" for target in (one, other))
    return own.startswith(given) or given.startswith(own)


def _same_condition(one: Said, other: Said) -> bool:
    shared = one.stems & other.stems
    return bool(shared) and len(shared) >= 0.6 * min(len(one.stems), len(other.stems))


def _same_deed(one: Said, other: Said) -> bool:
    """Return whether the same can, or cannot, be done with the same."""
    deed, *rest = one.fact.value[-1]
    other_deed, *other_rest = other.fact.value[-1]
    shared = {*rest} & {*other_rest}
    is_same = deed == other_deed and bool(shared)
    return is_same and 2 * len(shared) >= min(len(rest), len(other_rest))


_SAME: dict[str, Callable[[Said, Said], bool]] = {
    "span": _known_topic, "hours": _always, "days": _always, "clock": _known_topic,
    "date": _known_topic, "money": _same_money, "count": _shares_a_word, "phone": _always,
    "address": _always, "link": _same_link, "need": _same_condition, "may": _same_deed,
    "state": _same_condition, "limit": _same_condition,
}  # fmt: skip
