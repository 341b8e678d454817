"""What MDX adds to Markdown: imports, exports, tags with expressions, comments in braces."""

from __future__ import annotations

import re

from protolint.readers._placeholders import Masked
from protolint.script import Opaque, Settings, Span
from protolint.text.lazy import lazy_pattern

_BREAK = r"(?:\r\n?|\n)"
_MODULE = lazy_pattern(
    rf"(?:(?<=\n)|(?<=\r)|\A)(?:import|export)[ \t{{*\"'][^\r\n]*"
    rf"(?:{_BREAK}(?![ \t]*{_BREAK})[^\r\n]+)*"
)
_COMMENT = lazy_pattern(r"\{/\*(?P<text>(?:[^*]|\*(?!/\}))*+)\*/\}")
_ATTRIBUTE = lazy_pattern(r"=\{[^{}\r\n]*(?:\{[^{}\r\n]*\}[^{}\r\n]*)*\}")
_EXPRESSION = lazy_pattern(r"\{[ \t]*[A-Za-z_$][^{}\r\n]*\}")
_NOT_BREAK = lazy_pattern(r"[^\r\n]")


def as_markdown(masked: Masked, source: str, start: int, settings: Settings) -> Masked:
    """Return an MDX text from `start` on as Markdown of the same length.

    Modules become spaces, comments those of HTML, expressions in tags quoted values; expressions
    in the text are placeholders.
    """
    text = masked.text[start:]
    text = _MODULE.sub(_blank, text)
    text = _COMMENT.sub(_comment, text)
    text = _ATTRIBUTE.sub(lambda found: f'="{"x" * (len(found[0]) - 3)}"', text)
    spans = (
        Span(found.start() + start, found.end() + start) for found in _EXPRESSION.finditer(text)
    )
    opaques = [*masked.opaques, *(_value(span, source, settings) for span in spans)]
    text = _EXPRESSION.sub(lambda found: masked.filler * len(found[0]), text)
    opaques.sort(key=lambda token: token.span)
    return Masked(
        masked.text[:start] + text, masked.filler, tuple(opaques), masked.cuts, masked.unbalanced
    )


def _value(span: Span, source: str, settings: Settings) -> Opaque:
    raw = source[span.start : span.end]
    name, length = raw[1:-1].strip(), settings.placeholder_length
    return Opaque(kind="placeholder", raw=raw, span=span, length=length, name=name, family="jsx")


def _blank(found: re.Match[str]) -> str:
    return _NOT_BREAK.sub(" ", found[0])


def _comment(found: re.Match[str]) -> str:
    """Return a comment of HTML as long as one of MDX, if the space before its text allows it."""
    text = found["text"]
    is_fit = text.startswith(" ") and "-->" not in text
    return f"<!--{text[1:]}-->" if is_fit else _blank(found)
