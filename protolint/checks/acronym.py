"""Acronyms that a script uses without saying what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Hit, Match, View
from protolint.script import Span
from protolint.text.lazy import lazy_pattern
from protolint.text.reading import Reading

_LONGEST = 6
#: Words that people write in capitals to stress them; none of them is an acronym.
_STRESSED = lazy_pattern(
    r"ALL|ALSO|AND|ANY|ARE|ASK|BEFORE|BOTH|BUT|CALL|CAN|CLOSED|DATE|DAY|DID|DOES|DONE|EACH"
    r"|END|EVEN|EVERY|FIRST|FOR|FREE|FROM|FULL|GET|GOOD|HAVE|HELLO|HELP|HERE|HOW|INFO"
    r"|INSERT|JUST|LAST|LIVE|MAIN|MAY|MORE|MUST|NAME|NEVER|NEW|NEXT|NONE|NOT|NOTE|NOW|OFF"
    r"|ONE|ONLY|OPEN|OUR|OUT|OVER|PAGE|PAID|PLEASE|REPLY|SALE|SAME|SAVE|SEND|SOON|START"
    r"|STILL|SUBJECT|TEXT|THANK|THANKS|THAT|THE|THEN|THIS|TODAY|TWO|URGENT|USE|VERY|WAS"
    r"|WHAT|WHEN|WHO|WHY|WILL|WITH|YES|YOU|YOUR"
)
#: After these stands a word to be typed or said.
_KEYED = lazy_pattern(
    r"\b(?:reply|text|say|type|send|write|press|enter|word|code|quote|or)(?: with)? [\"']?$",
    re.IGNORECASE,
)
_CAPITALS = lazy_pattern(r"[^\W\d_a-z][^\W\d_a-z]")
#: What stands between an acronym and words that explain it, before or after.
_OPENED = lazy_pattern(r"\(\s*[\"“]?$")
_EXPLAINED = lazy_pattern(r"[\"”]?\s*(?:\(\s*[^\W\d_]{3,}|(?:stands for|means|is short for)\b)")


class Check(Base, frozen=True, kw_only=True):
    """Finds the first use of each acronym that is not known and not explained there.

    An acronym is explained by standing in brackets after words, or words in brackets after it.
    Messages may name {match}.
    """

    known: Annotated[
        tuple[str, ...], Meta(description="Acronyms that every reader knows, in capitals.")
    ] = ()
    min_letters: Annotated[int, Meta(ge=2, description="Shorter ones are passed over.")] = 3

    values: ClassVar[tuple[str, ...]] = ()

    @property
    def always(self) -> bool:
        """Acronyms are looked for in every script."""
        return True

    @property
    def default_scope(self) -> tuple[str, ...]:
        """What the customer reads."""
        return ("public", "spoken")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the first use of each acronym, where it is not explained."""
        seen = set(self.known)
        for number, reading in enumerate(view.readings):
            for word in _acronyms(reading, self.min_letters):
                letters = reading.text[word.start : word.end]
                plain = letters.removesuffix("'s").removesuffix("’s")
                if (
                    plain not in seen
                    and not _STRESSED.fullmatch(plain)
                    and not _is_explained(reading, word)
                ):
                    end = word.start + len(plain)
                    yield Match(number, word.start, end, extent="script", subject=plain)
                seen.add(plain)


def _acronyms(reading: Reading, fewest: int) -> Iterator[Span]:
    """Yield the words in capitals that stand alone among others; several in a row shout.

    Words to be sent or said (“reply PERSON”) are none.
    """
    text = reading.text
    if not _CAPITALS.search(text) or text.isupper():
        return
    loud = [text[word.start : word.end].isupper() for word in reading.words]
    for at, word in enumerate(reading.words):
        letters = text[word.start : word.end].removesuffix("'s").removesuffix("’s")
        alone = not any(loud[max(at - 1, 0) : at]) and not any(loud[at + 1 : at + 2])
        if not (letters.isupper() and letters.isalpha() and alone):
            continue
        is_keyed = _KEYED.search(reading.folded, max(word.start - 20, 0), word.start)
        if fewest <= len(letters) <= _LONGEST and not is_keyed:
            yield word


def _is_explained(reading: Reading, word: Span) -> bool:
    before, after = reading.folded[: word.start], reading.folded[word.end :]
    return bool(_OPENED.search(before) or _EXPLAINED.match(after))
