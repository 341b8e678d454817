"""Scripts that are nearly the same: kept twice, or pasted from one channel into another."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations
from operator import add
from typing import Annotated, ClassVar, Literal, NamedTuple

from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told

#: Channels whose texts are written alike; a text may go from one to another of its kind.
_MAIL = frozenset(["email", "letter"])
_NATURES = (
    _MAIL,
    frozenset(["sms", "push"]),
    frozenset(["chat", "whatsapp", "social", "community"]),
    frozenset(["phone", "ivr", "in-person"]),
    frozenset(["review"]),
)
#: The rarest pairs of words by which a script looks for others.
_RAREST = 12
#: On average so many scripts are looked at for each script, at most.
_PAIRS_PER_SCRIPT = 40
_FEW_WORDS = 30
#: Words of so many topics belong to none.
_MANY_TOPICS = 5


class Pair(NamedTuple):
    """Two scripts and how alike their words are, from 0 to 1; `one` comes first by its path."""

    one: Told
    other: Told
    likeness: float

    @property
    def is_of_one(self) -> bool:
        """Whether the two are versions of one script: they are to say the same."""
        one, other = self.one.facts, self.other.facts
        return (one.path, one.script) == (other.path, other.script)

    @property
    def turned(self) -> Pair:
        """The pair with the one that is likely to be older first: mails are cut for texts."""
        one, other = self.one.facts.channels, self.other.facts.channels
        is_mail = not _MAIL.isdisjoint(other) and _MAIL.isdisjoint(one) and one
        return Pair(self.other, self.one, self.likeness) if is_mail else self


class Check(Across, frozen=True, kw_only=True):
    """Finds scripts whose words are nearly those of another one.

    `of: scripts` finds two scripts of one channel, `of: channels` a text that went from one channel
    to another of a different nature (an email into a text message). Likeness is the share of words
    that both have in the same order. Messages may name {file}, {likeness} in percent,
    {channels}, where the other text is said, and {channel}, where this one is.
    """

    values: ClassVar[tuple[str, ...]] = ("file", "likeness", "channels", "channel")

    of: Annotated[Literal["scripts", "channels"], Meta(description="What is too alike.")]
    least: Annotated[
        float, Meta(gt=0, le=1, description="From which share of the words on they are alike.")
    ] = 0.8
    min_words: Annotated[
        int, Meta(ge=2, description="Scripts of fewer words are not held against each other.")
    ] = 12

    @property
    def reads(self) -> tuple[str, ...]:
        """The words of each script."""
        return ("script", "words")

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield each script that is like one before it, with the one it is most like."""
        scripts = [own for own in told(library) if len(own.text) >= self.min_words]
        closest: dict[int, Pair] = {}
        places = {id(own): at for at, own in enumerate(scripts)}
        for pair in (own.turned for own in _alike(scripts, self.least) if self._counts(own)):
            at = places[id(pair.other)]
            if at not in closest or pair.likeness > closest[at].likeness:
                closest[at] = pair
        for _, pair in sorted(closest.items()):
            yield _match(pair)

    def _counts(self, pair: Pair) -> bool:
        if pair.is_of_one:
            return False
        one, other = pair.one.facts.channels, pair.other.facts.channels
        is_same = not one or not other or bool({*one} & {*other})
        if self.of == "scripts":
            return is_same
        return not is_same and all(not _go_together(a, b) for a in one for b in other)


def _go_together(one: str, other: str) -> bool:
    return any(one in nature and other in nature for nature in _NATURES)


def _match(pair: Pair) -> LibraryMatch:
    values = {
        "file": pair.one.facts.path,
        "likeness": str(round(pair.likeness * 100)),
        "channels": " and ".join(pair.one.facts.channels) or "no channel",
    }
    one, other = pair.one, pair.other
    return LibraryMatch(other.facts, other.head, values, ((one.facts, one.head),), subject=None)


def _alike(scripts: Sequence[Told], least: float) -> Iterator[Pair]:
    """Yield the pairs of one language that are alike enough; short ones have to be more so.

    What stands in scripts of many topics is everybody's, and makes nothing alike: two texts from
    one mould differ in all that is their own.
    """
    pairs = _candidates(tuple((own.text, own.locale) for own in scripts))
    if not pairs:
        return
    from rapidfuzz.distance import Indel  # noqa: PLC0415 (most libraries have nothing alike)

    alike: list[Pair] = []
    for one, other in pairs:
        first, second = scripts[one], scripts[other]
        few = min(len(first.text), len(second.text))
        is_one = first.topic == second.topic != ""
        wanted = least if is_one or few >= _FEW_WORDS else (1 + least) / 2 - 0.02
        found = Indel.normalized_similarity(first.text, second.text, score_cutoff=wanted)
        if found:
            alike.append(Pair(first, second, found))
    common = _everybodys(scripts) if alike else frozenset()
    for pair in alike:
        if pair.likeness == 1 or _share_their_own(pair.one, pair.other, common):
            yield pair


def _share_their_own(first: Told, second: Told, common: frozenset[str]) -> bool:
    """Return whether half of what is their own is the same.

    Of two scripts for different intents that has to be half of all they say.
    """
    one, other = _pairs_of_words(first.text), _pairs_of_words(second.text)
    shared = len((one & other) - common)
    if not first.intent or not second.intent or first.intent == second.intent:
        one, other = one - common, other - common
    return 2 * shared >= max(len(one), len(other), 1)


def _everybodys(scripts: Sequence[Told]) -> frozenset[str]:
    """Return the pairs of words that stand in scripts of several topics."""
    topics: dict[str, set[str]] = {}
    for script in scripts:
        topic = script.topic or script.facts.path
        for key in _pairs_of_words(script.text):
            topics.setdefault(key, set()).add(topic)
    return frozenset(key for key, known in topics.items() if len(known) >= _MANY_TOPICS)


@lru_cache(maxsize=1)  # all rules ask this of the same scripts
def _candidates(scripts: tuple[tuple[str, str], ...]) -> list[tuple[int, int]]:
    """Return the pairs of scripts that share two of their rarest pairs of words, in order.

    A script is given by its words and its locale. Only rare pairs of words are followed, so that
    the work grows with the number of scripts and no faster.
    """
    keys = [_pairs_of_words(text) for text, _ in scripts]
    common = Counter(chain.from_iterable(keys))
    repeated = sorted((times, key) for key, times in common.items() if times > 1)
    ranks = {key: rank for rank, (_, key) in enumerate(repeated)}
    known = frozenset(ranks)
    holders: dict[int, list[int]] = {}
    for at, own in enumerate(keys):
        shared = sorted(map(ranks.__getitem__, own & known))
        for rank in shared[:_RAREST]:
            holders.setdefault(rank, []).append(at)
    budget = _PAIRS_PER_SCRIPT * len(scripts)
    met: Counter[tuple[int, int]] = Counter()
    for held in sorted(holders.values(), key=len):
        budget -= len(held) * (len(held) - 1) // 2
        if budget < 0:
            break
        met.update(combinations(held, 2))
    return sorted(
        pair
        for pair, times in met.items()
        if times > 1 and scripts[pair[0]][1] == scripts[pair[1]][1]
    )


def _pairs_of_words(text: str) -> set[str]:
    return set(map(add, text, text[1:]))
