"""What somebody may have meant by a word that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_NAMED = 14
#: What people write for the words of front matter, where no letter tells which is meant.
_OTHER_WORDS = {
    "service-failure": "outage incident breakdown failure disruption downtime fault error mistake",
    "delay": "late lateness backlog backorder postponement",
    "refusal": "rejection decline denial no bad-news",
    "complaint": "grievance dissatisfaction angry-customer",
    "notice": "confirmation receipt reminder update alert announcement notification",
    "good-news": "praise compliment approval welcome success",
    "hold": "holding holding-reply no-news no-news-yet waiting queue",
    "routine": "question enquiry inquiry request faq how-to general default",
    "safety": "danger emergency recall",
    "ours": "us we company own yes",
    "theirs": "customer user caller client",
    "third-party": "supplier courier carrier partner other",
    "agent": "human person staff advisor",
    "organisation": "organization company brand team",
    "bot": "ai assistant chatbot",
    "sms": "text text-message",
    "phone": "call voice telephone",
    "email": "mail e-mail",
    "chat": "live-chat webchat livechat messenger",
    "social": "twitter x facebook instagram tweet",
}


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """Return a message for a word that does not exist: what was meant, or what exists."""
    names = list(dict.fromkeys(known))
    article = "an" if what[:1] in "aeiou" else "a"
    if not word:
        return f"this is empty: name {article} {what} ({_listed(names)})"
    start = f"there is no {what} “{shortened(word)}”"
    meant = closest(word, names)
    if meant is None:
        return f"{start}: {'allowed are ' if len(names) != 1 else 'allowed is '}{_listed(names)}"
    if len(names) > _MOST_NAMED:
        return f"{start}; did you mean “{meant}”?"
    return f"{start}; did you mean “{meant}”? (allowed: {_listed(names)})"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a word most likely means or is a slip of, or None."""
    from difflib import get_close_matches  # noqa: PLC0415  only needed when something is wrong

    by_fold = {name.casefold().replace("_", "-"): name for name in known}
    folded = word[:80].casefold().replace("_", "-").replace(" ", "-")
    for name, given in by_fold.items():
        if folded in _OTHER_WORDS.get(name, "").split():
            return given
    found = get_close_matches(folded, by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def shortened(word: str) -> str:
    """Return a word that a message can hold: one line, at most 60 characters."""
    line = " ".join(word.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _listed(names: list[str]) -> str:
    if not names:
        return "none"
    shown = ", ".join(names[:20])
    return f"{shown}, …" if len(names) > 20 else shown
