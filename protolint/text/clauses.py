"""Clauses of a sentence: what it asserts, and the conditions, reasons and times around that."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from protolint.text.lazy import lazy_pattern

Role = Literal["main", "aside"]

_SUBJECT = (
    r"(?:(?:we|i|you|they|he|she|it|this|that|there|these|those|our|your|my|the|please|let|here|an?"
    r"|all|any|no|someone|feel|do|don't|can|could|would|will|how|what|which|just|simply)"
    r"(?:'\w+)?\b|[\ue000-\uf8ff])"
)
#: “Due to rain” gives a reason, “due to start” a time.
_DUE_TO = (
    r"due\sto(?!\s(?:arrive|be|begin|close|come|end|expire|finish|go|happen|leave|open|ship|start"
    r"|take)\b)"
)
_SUBORDINATOR = (
    r"because|since|if|unless|when|whenever|once|while|whilst|although|though|even\sthough|until"
    rf"|till|before|after|as\ssoon\sas|as\slong\sas|so\sthat|in\sorder\sto|{_DUE_TO}|owing\sto"
    r"|given\sthat|as|in\scase|whether|provided|whereas"
)
#: Words before which a clause begins even without a comma.
_OPENERS = (
    rf"because|if|unless|although|even\sthough|so\sthat|in\sorder\sto|{_DUE_TO}|as\ssoon\sas|in\scase"
    r"|owing\sto|once|when|while|until|since"
)
#: Where one clause ends and the next one begins: at a strong mark, or before a word that opens one.
#: The search skips to the first character, so that most of a text is passed over at once.
_BOUNDARY = lazy_pattern(
    rf"""[ \n,;:.!?…]
    (?: (?<=[!?]) ["')\]]*\s+
      | (?<=\.) \.\. \s*
      | (?<=[;:]) \s+ | (?<=\s) >\s+ | (?<=…) \s* | (?<=\s) -+\s+
      | (?<=,) \s+ (?=(?:and|but|so|or|then|yet|however|which|who|where|{_SUBORDINATOR})\b
        |{_SUBJECT})
      | (?<=\s) (?=(?:and|but|so|or)\s+(?:{_SUBJECT}|then\b|{_SUBORDINATOR}\b)
        |(?<!soon\s)(?<!long\s)(?<!much\s)(?<!many\s)(?<!well\s)(?<!far\s)
          as\s(?:we|you|i|it|they|there)\b|(?:{_OPENERS})\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
#: Words that link a clause to the one before it.
_LINK = lazy_pattern(
    r"(?:(?:and|but|so|or|then|yet|also|however|that\ssaid|unfortunately|fortunately|finally"
    r"|first|second|next|otherwise|therefore|thus|additionally|instead|sadly|luckily"
    r"|(?:sorry|apologies|thanks|thank\syou)(?=[,!])|alternatively|in\saddition|as\sa\sresult|for\snow|ok|okay|sure|great|yes|no|hi|hello)"
    r"\b[,:]?\s*)+(?=\S)",
    re.IGNORECASE,
)
_LINKS = frozenset(
    [
        "and", "but", "so", "or", "then", "yet", "also", "however", "that", "unfortunately",
        "fortunately", "finally", "first", "second", "next", "otherwise", "therefore",
        "thus", "additionally", "instead", "sadly", "luckily", "alternatively", "in", "as",
        "for", "ok", "okay", "sure", "great", "yes", "no", "hi", "hello", "sorry",
        "apologies", "thanks", "thank",
    ]
)  # fmt: skip
#: Words and phrases that open what is said beside the main clause: conditions, times, reasons.
_ASIDES = frozenset(
    [
        "if", "unless", "when", "whenever", "once", "while", "whilst", "although", "though",
        "until", "till", "before", "after", "whether", "provided", "whereas", "because",
        "since", "to",
    ]
)  # fmt: skip
_PHRASES = lazy_pattern(
    rf"(?:even though|as (?:soon|long) as|in case|should you|{_DUE_TO}|owing to|given that"
    r"|in order to|so that|as\b(?! (?:well|for|of|a result|you can)))\b",
    re.IGNORECASE,
)
_OPEN_PHRASES = frozenset(["even", "as", "in", "should", "due", "owing", "given", "so"])
#: What may begin the main clause after an aside that no comma ends: “Since it broke we will …”.
_RESUMES = lazy_pattern(
    r" (?=(?:please|(?:we|i)(?:'ll| will| request| ask| recommend| suggest|'ve| have|'re| are)"
    r"|you (?:can|may))\b)",
    re.IGNORECASE,
)
#: Words after which that is part of the aside: “If there is anything we have …”.
_GOES_ON = frozenset(
    [
        "that", "which", "who", "what", "how", "why", "where", "when", "whether", "if", "than",
        "think", "know", "believe", "say", "says", "and", "or", "items", "all", "everything",
        "anything", "something",
    ]
)  # fmt: skip
_EDGES = " ,.;:!?\"'*_>()\n"
_FIRST = lazy_pattern(r"[\w]*")

#: Stands between two clauses.
BAR = "\n|\n"


class Clauses(NamedTuple):
    """The main clauses of a sentence, and those beside them: conditions, reasons, purposes, times.

    Each clause is a line, with a line that holds a bar between, so that `^` and `$` are the ends
    of a clause and nothing matches across two. Words that link a clause to another (“but”,
    “unfortunately”) have lines of their own. All white space within a clause is one plain space.
    """

    main: str
    aside: str


def clauses(sentence: str) -> Clauses:
    """Return the clauses of a folded sentence: a guess from its small words alone."""
    found: dict[Role, list[str]] = {"main": [], "aside": []}
    start = 0
    for boundary in _BOUNDARY.finditer(sentence):
        _add(found, sentence[start : boundary.start()])
        start = boundary.end()
    _add(found, sentence[start:])
    return Clauses(*map(BAR.join, found.values()))


def _add(found: dict[Role, list[str]], part: str) -> None:
    part = " ".join(part.split()).strip(_EDGES)
    if not part:
        return
    word = _FIRST.match(part).group().lower()  # type: ignore[union-attr]
    role = _role(word, part)
    if role != "main" and ", " in part:  # what comes first ends with its comma
        part, _, rest = part.partition(", ")
        found[role].append(part)
        _add(found, rest)
        return
    resumes = _resumption(part) if role != "main" else None
    if resumes:
        found[role].append(part[:resumes])
        _add(found, part[resumes:])
        return
    link = _LINK.match(part) if role == "main" and word in _LINKS else None
    if link:
        found["main"].append(link.group().strip(" ,:"))
        _add(found, part[link.end() :])
    else:
        found[role].append(part)


def _resumption(aside: str) -> int | None:
    """Return where a main clause begins in an aside, after three words of it or more."""
    for found in _RESUMES.finditer(aside):
        words = aside[: found.start()].lower().split()
        if len(words) > 2 and words[-1] not in _GOES_ON:
            return found.start()
    return None


def _role(word: str, part: str) -> Role:
    if word in _OPEN_PHRASES:
        return "aside" if _PHRASES.match(part) else "main"
    return "aside" if word in _ASIDES else "main"
