"""Lengths that channels count in: SMS segments, weighted characters of X, bytes, seconds."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Literal, NamedTuple

from protolint.script import OPAQUE, Opaque
from protolint.text.emoji import EMOJI
from protolint.text.lazy import lazy_pattern
from protolint.text.words import words

Encoding = Literal["gsm-7", "ucs-2"]

#: GSM 03.38 (3GPP TS 23.038 §6.2.1): the default alphabet, and the extension table, whose
#: characters take two units each. The escape itself is no character.
GSM_DEFAULT = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENSION = frozenset("\f^{}\\[~]|€")
_NOT_GSM = lazy_pattern(f"[^{re.escape(''.join(sorted(GSM_DEFAULT | GSM_EXTENSION)))}]")
#: The characters that take two units.
_WIDE: dict[Encoding, re.Pattern[str]] = {
    "gsm-7": re.compile(f"[{re.escape(''.join(sorted(GSM_EXTENSION)))}]"),
    "ucs-2": re.compile("[\U00010000-\U0010ffff]"),
}
_SIZES: dict[Encoding, tuple[int, int]] = {"gsm-7": (160, 153), "ucs-2": (70, 67)}


class Culprit(NamedTuple):
    """A character that GSM 03.38 lacks, so that the whole message is sent as UCS-2."""

    offset: int
    character: str


class Sms(NamedTuple):
    """How a text goes out as SMS: `units` are septets in GSM-7, UTF-16 units in UCS-2."""

    encoding: Encoding
    units: int
    segments: int
    culprits: tuple[Culprit, ...]


def sms(text: str) -> Sms:
    """Return encoding, units, segments and the characters that forced UCS-2, in order.

    One message holds 160 septets or 70 UTF-16 units; a longer text is cut into segments of 153
    or 67, and neither an extension character nor a surrogate pair is cut in two.
    """
    culprits = tuple(Culprit(found.start(), found[0]) for found in _NOT_GSM.finditer(text))
    encoding: Encoding = "ucs-2" if culprits else "gsm-7"
    wide = [found.start() for found in _WIDE[encoding].finditer(text)]
    units = len(text) + len(wide)
    return Sms(encoding, units, _segments(units, wide, *_SIZES[encoding]), culprits)


def _segments(units: int, wide: list[int], single: int, part: int) -> int:
    """Return the segments that so many units take; `wide` characters take two, and stay whole."""
    if units <= single:
        return 1 if units else 0
    segments, room_to = 1, part
    for number, at in enumerate(wide):
        start = at + number  # in units: each wide character before it takes one more
        while start >= room_to:
            segments, room_to = segments + 1, room_to + part
        if start + 1 == room_to:  # only half of it fits
            segments, room_to = segments + 1, start + part
    return segments + max(0, -(-(units - room_to) // part))


def sms_cuts(text: str) -> list[int]:
    """Return the offsets at which the second and each later segment of an SMS begins."""
    found = sms(text)
    part = _SIZES[found.encoding][1]
    is_wide = _WIDE[found.encoding].match
    cuts: list[int] = []
    room = part
    for at, character in enumerate(text if found.segments > 1 else ""):
        size = 2 if is_wide(character) else 1
        if size > room:
            cuts.append(at)
            room = part
        room -= size
    return cuts


_GENERIC = "com|org|net|info|biz|edu|gov|mil|app|dev|shop|store|help|support|online|site|blog|xyz"
_TAIL = r"[^\s<>\"”\ue000-\uf8ff]*[\w/#=&-]"
_HOST = r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)"
_WEB_ADDRESS = (
    rf"https?://{_TAIL}"
    rf"|{_HOST}+(?:{_GENERIC}|io|co|tv|me|ly)\b(?![@\w-]|\.[a-z]{{2}}\b)(?:/(?:{_TAIL})?)?"
    rf"|{_HOST}+[a-z]{{2}}/(?:{_TAIL})?"
    rf"|{_HOST}{{2,}}[a-z]{{2}}\b(?![@\w-])"
)
#: Code points that weigh one character (twitter-text, configuration v3); all others weigh two.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def x_weighted(text: str) -> int:
    """Return the weighted length by which X counts to 280 (twitter-text, configuration v3).

    Of the text in NFC a web address counts 23, an emoji 2 however many characters it is made of, a
    code point in 0–4351, 8192–8205, 8208–8223 or 8242–8247 counts 1, and any other 2.
    """
    rest, addresses = unicodedata.normalize("NFC", text), 0
    if "." in rest:
        rest, addresses = re.subn(_WEB_ADDRESS, "", rest, flags=re.IGNORECASE)
    if rest.isascii():
        return 23 * addresses + len(rest)
    rest, sequences = EMOJI.subn("", rest)
    return 23 * addresses + 2 * sequences + sum(map(_weight, rest))


def _weight(character: str) -> int:
    return 1 if any(first <= ord(character) <= last for first, last in _LIGHT) else 2


def utf8_bytes(text: str) -> int:
    """Return the number of bytes the text has in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def seconds(text: str, wpm: int = 150) -> float:
    """Return how long it takes to say a text, at so many words a minute.

    Digits are said one by one. A long token that is no English word (an address, a placeholder
    shown at its length) takes a word for every six characters.
    """
    return sum(_spoken_words(text[start:end]) for start, end in words(text)) * 60 / wpm


def _spoken_words(word: str) -> int:
    digits = sum(map(str.isdigit, word))
    return digits or (1 if len(word) <= 18 else len(word) // 6)


_OPAQUE = f"[{''.join(OPAQUE.values())}]"


class Shown(NamedTuple):
    """A text as a customer sees it, and where its parts stand in the text with opaque characters.

    `starts` are the offsets in `text` where a part begins, `places` those in the prose; both end
    with the end of their text.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Return the offset in the prose of an offset in `text`; all of a token is one place."""
        part = bisect_right(self.starts, offset) - 1
        if part + 1 == len(self.starts):
            return self.places[-1]
        return min(self.places[part] + offset - self.starts[part], self.places[part + 1] - 1)


def shown(text: str, opaques: Mapping[int, Opaque]) -> Shown:
    """Return a prose text with each opaque character as a text of the length it is taken to have.

    A URL or address is shown as it is written, any other token as so many letters “x”, or eight
    where `opaques` does not know it.
    """
    if text and text.isascii():
        whole = (0, len(text))
        return Shown(text, whole, whole)
    parts = list(_parts(text, opaques))
    starts = accumulate((len(part) for part, _ in parts), initial=0)
    places = (*(place for _, place in parts), len(text))
    return Shown("".join(part for part, _ in parts), tuple(starts), places)


def _parts(text: str, opaques: Mapping[int, Opaque]) -> Iterator[tuple[str, int]]:
    done = 0
    for found in re.finditer(_OPAQUE, text):
        at = found.start()
        if done < at:
            yield text[done:at], done
        yield _stand_in(opaques.get(at)), at
        done = at + 1
    if done < len(text):
        yield text[done:], done


def _stand_in(opaque: Opaque | None) -> str:
    if opaque is None:
        return "x" * 8
    return opaque.raw if opaque.kind in {"url", "address"} else "x" * opaque.length
