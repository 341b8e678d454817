"""How near two claims are to each other: whether they can be two answers to one question."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from protolint.checks._check import Fact
from protolint.checks._gist import Told
from protolint.text.lazy import lazy_pattern
from protolint.text.stems import stems

#: From here on two claims are about one thing, if only two scripts say so; …
CERTAIN = 3.0
#: … and from here on where several scripts agree against one.
LIKELY = 2.0
#: What two claims about different things have at most.
APART = -5.0
#: How much further apart claims are of which only one names a way: express delivery, abroad.
_OTHER_KIND = 3.0
#: Topics of which one sentence often names the other.
_KIN = (
    frozenset(["refund", "payment", "charge", "compensation", "deposit"]),
    frozenset(["delivery", "dispatch", "visit", "holding", "replacement"]),
    frozenset(["reply", "callback", "review"]),
    frozenset(["visit", "repair", "charge", "payment", "excess"]),
    frozenset(["expiry", "voucher", "trial", "warranty", "renewal"]),
    frozenset(["cancellation", "notice", "refund", "renewal"]),
    frozenset(["delivery", "charge", "payment", "voucher"]),
    frozenset(["return", "warranty", "expiry"]),
)
#: What two different topics take away, by how sure they are.
_CLASH = (-0.5, -1.5, -3.0)
#: Topics that many things can have: what is valid may be a label or a voucher.
_OF_SOMETHING = frozenset(["expiry", "holding", "activation", "charge", "review", "payment"])
#: The part of a path that names a language or a country.
_LANGUAGE = lazy_pattern(r"/[a-z]{2}(?:[-_][a-z]{2})?(?=/|$)", re.IGNORECASE)
_DAY = 1_440
#: How many times one length of time can be another one, and what that makes of them.
_SIZES = ((8, 1.0), (60, 0.0), (400, -2.0))


class Said(NamedTuple):
    """A claim as it is compared: who makes it, where, of what sort, its value and subject."""

    script: Told
    fact: Fact
    sort: str
    value: tuple[Any, ...]
    topic: str
    kinds: frozenset[str]
    stems: frozenset[str]
    sure: int
    way: str

    @property
    def maker(self) -> tuple[str, str, str]:
        """Who makes the claim: a path, a script in it, and a version of that."""
        own = self.script.facts
        return own.path, own.script, own.version


class Shared(NamedTuple):
    """What all scripts of a group have in common: the words and the topic of their intent."""

    stems: frozenset[str]
    topic: str


def agree(one: Said, other: Said, shared: Shared) -> bool:
    """Return whether two claims say the same of the same thing, as far as can be told."""
    if one.sort == "link" and is_below(str(one.value[0]), str(other.value[0])):
        return True
    least = CERTAIN if one.sort in _CONDITIONS else LIKELY - 5
    return one.value == other.value and nearness(one, other, shared) >= least


def nearness(one: Said, other: Said, shared: Shared) -> float:
    """Return how near two claims of one sort are, from -5 to about 6; see `CERTAIN`."""
    if one.kinds and other.kinds and one.kinds.isdisjoint(other.kinds):
        return APART
    is_other_kind = bool(_ways_of(one)) != bool(_ways_of(other))
    return _NEARNESS[one.sort](one, other, shared) - _OTHER_KIND * is_other_kind


def _ways_of(said: Said) -> frozenset[str]:
    """Return the kinds that name one of several ways, without what a price is per."""
    return frozenset(
        kind for kind in said.kinds if not kind.startswith("per ") and kind != "weekday"
    )


def is_below(one: str, other: str) -> bool:
    """Return whether one of two addresses lies below the other; `/en` is the top of its site."""
    own, given = (_LANGUAGE.sub("", target) + "/" for target in (one, other))
    return own.startswith(given) or given.startswith(own)


def _words(one: Said, other: Said, shared: Shared) -> float:
    """Return a point for each word in common, at most two; half for what all scripts speak of."""
    same = one.stems & other.stems
    own = same - shared.stems
    return min(2.0, len(own) + 0.5 * min(1, len(same) - len(own)))


def _topics(one: Said, other: Said, shared: Shared) -> float:
    first, second = one.topic, other.topic
    sure = min(one.sure, other.sure)
    if first == second and first:
        has_own = bool(one.stems & other.stems - shared.stems) or not (one.stems and other.stems)
        if not has_own and first in _OF_SOMETHING:
            return 0.5
        return 2.0 if sure > 1 else 1.5
    if first and second:
        is_kin = any(first in kin and second in kin for kin in _KIN)
        return _CLASH[sure] + 2.0 * is_kin if sure > 1 else _CLASH[sure]
    return 0.5 if shared.topic and shared.topic in (first, second) else 0.0


def _spans(one: Said, other: Said, shared: Shared) -> float:
    topics, words = _topics(one, other, shared), _words(one, other, shared)
    near = topics + words - (topics <= 0 and not words)
    ways = {one.way, other.way}
    if len(ways) == 1 and one.way:
        near += 1
    elif "lead" in ways or "" not in ways:
        near -= 1
    return near + _size(one, other)


def _size(one: Said, other: Said) -> float:
    """Return whether two lengths of time can be taken for each other: days, but not minutes."""
    short, long = sorted(int(said.value[0]) or _DAY for said in (one, other))  # 0: the same day
    return next((points for most, points in _SIZES if long <= most * short), -3.0)


def _money(one: Said, other: Said, shared: Shared) -> float:
    """Return how near two amounts are: none where currencies differ, unless one is free."""
    units = {one.value[1], other.value[1]} - {""}
    if len(units) > 1 or (one.way != other.way and "least" in (one.way, other.way)):
        return APART
    near = _topics(one, other, shared) + _words(one, other, shared)
    is_free = 0.0 in (one.value[0], other.value[0])
    near += 1.0 if one.kinds & other.kinds else 0.0
    near -= 0.5 * (bool(one.kinds) != bool(other.kinds))
    if not is_free:
        return near + 1.0
    is_known = one.topic == other.topic != "" or one.stems & other.stems - shared.stems
    return near + 0.5 if is_known else APART


def _counts(one: Said, other: Said, shared: Shared) -> float:
    base = 2.0 if one.topic == "years of age" else 1.0
    return base + _words(one, other, shared) if one.topic == other.topic else APART


def _hours(one: Said, other: Said, shared: Shared) -> float:
    """Return how near two ranges of hours are: an hour in which a van comes is no opening hour."""
    short, long = sorted(int(own.value[1] - own.value[0]) % (24 * 60) for own in (one, other))
    return 2.0 + _words(one, other, shared) - 2.0 * (long > 3 * short)


def _days(one: Said, other: Said, shared: Shared) -> float:
    return 2.0 + _words(one, other, shared)


def _clocks(one: Said, other: Said, shared: Shared) -> float:
    near = 1.0
    if one.sort == "clock" and one.value[0] != other.value[0]:
        if "before" in (one.value[0], other.value[0]):
            return APART
        near = -0.5  # from three, and after three
    return near + _topics(one, other, shared) / 2 + _words(one, other, shared)


def _phones(one: Said, other: Said, shared: Shared) -> float:
    if one.kinds != other.kinds:
        return APART
    return 2.0 + _words(one, other, shared) / 2 + _is_slip(str(one.value[0]), str(other.value[0]))


def _is_slip(one: str, other: str) -> bool:
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and 3 * same >= 2 * len(one)


def _addresses(one: Said, other: Said, shared: Shared) -> float:
    return 2.0 + _words(one, other, shared)


def _links(one: Said, other: Said, shared: Shared) -> float:
    """Return how near two links are: by words around them, or in the paths of one site."""
    if one.stems & other.stems:
        return CERTAIN
    own, given = str(one.value[0]), str(other.value[0])
    is_one_site = own.partition("/")[0] == given.partition("/")[0]
    says_little = not (one.stems and other.stems)
    return 2.0 if is_one_site and (says_little or _page(own) & _page(given)) else -1.0


def _page(target: str) -> frozenset[str]:
    """Return the words in the path of an address."""
    return frozenset(stems(target.partition("/")[2].replace("-", " ").replace("_", " ")))


def _conditions(one: Said, other: Said, shared: Shared) -> float:
    same = one.stems & other.stems
    is_one = same and len(same) >= 0.6 * min(len(one.stems), len(other.stems))
    return CERTAIN if is_one else APART


def _deeds(one: Said, other: Said, shared: Shared) -> float:
    """Return whether the same can, or cannot, be done with the same."""
    deed, *rest = one.fact.value[5]
    other_deed, *other_rest = other.fact.value[5]
    same = {*rest} & {*other_rest}
    is_one = deed == other_deed and same and 2 * len(same) >= min(len(rest), len(other_rest))
    return CERTAIN if is_one else APART


_CONDITIONS = frozenset(["need", "may", "state", "limit", "until"])
_NEARNESS: dict[str, Callable[[Said, Said, Shared], float]] = {
    "span": _spans, "hours": _hours, "days": _days, "clock": _clocks, "date": _clocks,
    "money": _money, "count": _counts, "phone": _phones, "address": _addresses, "link": _links,
    "need": _conditions, "may": _deeds, "state": _conditions, "limit": _conditions,
    "until": _conditions,
}  # fmt: skip
