"""Labels in a library of scripts, such as `Use when:` or `Template:`, and what each says of a text.

A label is told by its words: by the whole of it, else by the noun it ends in, as in “Suggested
email reply:”. Whose eyes a text is for weighs more: an “internal reply” is no reply.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from protolint.readers.markdown import label_words as words
from protolint.readers.markdown import titles
from protolint.text.lazy import lazy_pattern

#: What follows a label: the customer's words, their subject line, what an agent is told, the
#: condition of a branch, what an agent does or fills in, or a fact about the script.
Role = Literal["message", "subject", "note", "condition", "direction", "field", "fact", "button"]


_KNOWN: dict[str, Role] = {
    **dict.fromkeys(words.MESSAGES, "message"),
    **dict.fromkeys(words.FACTS, "fact"),
    **dict.fromkeys(words.NOTES, "note"),
    **dict.fromkeys(words.CONDITIONS, "condition"),
    **dict.fromkeys(words.DIRECTIONS, "direction"),
    **dict.fromkeys(words.FIELDS, "field"),
    **dict.fromkeys(words.BUTTONS, "button"),
    **dict.fromkeys(words.SUBJECTS, "subject"),
}
_FOR_AGENTS = lazy_pattern(
    r"\b(?:agents?|staff|team|colleagues?|csrs?|reps?)[’' ]*(?:only|notes?)\b"
)
_BY_ITSELF = lazy_pattern(
    r"(?:internal|intern|interne|interna|interno)(?: (?:notes?|only|use|use only|comment))?"
    r"|(?:agent|staff|team) (?:notes?|only|guidance)"
    r"|notes? (?:to|for) (?:the )?(?:agents?|staff|team)"
)
#: What tells one of many apart: “Reply 2”, “Script B”.
_COUNTED = lazy_pattern(r"[ #](?:\d+|[A-Z])[\W_]*$")
_EDGE = lazy_pattern(r"^[\W\d_]+|[^\w.)]+$")
_ASIDE = lazy_pattern(r"\s*[(\[][^)\]]*[)\]]|\s+#?\d+$|\s+[a-d]$|^\d+[.)]\s*")
_LABEL = lazy_pattern(
    r"(?P<open>[^\w\n(\[{<“\"'‘]{0,12})(?P<name>[^\W\d_][^\n:*_|.!?\ue000-\uf8ff]{0,48}?)"
    r"[*_]{0,3}(?::|：|\s[–—-](?=\s))[*_]{0,3}(?=\s|$)"
)


#: What a text must hold for a label of `is_for_agents`, or one of a subject, to be in it.
_HINT = lazy_pattern(
    r"[\n\r][^\w\n\r]{0,12}(?i:intern|agent|staff|private|confidential|backstage|do not|use |note "
    r"|when |escalate|sub|obj|betr|asun|ogge|assun|onder|ämne|emne|temat)[^\n\r:]{0,40}[:：]"
)


class Label(NamedTuple):
    """A label at the start of a line: its role, its words, and where what it labels begins."""

    role: Role
    name: str
    end: int


def may_label(text: str) -> bool:
    """Return whether some label in a text may tell of words that are no part of its message."""
    return _HINT.search(f"\n{text}") is not None


def label_at(line: str) -> Label | None:
    """Return the label that a line of text or Markdown begins with, if it is one that is known."""
    found = _LABEL.match(line)
    role = role_of(found["name"]) if found else None
    if not found or not role:
        return None
    return Label(role, found["name"].strip(), found.end())


_VERSION = lazy_pattern(r"\W{0,6}?(?:\*\*|__)(?P<name>[^*_\n]{2,40}?):?(?:\*\*|__) ?:?(?=\s|$)")


def version_at(line: str) -> tuple[str, str]:
    """Return the name of a version in bold that a line begins with, and the rest of the line."""
    found = _VERSION.match(line)
    if not found or not titles.is_version(found["name"].strip(" :")):
        return "", line
    return found["name"].strip(" :"), line[found.end() :]


def labels(text: str) -> Iterator[tuple[str, Label]]:
    """Yield the lines of a text that begin with a known label, with it."""
    if ":" not in text and "：" not in text and "–" not in text and "—" not in text:
        return
    for line in text.split("\n"):
        if label := label_at(line):
            yield line, label


@lru_cache(maxsize=2000)
def role_of(name: str) -> Role | None:
    """Return what follows a label of this name; None for one that nothing is known of."""
    plain = _plain(name)
    if not plain or len(plain.split()) > 6 or ":" in name.strip(" :*_"):
        return None
    own = plain.split()
    if words.INTERNAL.intersection((plain, *own)) or _FOR_AGENTS.search(plain):
        return "note"
    if _is_of_others(own):
        return "note"
    if plain in _KNOWN:
        return _KNOWN[plain]
    return "message" if own[-1] in words.MESSAGE_NOUNS and len(own) < 5 else None


def _is_of_others(own: list[str]) -> bool:
    """Return whether a label says that the customer speaks; a “customer reply” is one to them."""
    if own[0] in words.INCOMING:
        return own[-1] in words.MESSAGE_NOUNS
    if own[0].removesuffix("'s") not in words.OTHERS:
        return False
    return len(own) == 1 or own[0].endswith("'s") or own[1] not in words.MESSAGE_NOUNS


@lru_cache(maxsize=2000)
def heads_label(title: str) -> bool:
    """Return whether a heading of this title is one that only labels what it stands over."""
    own = _plain(title)
    role = role_of(title)
    if role in (None, "fact") or own in words.TITLES or _COUNTED.search(title):
        return False
    return role != "message" or own in _KNOWN or own.split()[0] in words.SORTS_OF_MESSAGES


def heads_note(title: str) -> bool:
    """Return whether a heading says no more than that agents are told something: “When to use”."""
    own = _plain(title)
    return own in words.NOTES and own not in words.TITLES


@lru_cache(maxsize=2000)
def is_for_agents(name: str) -> bool:
    """Return whether a label says of itself that what follows is not for customers."""
    plain = _plain(name)
    return bool(
        words.INTERNAL.intersection((plain, *plain.split()))
        or _FOR_AGENTS.search(plain)
        or plain in words.ONLY_FOR_AGENTS
    )


def is_note_by_itself(name: str) -> bool:
    """Return whether a label says so plainly that it is for colleagues that it needs no mark."""
    return bool(_BY_ITSELF.fullmatch(_plain(name)))


def _plain(name: str) -> str:
    """Return a label without marks, numbers and asides: “**2. Reply (email)**” is “reply”."""
    text = name.replace("’", "'").casefold()
    text = _ASIDE.sub("", _EDGE.sub("", text))
    return " ".join(_EDGE.sub("", text).split())
