"""The scripts of a library by where each begins: one for a heading or a row, version by version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from protolint.readers.markdown import facts, titles
from protolint.readers.markdown.labels import heads_label
from protolint.readers.markdown.sections import Section
from protolint.readers.markdown.tables import Columns
from protolint.readers.markdown.titles import plain
from protolint.readers.markdown.top_blocks import TopBlock
from protolint.readers.markdown.versions import Version, is_version, versions

#: Front matter keys with their values.
Given = tuple[tuple[str, str], ...]

_INTERNAL: Given = (("audience", "internal"),)


class Part(NamedTuple):
    """Where a script of a file, or a version of one, begins: on a line, or in a cell of it.

    `heading` is what its id is made of. `given` are front matter keys that it says itself.
    """

    line: int
    heading: str = ""
    title: str = ""
    given: Given = ()
    cell: int | None = None
    #: The line of the first heading above it that speaks of nothing before it.
    above: int | None = None
    #: What tells a version of a script from the others; `is_more` for all but its first.
    version: str = ""
    is_more: bool = False


def parts(
    found: Sequence[Section],
    owners: Sequence[Section],
    container: str,
    tables: Mapping[int, Columns],
) -> Iterator[Part]:
    """Yield the scripts of a library in order, those with versions once for each of them."""
    audience = audience_of(found[:1])
    saying = set(map(id, owners))
    waiting: list[Section] = []
    path: list[Section] = []
    head: Section | None = None
    for section in found:
        path = [each for each in path if each.level < section.level]
        if id(section) in saying:
            own = list(_of_section(section, container, tables))
            if path and is_version(section):
                own = list(_of_heading(path[-1], own, is_more=path[-1] is head))
                head = path[-1]
            elif not path or path[-1] is not head:
                head = section
            above = next((each.line for each in waiting if each.title in section.above), None)
            internal = audience or audience_of([section])
            for at, part in enumerate(own):
                yield part._replace(
                    given=(*part.given, *internal), above=None if at or part.is_more else above
                )
            waiting = []
        else:
            waiting.append(section)
        path.append(section)


def _of_heading(parent: Section, own: Sequence[Part], *, is_more: bool) -> Iterator[Part]:
    """Yield the versions in a section as those of the script that the heading above it names."""
    for at, part in enumerate(own):
        name = " ".join(filter(None, [part.heading, part.version]))
        yield part._replace(
            line=part.line if at or is_more else parent.line,
            heading=parent.title,
            title=parent.title,
            version=name,
            is_more=is_more or at > 0,
        )


def audience_of(found: Sequence[Section]) -> Given:
    """Return that sections are internal as a front matter key, if their titles say so."""
    named = (title for each in found for title in (each.title, *each.above))
    return _INTERNAL if any(map(titles.is_internal, named)) else ()


def _of_section(section: Section, container: str, tables: Mapping[int, Columns]) -> list[Part]:
    """Return the scripts of a section: one, or one for each row or each fence among many."""
    given = (*_of_title(section.title), *facts.given(section.own))
    if container == "table":
        rows = (block for block in section.own if block.first in tables)
        return _of_rows(section, [part for block in rows for part in _rows(block, tables)])
    whole = Part(section.line, section.title or _title(section), _title(section), given)
    found = versions(section, container)
    if not found:
        return [whole]
    if not any(version.name for version in found) and titles.is_library(section.title):
        return [
            whole._replace(line=version.line) if at else whole for at, version in enumerate(found)
        ]
    return list(_versions(whole, found))


def _versions(whole: Part, found: Sequence[Version]) -> Iterator[Part]:
    """Yield the versions of a script; what stands before the first belongs to that."""
    for at, (line, name) in enumerate(found):
        yield whole._replace(
            line=line if at else whole.line,
            given=(*whole.given, *_of_title(name)),
            version=name or str(at + 1),
            is_more=at > 0,
        )


def _title(section: Section) -> str:
    """Return the title of a section, behind the one above it where it only tells a channel."""
    own = section.title
    is_telling = titles.is_version(own) or heads_label(own)
    return f"{section.above[-1]} – {own}" if section.above and is_telling else own


def _of_title(title: str) -> Iterator[tuple[str, str]]:
    """Yield the front matter keys that a title tells: a language, or a channel."""
    if locale := titles.locale_of(title):
        yield "locale", locale
    if channel := titles.channel_of(title):
        yield "channel", channel


def _rows(table: TopBlock, tables: Mapping[int, Columns]) -> Iterator[Part]:
    """Yield the messages of a table: one for each row, with a version for each column of them."""
    own = tables[table.first]
    names = [plain(cell) for cell in table.rows[0]]
    for row, line in zip(table.rows[1:], table.row_lines[1:], strict=True):
        name = plain(row[own.names]) if own.names is not None and own.names < len(row) else ""
        given = tuple(facts.of_row(names, row))
        held = [column for column in own.messages if column < len(row) and row[column].strip()]
        for at, column in enumerate(held):
            part = Part(line, name, name, given, column if at else None)
            if len(own.messages) > 1:
                told = (*given, *_of_title(names[column]))
                part = part._replace(given=told, version=names[column], is_more=at > 0)
            yield part


def _of_rows(section: Section, rows: Sequence[Part]) -> list[Part]:
    """Return the rows of a section; the first one begins with its heading."""
    named = [
        row._replace(heading=row.heading or section.title, title=row.title or section.title)
        for row in rows
    ]
    if named and section.level:
        named[0] = named[0]._replace(line=section.line)
    return named
