"""A file divided into scripts: where each begins, under what name, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import facts, titles
from protolint.readers.markdown.containers import holding, of_one, owners_of
from protolint.readers.markdown.labels import heads_label
from protolint.readers.markdown.sections import Section, plain, sections
from protolint.readers.markdown.tables import Columns, columns
from protolint.readers.markdown.top_blocks import TopBlock, top_blocks
from protolint.readers.markdown.versions import Version, versions
from protolint.readers.markdown.wording import is_remark
from protolint.script import Metadata
from protolint.text.parts import is_greeting

#: Shapes of scripts that have headings of their own.
_FLOWS = frozenset(["call-script", "ivr-menu", "procedure", "transcript", "bot-turn"])
#: Keys of which each script has its own, so that a file which says one is one script.
_OF_ONE = frozenset(["subject", "intent", "moment", "id"])
_INTERNAL = (("audience", "internal"),)
_MARKS = frozenset(["heading_open", "table_open", "blockquote_open", "fence"])


class Part(NamedTuple):
    """Where a script of a file begins: on a line, or in a cell of it.

    `heading` is what its id is made of. `given` are front matter keys that it says itself.
    """

    line: int
    heading: str = ""
    title: str = ""
    given: tuple[tuple[str, str], ...] = ()
    cell: int | None = None
    #: The line of the first heading above it that speaks of nothing before it.
    above: int | None = None


class Division(NamedTuple):
    """The scripts of a file in order, and what holds the customer's words in it.

    `titled` are the tokens of paragraphs that begin with a title, and the title of each.
    `tables` are the columns of the tables of messages, by the token of the table.
    """

    parts: tuple[Part, ...]
    container: str = "document"
    is_library: bool = False
    titled: Mapping[int, str] = {}
    tables: Mapping[int, Columns] = {}
    #: The lines on which sections begin, and whether nothing in them is said; and quotes so.
    turns: Mapping[int, bool] = {}
    remarks: frozenset[int] = frozenset()
    #: Whether every fence without a language holds words, because that was said.
    is_set: bool = False


def divide(tokens: Sequence[Token], metadata: Metadata, own: frozenset[str], name: str) -> Division:
    """Return the scripts of parsed Markdown, in a file of this name.

    `own` are the keys that the file's front matter has itself.
    """
    given = metadata.container if "container" in metadata.keys else None
    is_one = metadata.shape in _FLOWS or not own.isdisjoint(_OF_ONE)
    if not given and _is_undivided(tokens, is_one=is_one):
        return Division((Part(0, given=_audience_of(tokens)),))
    found = sections(top_blocks(tokens), tokens, name)
    whole = Part(0, given=_audience(found[:1]))
    if not given and any(titles.is_about_writing(each.title) for each in found[:1]):
        return Division((whole,))
    if is_one and not given:
        return Division((whole,), of_one(found))
    held = holding(found, given, name)
    tables = dict(_tables(found, held.container, is_set=given == "table"))
    if is_one or not held.is_library:
        return Division((whole,), held.container, tables=tables, is_set=given is not None)
    owners = owners_of(found, held.container, is_set=given is not None)
    return Division(
        tuple(_parts(found, owners, held.container, tables)),
        held.container,
        is_library=True,
        titled={each.titled: each.title for each in found if each.titled is not None},
        tables=tables,
        turns=dict(_turns(found, owners, held.container)),
        remarks=frozenset(_remarks(owners)),
        is_set=given is not None,
    )


def _turns(
    found: Sequence[Section], owners: Sequence[Section], container: str
) -> Iterator[tuple[int, bool]]:
    """Yield the line of each section, and whether nothing in it is said.

    In bare sections one below that of a script is part of the script, and not among these.
    """
    saying = set(map(id, owners))
    level = 0
    for section in found:
        is_owner = id(section) in saying
        if is_owner:
            level = section.level
        elif container == "section" and level and section.level > level:
            continue
        elif section.level:
            level = 0
        yield section.line, not is_owner


def _remarks(owners: Sequence[Section]) -> Iterator[int]:
    """Yield the lines of quotes that tell agents something, beside others that are said."""
    for section in owners:
        quotes = [block for block in section.own if block.kind == "quote"]
        if len(quotes) > 1:
            yield from (block.line for block in quotes if is_remark(block.content))


def _is_undivided(tokens: Sequence[Token], *, is_one: bool) -> bool:
    """Return whether it is seen at once that a file is one script without containers.

    `is_one` is that it is one script; it may still keep its words in fences.
    """
    if is_one:
        return "fence" not in [token.type for token in tokens]
    return _is_greeted(tokens) or not any(map(_may_divide, tokens))


def _is_greeted(tokens: Sequence[Token]) -> bool:
    """Return whether a file begins with a greeting, before any heading: then it is one message."""
    if len(tokens) < 2 or tokens[0].type != "paragraph_open":
        return False
    return is_greeting(tokens[1].content.partition("\n")[0])


def _may_divide(token: Token) -> bool:
    """Return whether a token is of what scripts are divided by."""
    if token.type in _MARKS:
        return True
    if token.type == "inline":
        return "**" in token.content or "__" in token.content
    return token.type == "html_block" and "<summary" in token.content


def _tables(
    found: Sequence[Section], container: str, *, is_set: bool
) -> Iterator[tuple[int, Columns]]:
    for block in (block for each in found for block in each.own if block.kind == "table"):
        if container == "table" and (own := columns(block, is_set=is_set)):
            yield block.first, own


def _parts(
    found: Sequence[Section],
    owners: Sequence[Section],
    container: str,
    tables: Mapping[int, Columns],
) -> Iterator[Part]:
    audience = _audience(found[:1])
    saying = set(map(id, owners))
    waiting: list[Section] = []
    for section in found:
        if id(section) not in saying:
            waiting.append(section)
            continue
        above = next((each.line for each in waiting if each.title in section.above), None)
        waiting = []
        internal = audience or _audience([section])
        for part in _of_section(section, container, tables):
            yield part._replace(given=(*part.given, *internal), above=above)
            above = None


def _audience_of(tokens: Sequence[Token]) -> tuple[tuple[str, str], ...]:
    """Return that a file is internal, if the heading that it begins with says so."""
    is_headed = len(tokens) > 1 and tokens[0].type == "heading_open"
    return _INTERNAL if is_headed and titles.is_internal(plain(tokens[1].content)) else ()


def _audience(found: Sequence[Section]) -> tuple[tuple[str, str], ...]:
    """Return that sections are internal as a front matter key, if their titles say so."""
    named = (title for each in found for title in (each.title, *each.above))
    return _INTERNAL if any(map(titles.is_internal, named)) else ()


def _of_section(section: Section, container: str, tables: Mapping[int, Columns]) -> Iterator[Part]:
    """Yield the scripts of a section: one, or one for each version, fence or row that it has."""
    given = (*_of_title(section.title), *facts.given(section.own))
    if container == "table":
        rows = (block for block in section.own if block.first in tables)
        yield from _of_rows(section, [part for block in rows for part in _rows(block, tables)])
        return
    title = _title(section)
    whole = Part(section.line, section.title or title, title, given)
    found = list(versions(section, container))
    if not found:
        yield whole
    for number, version in enumerate(found):
        yield _version(whole, version, is_first=not number)


def _version(whole: Part, version: Version, *, is_first: bool) -> Part:
    """Return the part of one version of a script; what stands before the first is its own."""
    title = f"{whole.title} – {version.name}" if version.name else whole.title
    line = whole.line if is_first else version.line
    return whole._replace(line=line, title=title, given=(*whole.given, *_of_title(version.name)))


def _title(section: Section) -> str:
    """Return the title of a section, behind the one above it where it only tells a version."""
    own = section.title
    is_version = titles.is_variant(own) or titles.locale_of(own) or titles.channel_of(own)
    is_telling = section.above and (is_version or heads_label(own))
    return f"{section.above[-1]} – {own}" if is_telling else own


def _of_title(title: str) -> Iterator[tuple[str, str]]:
    """Yield the front matter keys that a title tells: a language, or a channel."""
    if locale := titles.locale_of(title):
        yield "locale", locale
    if channel := titles.channel_of(title):
        yield "channel", channel


def _rows(table: TopBlock, tables: Mapping[int, Columns]) -> Iterator[Part]:
    """Yield the messages of a table: one for each row, and for each column that holds one."""
    own = tables[table.first]
    names = [plain(cell) for cell in table.rows[0]]
    for row, line in zip(table.rows[1:], table.row_lines[1:], strict=True):
        name = plain(row[own.names]) if own.names is not None and own.names < len(row) else ""
        for number, column in enumerate(own.messages):
            if column >= len(row) or not row[column].strip():
                continue
            is_version = len(own.messages) > 1
            title = f"{name} – {names[column]}" if is_version else name
            given = (*facts.of_row(names, row), *(_of_title(names[column]) if is_version else ()))
            yield Part(line, name, title, given, column if number else None)


def _of_rows(section: Section, rows: Sequence[Part]) -> Iterator[Part]:
    """Yield the rows of a section; the first one begins with its heading."""
    for number, row in enumerate(rows):
        own = row._replace(heading=row.heading or section.title, title=row.title or section.title)
        yield own if number or not section.level else own._replace(line=section.line)
