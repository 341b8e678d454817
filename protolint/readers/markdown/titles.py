"""What the title of a file or a heading tells: who it is for, a stage of a call, a variant."""

from __future__ import annotations

import re
from functools import lru_cache

from protolint.readers.markdown.title_words import (
    ABOUT,
    ABOUT_WRITING,
    CHANNELS,
    FIRST_STAGES,
    INTERNAL,
    LANGUAGES,
    LAST_STAGES,
    LIBRARY,
    PROCEDURES,
    STAGES,
    TONES,
)
from protolint.text.lazy import lazy_pattern


def _any(phrases: str) -> str:
    """Return a pattern for any of some patterns, each on a line or behind a comma."""
    found = (each.strip() for each in phrases.replace("\n", ",").split(","))
    return "|".join(each for each in found if each)


_INTERNAL = lazy_pattern(rf"\b(?:{_any(INTERNAL)})\b", re.IGNORECASE)
_WRITING = lazy_pattern(rf"\b(?:{_any(ABOUT_WRITING)})\b", re.IGNORECASE)
_PROCEDURE = lazy_pattern(rf"\b(?:{_any(PROCEDURES)})\b", re.IGNORECASE)
_ABOUT = lazy_pattern(_any(ABOUT), re.IGNORECASE)
_STAGE = lazy_pattern(
    r"(?:step|stage|phase|part|schritt|étape|paso) \d+\b.*"
    rf"|(?:the )?(?:call )?(?:{_any(STAGES)})"
    r"(?: (?:the )?(?:call|caller|customer|it|up|line|script|stage|details|info\w*|questions?"
    r"|needs?|issue|problem|and .*))*",
    re.IGNORECASE,
)
_OPENING = lazy_pattern(rf"(?:{_any(FIRST_STAGES)})\b", re.IGNORECASE)
_CLOSING = lazy_pattern(rf"(?:{_any(LAST_STAGES)})\b", re.IGNORECASE)
_CALL = lazy_pattern(
    r"\b(?:call(?:ing)?|phone|telephone|voicemail|conversation|callback)[\W_]+(?:script|flow|guide|outline)\b"
    r"|\bscript for (?:a |the )?(?:\w+ )?(?:call|conversation)\b",
    re.IGNORECASE,
)
_LIBRARY = lazy_pattern(rf"\b(?:{_any(LIBRARY)})\b", re.IGNORECASE)
_TONES = lazy_pattern(
    rf"(?:(?:more|very|slightly|extra) )?(?:{_any(TONES)})"
    r"(?:[ -](?:tone|version|variant|style|option|reply|response|template|friendly|form))?"
    r"|(?:tone|version|variant|variation|option|alternative|variante|versión?|v)[ -]?"
    r"(?:\d+|[a-e])?(?: .{0,30})?",
    re.IGNORECASE,
)
_MARKS = lazy_pattern(r"[*_`~]+|</?[A-Za-z][^>]*>|\]\([^)]*\)|[\[\]]")
_NUMBER = lazy_pattern(r"^[\W\d_]+|[\W_]+$")
_ASIDE = lazy_pattern(r"\s*\([^)]*\)\s*$|\s+[–—-]\s+.*$")
_ENDS = (" version", " reply", " response", " template", " variant", " message", " script")
_SLUG_DROP = lazy_pattern(r"[^\w\s-]+")


@lru_cache(maxsize=2000)
def is_internal(title: str) -> bool:
    """Return whether a title says that what follows is for colleagues only."""
    return bool(_INTERNAL.search(title)) or is_about_writing(title)


def is_about_writing(title: str) -> bool:
    """Return whether a title is that of a guide to writing, whatever examples it quotes."""
    return bool(_WRITING.search(title)) and not is_library(title)


@lru_cache(maxsize=2000)
def is_about(title: str) -> bool:
    """Return whether a title is that of a section about a library, such as “How to use this”."""
    return bool(_ABOUT.fullmatch(bare(title))) or is_internal(title)


def is_procedure(title: str) -> bool:
    """Return whether a title may be that of a procedure or a guide for agents."""
    return bool(_PROCEDURE.search(title.replace("_", " ").replace("-", " ")))


@lru_cache(maxsize=2000)
def is_stage(title: str) -> bool:
    """Return whether a title is that of a stage of a conversation."""
    return any(_STAGE.fullmatch(own) for own in (_NUMBER.sub("", title), bare(title)))


def is_call(title: str) -> bool:
    """Return whether a title is that of one call script, not of many."""
    return bool(_CALL.search(title.replace("_", " ")))


def is_opening(title: str) -> bool:
    """Return whether a title is that of the first stage of a conversation."""
    return bool(_OPENING.match(bare(title)))


def is_closing(title: str) -> bool:
    """Return whether a title is that of the last stage of a conversation."""
    return bool(_CLOSING.match(bare(title)))


@lru_cache(maxsize=2000)
def is_library(title: str) -> bool:
    """Return whether a title speaks of many scripts."""
    return bool(_LIBRARY.search(title.replace("_", " ").replace("-", " ")))


def locale_of(title: str) -> str | None:
    """Return the BCP 47 locale of a language that a title names, if it names nothing else."""
    return LANGUAGES.get(_without_end(title))


def channel_of(title: str) -> str | None:
    """Return the channel that a title names, if it names nothing else."""
    return CHANNELS.get(_without_end(title))


def is_variant(title: str) -> bool:
    """Return whether a title tells one version of a message from others: by tone or number."""
    return bool(_TONES.fullmatch(bare(title)))


def is_version(title: str) -> bool:
    """Return whether a title tells one version of a message: a tone, a language, a channel."""
    return is_variant(title) or bool(locale_of(title) or channel_of(title))


def plain(content: str) -> str:
    """Return the words of a heading or a title, without marks of Markdown."""
    return " ".join(_MARKS.sub("", content).split()).strip(" :#")


def bare(title: str) -> str:
    """Return a title without its number, what is around it, and asides behind it."""
    return _NUMBER.sub("", _ASIDE.sub("", title))


def slug(title: str) -> str:
    """Return a title as links to it are written: “Refund – late” is “refund-late”."""
    plain = _SLUG_DROP.sub("", title.casefold())
    return re.sub(r"[\s-]+", "-", plain).strip("-") or "script"


@lru_cache(maxsize=2000)
def _without_end(title: str) -> str:
    own = bare(title).casefold()
    for end in _ENDS:
        own = own.removesuffix(end)
    return own
