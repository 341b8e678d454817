"""What MDX adds to Markdown: imports, exports, tags with expressions, comments in braces."""

from __future__ import annotations

import re

from protolint.readers._placeholders import Masked
from protolint.script import Opaque, Settings, Span

_BREAK = r"(?:\r\n?|\n)"
_MODULE = re.compile(
    rf"(?:(?<=\n)|(?<=\r)|\A)(?:import|export)[ \t{{*\"'][^\r\n]*"
    rf"(?:{_BREAK}(?![ \t]*{_BREAK})[^\r\n]+)*"
)
_COMMENT = re.compile(r"\{/\*(?P<text>(?:[^*]|\*(?!/\}))*+)\*/\}")
_ATTRIBUTE = re.compile(r"=\{[^{}\r\n]*(?:\{[^{}\r\n]*\}[^{}\r\n]*)*\}")
_EXPRESSION = re.compile(r"\{[ \t]*[A-Za-z_$][^{}\r\n]*\}")
_NOT_BREAK = re.compile(r"[^\r\n]")


def as_markdown(masked: Masked, source: str, start: int, settings: Settings) -> Masked:
    """Return an MDX text from `start` on as Markdown of the same length.

    Modules become spaces, comments those of HTML, expressions in tags quoted values; expressions
    in the text are placeholders.
    """
    text = masked.text[start:]
    text = _MODULE.sub(_blank, text)
    text = _COMMENT.sub(_comment, text)
    text = _ATTRIBUTE.sub(lambda found: f'="{"x" * (len(found[0]) - 3)}"', text)
    found = [Span(each.start() + start, each.end() + start) for each in _EXPRESSION.finditer(text)]
    text = _EXPRESSION.sub(lambda each: masked.filler * len(each[0]), text)
    values = [
        Opaque(
            kind="placeholder",
            raw=source[span.start : span.end],
            span=span,
            length=settings.placeholder_length,
            name=source[span.start + 1 : span.end - 1].strip(),
            family="jsx",
        )
        for span in found
    ]
    opaques = sorted([*masked.opaques, *values], key=lambda token: token.span)
    return Masked(
        masked.text[:start] + text, masked.filler, tuple(opaques), masked.cuts, masked.unbalanced
    )


def _blank(found: re.Match[str]) -> str:
    return _NOT_BREAK.sub(" ", found[0])


def _comment(found: re.Match[str]) -> str:
    """Return a comment of HTML as long as one of MDX, if the space before its text allows it."""
    text = found["text"]
    is_fit = text.startswith(" ") and "-->" not in text
    return f"<!--{text[1:]}-->" if is_fit else _blank(found)
