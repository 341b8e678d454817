"""What a script is called beside its channel and its language, by front matter and path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from protolint.script import Script, Span
from protolint.text.lazy import lazy_pattern

_INTENT = lazy_pattern(r"^intent[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*$", re.MULTILINE)
#: Languages that folders and file names tell: mail/fr/refund.md, refund.fr.md, refund_fr.md.
_LANGUAGES = frozenset(
    [
        "ar", "bg", "cs", "cy", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "he", "hi",
        "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro",
        "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "vi", "zh",
    ]
)  # fmt: skip
_TAG = lazy_pattern(
    r"(?P<language>[a-z]{2})(?:[-_](?P<region>[a-z]{2}|[a-z]{4}|419))?", re.IGNORECASE
)
#: So many names are kept in memory with their parts: each is asked about several times.
_MOST_KEPT = 4_096
_ENGLISH = frozenset(
    ["the", "and", "you", "your", "to", "we", "of", "for", "with", "it", "is", "our", "this"]
)
_ALSO = {
    "email": ("emails", "mail", "mails", "e-mail"), "sms": ("text", "texts", "txt"),
    "phone": ("calls", "call", "telephone", "voice"), "chat": ("chats", "livechat"),
    "letter": ("letters", "post"), "review": ("reviews",), "social": ("twitter", "facebook"),
    "whatsapp": ("wa",), "push": ("pushes", "notifications"), "in-person": ("counter",),
}  # fmt: skip
_CHANNEL = "|".join((*_ALSO, *(own for also in _ALSO.values() for own in also), "ivr"))
_ENDS = lazy_pattern(
    rf"(?:({_CHANNEL})-)?(.+?)(?:-({_CHANNEL}))?(?:-(?P<language>[a-z]{{2}}(?:-[A-Z]{{2}})?))?"
)


def locale_of(script: Script, words: Sequence[str]) -> str:
    """Return the locale of a script in small letters: as set, else by its path, else en.

    A folder whose name is only by chance that of a language (hr, it) holds texts in English:
    `words` are those of the script.
    """
    known = script.metadata
    if "locale" not in known.keys and "lang" not in known.keys:
        for part in reversed(_parts(script.source.path)):
            if _is_language(part) and (part[:2].lower() == "en" or not _is_english(words)):
                return _tag(part)
    return _tag(known.locale)


def _is_english(words: Sequence[str]) -> bool:
    return 6 * sum(map(_ENGLISH.__contains__, words)) >= len(words)


def known_as(script: Script) -> str:
    """Return the name that a script shares with its twins; empty where it has none of its own.

    That is its id or its path without channel and language (`email/fr/refund.md` and
    `sms/en/refund.md` are both “refund”) where one of these was in it, else its title.
    """
    own = _own_words(script)
    for name in _names(script):
        left = [part for part in _parts(name) if part.lower() not in own and not _is_language(part)]
        if len(left) < len(_parts(name)) and re.search(r"[^\W\d_]", "".join(left)):
            return "/".join(left).casefold()
    title = " ".join(_title(script).casefold().split())
    return title if re.search(r"[^\W\d_]{2}", title) else ""


def twin_names(script: Script) -> tuple[str, ...]:
    """Return the names under which a script in another language is the same: without language."""
    return tuple(
        "/".join(part for part in _parts(name) if not _is_language(part)).casefold()
        for name in _names(script)
    )


def place_of(script: Script) -> Span:
    """Return where the front matter names the intent; else the first character of the body."""
    start = script.body.start
    found = _INTENT.search(script.source.text, 0, start) if script.metadata.intent else None
    return Span(*found.span("value")) if found else Span(start, start)


def _names(script: Script) -> tuple[str, ...]:
    path = re.sub(r"\.(?:md|markdown|mdx)$", "", script.source.path)
    _, mark, part = script.id.partition("#")
    named = (script.metadata.id,) if script.metadata.id and script.metadata.id == script.id else ()
    return (*named, f"{path}/{part}" if mark else path)


def _title(script: Script) -> str:
    """Return the title in the front matter, else the first heading where it heads the script."""
    if script.metadata.title or "#" in script.id:
        return script.title
    first = next(iter(script.stretches), None)
    is_head = first is not None and first.kind == "heading" and first.level == 1
    return script.title if is_head else ""


def _own_words(script: Script) -> frozenset[str]:
    channels = script.metadata.channels
    return frozenset((*channels, *(word for own in channels for word in _ALSO.get(own, ()))))


@lru_cache(_MOST_KEPT)
def _parts(name: str) -> list[str]:
    """Return the parts of a path or an id among which a channel or a language can be one."""
    pieces = name.replace("/", ".").replace("_", ".").split(".")
    return [part for piece in pieces if piece for part in _peeled(piece)]


@lru_cache(_MOST_KEPT)
def _peeled(piece: str) -> list[str]:
    """Return a name such as refund-sms-fr in its parts: refund, sms, fr."""
    found = _ENDS.fullmatch(piece)
    parts = [part for part in found.groups() if part] if found else [piece]
    if found and found["language"] and not _is_language(found["language"]):
        return [f"{parts[-2]}-{parts[-1]}" if part is parts[-2] else part for part in parts[:-1]]
    return parts


@lru_cache(_MOST_KEPT)
def _is_language(part: str) -> bool:
    found = _TAG.fullmatch(part)
    return found is not None and found["language"].lower() in _LANGUAGES


def _tag(locale: str) -> str:
    return locale.replace("_", "-").casefold()
