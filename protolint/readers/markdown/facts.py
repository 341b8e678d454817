"""What a section of a library says of itself in labels, as front matter does for a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import labels
from protolint.readers.markdown.top_blocks import TopBlock
from protolint.text.lazy import lazy_pattern

_KEYS = {
    "channel": "channel", "channels": "channel", "kanal": "channel", "canal": "channel",
    "platform": "platform", "intent": "intent", "moment": "moment", "audience": "audience",
    "author": "author", "fault": "fault", "severity": "severity", "shape": "shape", "type": "type",
    "owner": "owner", "review by": "review_by", "language": "locale", "locale": "locale",
    "lang": "locale", "sprache": "locale", "langue": "locale", "idioma": "locale",
}  # fmt: skip
_EDGES = " \t*_`“”\"'.\\"
_BETWEEN = lazy_pattern(r"\s*(?:[,/;&+]|\band\b)\s*")
_LOCALE = lazy_pattern(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def given(own: Sequence[TopBlock]) -> Iterator[tuple[str, str]]:
    """Yield front matter keys with the values that labels below a heading give them."""
    for block in own:
        if block.kind not in ("text", "list"):
            continue
        for line, label in labels(block.content):
            key = _KEYS.get(label.name.casefold()) if label.role == "fact" else None
            value = line[label.end :].strip(_EDGES)
            if key and (found := _value(key, value)):
                yield key, found


def of_row(head: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield front matter keys that columns of a table are named after, with a row's values."""
    for name, cell in zip(head, row, strict=False):
        key = _KEYS.get(name.casefold())
        if key and (found := _value(key, cell.strip(_EDGES))):
            yield key, found


def _value(key: str, value: str) -> str | None:
    if key == "locale":
        return titles.locale_of(value) or (value if _LOCALE.fullmatch(value) else None)
    if key in ("channel", "moment"):
        found = [titles.channel_of(each) or each.casefold() for each in _BETWEEN.split(value)]
        return ",".join(found)
    if key == "audience":
        return "internal" if titles.is_internal(value) else value.casefold()
    return value
