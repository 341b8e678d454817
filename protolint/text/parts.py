"""Parts of a message that are no prose: greetings, sign-offs, signatures, fields, list items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from protolint.script import Stretch
from protolint.text.abbreviations import STARTERS
from protolint.text.lazy import lazy_pattern

_OPAQUE_RANGE = "\ue000-\uf8ff"
_GREETINGS = frozenset(
    [
        "hi", "hello", "hey", "hiya", "dear", "greetings", "howdy", "bonjour", "cher", "chère",
        "ciao", "estimada", "estimado", "hallo", "hei", "hej", "hola", "liebe", "lieber", "olá",
        "salve",
    ]
)  # fmt: skip
_TIMES_OF_DAY = frozenset(["morning", "afternoon", "evening", "day"])
_CLOSINGS = frozenset(
    f"{before} {noun}".strip()
    for noun in ("regards", "wishes", "thanks")
    for before in ("", "kind", "kindest", "best", "warm", "warmest", "many", "with", "with kind",
                   "with best", "with many", "thanks and", "thanks and kind", "thanks and best")
) | frozenset(
    [
        "all the best", "best", "cheers", "cordially", "cordially yours", "faithfully yours",
        "respectfully", "sincerely", "sincerely yours", "take care", "talk soon", "thank you",
        "thank you again", "thank you so much", "thank you very much", "thanks a lot",
        "thanks again", "thanks so much", "thx", "truly yours", "warmly", "with appreciation",
        "with gratitude", "yours", "yours faithfully", "yours sincerely", "yours truly",
    ]
)  # fmt: skip
_FIRST_OF_CLOSINGS = frozenset(closing.split()[0] for closing in _CLOSINGS)
#: Small words that may stand among the names of a greeting or signature.
_AMONG_NAMES = frozenset(
    [
        "all", "and", "at", "again", "care", "customer", "everybody", "everyone", "folks", "friend",
        "friends", "from", "guest", "madam", "member", "of", "or", "our", "service", "sir",
        "sir/madam", "support", "team", "the", "there", "to", "valued", "you", "your",
    ]
)  # fmt: skip
_EDGES = ' \t^,.!:;–—-~*_"“”👋🙂😊👍❤️🎉'

#: A line longer than this is no greeting and no sign-off.
_LONGEST = 60
#: So many lines are kept in memory: each is asked about several times, and many stand in more than
#: one script.
_MOST_KEPT = 4_096

_AFTER_CLOSING = lazy_pattern(r"\s*(?:[,!.]|[–—-]+)\s*|$")
_SIGNATURE = lazy_pattern(rf"[-–—~]{{1,2}} ?[A-Z{_OPAQUE_RANGE}][^.!?]*$|\^[A-Z]{{1,3}}$")
_EMPTY_FIELD = lazy_pattern(
    rf"\W*[^\W\d_][\w /()'’&#-]*[:?]?\s*(?:_{{3,}}|\.{{4,}}|…{{2,}}|:)[_.…{_OPAQUE_RANGE}\s]*$"
)
_LABEL = lazy_pattern(rf"[\"“*_]*[A-Z{_OPAQUE_RANGE}][\w'’&/-]*(?: [\w'’&/-]+){{0,3}}:(?:[\s*_]|$)")
_BULLET = lazy_pattern(r"\s*(?:[◦●▪■⁃∙➤►→·*–-]\s|[•‣✓✔✅☑☐❌✗✘]|\d{1,2}[.)]\s)")
_DIRECTION = r"\s*(?:\[[^\]\n]+\](?![\[(])|\((?:[^()\n]*\)\s*$|[Ii]f\b))"
_LINE_START = lazy_pattern(f"{_BULLET.pattern}|{_LABEL.pattern}|{_DIRECTION}")
_DIRECTION_AT_END = lazy_pattern(r"(?:^|\s)\[[^\]\n]+\]\s*$")


def is_greeting(line: str) -> bool:
    """Return whether a line is only a greeting: “Hi Sam,”, “Dear {placeholder}”, “Hello there!”."""
    return len(line) <= _LONGEST and _greets(line)


@lru_cache(_MOST_KEPT)
def _greets(line: str) -> bool:
    words = _words_of(line)
    if not words or len(words) > 7:
        return False
    first = words[0].lower()
    if first in _GREETINGS:
        return _are_names(words[1:]) or _addresses_a_group(line, words)
    if first == "good" and len(words) > 1:
        return words[1].lower() in _TIMES_OF_DAY and _are_names(words[2:])
    if line.rstrip().endswith(",") and len(words) == 1:
        return _is_name(words[0]) and not first.endswith("ly") and first not in _CLOSINGS
    return " ".join(words).lower() == "to whom it may concern"


def _addresses_a_group(line: str, words: list[str]) -> bool:
    """Return whether a line that begins as a greeting ends as one: “Dear plot holders,”."""
    return len(words) <= 4 and line.rstrip().endswith(",") and line.count(",") == 1


def is_sign_off(line: str) -> bool:
    """Return whether a line closes a message: “Kind regards,”, “- The Acme team”, “^NC”."""
    stripped = line.strip()
    return 0 < len(stripped) <= _LONGEST and _signs_off(stripped)


@lru_cache(_MOST_KEPT)
def _signs_off(stripped: str) -> bool:
    words = stripped.split()
    if words[0].strip(_EDGES).lower() in _FIRST_OF_CLOSINGS:
        return _is_closing(stripped)
    if stripped[0] in "-–—~^":
        return _SIGNATURE.match(stripped) is not None and _are_names(_words_of(stripped))
    is_named = stripped[0].isupper() or "\ue000" <= stripped[0] <= "\uf8ff"
    return words[-1] in {"team", "Team"} and is_named and _are_names(words)


def is_field(line: str) -> bool:
    """Return whether a line is a field to fill in: “Name:”, “Order number: ____”."""
    if len(line) > 100 or not _EMPTY_FIELD.match(line):
        return False
    label = line.partition(":")[0].split()
    return "__" in line or ".." in line or not _is_lead_in(label)


def is_bullet(line: str) -> bool:
    """Return whether a line begins with a bullet character or a number of a list."""
    return _BULLET.match(line) is not None


def is_prose(line: str) -> bool:
    """Return whether a line is prose: words that are no greeting, sign-off, field or item."""
    return not (
        not any(map(str.isalpha, line))
        or line.isupper()
        or is_bullet(line)
        or is_greeting(line)
        or is_sign_off(line)
        or is_field(line)
        or _is_labelled_value(line)
    )


def line_break_ends_line(before: str, after: str) -> bool:
    """Return whether a soft break between two lines of a paragraph ends a line for the reader.

    It does where either line is a greeting or a sign-off, where the second begins with a bullet, a
    label or a direction in brackets, and where the first ends in a label or a direction.
    """
    end = before.rstrip()[-1:]
    return (
        end == ":"
        or _LINE_START.match(after) is not None
        or _LABEL.match(before) is not None
        or (end == "]" and _DIRECTION_AT_END.search(before) is not None)
        or (end == ")" and before.lstrip()[:1] == "(")
        or is_greeting(before)
        or is_sign_off(before)
        or is_sign_off(after)
        or (is_bullet(before) and not after.lstrip()[:1].islower())
    )


def pooled_prose(stretches: Iterable[Stretch]) -> Iterator[str]:
    """Yield the prose of a script for pooled readability, a text for each stretch that has any.

    What is not said to the customer is left out, and list items, fields, headings, subjects,
    greetings and sign-offs with the signature after them.
    """
    signed = False
    for stretch in stretches:
        if stretch.kind not in {"public", "spoken"} or stretch.shape not in {"paragraph", "cell"}:
            continue
        kept = []
        for line in stretch.prose.text.split("\n"):
            signed = is_sign_off(line) or (signed and _is_signature(line))
            if not signed and is_prose(line):
                kept.append(line)
        if kept:
            yield "\n".join(kept)


def _words_of(line: str) -> list[str]:
    """Return the first words of a line without the punctuation and smileys around them."""
    return [kept for word in line.split(None, 9) if (kept := word.strip(_EDGES))]


def _are_names(words: list[str]) -> bool:
    return all(_is_name(word) or word.lower() in _AMONG_NAMES for word in words)


def _is_name(word: str) -> bool:
    if "\ue000" <= word[0] <= "\uf8ff":
        return True
    return word[0].isupper() and re.split("['’]", word, maxsplit=1)[0].lower() not in STARTERS


def _is_closing(line: str) -> bool:
    cut = _AFTER_CLOSING.search(line)
    if cut and line[: cut.start()].lower() in _CLOSINGS:
        return _are_names(_words_of(line[cut.end() :]))
    words = _words_of(line)
    shortest = 2 if words[0].lower() in {"best", "yours", "warmly"} else 1
    return any(
        " ".join(words[:size]).lower() in _CLOSINGS
        and _are_names(words[size:])
        and any(map(_is_name, words[size:]))
        for size in range(shortest, len(words))
    )


def _is_lead_in(label: list[str]) -> bool:
    """Return whether the words before a colon lead into a list rather than name a field."""
    return len(label) > 5 or bool(label and label[0].lower() in STARTERS)


def _is_labelled_value(line: str) -> bool:
    """Return whether a line is a label with a short value: “Total: 30 euros”."""
    label, colon, value = line.partition(":")
    return (
        bool(colon and label.strip() == label.lstrip())
        and value[:1] in {"", " ", "\u00a0"}
        and not _is_lead_in(label.split())
        and len(value.split(None, 5)) < 5
        and not line.rstrip().endswith((".", "!", "?"))
    )


def _is_signature(line: str) -> bool:
    return len(line.split(None, 7)) < 7 and not line.rstrip().endswith((".", "!", "?"))
