"""HTML in a script that is neither text nor plain markup: what no customer is meant to see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protolint.script import Script, Span

#: What sets text, and is no more worth a word than a Markdown star.
_PLAIN = re.compile(
    r"abbr|address|big|blockquote|body|br?|caption|cent(?:er|re)|cite|code|col(?:group)?|d[dlt]|del"
    r"|details|dfn|div|em|fig(?:caption|ure)|font|footer|h[1-6r]|head(?:er)?|html|img?|ins|kbd|li"
    r"|main|mark|meta|nav|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table"
    r"|tbody|t[dhrt]|tfoot|thead|time|ul?|var|wbr|a",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style|template|textarea|title|noscript|iframe|svg)\b.*?</\1\s*>"
    r"|</?([a-z][\w:-]*)(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)


class LeftOut(NamedTuple):
    """A piece of HTML as it is written, and its line."""

    text: str
    line: int


def left_out(script: Script) -> Iterator[LeftOut]:
    """Yield the HTML of a script that is not shown as text, but for comments and plain tags."""
    source = script.source
    if "<" not in source.text:
        return
    shown = _shown(script)
    for found in _MARKUP.finditer(source.text, *script.body):
        name = found[1] or found[2]
        if name and not _PLAIN.fullmatch(name) and not _is_among(Span(*found.span()), shown):
            yield LeftOut(found[0], source.position(found.start()).line)


def _shown(script: Script) -> list[Span]:
    return [
        Span(run.source_start, run.source_start + run.source_length)
        for stretch in script.stretches
        for run in stretch.prose.runs
    ]


def _is_among(span: Span, shown: Iterable[Span]) -> bool:
    return any(own.start < span.end and span.start < own.end for own in shown)
