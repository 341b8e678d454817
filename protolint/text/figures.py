"""Numbers in a text, as they are compared between languages: 4,99 is 4.99, 17 h is 5pm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from protolint.text.lazy import lazy_pattern

_FIGURE = lazy_pattern(
    r"(?<![\w#])(?:(?P<date>\d{1,4}(?P<dot>[./-])\d{1,2}(?P=dot)\d{2,4}(?!\d))|(?P<hour>\d{1,2})(?:(?:[:.]|\s?h\s?)(?P<minute>[0-5]\d)(?!\d))?\s?"
    r"(?P<half>[ap]m\b|[ap]\.m\.)|(?P<clock>[01]?\d|2[0-4])(?::|\s?h\s?)(?P<past>[0-5]\d)(?!\d)"
    r"|(?P<plain>\+?\d+(?:[.,' ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\+?\d+(?:[.,]\d+)?))",
    re.IGNORECASE,
)
_WORDS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
    "de": "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
    " fünfzehn",
    "es": "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    "it": "un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
    " quindici",
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze",
    "sv": "en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton",
    "da": "en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten",
    "pl": "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    "cy": "un dau tri pedwar pum chwe saith wyth naw deg",
}
_TENS = {
    "en": {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90},
    "fr": {"vingt": 20, "trente": 30, "quarante": 40, "soixante": 60, "quinzaine": 15},
    "de": {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "sechzig": 60},
    "es": {"veinte": 20, "treinta": 30, "cuarenta": 40, "sesenta": 60},
    "it": {"venti": 20, "trenta": 30}, "nl": {"twintig": 20, "dertig": 30},
    "pt": {"vinte": 20, "trinta": 30},
}  # fmt: skip
_NUMBERS = {
    language: {
        **{word: str(at) for at, word in enumerate(words.split(), 1) if at > 1},
        **{word: str(number) for word, number in _TENS.get(language, {}).items()},
    }
    for language, words in _WORDS.items()
}
#: What a number begins with.
_FIRST = lazy_pattern(r"[+\d]")
#: The languages whose small numbers are known as words.
SPOKEN = frozenset(_NUMBERS)


class Figure(NamedTuple):
    """A number and where it stands: how it is compared, whether it is a word, its currency sign."""

    start: int
    end: int
    value: str
    is_word: bool = False
    sign: str = ""


def figures(text: str, words: AbstractSet[str], locale: str) -> Iterator[Figure]:
    """Yield the numbers of a folded text, of which small ones can be words of its language.

    `words` are its words in small letters. One is left out: in many
    languages it is the article too.
    """
    for found in _in_digits(text):
        value = _value(found)
        if value != "1":
            yield Figure(*found.span(), value, False, _sign(text, *found.span()))
    known = _NUMBERS.get(locale.partition("-")[0], {})
    for own in sorted(known.keys() & words):
        for word in re.finditer(rf"\b{own}\b", text, re.IGNORECASE):
            yield Figure(*word.span(), known[own], True)


def _in_digits(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers that are written in digits; a search for digits is a quick one."""
    done = 0
    for first in _FIRST.finditer(text):
        found = _FIGURE.match(text, first.start()) if first.start() >= done else None
        if found:
            done = found.end()
            yield found


def _sign(text: str, start: int, end: int) -> str:
    """Return the sign of a currency before or after a number, or nothing."""
    near = f"{text[max(start - 2, 0) : start].rstrip()[-1:]}{text[end : end + 2].lstrip()[:1]}"
    return next((sign for sign in near if sign in "£$€¥₹"), "")


def _value(found: re.Match[str]) -> str:
    if found["date"]:
        return "/".join(sorted(part.lstrip("0") for part in re.split(r"\D", found["date"])))
    if found["hour"]:
        hour = int(found["hour"]) % 12 + 12 * (found["half"][0].lower() == "p")
        return _clock(hour, int(found["minute"] or 0))
    if found["clock"]:
        return _clock(int(found["clock"]), int(found["past"]))
    plain = found["plain"].replace("'", "").replace(" ", "")
    whole, mark, part = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", plain).groups()  # type: ignore[union-attr]
    if mark is None:
        digits = re.sub(r"[.,]", "", plain)
        return digits.lstrip("0") if len(digits) == 2 else digits
    part = part.rstrip("0")
    return re.sub(r"[.,]", "", whole) + (f".{part}" if part else "")


def _clock(hour: int, minute: int) -> str:
    """Return a time of day; a full hour is its number, as in 17 h and 17 Uhr."""
    return f"{hour}:{minute:02}" if minute else str(hour)
