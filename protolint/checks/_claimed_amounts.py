"""What a text claims of amounts: prices and shares, what is free, numbers of things, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from protolint.checks._claim import Claim, Hints, about_place, sentence_at
from protolint.text.amounts import amounts
from protolint.text.lazy import lazy_pattern
from protolint.text.numbers import IN_WORDS, WORDS, number_of
from protolint.text.reading import Reading
from protolint.text.stems import stem, stems

_MONEY = frozenset(
    ["pound", "pounds", "euro", "euros", "dollar", "dollars", "rupee", "rupees", "gbp", "eur",
     "usd", "inr", "chf", "percent", "cent", "pence", "p"]
)  # fmt: skip
_MOST = lazy_pattern(
    r"\b(?:up to|at most|maximum(?: of)?|max|no more than|capped at)\s*$", re.IGNORECASE
)
_LEAST = lazy_pattern(
    r"\b(?:over|above|more than|at least|minimum(?: \w+)? (?:of|is)|from|exceeds?|under|below"
    r"|less than|spend|minimum \w+|star(?:ts|ting) (?:at|from)|begins? at)\s*$",
    re.IGNORECASE,
)
_LEAST_AFTER = lazy_pattern(r"\s*(?:or more|or over|and over|minimum|\+)", re.IGNORECASE)
#: What a price is for: £5 a month, £10 per head.
_PER = lazy_pattern(
    r"\s*(?:(?:for )?(?:per|an?|each|every)\s|/\s?)(?:single |further |additional )?"
    r"(?P<noun>[a-z]{3,})",
    re.IGNORECASE,
)
#: What is taken off a price.
_OFF = lazy_pattern(r"\b(?:save|saves|discount of)\s*$", re.IGNORECASE)
_OFF_AFTER = lazy_pattern(r"\s*(?:off|discount|cheaper|reduction)\b", re.IGNORECASE)
_FREE_WORDS = frozenset(["free", "charge", "cost", "costs", "fee", "nothing", "charged"])
_FREE = lazy_pattern(
    r"\b(?:is|are|it's|that's|comes?|for|completely|entirely|always) (?:also )?"
    r"(?:free(?! of\b(?! charge))|free of charge)\b"
    r"(?! (?:to|if|on|for|when|over|from|until|with|text|up|trial|gift))"
    r"|\bfree (?=delivery|returns?|shipping|collection|repairs?)"
    r"(?!\w+ (?:on|for|over|if|when|with))"
    r"|\b(?:at no (?:extra |additional )?(?:cost|charge)|without charge"
    r"|no (?:\w+ )?(?:charge|fee)|costs? (?:you )?nothing"
    r"|(?:doesn't|does not|won't|will not) cost (?:you )?(?:anything|a penny)"
    r"|(?:don't|do not|won't|will not) charge(?! \w+ (?:until|before|when|if)))\b"
    r"(?! (?:if|on|when|over|from|until))",
    re.IGNORECASE,
)
#: What is free only then.
_DEPENDS = lazy_pattern(
    r"\b(?:if|unless|otherwise|as long as|when|once|until|before|tell us)\b", re.IGNORECASE
)
_NOUN = (
    r"[ -](?P<noun>(?!(?:working|business|calendar|full|more|other|of|and|or|to|in|on|at|x|am|pm"
    r"|hundred|thousand)\b)[a-z]{3,})\b"
)
_COUNT = lazy_pattern(rf"(?<![\w.,:/£$€#-])(?P<number>\d{{1,4}}){_NOUN}", re.IGNORECASE)
_COUNT_IN_WORDS = lazy_pattern(rf"\b(?P<number>{IN_WORDS}){_NOUN}", re.IGNORECASE)
_NO_COUNT = frozenset(
    map(
        stem,
        [
            "minute", "hour", "day", "week", "month", "year", "second", "pound", "euro", "dollar",
            "rupee", "pence", "penny", "cent", "per", "percent", "time", "step", "way", "thing",
            "option", "quick", "simple", "easy", "jan", "january", "feb", "february", "mar",
            "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august", "sep",
            "sept", "september", "oct", "october", "nov", "november", "dec", "december", "noon",
            "min", "hr", "key", "moment", "little", "last", "another", "fortnight", "o'clock",
            "off", "but", "for", "from", "until", "till", "who", "that", "with", "the", "you",
            "can", "has", "have", "will", "was", "were", "are", "his", "her", "she", "they",
            "when", "this", "bit",
        ],
    )
)  # fmt: skip
#: What is measured, by the ways in which people write it.
_MEASURES = {
    "kg": "kg|kgs|kilos?|kilograms?", "g": "grams?", "km": "km|kilomet(?:re|er)s?",
    "mile": "miles?", "cm": "cm|centimet(?:re|er)s?", "mm": "mm|millimet(?:re|er)s?",
    "m": "met(?:re|er)s?", "ml": "ml|millilit(?:re|er)s?", "l": "lit(?:re|er)s?", "gb": "gb|gigs?",
    "mb": "mb", "tb": "tb", "mbps": "mbps|mbit/s", "gbps": "gbps", "kwh": "kwh", "kw": "kw",
    "ghz": "ghz", "degree": "degrees?|°c?", "inch": "inch(?:es)?", "second": "seconds?|secs?",
}  # fmt: skip
_MEASURE_WORDS = frozenset(
    [
        "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "gram", "grams", "km", "kilometre",
        "kilometres", "kilometer", "kilometers", "mile", "miles", "cm", "centimetre",
        "centimetres", "centimeter", "centimeters", "mm", "millimetre", "millimetres",
        "millimeter", "millimeters", "metre", "metres", "meter", "meters", "ml", "millilitre",
        "millilitres", "milliliter", "milliliters", "litre", "litres", "liter", "liters", "gb",
        "gig", "gigs", "mb", "tb", "mbps", "mbit", "gbps", "kwh", "kw", "ghz", "degree",
        "degrees", "c", "inch", "inches", "second", "seconds", "sec", "secs",
    ]
)  # fmt: skip
_MEASURE = lazy_pattern(
    rf"(?<![\w.,:/£$€#-])(?P<number>\d+(?:\.\d+)?|{IN_WORDS})[ -]?(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _MEASURES.items())
    + r")(?!\w)",
    re.IGNORECASE,
)
_AGE = lazy_pattern(
    rf"\b(?:(?:over|under|aged|least)[ -]?(?P<one>\d\d|{IN_WORDS})s?\b(?!\.\d|,\d|%)"
    r"(?=[^\w\s]|\s*$| (?:has|have|to|can|must|may|is|are|and|or|will|on|who|with|pays?|needs?)\b)"
    rf"|(?P<two>\d\d|{IN_WORDS})(?:\+(?!\w)| or (?:over|older|above)\b"
    r"|[ -]years?(?:[ -]olds?| of age)\b|-year-olds?\b))",
    re.IGNORECASE,
)
_AGE_WORDS = frozenset(["over", "under", "aged", "least", "older", "above", "age", "old", "olds"])
_AGES = range(5, 100)


def claimed_amounts(reading: Reading, known: Hints) -> Iterator[Claim]:
    """Yield what a reading claims of amounts."""
    if not _FREE_WORDS.isdisjoint(known.parts):
        yield from _free(reading)
    if not known.has_numbers:
        return
    if not _MONEY.isdisjoint(known.parts) or any(sign in reading.folded for sign in "£$€¥₹%"):
        yield from _sums(reading)
    is_measured = not _MEASURE_WORDS.isdisjoint(known.parts)
    if is_measured:
        yield from _measures(reading)
    yield from _counts(reading, known, is_measured=is_measured)
    if not _AGE_WORDS.isdisjoint(known.parts) or "+" in reading.folded:
        yield from _ages(reading)


def _sums(reading: Reading) -> Iterator[Claim]:
    text = reading.folded
    for amount in amounts(text):
        own = about_place(reading, amount.start, amount.end)
        per = _PER.match(text, amount.end)
        if per:
            own = own._replace(kinds=(f"per {per['noun'].lower().rstrip('s')}",))
        before = text[max(amount.start - 30, 0) : amount.start]
        if _OFF_AFTER.match(text, amount.end) or _OFF.search(before):
            own = own._replace(topic="voucher", sure=2)
        side = "most" if _MOST.search(before) else ""
        if _LEAST.search(before) or _LEAST_AFTER.match(text, amount.end):
            side = "least"
        value = (amount.value, amount.unit)
        yield Claim(amount.start, amount.end, "amounts", "money", value, own, side)


def _free(reading: Reading) -> Iterator[Claim]:
    for found in _FREE.finditer(reading.folded):
        _, sentence, _ = sentence_at(reading, found.start())
        if _DEPENDS.search(sentence):
            continue
        own = about_place(reading, *found.span())
        yield Claim(*found.span(), "amounts", "money", (0.0, ""), own)


def _counts(reading: Reading, known: Hints, *, is_measured: bool) -> Iterator[Claim]:
    text = reading.folded
    in_words = () if WORDS.isdisjoint(known.parts) else _COUNT_IN_WORDS.finditer(text)
    for found in chain(_COUNT.finditer(text), in_words):
        noun = found["noun"].lower()
        what = stems(noun)
        if not what or what[0] in _NO_COUNT:
            continue
        if is_measured and _MEASURE.match(text, found.start()):
            continue
        own = about_place(reading, *found.span())._replace(topic=what[0])
        value = (_number(found["number"]),)
        yield Claim(*found.span(), "amounts", "count", value, own)


def _measures(reading: Reading) -> Iterator[Claim]:
    for found in _MEASURE.finditer(reading.folded):
        unit = f"in {found.lastgroup}"
        own = about_place(reading, *found.span())._replace(topic=unit)
        yield Claim(*found.span(), "amounts", "count", (_number(found["number"]),), own)


def _ages(reading: Reading) -> Iterator[Claim]:
    for found in _AGE.finditer(reading.folded):
        age = _number(found["one"] or found["two"])
        if age in _AGES:
            own = about_place(reading, *found.span())._replace(topic="years of age")
            yield Claim(*found.span(), "amounts", "count", (age,), own)


def _number(said: str) -> float:
    return float(said) if said[0].isdigit() else float(number_of(said))
