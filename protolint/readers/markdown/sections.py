"""The headings of a file with the blocks below each, and what serves as a heading without being it.

A title in bold over a quote, a summary of details, an item of a list that begins with a title: they
own what follows them just as headings do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import heads_label
from protolint.readers.markdown.leads import Item, Lead, items_alike, title_of, titled_items
from protolint.readers.markdown.titles import plain
from protolint.readers.markdown.top_blocks import TopBlock, items
from protolint.readers.markdown.wording import greets
from protolint.text.lazy import lazy_pattern

#: The levels of what serves as a heading: a title of its own, and one in a list.
_TITLE_LEVEL = 7
ITEM_LEVEL = 8


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


def sections(found: Sequence[TopBlock], tokens: Sequence[Token], name: str) -> list[Section]:
    """Return the sections of a file of this name.

    A heading that is a label belongs to the section before it.
    """
    labelling = _labelling([block for block in found if block.kind == "heading"])
    labelling |= _within(found)
    lists = sum(block.kind == "list" for block in found)
    maker = _made(found, _Maker(tokens, name, labelling))
    if 0 < maker.divided < lists:
        return _made(found, _Maker(tokens, name, labelling, is_divided=True)).made
    return maker.made


def _made(found: Sequence[TopBlock], maker: _Maker) -> _Maker:
    for block, after in zip_longest(found, found[1:]):
        maker.take(block, after)
    maker.end()
    return maker


class _Maker:
    """The sections while the blocks of a file are gone through.

    `divided` counts the lists whose items are scripts; `is_divided` is that some list is known to
    be one, so that the others that look like it are too.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        name: str,
        labelling: set[int],
        *,
        is_divided: bool = False,
    ) -> None:
        self.made: list[Section] = []
        self.divided = 0
        self._is_divided = is_divided
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
            self.divided += 1
            for lead, item in own:
                self._begin(lead.title, ITEM_LEVEL, item[0].line, item[0].first)
                self._own = [item[0]._replace(content=lead.rest), *item[1:]]
            self._begin("", 0, 0, None)
        elif title := self._title(block, after):
            self._begin(title.title, _TITLE_LEVEL, block.line, block.first)
            if title.rest:
                self._own.append(block._replace(content=title.rest))
        else:
            self._own.append(block)

    def _scripts(self, block: TopBlock) -> list[Item]:
        if any(greets(own.content) for own in self._own if own.kind == "text"):
            return []
        found = items(self._tokens, block)
        own = titled_items(found, is_named=self._is_named)
        return own or (items_alike(found) if self._is_divided else [])

    def _title(self, block: TopBlock, after: TopBlock | None) -> Lead | None:
        """Return the title that a block begins with; in a message, bold words are its own."""
        is_headed = any(level < _TITLE_LEVEL for level, _ in self._path)
        is_begun = any(greets(own.content) for own in self._own if own.kind == "text")
        if is_begun and 0 < self._head[1] < _TITLE_LEVEL:
            return None
        return title_of(block, after, is_named=self._is_named, is_headed=is_headed)

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


def _within(found: Sequence[TopBlock]) -> set[int]:
    """Return the first tokens of headings within messages, in the mark-up of GOV.UK Notify.

    It has callouts that begin with “^ ”, and headings of the first level alone.
    """
    if not any(block.kind == "text" and block.content.startswith("^ ") for block in found):
        return set()
    headings = [block for block in found if block.kind == "heading"]
    if len({block.level for block in headings}) < 2:
        return set()
    return {block.first for block in headings[1:] if block.level == 1}


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
