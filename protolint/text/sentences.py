"""Sentences of a text: candidates by one regular expression, then a decision on each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from protolint.text import abbreviations as abbr
from protolint.text.lazy import lazy_pattern

#: Begins with a plain set of characters, by which the search skips all others. Marks within a word
#: are taken as a run (`inner`), so that a long run is looked at once.
_CANDIDATE = lazy_pattern(
    r"""[\n.!?…。！？]
    (?: (?<=\n)
      | (?<=[。！？]) [。！？]* [」』”’)]*
      | (?: (?<=\.) (?:[ \u00a0]\.)+ | [.!?…]*+ ) (?P<close> ["'”’)\]»*_]* ) (?= \s | \Z )
      | (?: (?<=[a-z]{2}[.!?]) | (?<=\d\d[.!?]) ) (?= (?!Com\b|Net\b|Org\b) [A-Z][a-z]+[\s,.] )
      | (?P<inner> [.!?…]++ )
    )""",
    re.VERBOSE,
)
_AFTER = lazy_pattern(
    r"""\s* (?P<dash> [–—-]* ) \s* (?P<opening> ["“”‘'’(\[«*_<]* )
    (?P<word> [\w\ue000-\uf8ff]+ (?:['’.]\w+)* | . | ) (?: \s+ (?P<second> [a-z]+ ) )?""",
    re.VERBOSE,
)
#: What belongs to the sentence before it: numbers of notes, remarks in brackets, smileys, emoji.
_TAIL = lazy_pattern(
    r"""(?: \s* (?: \[ (?: \d{1,3} | \.\.\. | … | [a-z][^\]\n]{0,30} ) \]
      | >?[:;=]['-]?[()DPp](?=\s|\Z)
      | [\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d\U0001f300-\U0001faff]* ) )+""",
    re.VERBOSE,
)
_DOTTED = lazy_pattern(r"(?:.*\W)?(?:[^\W\d_]\.)+[^\W\d_]|ph\.d", re.IGNORECASE)
_LABEL = lazy_pattern(
    r"\W*(?:(?:figure|table|step|option|chapter|part|section|question)\s)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})",
    re.IGNORECASE,
)
_ITEM = lazy_pattern(
    r"^[ \t]*+(?:([•⁃‣◦])[ \t]*)?(\d{1,2}|[a-z])(\.\)|\)|\.)[ \t]+\S", re.MULTILINE
)
#: Of so many texts the sentences are kept: first those of a script are asked for, then its counts.
_MOST_KEPT = 2_048
_QUOTES = frozenset("\"'”’»")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the places of the sentences of a text, in order, without white space around them.

    A line break ends a sentence, and so does the next numeral of a list that stands in one line.
    Opaque tokens are words.
    """
    return list(_sentences(text))


@lru_cache(_MOST_KEPT)
def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, last in pairwise((0, *_later_items(text), len(text))):
        start = first
        for end in _ends(text, first, last):
            _add(found, text, start, end)
            start = end
        _add(found, text, start, last)
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    part = text[start:end]
    kept = part.strip()
    if kept:
        start += len(part) - len(part.lstrip())
        found.append((start, start + len(kept)))


def _later_items(text: str) -> Iterator[int]:
    """Yield where the second, third, … item of a list begins that stands in one line."""
    for item in _ITEM.finditer(text):
        bullet, numeral, style = item.groups("")
        stop = text.find("\n", item.end())
        at, stop = item.end() - 1, len(text) if stop < 0 else stop
        while True:
            numeral = str(int(numeral) + 1) if numeral.isdigit() else chr(ord(numeral) + 1)
            sought = rf"(?<=\s){bullet}[ \t]*{numeral}{re.escape(style)}\s+(?=\S)"
            later = re.compile(sought).search(text, at, stop)
            if later is None:
                break
            yield later.start()
            at = later.end()


def _ends(text: str, start: int, last: int) -> Iterator[int]:
    """Yield the ends of the sentences between two places, but for the last one."""
    for candidate in _CANDIDATE.finditer(text, start, last):
        end = candidate.end()
        if candidate.lastgroup == "inner":
            continue
        if candidate["close"] is None or _is_plain_end(text, start, end):
            start = end
            yield start
        elif end > start and _is_end(text, start, candidate):
            tail = _TAIL.match(text, end, last)
            start = tail.end() if tail else end
            yield start


def _is_plain_end(text: str, start: int, end: int) -> bool:
    """Return whether a stop stands between a word in small letters, no abbreviation, and a capital.

    Most ends are of this kind, and to see so first is what makes the whole thing fast.
    """
    if not text[end + 1 : end + 2].isupper() or end - start < 15:
        return False
    token = text[text.rfind(" ", start, end) + 1 : end - 1]
    return len(token) > 1 and token.isalpha() and token.islower() and token not in abbr.ALL


class _After(NamedTuple):
    """What follows a candidate: the next word, the signs before it, the word after it."""

    dash: str
    opening: str
    word: str
    second: str | None

    @property
    def is_small(self) -> bool:
        """Whether the word begins with a small letter, with nothing opening before it."""
        return self.word[0].islower() and not self.opening

    @property
    def is_number(self) -> bool:
        """Whether the word is a number, or an opaque token that may stand for one."""
        return self.word[0].isdigit() or "\ue000" <= self.word[0] <= "\uf8ff"

    @property
    def begins(self) -> bool:
        """Whether the word is one that plainly begins a sentence."""
        head = re.split("['’]", self.word, maxsplit=1)[0]
        return not self.is_small and head.lower() in abbr.STARTERS


def _is_end(text: str, start: int, candidate: re.Match[str]) -> bool:
    """Return whether the sentence that began at `start` ends with the candidate."""
    found = _AFTER.match(text, candidate.end())
    after = _After(*found.groups()) if found else None
    if after is None or not after.word:
        return True
    if not after.opening and after.word[0] in ",;:.&/?!":
        return False
    if after.is_small and (candidate["close"] or after.dash):
        return False
    mark = text[candidate.start() : candidate.start("close")]
    if mark != ".":
        return _strong_is_end(
            text[candidate.start() - 1 : candidate.start()], mark, candidate["close"], after
        )
    return _stop_is_end(text, start, candidate.start(), after)


def _strong_is_end(before: str, mark: str, close: str, after: _After) -> bool:
    """Decide on exclamation marks, question marks and ellipses; `before` is one character."""
    if before in {",", ":"} or (close[:1] in _QUOTES and after.second in abbr.SPEECH):
        return False
    if mark == "!":
        return after.word not in abbr.JOINERS
    if "!" in mark or "?" in mark:
        return True
    if close[:1] == "]" and after.opening:  # […] leaves out words within a sentence
        return False
    pause = before.isspace() or " " in mark
    return not after.is_small and not (pause and after.word == "I")


def _stop_is_end(text: str, start: int, at: int, after: _After) -> bool:
    """Decide on a single full stop."""
    before = text[max(at - 24, start) : at].split()
    token = before[-1].lstrip("\"'“‘([«*_") if before else ""
    if len(token) > 7 and token.isalpha():
        return True
    if at - start < 15 and _LABEL.fullmatch(text, start, at):
        return False
    if not token or (token.isdigit() and len(token) < 3):
        return not after.is_small
    if len(token) == 1 and token.isupper():
        return _initial_is_end(token, before[-2:-1], after)
    return _abbreviation_is_end(token, after)


def _initial_is_end(letter: str, before: list[str], after: _After) -> bool:
    """Decide on a capital letter: an initial, unless a sentence plainly begins after it."""
    if letter == "I":
        return not (before and before[0][0].isupper())
    return after.begins


def _abbreviation_is_end(token: str, after: _After) -> bool:
    """Decide on a word: if it is an abbreviation, by what may follow its kind."""
    lower = token.lower()
    if lower in abbr.LEADING:
        return False
    if lower in abbr.NUMBERED:
        return not after.is_number
    if lower in abbr.UNITS:
        return not (after.is_small or "(" in after.opening or _continues_time(lower, after))
    is_capital = token[0].isupper()
    if (lower in abbr.CALENDAR and is_capital) or _DOTTED.fullmatch(token):
        return after.begins
    if lower in abbr.TRAILING and (is_capital or lower not in abbr.CAPITALIZED_ONLY):
        return after.begins
    is_letter = len(token) == 1 and token.isalpha()
    return not (is_letter and (after.is_small or after.is_number))


def _continues_time(unit: str, after: _After) -> bool:
    word = after.word.lower()
    return unit in {"a.m", "p.m"} and (word in abbr.AFTER_TIME or word in abbr.LEADING)
