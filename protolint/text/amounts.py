"""Amounts of money, shares and telephone numbers in a text, made comparable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from protolint.text.fold import fold
from protolint.text.lazy import lazy_pattern
from protolint.text.numbers import BELOW_100, IN_WORDS, number_of

_UNITS = {
    "£": "gbp", "pound": "gbp", "gbp": "gbp", "€": "eur", "euro": "eur", "eur": "eur",
    "$": "usd", "dollar": "usd", "usd": "usd", "%": "%", "percent": "%", "per cent": "%",
    "¥": "jpy", "₹": "inr", "rupee": "inr", "inr": "inr", "chf": "chf",
}  # fmt: skip
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_AMOUNT = lazy_pattern(
    rf"(?P<sign>[£$€¥₹])\s?(?P<after>{_FIGURE})(?![\d%])"
    rf"|(?<![\w.,£$€¥₹])(?P<before>{_FIGURE}|{IN_WORDS})\s?"
    r"(?P<unit>[£€%]|(?:gbp|eur|usd|inr|chf|percent|per cent|pence)\b|p\b"
    rf"|(?:pound|euro|dollar|rupee)s?\b(?: (?:and )?(?P<small>{BELOW_100}|\d\d)(?: pence| cents)?\b"
    r"(?! (?:pound|euro|dollar|rupee|hundred|thousand|minute|hour|day|week|month|year)))?)",
    re.IGNORECASE,
)
_PHONE = lazy_pattern(r"(?<![\w.,/#£$€-])(?:\+|\(?\+?\d)[\d\s()./-]{4,}\d(?![\w/]|[.,-]\d)")
_DATE = lazy_pattern(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")
_ADDRESS = lazy_pattern(r"\d{1,3}(?:\.\d{1,3}){3}")
#: What says that digits in a row are a telephone number, and no order or account.
_CALL = lazy_pattern(
    r"\b(?:call|phone|telephone|tel|ring|dial|text|sms|whatsapp|mobile|hotline|helpline|fax)\b",
    re.IGNORECASE,
)
_BEFORE = 60
_COUNTRY = lazy_pattern(r"^(?:\+|00)\d{1,3}[\s(-]")


class Amount(NamedTuple):
    """An amount and where it stands; its unit is a currency or %."""

    start: int
    end: int
    value: float
    unit: str


class Phone(NamedTuple):
    """A telephone number and where it stands; its digits are those after any country code or 0."""

    start: int
    end: int
    digits: str


def amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of money and the shares in a text, in order."""
    for found in _AMOUNT.finditer(fold(text)):
        unit = (found["sign"] or found["unit"]).lower()
        said = found["after"] or found["before"]
        value = _number(said)
        if found["small"]:
            unit = unit.split()[0]
            value += _number(found["small"]) / 100
        elif unit in ("p", "pence"):
            unit, value = "gbp", value / 100
        yield Amount(*found.span(), value, _UNITS.get(unit) or _UNITS[unit.rstrip("s")])


def _number(said: str) -> float:
    return float(said.replace(",", "")) if said[0].isdigit() else float(number_of(said))


def phones(text: str) -> Iterator[Phone]:
    """Yield what can be a telephone number: 6 to 15 digits that are no date, IP address or card.

    Digits in a row that begin with no 0 and no + are one only after a word such as “call”.
    """
    folded = fold(text)
    for found in _PHONE.finditer(folded):
        said = found.group()
        count = sum(map(str.isdigit, said))
        if not 6 <= count <= 15 or _DATE.fullmatch(said) or _ADDRESS.fullmatch(said):
            continue
        before = folded[max(found.start() - _BEFORE, 0) : found.start()]
        if said[0] in "+0(" or not said.isdigit() or _CALL.search(before):
            yield Phone(*found.span(), _digits(said))


def _digits(said: str) -> str:
    national = _COUNTRY.sub("", said).removeprefix("(0)").removeprefix("0)")
    return "".join(filter(str.isdigit, national)).lstrip("0")
