"""Titles that serve as headings without being ones: in bold, in a summary, in items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from protolint.readers.markdown import titles
from protolint.readers.markdown.labels import heads_label, role_of
from protolint.readers.markdown.titles import plain
from protolint.readers.markdown.top_blocks import TopBlock
from protolint.readers.markdown.wording import is_remark, is_said, opens
from protolint.text.lazy import lazy_pattern

_BOLD = r"(?:\*\*|__)(?P<title>[^*_\n]{2,80}?)(?P<colon>[:.]?)(?:\*\*|__)"
_LEAD = lazy_pattern(rf"\W{{0,4}}?{_BOLD}(?P<end>\s*(?:[:–—-]+(?=\s|$)|\\?\n|$))?\s*")
#: A title between rules of its own: “---- Refund” and “=== Refund ===”.
_RULED = lazy_pattern(
    r"[-=*_~#]{3,}[ \t]+(?P<title>[^\n]{2,80}?)[ \t]*[-=*_~#]*(?:\n+|$)(?P<rest>[\s\S]*)"
)
#: A question in bold, and its answer behind an arrow or in quotes.
_ANSWERED = lazy_pattern(r"\s*(?:→|->|=>|[“\"«„]|(?:A|Answer|Reply)\s*[:.]\s)\s*")
#: A line that names a sort of message, which in a file without headings is a title.
_SORT = lazy_pattern(
    r"\W*(?:[\w/-]+ ){0,3}?(?:(?:quick|saved|canned|auto(?:matic|mated)?|away|greeting|welcome"
    r"|holding|standard|template)[ -]?(?:repl(?:y|ies)|responses?|messages?|e-?mails?|texts?)"
    r"|(?:template|script|reply|response|macro|message|e-?mail|sms|text) ?(?:#|no\.? )?\d+)"
    r"(?: ?[:(–—-].{0,60})?:?",
    re.IGNORECASE,
)
_SUMMARY = lazy_pattern(r"<summary[^>]*>(?P<title>.*?)</summary>", re.IGNORECASE | re.DOTALL)
_SENTENCE_END = (".", "!", "?", ",", "…")
_LONGEST_TITLE = 12
_OPENING = " \t\"'“„«*_([{"


class Lead(NamedTuple):
    """The title that a paragraph begins with, and what follows it there."""

    title: str
    rest: str
    #: Whether it stands out by rules beside it, so that it can be nothing else.
    is_ruled: bool = False


#: An item of a list with its title.
Item = tuple[Lead, list[TopBlock]]


def _bold_lead(content: str) -> Lead | None:
    """Return the title in bold that a text begins with, whatever it is, and the rest of it."""
    found = _LEAD.match(content)
    if not found or (found["end"] is None and not found["colon"]):
        return None
    return Lead(plain(found["title"]), content[found.end() :])


def lead_of(content: str) -> Lead | None:
    """Return the title that a paragraph or item begins with: in bold, or on a line of its own."""
    if ruled := _RULED.match(content):
        return Lead(plain(ruled["title"]), ruled["rest"], is_ruled=True)
    if lead := _bold_lead(content):
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


def _line_lead(content: str) -> Lead | None:
    """Return the line on which an item begins as its title, if a sentence begins on the next."""
    first, _, rest = content.partition("\n")
    title = plain(first)
    is_short = title and len(title.split()) <= _LONGEST_TITLE and not first.endswith(_SENTENCE_END)
    if not is_short or not rest.strip() or rest.lstrip(_OPENING)[:1].islower():
        return None
    return None if heads_label(title) or titles.is_version(title) else Lead(title, rest)


def _greets(title: str) -> bool:
    """Return whether bold words are the start of a message; “/hi” is the name of one."""
    return title[:1].isalpha() and opens(title)


def stands_out(content: str) -> bool:
    """Return whether a paragraph without bold words can be a title, or begin with one."""
    return _RULED.match(content) is not None or _SORT.fullmatch(content) is not None


def title_of(
    block: TopBlock, after: TopBlock | None, *, is_named: bool, is_headed: bool
) -> Lead | None:
    """Return the title with which a block at the top level begins a section, if it does.

    `is_named`: a title above says that here are scripts. `is_headed`: there is a heading above.
    """
    if block.kind == "html":
        found = _SUMMARY.search(block.content)
        return Lead(plain(found["title"]), "") if found and plain(found["title"]) else None
    lead = lead_of(block.content) if block.kind == "text" else None
    if lead is None:
        is_title = not is_headed and after is not None and after.kind == "text"
        return Lead(plain(block.content), "") if is_title and stands_out(block.content) else None
    if lead.rest.strip():
        return lead if _follows(lead.rest, is_named=is_named) or _is_answered(lead) else None
    is_owner = after is not None and (
        after.kind == "quote"
        or after.is_wording
        or (after.kind == "text" and (lead.is_ruled or _follows(after.content, is_named=is_named)))
    )
    return lead if is_owner else None


def _follows(text: str, *, is_named: bool) -> bool:
    """Return whether a text can be the message behind a title; `is_named`: one is expected."""
    return opens(text) or (is_named and is_said(text))


def _is_answered(lead: Lead) -> bool:
    return lead.title.endswith(("?", "?”", '?"')) and _ANSWERED.match(lead.rest) is not None


def titled_items(found: Sequence[list[TopBlock]], *, is_named: bool) -> list[Item]:
    """Return the items of a list as scripts, where each is one with a title; else nothing.

    `is_named` is whether a heading says that here are scripts.
    """
    all_items = [item for item in found if item]
    titled = [
        (lead, item)
        for item in all_items
        if (lead := lead_of(item[0].content) or (_line_lead(item[0].content) if is_named else None))
    ]
    if len(titled) * 5 < len(all_items) * 4:
        return []
    held = [each for each in titled if _holds(each[1])]
    said = [each for each in titled if _says(*each, is_named=is_named)]
    if len(held) >= 2 and len(held) * 5 >= len(titled) * 3:
        return titled
    is_most = len(said) * 5 >= len(titled) * (3 if is_named else 4)
    return titled if len(said) >= 3 and is_most else []


def items_alike(found: Sequence[list[TopBlock]]) -> list[Item]:
    """Return the items of a list as scripts if all have a title, and words behind it; else nothing.

    Another list of the file holds scripts in this way.
    """
    titled = [(lead, item) for item in found if item and (lead := _bold_lead(item[0].content))]
    texts = ["\n".join([lead.rest, *(own.content for own in item[1:])]) for lead, item in titled]
    is_all = len(titled) == len(found) and all(text.strip() for text in texts)
    return titled if is_all and not any(map(is_remark, texts)) else []


def _holds(item: Sequence[TopBlock]) -> bool:
    return any(block.kind == "quote" or block.is_wording for block in item[1:])


def _says(lead: Lead, item: Sequence[TopBlock], *, is_named: bool) -> bool:
    text = "\n".join([lead.rest, *(block.content for block in item[1:])]).strip()
    return opens(text) or (is_named and is_said(text))
