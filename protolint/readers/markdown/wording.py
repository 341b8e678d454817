"""Whether words are said to a customer, or tell an agent what to do: what blocks are guessed by."""

from __future__ import annotations

import re

from protolint.readers.markdown.labels import label_at
from protolint.text.lazy import lazy_pattern
from protolint.text.parts import is_greeting, is_sign_off

_BE = r"(?:['’](?:m|re)| am| are) (?:so |very |really |truly )?(?:sorry|happy|glad|pleased)"
_OPENING = lazy_pattern(
    r"\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|thanks|thank you|many thanks"
    rf"|(?:we|i){_BE}|sorry|(?:my )?apologies|(?:we|i) apologi[sz]e|welcome|congratulations"
    r"|(?:good|great) news|great question|unfortunately"
    r"|bonjour|merci|désolée?|hallo|guten|danke|vielen dank|sehr geehrte|liebe|hola|gracias"
    r"|estimad\w+|buenos|olá|obrigad\w+|ciao|gentile|grazie)\b",
    re.IGNORECASE,
)
_FIRST = lazy_pattern(
    r"\b(?:i|we|my|our|us|me|wir|uns|unser\w*|ich|nous|notre|nos|je|nosotros|nuestr\w+|noi|nós)\b",
    re.IGNORECASE,
)
_SECOND = lazy_pattern(
    r"\b(?:you|yours?|sie|ihnen|ihre?[nmrs]?|dir|dein\w*|euch|vous|votre|vos|usted(?:es)?|tu|su|sus"
    r"|você|sua?|lei)\b",
    re.IGNORECASE,
)
_ADDRESS = lazy_pattern(r"\b(?:yours?|you['’](?:re|ve|ll|d))\b|\?", re.IGNORECASE)
_PEOPLE = "customer|caller|client|user|guest|patient|contributor|member|agent|requester|ticket"
_THIRD = lazy_pattern(
    rf"\b(?:the (?:{_PEOPLE})s?|customers?|agents?|(?:he|she|they) (?:asks?|says?|wants?))\b",
    re.IGNORECASE,
)
_OF_PEOPLE = lazy_pattern(
    rf"\b(?:(?:the|an?|each|every|any|all|our|your|affected|angry) (?:{_PEOPLE})s?|customers?"
    r"|clients?|agents?|callers?|team leads?|supervisors?|tier [123]|l[123])\b(?!['’]s? (?:name))",
    re.IGNORECASE,
)
_REMARK = lazy_pattern(
    r"\W*(?:"
    r"(?:to be )?used? (?:(?:this|it|these|only) )*(?:when|if|for|as|after|before|by|in|with|to)\b"
    rf"|(?:when|if) (?:(?:a|an|the) (?:{_PEOPLE}|issue|pr)|someone|somebody|customers?|they)\b"
    r"|when (?:a|an|the|pr|issue|replying|closing|asking)\b"
    rf"|for (?:when|use|thanking|anyone|people|replying|closing|asking|any|(?:{_PEOPLE})s?)\b"
    r"|internal|nb|n\.b\.|tip|pro tip|goal|purpose|(?:works )?best for|good for|great for"
    r"|not for|only for)\b",
    re.IGNORECASE,
)
#: What begins a remark where nobody is spoken to.
_ORDER = lazy_pattern(
    r"\W*(?:send|sent|paste|reply|replace|personali[sz]e|customi[sz]e|adapt|escalate|make sure"
    r"|do not|don['’]t|never|always|avoid|attach|include|log(?! (?:in|on|out|back)\b)|tag|note"
    r"|after sending|before sending|shows?)\b",
    re.IGNORECASE,
)
_ALERT = lazy_pattern(r"\s*\\?\[!(?:note|tip|important|warning|caution)\]", re.IGNORECASE)
#: Words in quotes and nothing else, maybe behind an arrow.
_QUOTED = lazy_pattern(r"\s*(?:(?:→|->|=>)\s*)?[\"“„«][^\"”“«»]{12,}[\"”“»]\s*")
#: What is told to the agent within a message.
_BRACKETS = lazy_pattern(r"\[[^\]\n]{2,120}\](?![(\[])|\([^()\n]{2,120}\)")
#: What placeholders are hidden by while Markdown is parsed.
PLACEHOLDER = "\ue100"
#: A greeting stands in one of so many first lines, a sign-off in one of the last.
_EDGE = 6


def opens(text: str) -> bool:
    """Return whether a text begins as a message does: with a greeting, thanks or an apology."""
    lines = (line.lstrip("> ") for line in text.strip().split("\n"))
    first = next((line for line in lines if line.strip() and not label_at(line)), "")
    return is_greeting(first) or bool(_OPENING.match(first))


def greets(text: str) -> bool:
    """Return whether one of the first lines of a text is a greeting."""
    return any(is_greeting(line.strip("> \\")) for line in text.split("\n")[:_EDGE])


def closes(text: str) -> bool:
    """Return whether one of the last lines of a text is a sign-off."""
    return any(is_sign_off(line.strip("> \\")) for line in text.rstrip().split("\n")[-_EDGE:])


def is_remark(text: str) -> bool:
    """Return whether a text tells an agent when or how to use a message."""
    plain = _BRACKETS.sub("", text.lstrip("*_> "))
    if begins_as_remark(plain):
        return True
    return bool(_THIRD.search(plain)) and not opens(plain) and not _addresses(plain)


def begins_as_remark(text: str) -> bool:
    """Return whether the first words of a text tell an agent when or how to use a message."""
    plain = text.lstrip("*_> ")
    if opens(plain):
        return False
    return bool(_REMARK.match(plain) or (_ORDER.match(plain) and not _addresses(plain)))


def is_alert(text: str) -> bool:
    """Return whether a quote is an alert as GitHub shows it: “[!NOTE]”."""
    return _ALERT.match(text) is not None


def is_said(text: str) -> bool:
    """Return whether a text is likely to be said to a customer."""
    plain = _BRACKETS.sub("", text.lstrip("*_> \"“'"))
    if opens(plain) or _QUOTED.fullmatch(text):
        return True
    if _REMARK.match(plain) or _THIRD.search(plain):
        return False
    is_spoken = _addresses(plain)
    return is_spoken or (PLACEHOLDER in plain and not _ORDER.match(plain))


def speaks_of_customers(text: str) -> int:
    """Return how often a text speaks of customers and agents, as only colleagues are spoken to."""
    return len(_OF_PEOPLE.findall(text))


def speaks_to_somebody(text: str) -> int:
    """Return how often a text says “you”, in one of several languages."""
    return len(_SECOND.findall(text))


def _addresses(text: str) -> bool:
    """Return whether a text speaks to somebody: of me and you, of yours, in questions."""
    return bool(_FIRST.search(text) and _SECOND.search(text)) or bool(_ADDRESS.search(text))
