"""Words that are right in several spellings, of which a library keeps to one: e-mail and email."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from protolint.text.lazy import lazy_pattern

#: Spellings of one word; endings go to any of them.
_WORDS = (
    "email e-mail", "website web-site", "online on-line", "homepage home-page", "wifi wi-fi",
    "voicemail voice-mail", "timeframe time-frame", "helpdesk help-desk", "postcode post-code",
    "username user-name", "cancelled canceled", "cancelling canceling", "travelled traveled",
    "labelled labeled", "colour color", "favourite favorite", "favour favor", "honour honor",
    "behaviour behavior", "neighbour neighbor", "centre center", "catalogue catalog", "grey gray",
    "fulfil fulfill", "enrol enroll", "instalment installment", "jewellery jewelry", "ok okay",
    "cooperate co-operate", "coordinate co-ordinate", "preorder pre-order", "prepaid pre-paid",
)  # fmt: skip
#: Written as one word they are nouns: as verbs they are two.
_VERBS = {"signin": "sign in", "login": "log in", "logon": "log on", "signup": "sign up",
          "logout": "log out", "signout": "sign out", "checkin": "check in"}  # fmt: skip
_WORDS_OF_VERBS = frozenset(
    own for word, verb in _VERBS.items() for own in (word, verb.split()[0], verb.replace(" ", "-"))
)
_BEFORE_VERB = frozenset(
    [
        "to", "please", "can", "could", "cannot", "must", "then", "and", "or", "you", "i", "we",
        "they", "may", "will", "not", "don't", "now", "just",
    ]
)  # fmt: skip
_BEFORE_NOUN = frozenset(
    ["the", "your", "a", "an", "our", "this", "that", "new", "my", "their", "each", "every"]
)
_NAMES = [
    "PayPal", "WhatsApp", "iPhone", "iPad", "YouTube", "LinkedIn", "FedEx", "eBay", "TikTok",
    "AirPods", "iOS", "macOS", "GitHub", "PowerPoint", "OneDrive", "SharePoint", "WordPress",
    "QuickBooks", "iCloud", "iTunes", "FaceTime", "Mastercard", "Trustpilot", "Facebook",
    "Instagram", "Android",
]  # fmt: skip
_ISE = lazy_pattern(
    r"(?:apolog|organ|recogn|author|final|priorit|summar|personal|special|standard|custom|categor"
    r"|util|optim|minim|maxim|initial|emphas|familiar|general|modern|normal|penal|synchron|sympath"
    r"|visual|critic|capital|digit|local|memor|monet|subsid|stabil|central|character|neutral)"
    r"i(?P<letter>[sz])(?:e|es|ed|er|ers|ing|ation|ations)"
)
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "'s")
_BASES = {own: group.split()[0] for group in _WORDS for own in group.split()}
_KNOWN_NAMES = {name.lower(): name for name in _NAMES}
_NO_WORD = r"(?![\w@]|-\w|\.\w)"
_plain: set[str] = set()


class Spelling(NamedTuple):
    """A word that has other spellings: where, the word that it is, and how it is spelt here."""

    start: int
    end: int
    term: str
    way: str


def spellings(text: str, words: AbstractSet[str]) -> Iterator[Spelling]:
    """Yield the words of a folded text that have other spellings, each of them once.

    `words` are all its words in small letters. A verb and a noun (log in, the login) are two terms,
    and a word of which nobody can tell which it is, is none.
    """
    for word in sorted(words - _plain):
        own = _looked_up(word)
        if own is None:
            _keep(word)
            continue
        places = re.finditer(rf"(?<![\w@./#-]){re.escape(word)}{_NO_WORD}", text, re.IGNORECASE)
        for place in places:
            term, way = own
            yield Spelling(*place.span(), term, place.group() if way == "name" else way)
            break
    if not _WORDS_OF_VERBS.isdisjoint(words):
        yield from _verbs(text)


def _keep(word: str) -> None:
    """Keep a word as one that has a single spelling, which most have, for the next time."""
    if len(_plain) > 100_000:
        _plain.clear()
    _plain.add(word)


def _looked_up(word: str) -> tuple[str, str] | None:
    if word in _KNOWN_NAMES:
        return _KNOWN_NAMES[word], "name"
    found = _ISE.fullmatch(word)
    if found:
        return "words in -ise or -ize", f"-i{found['letter']}e"
    for ending in _ENDINGS:
        base = word.removesuffix(ending) if word.endswith(ending) else ""
        if base in _BASES:
            return _BASES[base], base
    return None


_PHRASES = lazy_pattern(
    r"(?:\b(?P<before>[\w']+) )?(?<![\w@./#-])(?P<word>(?P<first>sign|log|check)(?P<mark>[ -]?)"
    rf"(?P<last>in|on|up|out)){_NO_WORD}",
    re.IGNORECASE,
)


def _verbs(text: str) -> Iterator[Spelling]:
    seen: set[tuple[str, str]] = set()
    for found in _PHRASES.finditer(text):
        verb = _VERBS.get(f"{found['first']}{found['last']}".lower())
        before = (found["before"] or "").lower()
        if verb is None or (found["mark"] == " " and before in _BEFORE_NOUN):
            continue
        if before in _BEFORE_NOUN:
            term = f"the {verb.replace(' ', '-')}"
        elif before in _BEFORE_VERB or (not before and found["mark"] == " "):
            term = verb
        else:
            continue
        way = found["word"].lower()
        if (term, way) not in seen:
            seen.add((term, way))
            yield Spelling(*found.span("word"), term, way)
