"""What the library pass needs to know of a script: the facts that all its checks share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple
from zlib import crc32

from protolint.checks._check import Fact, ScriptFacts, View, fact_at
from protolint.checks._claim import Claim
from protolint.checks._claims import claims, claims_of_all
from protolint.checks._naming import known_as, locale_of, place_of, twin_names
from protolint.script import Span
from protolint.text.figures import figures
from protolint.text.lazy import lazy_pattern
from protolint.text.reading import Reading
from protolint.text.spellings import spellings

#: The name under which rules share these facts.
GIST = "gist"
#: Where they are looked for: wherever a customer can read or hear it.
SCOPE = ("public", "spoken", "heading", "subject", "button", "field")
#: Facts of which the first place is enough.
_ONCE = frozenset(["placeholder", "link", "spelling"])
_SAID = frozenset(["public", "spoken", "field"])
#: What a reply says that comes before the answer: we are on it, and when there will be news.
_HOLD_WORDS = frozenset(
    ["looking", "investigating", "working", "checking", "waiting", "update", "updates", "news",
     "posted"]
)  # fmt: skip
_HOLDS = lazy_pattern(
    r"\b(?:still|are|is|am|'re|'m|now|currently) (?:\w+ )?(?:looking into|looking at|investigating"
    r"|working on|checking|waiting (?:for|to hear))\b|\bno news yet\b"
    r"|\bkeep you (?:posted|updated)\b|\b(?:next|another|an|more) (?:updates?|news)\b"
    r"|\bupdate you\b|\bas soon as (?:we|I) (?:have|get) news\b|\bwe(?:'ll| will)"
    r" (?:give you|send you|post|share) (?:an |more )?(?:updates?|news)\b",
    re.IGNORECASE,
)
_TOKEN = lazy_pattern(r"[\ue000-\uf8ff]|[^\W_]+(?:['-][^\W_]+)*")
#: A word as one character: these are all letters, so that no text is mangled on its way.
_FIRST_SIGN, _SIGNS_IN_ALL, _MOST_SIGNS = 0x4E00, 20_000, 100_000


class _Signs(dict[str, str]):
    """The character that stands for each word; the same in every process."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_SIGNS:
            self.clear()
        sign = self[word] = chr(_FIRST_SIGN + crc32(word.encode()) % _SIGNS_IN_ALL)
        return sign


_signs = _Signs()


class Told(NamedTuple):
    """A script as the library checks see it: its facts by their kind.

    `head` is the fact about the whole script, at its intent or where its text begins.
    """

    facts: ScriptFacts
    head: Fact
    by_kind: dict[str, list[Fact]]

    @property
    def intent(self) -> str:
        """What the customer came for, as names are compared; empty where nobody said."""
        return str(self.head.value["intent"])

    @property
    def name(self) -> str:
        """What the script has in common with its twins on other channels and in other languages."""
        return str(self.head.value["name"])

    @property
    def topic(self) -> str:
        """What scripts have in common that are to say the same: the intent, else the name."""
        return self.intent or self.name

    @property
    def locale(self) -> str:
        """The locale, by the front matter or else the path, in small letters with hyphens."""
        return str(self.head.value["locale"])

    @property
    def text(self) -> str:
        """The words that are said, each as one character."""
        return str(self.by_kind["words"][0].value)

    def of(self, kind: str) -> Sequence[Fact]:
        """Return the facts of a kind, in the order of the text."""
        return self.by_kind.get(kind, ())


def told(library: Sequence[ScriptFacts]) -> list[Told]:
    """Return the scripts of a library as its checks see them, in the given order."""
    found: list[Told] = []
    for script in library:
        by_kind: dict[str, list[Fact]] = {}
        for fact in script.facts:
            by_kind.setdefault(fact.kind, []).append(fact)
        if "script" in by_kind:
            found.append(Told(script, by_kind["script"][0], by_kind))
    return found


def gist(view: View) -> Iterator[Fact]:
    """Yield the facts of a script that all library checks share.

    Of each text what it claims, its placeholders, links and figures, and words that can be spelt in
    several ways; of the whole script its words and what its front matter says.
    """
    script = view.script
    words = [_TOKEN.findall(own.folded.lower()) for own in view.readings]
    different = [frozenset(own) for own in words]
    locale = locale_of(script, [word for own in words for word in own])
    head = _head(view, different, locale)
    yield fact_at(script, place_of(script), "script", head)
    yield fact_at(script, Span(0, 0), "words", _text(view, words))
    has_topic = bool(head["intent"] or head["name"])
    seen: set[tuple[str, str]] = set()
    for reading, own in zip(view.readings, different, strict=True):
        for kind, start, end, value in _of(reading, own, locale, has_topic=has_topic):
            name = (kind, str(value))
            if kind not in _ONCE or name not in seen:
                seen.add(name)
                yield fact_at(script, reading.stretch.prose.span(start, end), kind, value)


def _head(view: View, words: Sequence[frozenset[str]], locale: str) -> dict[str, Any]:
    known = view.script.metadata
    said = [at for at, own in enumerate(view.readings) if own.stretch.kind in _SAID]
    opaques = [own for at in said for own in view.readings[at].stretch.prose.opaques.values()]
    return {
        "intent": _plain(known.intent or ""),
        "name": known_as(view.script),
        "twins": list(twin_names(view.script)),
        "locale": locale,
        "moments": list(known.moments),
        "shape": known.shape,
        "holds": "hold" in known.moments
        or any(
            _HOLDS.search(view.readings[at].folded)
            for at in said
            if not _HOLD_WORDS.isdisjoint(words[at])
        ),
        "slots": sum(own.kind in ("placeholder", "blank") for own in opaques),
    }


def _text(view: View, words: list[list[str]]) -> str:
    said = (
        own
        for own, reading in zip(words, view.readings, strict=True)
        if reading.stretch.kind in _SAID
    )
    return "".join(map(_signs.__getitem__, chain.from_iterable(said)))


def _of(
    reading: Reading, words: frozenset[str], locale: str, *, has_topic: bool
) -> Iterator[tuple[str, int, int, Any]]:
    """Yield the facts of one text; what it claims is asked only where others can say otherwise."""
    phones: list[Claim] = []
    for claim in claims(reading, words) if has_topic else claims_of_all(reading, words):
        if claim.of == "links":
            yield "link", claim.start, claim.end, claim.value[0]
        elif claim.of == "phones":
            phones.append(claim)
            yield "figure", claim.start, claim.end, [claim.value[0], False, "phone"]
        yield "claim", claim.start, claim.end, claim.packed
    for at, opaque in reading.stretch.prose.opaques.items():
        if opaque.kind == "placeholder" and opaque.name:
            yield "placeholder", at, at + 1, opaque.name
    for figure in figures(reading.folded, words, locale):
        if not any(own.start <= figure.start < own.end for own in phones):
            value = [figure.value, figure.is_word, figure.sign]
            yield "figure", figure.start, figure.end, value
    for spelling in spellings(reading.folded, words):
        yield "spelling", spelling.start, spelling.end, [spelling.term, spelling.way]


def _plain(name: str) -> str:
    return "-".join(re.split(r"[\W_]+", name.casefold())).strip("-")
