"""Web addresses and e-mail addresses that stand bare in prose."""

from __future__ import annotations

from collections.abc import Iterator

from protolint.readers._opaques import Found
from protolint.script import OPAQUE
from protolint.text.lazy import lazy_pattern

#: Top-level domains that are no English word and no common file ending: a name that ends in one
#: is a web address without more ado.
_SURE = (
    "com|org|net|edu|gov|mil|int|info|biz|io|co|app|dev|xyz|example|uk|eu|ca|au|nz|ie|de|fr|es"
    "|nl|ch|se|dk|fi|pl|cz|sk|hu|ro|bg|hr|si|gr|tr|ru|ua|lv|lt|ee|lu|pt|mt|cy|br|mx|ar|cl|pe|uy"
    "|jp|cn|kr|tw|hk|sg|th|vn|ph|za|ng|ke|eg|ae|ge"
)
#: Top-level domains that are words or file endings too: they count only before a path.
_UNSURE = (
    "is|it|in|no|so|me|be|at|my|us|to|do|am|as|la|il|sa|id|tv|cc|ai|gg|ly|fm|sh|py|md|rs|pm|li"
    "|ws|top|shop|store|online|site|tech|cloud|support|help|care|health|bank|email|chat|page"
    "|gd|gy|gl|st|ac|im|su|tk|ga|pw|bz|nu|vu|vg|sc|mn|click|bio|ink|qr|win"
    "|link|live|news|world|today|global|group|team|zone|life|blog|art|pro|mobi|coop|travel|jobs"
)
_TOKEN = "".join(OPAQUE.values())
_REST = r"[^\s<>\"“”«»`|\\]"
_NAMES = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+"
_WEB = lazy_pattern(
    rf"(?<![\w@./:\-])(?:(?i:https?|ftp)://{_REST}+|(?i:www)\.{_REST}+"
    rf"|{_NAMES}(?:(?:{_SURE})(?![\w@{_TOKEN}-]|\.\w)(?::\d+)?(?:[/?#]{_REST}*)?"
    rf"|(?:{_UNSURE})(?::\d+)?/{_REST}*))"
)
_MAIL = lazy_pattern(
    rf"(?<![\w.+%-])(?:mailto:)?[\w{_TOKEN}][\w.+%{_TOKEN}-]*@[\w{_TOKEN}-]+(?:\.[\w{_TOKEN}-]+)*"
)
#: A dot within a word. It begins with the dot, by which the search skips all else.
_DOTTED = lazy_pattern(r"\.(?<=\w\.)\w")
_SCHEME = lazy_pattern(r"(?i:https?://|ftp://|www\.)")
_LETTERS = lazy_pattern(r"[^\W\d_][^\W_]|[^\W_][^\W\d_]")
#: A domain of one letter is one before a path: t.ly/dW9q.
_SHORT = lazy_pattern(r"^\w\.\w+/\w{2}")
_OPENINGS = {")": "(", "]": "[", "}": "{"}
_TRAILING = ".,;:!?…'’‘*_~-" + "".join(_OPENINGS)


def addresses(text: str) -> list[Found]:
    """Return the bare addresses in a prose text, in order: `url` for the web, `address` for mail.

    Punctuation that ends the sentence around an address is no part of it. A placeholder can be.
    """
    if "@" not in text and "//" not in text and not _DOTTED.search(text):
        return []
    return sorted([*_mail(text), *_web(text)])


def _mail(text: str) -> Iterator[Found]:
    if "@" not in text:
        return
    for found in _MAIL.finditer(text):
        raw = found[0].rstrip("-")
        domain = raw.rpartition("@")[2]
        if "." in domain or not domain.isprintable():
            yield Found(found.start(), found.start() + len(raw), "address")


def _web(text: str) -> Iterator[Found]:
    for found in _WEB.finditer(text):
        end = found.start() + _length(found[0])
        host = text[found.start() : end].partition("/")[0].rpartition(".")[0]
        is_short = _SHORT.search(found[0]) is not None
        if is_short or _SCHEME.match(found[0]) or _LETTERS.search(host.rpartition(".")[2]):
            yield Found(found.start(), end, "url")


def _length(raw: str) -> int:
    """Return how long an address is without the punctuation and brackets that only follow it."""
    surplus = {close: raw.count(close) - raw.count(open_) for close, open_ in _OPENINGS.items()}
    end = len(raw)
    while end and raw[end - 1] in _TRAILING:
        last = raw[end - 1]
        if last in surplus:
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        end -= 1
    return end
