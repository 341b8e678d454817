"""A file divided into scripts: where each begins, under what name, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from protolint.readers.markdown import titles
from protolint.readers.markdown.containers import (
    Holding,
    holding,
    of_one,
    of_versions,
)
from protolint.readers.markdown.guides import is_guide
from protolint.readers.markdown.labels import version_at
from protolint.readers.markdown.leads import stands_out
from protolint.readers.markdown.parts import Part, audience_of, parts
from protolint.readers.markdown.remarks import remarks
from protolint.readers.markdown.sections import Section, sections
from protolint.readers.markdown.tables import Columns, columns
from protolint.readers.markdown.titles import plain
from protolint.readers.markdown.top_blocks import top_blocks
from protolint.script import Metadata
from protolint.text.parts import is_greeting

#: Shapes of scripts that have headings of their own.
_FLOWS = frozenset(["call-script", "ivr-menu", "procedure", "transcript", "bot-turn"])
#: Keys of which each script has its own, so that a file which says one is one script.
_OF_ONE = frozenset(["subject", "intent", "moment", "id"])
_INTERNAL = (("audience", "internal"),)
_MARKS = frozenset(["heading_open", "table_open", "blockquote_open", "fence"])


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
    #: The lines on which sections begin, and whether nothing in them is said; and blocks so.
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
    is_told = "audience" in metadata.keys
    if not given and _is_undivided(tokens, is_one=is_one):
        return Division((Part(0, given=() if is_told else _audience_of(tokens)),))
    found = sections(top_blocks(tokens), tokens, name)
    whole = Part(0, given=() if is_told else audience_of(found[:1]))
    if not given and any(titles.is_about_writing(each.title) for each in found[:1]):
        return Division((whole,))
    held = _holding(found, given, name, is_one=is_one)
    tables = dict(_tables(found, held.container, is_set=given == "table"))
    if held.owners:
        return _library(found, held, tables, is_set=given is not None)
    is_open = held.container == "document" and not (is_one or given or is_told or "channel" in own)
    if is_open and is_guide(found, name):
        whole = whole._replace(given=_INTERNAL)
    return Division((whole,), held.container, tables=tables, is_set=given is not None)


def _library(
    found: Sequence[Section], held: Holding, tables: Mapping[int, Columns], *, is_set: bool
) -> Division:
    """Return a file with the scripts that its headings own."""
    return Division(
        tuple(parts(found, held.owners, held.container, tables)),
        held.container,
        is_library=True,
        titled={each.titled: each.title for each in found if each.titled is not None},
        tables=tables,
        turns=dict(_turns(found, held.owners, held.container)),
        remarks=frozenset(remarks(found, held.owners)),
        is_set=is_set,
    )


def _holding(found: Sequence[Section], given: str | None, name: str, *, is_one: bool) -> Holding:
    """Return what holds the customer's words, and whether there are several scripts or versions."""
    if given:
        held = holding(found, given, name)
        return held._replace(owners=()) if is_one else held
    held = Holding(of_one(found)) if is_one else holding(found, None, name)
    return held if held.owners else of_versions(found) or held


def _turns(
    found: Sequence[Section], owners: Sequence[Section], container: str
) -> Iterator[tuple[int, bool]]:
    """Yield the line of each section, and whether nothing in it is said.

    In bare sections and calls one below that of a script is part of it, and not among these.
    """
    saying = set(map(id, owners))
    level = 0
    holds_all = False
    for section in found:
        is_owner = id(section) in saying
        if is_owner:
            level = section.level
            holds_all = container == "section" or titles.is_call(section.title)
        elif holds_all and level and section.level > level:
            continue
        elif section.level:
            level = 0
        yield section.line, not is_owner


def _is_undivided(tokens: Sequence[Token], *, is_one: bool) -> bool:
    """Return whether it is seen at once that a file is one script without containers.

    `is_one` is that it is one script; it may still keep its words in fences.
    """
    if is_one:
        return not any(token.type == "fence" or _names_version(token) for token in tokens)
    return _is_greeted(tokens) or not any(map(_may_divide, tokens))


def _is_greeted(tokens: Sequence[Token]) -> bool:
    """Return whether a file begins with a greeting, before any heading: then it is one message."""
    if len(tokens) < 2 or tokens[0].type != "paragraph_open":
        return False
    return is_greeting(tokens[1].content.partition("\n")[0])


def _names_version(token: Token) -> bool:
    """Return whether a text begins with the name of a version, in bold or as a heading."""
    if token.type != "inline" or (
        len(token.content) > 40 and token.content[:2] not in ("**", "__")
    ):
        return False
    return bool(version_at(token.content)[0]) or titles.is_version(token.content)


def _may_divide(token: Token) -> bool:
    """Return whether a token is of what scripts are divided by."""
    if token.type in _MARKS:
        return True
    if token.type == "inline":
        return "**" in token.content or "__" in token.content or stands_out(token.content)
    return token.type == "html_block" and "<summary" in token.content


def _tables(
    found: Sequence[Section], container: str, *, is_set: bool
) -> Iterator[tuple[int, Columns]]:
    for block in (block for each in found for block in each.own if block.kind == "table"):
        if container == "table" and (own := columns(block, is_set=is_set)):
            yield block.first, own


def _audience_of(tokens: Sequence[Token]) -> tuple[tuple[str, str], ...]:
    """Return that a file is internal, if the heading that it begins with says so."""
    is_headed = len(tokens) > 1 and tokens[0].type == "heading_open"
    return _INTERNAL if is_headed and titles.is_internal(plain(tokens[1].content)) else ()
