"""Placeholders and template tags of a source, and the source with each of them masked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from protolint.readers._conditionals import Cut, Tag, Unbalanced, branches
from protolint.readers._families import grammar
from protolint.readers._names import has_fallback, name_of
from protolint.readers._tags import Part, part
from protolint.script import Opaque, Settings, Span
from protolint.text.lazy import lazy_pattern

_NOT_BREAK = lazy_pattern(r"[^\r\n]")


class Masked(msgspec.Struct, frozen=True):
    """A source as markup may see it: `text` is as long as the source, line breaks included.

    Each placeholder, tag and template comment is replaced by a character that the source does
    not hold and that Markdown takes for a letter. `opaques` and `cuts` have them by their places
    in the source, in order, also those in code, where a reader leaves the source as it is.
    """

    text: str
    filler: str
    opaques: tuple[Opaque, ...] = ()
    cuts: tuple[Cut, ...] = ()
    unbalanced: tuple[Unbalanced, ...] = ()


def mask(text: str, *, dialect: str | None, lengths: Settings) -> Masked:
    """Find the placeholders and tags of a source, by a dialect of contract §2 or by none."""
    filler = _filler(text)
    found = list(_tokens(text, dialect))
    if not found:
        return Masked(text, filler)
    tags = [
        Tag(span, role, text[span.start : span.end])
        for span, _, role in found
        if role.role != "value"
    ]
    cut = branches(tags)
    opaques = tuple(
        _opaque(family, text, span, lengths) for span, family in _shown(found, cut.cuts)
    )
    spans = [*(each.span for each in opaques), *(each.span for each in cut.cuts)]
    return Masked(_fill(text, sorted(spans), filler), filler, opaques, cut.cuts, cut.unbalanced)


def _opaque(family: str, text: str, span: Span, lengths: Settings) -> Opaque:
    """Return the placeholder at a place in a source, with the length a project gives its name."""
    raw = text[span.start : span.end]
    name = name_of(family, raw)
    return Opaque(
        kind="placeholder",
        raw=raw,
        span=span,
        length=assumed_length(name, lengths),
        name=name,
        family=family,
        has_fallback=has_fallback(family, raw),
    )


def assumed_length(name: str, lengths: Settings) -> int:
    """Return the characters a placeholder is taken to show: by full name, last part, or default."""
    given = lengths.placeholder_lengths
    return given.get(name, given.get(name.rpartition(".")[2], lengths.placeholder_length))


def _tokens(text: str, dialect: str | None) -> Iterator[tuple[Span, str, Part]]:
    """Yield each token with its family and what it does, left to right."""
    opening, token = grammar(dialect)
    candidate = opening.search(text)
    while candidate:
        end = candidate.start() + 1
        if found := token.match(text, candidate.start()):
            end = found.end()
            yield from _parts(found.lastgroup or "", found[0], found.start())
        candidate = opening.search(text, end)


def _parts(family: str, raw: str, start: int) -> Iterator[tuple[Span, str, Part]]:
    """Yield one token, or the two tags around the text of Notify's `((name??text))`."""
    end = start + len(raw)
    if family != "notify" or "??" not in raw:
        yield Span(start, end), family, part(family, raw)
        return
    yield Span(start, start + raw.index("??") + 2), family, Part("open", "??")
    yield Span(end - 2, end), family, Part("close", "??")


def _shown(
    found: Iterable[tuple[Span, str, Part]], cuts: tuple[Cut, ...]
) -> Iterator[tuple[Span, str]]:
    """Yield the values that no comment hides."""
    at = 0
    for span, family, role in found:
        while at < len(cuts) and cuts[at].span.end <= span.start:
            at += 1
        if role.role == "value" and not (at < len(cuts) and cuts[at].span.start <= span.start):
            yield span, family


def _fill(text: str, spans: list[Span], filler: str) -> str:
    """Put the filler in place of all but line breaks, so that lines stay as they are."""
    parts: list[str] = []
    end = 0
    for span in spans:
        parts += text[end : span.start], _NOT_BREAK.sub(filler, text[span.start : span.end])
        end = span.end
    return "".join([*parts, text[end:]])


def _filler(text: str) -> str:
    """Return a private-use character beyond those of `OPAQUE` that the text does not hold."""
    if "\ue100" not in text:
        return "\ue100"
    held = set(text)
    free = (chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in held)
    return next(free, "\ue100")  # a text that holds them all is told apart by the places alone
