"""A file divided into scripts: which part of it belongs to which, and under what name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import titles
from protolint.readers.markdown.containers import holding, owns, usual_level
from protolint.readers.markdown.labels import heads_label
from protolint.readers.markdown.sections import (
    Section,
    blocks,
    sections,
)
from protolint.script import Metadata

#: Shapes of scripts that have headings of their own.
_FLOWS = frozenset(["call-script", "ivr-menu", "procedure", "transcript", "bot-turn"])
#: Keys of which each script has its own, so that a file which says one is one script.
_OF_ONE = frozenset(["subject", "intent", "moment", "id"])


class Part(NamedTuple):
    """The tokens of one script of a file, from `first` to before `behind`.

    `given` are front matter keys that the part says itself. Nothing in a part that is the whole
    file has a name: `heading` is then empty.
    """

    first: int
    behind: int
    #: The line that its heading or title stands on.
    line: int = 0
    heading: str = ""
    title: str = ""
    given: tuple[tuple[str, str], ...] = ()
    #: The columns of a table that are this script's, where it is a row of one.
    columns: tuple[int, ...] = ()


class Division(NamedTuple):
    """The parts of a file in order, and what holds the customer's words in it."""

    parts: tuple[Part, ...]
    container: str
    is_library: bool


def divide(tokens: Sequence[Token], metadata: Metadata, keys: frozenset[str]) -> Division:
    """Return the scripts of parsed Markdown; `keys` are those the file's front matter has."""
    given = metadata.container if "container" in metadata.keys else None
    whole = Part(0, len(tokens))
    if not any(token.type in _MARKS and not token.level for token in tokens):
        return Division((whole,), given or "document", is_library=False)
    found = sections(list(blocks(tokens)))
    is_one = metadata.shape in _FLOWS or bool(_OF_ONE & keys)
    held = holding(found, given, is_one=is_one)
    if not held.is_library:
        return Division((whole,), held.container, is_library=False)
    parts = list(_joined(_parts(found, held.container), len(tokens)))
    if not parts:
        return Division((whole,), held.container, is_library=False)
    return Division(tuple(parts), held.container, is_library=True)


_MARKS = frozenset(["heading_open", "table_open"])


def _joined(parts: Iterator[Part], end: int) -> Iterator[Part]:
    """Yield the parts with what lies between them: it belongs to the one before, or the first."""
    before: Part | None = None
    for part in parts:
        if before:
            yield before._replace(behind=part.first)
            before = part
        else:
            before = part._replace(first=0)
    if before:
        yield before._replace(behind=end)


def _parts(found: Sequence[Section], container: str) -> Iterator[Part]:
    file_is_internal = any(titles.is_internal(each.title) for each in found[:1])
    for section in _owners(found, container):
        for part in _of_section(section, container):
            if file_is_internal or _is_internal(section):
                yield part._replace(given=(*part.given, ("audience", "internal")))
            else:
                yield part


def _owners(found: Sequence[Section], container: str) -> Iterator[Section]:
    """Yield the sections that are scripts. In bare sections a deeper heading is one of a script."""
    level = usual_level([each for each in found if owns(each, container)])
    parents = {name for each in found for name in each.above}
    for section in found:
        if container == "section":
            is_inner = section.level > level
            is_outer = section.level < level and section.title in parents
            if is_inner or is_outer:
                continue
        if owns(section, container):
            yield section


def _is_internal(section: Section) -> bool:
    return any(map(titles.is_internal, (section.title, *section.above)))


def _of_section(section: Section, container: str) -> Iterator[Part]:
    """Yield the scripts of a section: one, or one for each version of its message."""
    title = _title(section)
    whole = Part(section.first, 0, section.line, section.title, title, tuple(_said_of(section)))
    yield whole


def _title(section: Section) -> str:
    """Return the title of a section, behind the one above it where it only tells a version."""
    own = section.title
    is_version = (
        titles.is_variant(own)
        or titles.locale_of(own)
        or titles.channel_of(own)
        or heads_label(own)
    )
    return f"{section.above[-1]} – {own}" if section.above and is_version else own


def _said_of(section: Section) -> Iterator[tuple[str, str]]:
    """Yield front matter keys that a section says of itself: its language or channel as title."""
    if locale := titles.locale_of(section.title):
        yield "locale", locale
    if channel := titles.channel_of(section.title):
        yield "channel", channel
