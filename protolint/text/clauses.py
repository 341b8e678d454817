"""Clauses of a sentence: what it asserts, and the conditions, reasons and times around that."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Role = Literal["main", "condition", "reason", "purpose"]

_SUBJECT = (
    r"(?:we|i|you|they|he|she|it|this|that|there|these|those|our|your|my|the|please|let|here|a|an"
    r"|all|any|no|someone|feel|do|don't|can|could|would|will|how|what|which|just|simply)"
    r"(?:'\w+)?\b|[\ue000-\uf8ff]"
)
_SUBORDINATOR = (
    r"because|since|if|unless|when|whenever|once|while|whilst|although|though|even though|until"
    r"|till|before|after|as soon as|as long as|so that|in order to|due to|owing to|given that|as"
    r"|in case|whether|provided|whereas"
)
#: Where one clause ends and the next one begins: at a strong mark, or before a word that opens one.
_BOUNDARY = re.compile(
    rf"""\s*;\s+ | \s+-+\s+ | :\s+ | \s*(?:\.\.\.|…)\s* | [!?]["')\]]*\s+ | (?<!\b(?:dr|mr|ms|st|no|vs|eg|ie))(?<!\b(?:mrs|e\.g|i\.e))\.["')\]]*\s+
    | ,\s+(?=(?:and|but|so|or|then|yet|however|which|who|where|{_SUBORDINATOR})\b|{_SUBJECT})
    | \s+(?=(?:and|but|so|or)\s+(?:{_SUBJECT}|then\b|{_SUBORDINATOR}\b))
    | \s+(?=as\s(?:we|you|i|it|they|there)\b)
    | \s+(?=(?:because|if|unless|although|even\sthough|so\sthat|in\sorder\sto|due\sto|as\ssoon\sas
      |in\scase|owing\sto|once|when|while|until|since)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:(?:and|but|so|or|then|yet|also|however|that said|unfortunately|fortunately|finally"
    r"|first|second|next|otherwise|therefore|thus|additionally|instead|sadly|luckily"
    r"|alternatively|in addition|as a result|for now|ok|okay|sure|great|yes|no|hi|hello)\b[,:]?\s*"
    r")+(?=\S)",
    re.IGNORECASE,
)
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{words})\b", re.IGNORECASE))  # type: ignore[misc]
    for role, words in (
        (
            "condition",
            "if|unless|when|whenever|once|while|whilst|although|though|even though|until|till"
            "|before|after|as soon as|as long as|in case|whether|provided|whereas|should you",
        ),
        (
            "reason",
            "because|since|due to|owing to|given that|as(?! (?:well|for|of|a result|you can))",
        ),
        ("purpose", "to|in order to|so that"),
    )
)


class Clauses(NamedTuple):
    """The clauses of a sentence by their role, one a line, with a line that holds a bar between.

    So `^` and `$` are the ends of a clause and nothing matches across two. Words that link a
    clause to another (“but”, “unfortunately”) have lines of their own.
    """

    main: str
    condition: str
    reason: str
    purpose: str


#: Stands between two clauses.
BAR = "\n|\n"


def clauses(sentence: str) -> Clauses:
    """Return the clauses of a folded sentence: a guess from its small words alone."""
    found: dict[Role, list[str]] = {"main": [], "condition": [], "reason": [], "purpose": []}
    start = 0
    for boundary in _BOUNDARY.finditer(sentence):
        _add(found, sentence[start : boundary.start()])
        start = boundary.end()
    _add(found, sentence[start:])
    return Clauses(*(BAR.join(found[role]) for role in Clauses._fields))  # type: ignore[index]


def _add(found: dict[Role, list[str]], part: str) -> None:
    part = part.strip(" ,.;:!?\"'*_>()\n")
    if not part:
        return
    role = _role(part)
    if role != "main" and ", " in part:  # what comes first ends with its comma
        part, _, rest = part.partition(", ")
        _add(found, part)
        _add(found, rest)
        return
    link = _LINK.match(part) if role == "main" else None
    if link:
        found["main"].append(link.group().strip(" ,:"))
        part = part[link.end() :]
        role = _role(part)
    found[role].append(part)


def _role(part: str) -> Role:
    return next((role for role, pattern in _ROLES if pattern.match(part)), "main")
