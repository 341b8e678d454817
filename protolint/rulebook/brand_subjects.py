"""How sentences name the subjects that a brand states facts about: patterns in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.checks.facts import Subject
from protolint.rulebook.brand import BrandFact
from protolint.text.slots import literal

#: Subjects that are named in several ways: any of the names, and the pattern for all of them.
_FAMILIES: tuple[tuple[str, str], ...] = (
    ("refund refunds reimbursement repayment", r"refund\w*|reimburs\w+|money back|repaid|repay"),
    (
        "reply replies response responses answer answers",
        r"repl(?:y|ies|ied|ying)|respon[ds]\w*|answer\w*|(?:get|come|write|be) back (?:to|with)"
        r"|write back|hear (?:back )?from (?:us|me)|be in touch|get in touch with you",
    ),
    ("callback callbacks", r"call(?:s|ed|ing)? (?:you )?back|call ?-?backs?|ring you"),
    (
        "delivery deliveries shipping shipment dispatch",
        r"deliver\w*|arriv\w+|ship(?:s|ped|ping|ments?)?|dispatch\w*|(?:be|is|are) with you",
    ),
    ("return returns", r"return\w*|sen[dt] (?:it|them) back"),
    ("cancellation cancellations cancel", r"cancel\w*"),
    ("exchange exchanges replacement replacements", r"exchang\w+|replac\w+|swap\w*"),
    ("repair repairs", r"repair\w*|mend\w*|fix(?:es|ed|ing)?"),
    ("support", r"support\w*|customer service|help ?desk"),
    (
        "contact",
        r"contact\w*|call|phone|telephone|ring|text us|e-?mail us|write to (?:us|me)|message us"
        r"|(?:get in touch|speak|talk) (?:to|with)|reach (?:us|me|out)",
    ),
    ("complaint complaints", r"complain\w*"),
)
_BY_NAME = {name: pattern for names, pattern in _FAMILIES for name in names.split()}
#: Words that say what kind of fact it is, and not what it is about.
_GENERIC = frozenset(
    [
        "a", "an", "and", "by", "date", "deadline", "desk", "email", "for", "frame", "hours", "in",
        "line", "link", "number", "of", "on", "opening", "our", "page", "period", "phone", "policy",
        "rate", "service", "team", "the", "time", "timeframe", "times", "to", "us", "website",
        "window", "your",
    ]
)  # fmt: skip
_ENDING = re.compile(r"(?:(?:e|i)?s|y|ies|ing|ation|ment|ed)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
#: The shortest stem that can have any ending: “delivery” is “deliver”, “cutting” is “cut”.
_SHORTEST = 3


def subject(fact: BrandFact, given: tuple[str, ...]) -> Subject:
    """Return the subject of a fact as the check reads it, with what may be stated about it."""
    plain = fact.about.casefold().strip()
    words = [word for word in re.split(r"[\s_/-]+", plain) if word]
    telling = [word for word in words if word not in _GENERIC or word in _BY_NAME] or words
    patterns = tuple(dict.fromkeys(_pattern(word) for word in telling))
    return Subject(
        about=fact.about, words=patterns, intents=tuple(_intents(plain, words)), given=given
    )


def _intents(plain: str, words: list[str]) -> Iterator[str]:
    yield "-".join(words)
    if not plain.endswith("s"):
        yield "-".join(words) + "s"


def _pattern(word: str) -> str:
    """Return how sentences may say a word: its family, or its stem with any ending."""
    if word in _BY_NAME:
        return _BY_NAME[word]
    stem = _ENDING.sub("", word)
    if stem != word:
        stem = _DOUBLED.sub(r"\1", stem)
    if len(stem) < _SHORTEST or not word.isalpha():
        return rf"{literal(word)}s?"
    return rf"{stem}\w*" if stem.isascii() else rf"{stem}\pL*"
