"""What a person is to fill in: `[Name]`-like blanks and markers such as `[INSERT LINK]`, `XXX`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protolint.readers import _blank_words as words
from protolint.readers._blank_sorts import MARK, Place, sort_of
from protolint.readers._opaques import Found, apart
from protolint.text.lazy import lazy_pattern

_BRACKET = lazy_pattern(r"\[[^\[\]\n]{1,90}\]|\{[^{}\n]{1,90}\}|<[^\W\d][^<>\n]{1,90}>")
_MARK_HINT = lazy_pattern(r"XX|__|##|TODO|FIXME")
_TAG = lazy_pattern(r"[\w\-][\w\- ]*")
_NEAR = 60


def blanks(text: str, links: Sequence[tuple[int, int]] = ()) -> list[Found]:
    """Return the blanks and markers in a prose text, in order.

    `links` are the places of link texts, where a bracket is a manner of writing buttons, and only
    markers count.
    """
    return list(apart([*_brackets(text, links), *_marks(text)]))


def is_blank_tag(raw: str) -> bool:
    """Say whether what Markdown takes for an HTML tag is a blank: `<Agent Name>`, `<issue-no>`."""
    inner = raw[1:-1].strip()
    if not _TAG.fullmatch(inner):
        return False
    first, *others = inner.split()
    if first.lower() in words.HTML and words.BARE_ATTRIBUTES.issuperset(map(str.lower, others)):
        return False
    component = not others and first[:1].isupper() and not first.isupper()
    return sort_of("<", inner, Place("", ""), words.TAGS if component else words.FIELDS) is not None


def _brackets(text: str, links: Sequence[tuple[int, int]]) -> Iterator[Found]:
    if "[" not in text and "{" not in text and "<" not in text:
        return
    for found in _BRACKET.finditer(text):
        start, end = found.span()
        sort = sort_of(text[start], found[0][1:-1].strip(), _place(text, start, end))
        linked = any(first < end and start < last for first, last in links)
        if sort == "marker" or (sort and not linked):
            yield Found(start, end, sort)


def _marks(text: str) -> Iterator[Found]:
    """Yield the runs of X, # and _ that stand for something unknown.

    Beside digits they stand for digits that are hidden on purpose, and after “format” for any.
    """
    if not _MARK_HINT.search(text):
        return
    for found in MARK.finditer(text):
        place = _place(text, *found.span())
        digits = place.before.rstrip(" -")[-1:].isdigit() or place.after.lstrip(" -")[:1].isdigit()
        heading = found[0][0] == "#" and place.begins and not place.alone
        if not (digits or heading or "format" in place.before.lower()):
            yield Found(*found.span(), "marker")


def _place(text: str, start: int, end: int) -> Place:
    before = text[max(start - _NEAR, 0) : start].rpartition("\n")[2]
    return Place(before, text[end : end + _NEAR].partition("\n")[0])
