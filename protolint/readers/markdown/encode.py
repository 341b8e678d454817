"""Readable text put back into Markdown, so that it reads as that text where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from protolint.script import Script, Span, Stretch
from protolint.script.opaque import OPAQUE
from protolint.text.lazy import lazy_pattern

_UNSAID = frozenset(["note", "direction", "condition", "button", "code"])
_TOKENS = frozenset(OPAQUE.values())
_ASCII_MARKS = r"[!-/:-@\[-`{-~]"
_ESCAPED = lazy_pattern(rf"\\({_ASCII_MARKS})")
#: What is markup wherever it stands in a paragraph.
_MARKUP = lazy_pattern(
    rf"\\(?={_ASCII_MARKS}|$)|[`*]|~(?=~)|<(?=[A-Za-z/!?])|&(?=#|\w+;)|(?<![^\W_])_|_(?![^\W_])"
)
#: What begins a block where it begins a line: the mark to be escaped is its last character.
_BLOCK = lazy_pattern(
    r"(?:#(?=#{0,5}(?:\s|$))|[-+](?=\s|$)|>|\d{1,9}[.)](?=\s|$)|[=-](?=[=-]*\s*$))"
)
#: What stands before the text of a line: the marks of quotes and lists.
_MARKERS = lazy_pattern(r"(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t]+)*")
_QUOTE = lazy_pattern(r"[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>")

_DOUBLED = {"'": "''"}
_SLASHED = {'"': '\\"', "\\": "\\\\"}


def encode(script: Script, stretch: Stretch, place: Span, text: str) -> tuple[Span, str] | None:
    """Return which part of the source to replace, and by what, so that a place reads as `text`.

    None where no edit may be made: where a token, a line break or other markup lies in the place,
    in what is not said, and in the words of a customer, which a block quote holds unless quotes are
    what is said. A fence is copied as it stands, so nothing that is an escape may come into it.
    """
    if stretch.kind in _UNSAID or stretch.is_title:
        return None
    prose, source = stretch.prose, script.source.text
    if not _TOKENS.isdisjoint(prose.text[place.start : place.end]) or "\n" in text:
        return None
    span = prose.span(*place)
    is_plain = source[span.start : span.end] == prose.text[place.start : place.end]
    if not is_plain and not _is_entity(source[span.start : span.end], place):
        return None
    if script.metadata.container != "quote" and _is_quoted(script, stretch):
        return None
    written = _written(script, stretch)(text, span)
    is_copied = script.metadata.container == "fence" and stretch.shape != "subject"
    return None if is_copied and written != text else (span, written)


def decode(script: Script, stretch: Stretch, text: str) -> str:
    """Return what an encoded text reads as."""
    marks = _yaml_marks(script, stretch)
    if marks is None:
        return _ESCAPED.sub(r"\1", text)
    for character, written in reversed(marks.items()):
        text = text.replace(written, character)
    return text


def _is_entity(written: str, place: Span) -> bool:
    """Return whether one character is written as an entity or an escape, and nothing else."""
    is_one = place.end - place.start == 1
    return is_one and bool(re.fullmatch(rf"&#?\w+;|\\{_ASCII_MARKS}", written))


def _is_quoted(script: Script, stretch: Stretch) -> bool:
    """Return whether a text is in a block quote; a line that only goes on may lack its mark."""
    if stretch.shape == "subject":
        return False
    first = stretch.prose.runs[0].source_start
    above = script.source.text[:first].lower()
    is_element = above.rfind("<blockquote") > above.rfind("</blockquote")
    return is_element or bool(_QUOTE.match(script.source.text, _line_start(script, first), first))


def _line_start(script: Script, offset: int) -> int:
    starts = script.source.line_starts
    return starts[bisect_right(starts, offset) - 1]


def _written(script: Script, stretch: Stretch) -> Callable[[str, Span], str]:
    marks = _yaml_marks(script, stretch)
    if marks is not None:
        table = str.maketrans(marks)
        return lambda text, span: text.translate(table)
    return lambda text, span: _escaped(text, span, script, stretch)


def _yaml_marks(script: Script, stretch: Stretch) -> dict[str, str] | None:
    """Return what is written otherwise in the scalar of a subject line; None in Markdown."""
    if stretch.shape != "subject":
        return None
    before = script.source.text[: stretch.prose.runs[0].source_start][-1:]
    return _DOUBLED if before == "'" else _SLASHED if before == '"' else {}


def _escaped(text: str, span: Span, script: Script, stretch: Stretch) -> str:
    source = script.source.text
    before, after = source[: span.start][-1:], source[span.end :][:1]
    around = f"{before}{text}{after}"
    marks = {found.start() for found in _MARKUP.finditer(around)}
    block = _BLOCK.match(text)
    if block and _MARKERS.fullmatch(source, _line_start(script, span.start), span.start):
        marks.add(len(before) + block.end() - 1)
    if stretch.shape == "cell":
        marks |= {at for at, character in enumerate(around) if character == "|"}
    return "".join(
        f"\\{character}" if len(before) + at in marks else character
        for at, character in enumerate(text)
    )
