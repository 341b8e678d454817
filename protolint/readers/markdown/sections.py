"""The headings of a file with the blocks below each, and what serves as a heading without being it.

A title in bold over a quote, a summary of details, an item of a list that begins with a title: they
own what follows them just as headings do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import heads_label, role_of
from protolint.readers.markdown.top_blocks import TopBlock, items
from protolint.readers.markdown.wording import greets, is_said, opens
from protolint.text.lazy import lazy_pattern

_MARKS = lazy_pattern(r"[*_`~]+|</?[A-Za-z][^>]*>|\]\([^)]*\)|[\[\]]")
_BOLD = r"(?:\*\*|__)(?P<title>[^*_\n]{2,80}?)(?P<colon>[:.]?)(?:\*\*|__)"
_LEAD = lazy_pattern(rf"\W{{0,4}}?{_BOLD}(?P<end>\s*(?:[:–—-]+(?=\s|$)|\\?\n|$))?\s*")
_SUMMARY = lazy_pattern(r"<summary[^>]*>(?P<title>.*?)</summary>", re.IGNORECASE | re.DOTALL)
_SENTENCE_END = (".", "!", "?", ",", "…")
_LONGEST_TITLE = 12

#: The levels of what serves as a heading: a title of its own, and one in a list.
_TITLE_LEVEL = 7
_ITEM_LEVEL = 8


class Section(NamedTuple):
    """A heading and the blocks up to the next one; the first one of a file may have no heading."""

    title: str
    level: int
    line: int
    own: tuple[TopBlock, ...]
    #: The titles of the headings it stands under, the outermost first.
    above: tuple[str, ...] = ()
    #: The token whose text is or begins with the title, where no heading has it.
    titled: int | None = None

    @property
    def text(self) -> str:
        """All that stands below the heading."""
        return "\n".join(block.content for block in self.own)


class Lead(NamedTuple):
    """The title that a paragraph begins with, and what follows it there."""

    title: str
    rest: str


def sections(found: Sequence[TopBlock], tokens: Sequence[Token], name: str) -> list[Section]:
    """Return the sections of a file of this name.

    A heading that is a label belongs to the section before it.
    """
    maker = _Maker(tokens, name, _labelling([block for block in found if block.kind == "heading"]))
    for block, after in zip_longest(found, found[1:]):
        maker.take(block, after)
    maker.end()
    return maker.made


_Item = tuple[Lead, list[TopBlock]]


class _Maker:
    """The sections while the blocks of a file are gone through."""

    def __init__(self, tokens: Sequence[Token], name: str, labelling: set[int]) -> None:
        self.made: list[Section] = []
        self._name = name
        self._tokens = tokens
        self._labelling = labelling
        self._path: list[tuple[int, str]] = []
        self._head: tuple[str, int, int, int | None] = ("", 0, 0, None)
        self._own: list[TopBlock] = []

    def take(self, block: TopBlock, after: TopBlock | None) -> None:
        """Begin a section with a block, or put it into the one that was begun."""
        if block.kind == "heading" and block.first not in self._labelling:
            self._begin(plain(block.content), block.level, block.line, None)
        elif block.kind == "list" and (own := self._scripts(block)):
            for lead, item in own:
                self._begin(lead.title, _ITEM_LEVEL, item[0].line, item[0].first)
                self._own = [item[0]._replace(content=lead.rest), *item[1:]]
            self._begin("", 0, 0, None)
        elif title := _title_of(block, after, is_named=self._is_named):
            self._begin(title.title, _TITLE_LEVEL, block.line, block.first)
            if title.rest:
                self._own.append(block._replace(content=title.rest))
        else:
            self._own.append(block)

    def _scripts(self, block: TopBlock) -> list[_Item]:
        if any(greets(own.content) for own in self._own if own.kind == "text"):
            return []
        return _scripts(items(self._tokens, block), is_named=self._is_named)

    @property
    def _is_named(self) -> bool:
        """Whether a title above says that here are scripts."""
        return any(map(titles.is_library, (*(title for _, title in self._path), self._name)))

    def _begin(self, title: str, level: int, line: int, titled: int | None) -> None:
        self.end()
        self._head = (title, level, line, titled)
        if level:
            self._path = [*(each for each in self._path if each[0] < level), (level, title)]

    def end(self) -> None:
        """Close the section that was begun last."""
        title, level, line, titled = self._head
        if level or self._own:
            above = tuple(each for at, each in self._path if at < level)
            line = line if level else self._own[0].line
            self.made.append(Section(title, level, line, tuple(self._own), above, titled))
        self._own = []


def _labelling(headings: Sequence[TopBlock]) -> set[int]:
    """Return the first tokens of the headings that only label what is in the section above them.

    They do where all headings beside them do so too: “Reply” beside “When to use”.
    """
    families: dict[tuple[int, int], list[TopBlock]] = {}
    path: list[TopBlock] = []
    for block in headings:
        path = [each for each in path if each.level < block.level]
        if path:
            families.setdefault((path[-1].first, block.level), []).append(block)
        path.append(block)
    return {
        block.first
        for family in families.values()
        if all(heads_label(plain(block.content)) for block in family)
        for block in family
    }


def plain(content: str) -> str:
    """Return the words of a heading or a title, without marks of Markdown."""
    return " ".join(_MARKS.sub("", content).split()).strip(" :#")


def lead_of(content: str) -> Lead | None:
    """Return the title that a paragraph or item begins with: in bold, or on a line of its own."""
    found = _LEAD.match(content)
    if found and (found["end"] is not None or found["colon"]):
        lead = Lead(plain(found["title"]), content[found.end() :])
        if lead.rest.strip() and role_of(lead.title):
            return None
    else:
        first, line_break, rest = content.partition("\n")
        is_title = line_break and not first.rstrip(" \\").endswith(_SENTENCE_END)
        if not is_title or len(first.split()) > _LONGEST_TITLE or not opens(rest):
            return None
        lead = Lead(plain(first), rest)
    is_label = heads_label(lead.title) or titles.is_version(lead.title) or _greets(lead.title)
    return None if is_label or not lead.title else lead


def _greets(title: str) -> bool:
    """Return whether bold words are the start of a message; “/hi” is the name of one."""
    return title[:1].isalpha() and opens(title)


class TitleAt(NamedTuple):
    """Where a title stands in a text that begins with it, and where the rest begins."""

    start: int
    end: int
    rest: int


_BEHIND_TITLE = lazy_pattern(r"[\s:.–—-]*")


def title_at(text: str, title: str) -> TitleAt:
    """Return where the title stands that a readable text begins with; else it is the first line."""
    start = len(text) - len(text.lstrip())
    first = text.find(title.split(" ", maxsplit=1)[0], start) if title else start
    end = start + len(text[start:].partition("\n")[0])
    if 0 <= first < start + 4 and text.startswith(title, first):
        start, end = first, first + len(title)
    behind = _BEHIND_TITLE.match(text, end)
    return TitleAt(start, end, behind.end() if behind else end)


def _title_of(block: TopBlock, after: TopBlock | None, *, is_named: bool) -> Lead | None:
    """Return the title with which a block at the top level begins a section, if it does."""
    if block.kind == "html":
        found = _SUMMARY.search(block.content)
        return Lead(plain(found["title"]), "") if found and plain(found["title"]) else None
    lead = lead_of(block.content) if block.kind == "text" else None
    if lead is None:
        return None
    if lead.rest.strip():
        return lead if opens(lead.rest) or (is_named and is_said(lead.rest)) else None
    is_owner = after is not None and (
        after.kind == "quote" or after.is_wording or (after.kind == "text" and opens(after.content))
    )
    return lead if is_owner else None


def _scripts(found: Sequence[list[TopBlock]], *, is_named: bool) -> list[_Item]:
    """Return the items of a list as scripts, where each is one with a title; else nothing.

    `is_named` is whether a heading says that here are scripts.
    """
    all_items = [item for item in found if item]
    titled = [(lead, item) for item in all_items if (lead := lead_of(item[0].content))]
    if len(titled) * 5 < len(all_items) * 4:
        return []
    held = [each for each in titled if _holds(each[1])]
    said = [each for each in titled if _says(*each, is_named=is_named)]
    if len(held) >= 2 and len(held) * 5 >= len(titled) * 3:
        return titled
    return titled if len(said) >= 3 and len(said) * 5 >= len(titled) * 4 else []


def _holds(item: Sequence[TopBlock]) -> bool:
    return any(block.kind == "quote" or block.is_wording for block in item[1:])


def _says(lead: Lead, item: Sequence[TopBlock], *, is_named: bool) -> bool:
    text = "\n".join([lead.rest, *(block.content for block in item[1:])]).strip()
    return opens(text) or (is_named and is_said(text))
