"""Scripts for one intent that state different times, amounts, numbers, links or conditions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import Fact, LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told
from protolint.checks._rivals import APART, CERTAIN, LIKELY, Said, Shared, agree, nearness
from protolint.text.stems import stems
from protolint.text.subjects import topic_of

_MOST_RELATED = 4
#: Where scripts claim more than this about one thing, it is not one thing.
_MOST_CLAIMS = 300
_MOST_SHOWN = 60

Maker = tuple[str, str, str]


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
        for (topic, *_), claims in _groups(self.of, told(library)).items():
            if len({own.value for own in claims}) > 1 and len(claims) <= _MOST_CLAIMS:
                yield from _at_odds(claims, _shared(topic))


def _groups(of: str, scripts: Sequence[Told]) -> dict[tuple[str, str, str], list[Said]]:
    """Return what scripts claim of a kind, by what those have in common that are compared."""
    groups: dict[tuple[str, str, str], list[Said]] = {}
    for script in scripts:
        if script.topic:
            for fact in script.of("claim"):
                if fact.value[0] == of:
                    said = _said(script, fact)
                    groups.setdefault((script.topic, script.locale, said.sort), []).append(said)
    return groups


def _said(script: Told, fact: Fact) -> Said:
    _, sort, value, topic, kinds, own, sure, way = fact.value
    about = _shared(script.topic).stems
    named = frozenset(kind for kind in kinds if not about.issuperset(kind.split()))
    return Said(script, fact, sort, tuple(value), topic, named, frozenset(own), sure, way)


@lru_cache(1_024)
def _shared(topic: str) -> Shared:
    return Shared(frozenset(stems(topic.replace("-", " ").replace("_", " "))), topic_of(topic))


def _at_odds(claims: Sequence[Said], shared: Shared) -> Iterator[LibraryMatch]:
    """Yield each claim that another value of the same thing outdoes, once for each script.

    Two scripts are laid beside each other: what both say is no matter, and of what is left, the
    nearest claims are rivals. A value outdoes another one that fewer scripts state.
    """
    by_maker: dict[Maker, list[Said]] = {}
    for own in claims:
        by_maker.setdefault(own.maker, []).append(own)
    backers: dict[int, set[Maker]] = {id(own): {own.maker} for own in claims}
    rivals: dict[int, list[tuple[float, Said]]] = {}
    for one, other in combinations(by_maker.values(), 2):
        left, right = _left(one, other, shared, backers), _left(other, one, shared, backers)
        for near, own, rival in _paired(left, right, shared):
            rivals.setdefault(id(own), []).append((near, rival))
            rivals.setdefault(id(rival), []).append((near, own))
    told_of: set[tuple[Any, ...]] = set()
    for own in claims:
        usual = _usual(own, rivals.get(id(own), ()), backers)
        if usual and (own.value, own.maker) not in told_of:
            told_of.add((own.value, own.maker))
            yield _match(own, usual)


def _left(
    one: Sequence[Said], other: Sequence[Said], shared: Shared, backers: Mapping[int, set[Maker]]
) -> list[Said]:
    """Return what only the first script says, and note who says the rest too."""
    found = []
    for own in one:
        if any(agree(own, said, shared) for said in other):
            backers[id(own)].add(other[0].maker)
        else:
            found.append(own)
    return found


def _paired(
    left: Sequence[Said], right: Sequence[Said], shared: Shared
) -> Iterator[tuple[float, Said, Said]]:
    """Yield the claims of two scripts that are nearest to each other, each claim once."""
    nears = [[_near(own, said, shared) for said in right] for own in left]
    pairs = []
    for at, row in enumerate(nears):
        for to, near in enumerate(row):
            is_only = sum(map(_can_be, row)) == 1 == sum(_can_be(other[to]) for other in nears)
            pairs.append((near + is_only, at, to))
    ours: set[int] = set()
    theirs: set[int] = set()
    for near, at, to in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if near >= LIKELY and at not in ours and to not in theirs:
            ours.add(at)
            theirs.add(to)
            yield near, left[at], right[to]


def _near(one: Said, other: Said, shared: Shared) -> float:
    return APART if one.value == other.value else nearness(one, other, shared)


def _can_be(near: float) -> bool:
    return near >= 0


def _usual(
    said: Said, rivals: Sequence[tuple[float, Said]], backers: Mapping[int, set[Maker]]
) -> list[Said]:
    """Return the claims with the value that outdoes another claim; none where no value does.

    That has to be half of all that is said, or scripts speak of several things. One script alone
    outdoes another if it is certain that both speak of the same.
    """
    by_value: dict[tuple[Any, ...], list[tuple[float, Said]]] = {}
    for near, own in rivals:
        by_value.setdefault(own.value, []).append((near, own))
    ours = backers[id(said)]
    everybody = ours.union(*(backers[id(own)] for _, own in rivals))
    best: list[Said] = []
    most = 0
    for same in by_value.values():
        theirs = set().union(*(backers[id(own)] for _, own in same)) - ours
        is_sure = len(theirs) > 1 or max(near for near, _ in same) >= CERTAIN
        outdoes = (len(theirs), min(ours)) > (len(ours), min(theirs, default=("", "", "")))
        if is_sure and outdoes and 2 * len(theirs) >= len(everybody) and len(theirs) > most:
            most = len(theirs)
            best = [own for _, own in same if own.maker in theirs]
    return best


def _match(said: Said, against: Sequence[Said]) -> LibraryMatch:
    first = max(against, key=lambda other: (len(other.stems & said.stems), -against.index(other)))
    others = {other.maker: other for other in (first, *against)}
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
