"""Fences: whether one holds words for a person or code."""

from __future__ import annotations

import re

from protolint.text.lazy import lazy_pattern

#: What a fence may be called that holds words: no language of a computer.
_WORDS = frozenset(
    ["", "text", "txt", "plain", "plaintext", "markdown", "md", "mdx", "email", "none", "message"]
)
#: Languages of mark-up and of templates, in which a message may be written.
_MARK_UP = frozenset(
    ["html", "htm", "liquid", "handlebars", "hbs", "mustache", "jinja", "jinja2", "twig", "erb"]
)
_TAG = lazy_pattern(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--|\{%|<%[^=]")
#: So few words are a message only where they end as a sentence.
_FEW = 3
_EDGES = ".,;:!?\"'“”‘’()*_…-–—[]{}<>\ue100"
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODE = lazy_pattern(
    r"^\s*(?:[$>#%]\s+\S|[\w.]+\(.*\)|import |from \w+ import|def |class |const |let |var "
    r"|function |npm |pip |git |curl |docker |cd |sudo |[{}\[\]<]|\w+\s*=\s)|[;{}]\s*$",
    re.MULTILINE,
)


def is_plain(info: str, text: str) -> bool:
    """Return whether a fence is named after no programming language, or has nothing of it.

    `info` is what stands behind its marks. A fence of HTML without a tag is a text.
    """
    name = info.strip().split(" ")[0].casefold()
    return name in _WORDS or (name in _MARK_UP and not _TAG.search(text))


def is_wording(text: str) -> bool:
    """Return whether a text reads like words for a person: mostly words, and few lines of code."""
    tokens = text.split()
    if len(tokens) < _FEW:
        return text.rstrip().endswith((".", "!", "?"))
    lines = [line for line in text.split("\n") if line.strip()]
    words = sum(bool(_WORD.fullmatch(token.strip(_EDGES))) or "\ue100" in token for token in tokens)
    codes = sum(_CODE.search(line) is not None for line in lines)
    return words * 2 > len(tokens) and codes * 2 < len(lines)
