"""Scripts that may be alike: those that share rare pairs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, combinations
from struct import unpack_from

#: The rarest pairs of words by which a script looks for others.
_RAREST = 12
#: On average so many scripts are looked at for each script, at most.
_PAIRS_PER_SCRIPT = 40
#: Nearly all scripts have their rarest pairs among those that are found so often, all together.
_ENOUGH = 3 * _RAREST
#: Words of so many topics belong to none.
_MANY_TOPICS = 5
#: How many bits a pair of words has; in front of them stands how often it is found.
_BITS = 32


@lru_cache(maxsize=1)  # all rules ask this of the same scripts
def candidates(scripts: tuple[tuple[str, str], ...]) -> list[tuple[int, int]]:
    """Return the pairs of scripts that share two of their rarest pairs of words, in order.

    A script is given by its words and its locale. Only rare pairs of words are followed, so that
    the work grows with the number of scripts and no faster.
    """
    budget = _PAIRS_PER_SCRIPT * len(scripts)
    met: Counter[tuple[int, int]] = Counter()
    for held in sorted(_holders([text for text, _ in scripts]), key=len):
        budget -= len(held) * (len(held) - 1) // 2
        if budget < 0:
            break
        met.update(combinations(held, 2))
    return sorted(
        pair
        for pair, times in met.items()
        if times > 1 and scripts[pair[0]][1] == scripts[pair[1]][1]
    )


@lru_cache(maxsize=1)
def everybodys(scripts: tuple[tuple[str, str], ...]) -> frozenset[int]:
    """Return the pairs of words that stand in scripts of several topics.

    A script is given by its words, a character each, and its topic.
    """
    topics: dict[str, set[int]] = {}
    for text, topic in scripts:
        topics.setdefault(topic, set()).update(pairs_of_words(text))
    counts = Counter(chain.from_iterable(topics.values()))
    return frozenset(key for key, known in counts.items() if known >= _MANY_TOPICS)


def pairs_of_words(text: str) -> set[int]:
    """Return each two words that follow each other, of a text in which a word is one character.

    Two characters of sixteen bits are read as one number: that is faster than text can be cut.
    """
    signs, count = text.encode("utf-16-be"), len(text)
    if count < 2:
        return set()
    return {
        *unpack_from(f">{count // 2}I", signs),
        *unpack_from(f">{(count - 1) // 2}I", signs, 2),
    }


def _holders(texts: Sequence[str]) -> Iterable[list[int]]:
    """Return for each pair of words that is one of the rarest of a script, which scripts these are.

    Pairs of words that only one script has make nothing alike.
    """
    keys = [pairs_of_words(text) for text in texts]
    counts = Counter(chain.from_iterable(keys))
    repeated = sorted(times << _BITS | key for key, times in counts.items() if times > 1)
    ranks = {own & (1 << _BITS) - 1: rank for rank, own in enumerate(repeated)}
    known = frozenset(ranks)
    rare = frozenset(_first(repeated, _ENOUGH * len(texts)))
    holders: dict[int, list[int]] = {}
    for at, own in enumerate(keys):
        shared = own & rare
        if len(shared) < _RAREST:
            shared = own & known
        for rank in sorted(map(ranks.__getitem__, shared))[:_RAREST]:
            holders.setdefault(rank, []).append(at)
    return holders.values()


def _first(repeated: Iterable[int], enough: int) -> Iterable[int]:
    """Yield the rarest pairs of words, until all scripts have so many of them."""
    for own in repeated:
        yield own & (1 << _BITS) - 1
        enough -= own >> _BITS
        if enough < 0:
            return
