"""Scripts that are nearly the same: kept twice, or pasted from one channel into another."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, ClassVar, Literal, NamedTuple

from msgspec import Meta

from protolint.checks._across import Across
from protolint.checks._check import LibraryMatch, ScriptFacts
from protolint.checks._gist import Told, told
from protolint.checks._rarities import candidates, everybodys, pairs_of_words

#: Channels whose texts are written alike; a text may go from one to another of its kind.
_MAIL = frozenset(["email", "letter"])
_NATURES = (
    _MAIL,
    frozenset(["sms", "push"]),
    frozenset(["chat", "whatsapp", "social", "community"]),
    frozenset(["phone", "ivr", "in-person"]),
    frozenset(["review"]),
)
_FEW_WORDS = 30


class Pair(NamedTuple):
    """Two scripts and how alike their words are, from 0 to 1; `one` comes first by its path."""

    one: Told
    other: Told
    likeness: float

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
        for pair in self._alike(scripts):
            at = places[id(pair.other)]
            if at not in closest or pair.likeness > closest[at].likeness:
                closest[at] = pair
        for _, pair in sorted(closest.items()):
            yield _match(pair)

    def _alike(self, scripts: Sequence[Told]) -> Iterator[Pair]:
        """Yield the pairs that count and are alike enough, in the order of the scripts.

        What stands in scripts of many topics is everybody's, and makes nothing alike: two texts
        from one mould differ in all that is their own.
        """
        found = candidates(tuple((own.text, own.locale) for own in scripts))
        told = ((scripts[one], scripts[other]) for one, other in found)
        pairs = [own for own in told if self._counts(*own)]
        alike = list(_near(pairs, self.least)) if pairs else []
        is_told = all(own.likeness == 1 for own in alike)
        topics = tuple((own.text, own.topic or own.facts.path) for own in scripts)
        common = frozenset() if is_told else everybodys(topics)
        for own in alike:
            if own.likeness == 1 or _share_their_own(own.one, own.other, common):
                yield own.turned

    def _counts(self, first: Told, second: Told) -> bool:
        """Return whether two scripts may not be alike; versions of one are to say the same."""
        if (first.facts.path, first.facts.script) == (second.facts.path, second.facts.script):
            return False
        one, other = first.facts.channels, second.facts.channels
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


def _near(pairs: Iterable[tuple[Told, Told]], least: float) -> Iterator[Pair]:
    """Yield the pairs whose words are alike enough; short ones have to be more so."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 (most libraries have nothing alike)

    for first, second in pairs:
        few = min(len(first.text), len(second.text))
        is_one = first.topic == second.topic != ""
        wanted = least if is_one or few >= _FEW_WORDS else (1 + least) / 2 - 0.02
        found = Indel.normalized_similarity(first.text, second.text, score_cutoff=wanted)
        if found:
            yield Pair(first, second, found)


def _share_their_own(first: Told, second: Told, common: frozenset[int]) -> bool:
    """Return whether half of what is their own is the same.

    Of two scripts for different intents that has to be half of all they say.
    """
    one, other = pairs_of_words(first.text), pairs_of_words(second.text)
    shared = len((one & other) - common)
    if not first.intent or not second.intent or first.intent == second.intent:
        one, other = one - common, other - common
    return 2 * shared >= max(len(one), len(other), 1)
