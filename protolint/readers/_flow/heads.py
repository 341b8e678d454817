"""Which lines of a script name a step: headings, “Step 2: …”, bold lines, capitals, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protolint.readers._flow import words
from protolint.readers._flow.conditions import condition
from protolint.readers._flow.lines import Line
from protolint.readers._flow.tables import table_heads
from protolint.readers._flow.targets import Head, is_named, named, slug
from protolint.script import Span
from protolint.text.lazy import lazy_pattern

_CAPS = lazy_pattern(r"[^a-zäöüß]*[A-ZÄÖÜ][^a-zäöüß]*$")
_SENTENCE_END = lazy_pattern(r"[.!?…”\"]$")
_TITLE_END = lazy_pattern(r"[:.!?](?=\s)|[ ][–—-][ ]|[“\"]|→|->|=>")
_GOES = lazy_pattern(rf"(?:{words.GO}|{words.ARROW})", re.IGNORECASE)
_IS_ANSWER = lazy_pattern(r"(?:yes|no|ja|nein|otherwise|else|sonst)\W*", re.IGNORECASE)
_IS_NAME = lazy_pattern(rf"(?:{words.ANSWER}|{words.ELSE})\W*", re.IGNORECASE)
_MENTIONED = lazy_pattern(
    rf"(?:{words.GO}|{words.ARROW})[ ]*(?:the )?(?:{words.STEP_WORD}[ ]*)?[\[(“\"]?([^.;,"
    rf"|)\]\n”\"]{{1,40}})",
    re.IGNORECASE,
)
_ANCHOR = lazy_pattern(r"\]\(#([\w-]+)\)")
_NAME = lazy_pattern(r"\[[^\[\]]+\]:?|\([^()]+\):?|@\w+:?|.+:|#\w+")
#: What looks like a title and sends the agent away.
_ORDER = lazy_pattern(
    r"(?:end|close|finish|terminate) (?:of )?(?:the )?(?:call|chat|script)|end|stop|hang up|exit"
    r"|(?:transfer|escalate|connect|route) (?:call |the call |caller )?to .*",
    re.IGNORECASE,
)
_MOST_WORDS = 9


def heads_of(lines: Sequence[Line], title: str) -> list[Head]:
    """Return the steps that a script names, in order; none where it names fewer than two."""
    headings = _merged(list(_headings(lines, title)), list(table_heads(lines)))
    spoken_of = [one for at, line in enumerate(lines) for one in _by_word(at, line)]
    found = _merged(headings, spoken_of)
    is_bold = bool(found) and all(lines[one.line].is_bold for one in found)
    if len(found) < 2 or is_bold:
        standing = [one for at, line in enumerate(lines) for one in _outstanding(at, line)]
        kept = [one for one in standing if lines[one.line].is_bold or not is_bold]
        found = _merged(found, kept)
    if len(found) < 2:
        found = _merged(found, list(_numbered(lines)))
    named = _mentioned(lines, found)
    mentioned = {one.line for one in named}
    found = _merged(found, named)
    return found if len(found) > 1 or any(one.line in mentioned for one in found) else []


def _merged(some: list[Head], others: list[Head]) -> list[Head]:
    taken = {one.line for one in some}
    return sorted(
        [*some, *(one for one in others if one.line not in taken)], key=lambda one: one.line
    )


def is_conditional(line: Line) -> bool:
    """Return whether a heading is a condition: “### If no”, “## Customer declines”, “### Yes”.

    “Other” and “Not verified” are names of steps as well, and are taken for those.
    """
    if _IS_ANSWER.fullmatch(line.text.strip()):
        return True
    if _IS_NAME.fullmatch(line.text.strip()):
        return False
    return condition(line.text, is_said=False, is_marked=True) is not None


def _headings(lines: Sequence[Line], title: str) -> Iterator[Head]:
    """Yield the headings that are steps: not the title of the script, no condition, no group."""
    found = [at for at, line in enumerate(lines) if line.heading]
    if not found:
        return
    top = min(lines[at].heading for at in found)
    tops = [at for at in found if lines[at].heading == top]
    for at in found:
        line = lines[at]
        is_title = (
            at == found[0]
            and len(tops) == 1
            and (len(found) > 1 or _plain(line.text) == _plain(title))
        )
        if is_title or is_conditional(line) or _is_group(at, lines):
            continue
        yield _head(at, line, line.heading)


def _plain(text: str) -> str:
    return slug(text)


def _is_group(at: int, lines: Sequence[Line]) -> bool:
    following = lines[at + 1 : at + 2]
    return bool(
        following and following[0].heading > lines[at].heading and not is_conditional(following[0])
    )


def _head(at: int, line: Line, level: int = 7, end: int | None = None) -> Head:
    text = line.text[:end] if end is not None else line.text
    title, number, anchor = named(text)
    mark = re.fullmatch(r"(\d{1,3}[a-z]?)[.)]", line.mark)
    first = len(text) - len(text.lstrip())
    span = Span(line.start + first, line.start + len(text.rstrip()))
    return Head(
        title, number or (mark[1].lower() if mark else ""), anchor, span, at, level, end, line.mark
    )


def _by_word(at: int, line: Line) -> Iterator[Head]:
    """Yield a line that begins with “Step 3” or the like, up to where its title ends."""
    if line.heading or not is_named(line.text) or _GOES.match(line.text.lstrip()):
        return
    text = line.text
    lead = re.match(rf"\W*{words.STEP_WORD}[ ]*[#:]?[ ]*{words.NUMBER}[ ]*", text, re.IGNORECASE)
    if lead is None:
        return
    rest = text[lead.end() :]
    stands = (
        not rest.strip()
        or line.is_bold
        or line.is_italic
        or rest[:1] in {*":.)]–—-"}
        or rest.isupper()
    )
    if not stands:
        return
    opening = re.match(r"[:.)\]–—-]*[ ]*", rest)
    start = lead.end() + (opening.end() if opening else 0)
    cut = _TITLE_END.search(text, start)
    has_room = cut is not None and text[cut.end() :].strip(" ]:–—-.")
    end = cut.start() if cut and has_room else None
    if end is not None and not text[start:end].strip():
        end = start
    yield _head(at, line, 7, end)


def _outstanding(at: int, line: Line) -> Iterator[Head]:
    """Yield a line in bold, in capitals or within rules that is no sentence and no condition."""
    text = line.text.strip()
    ruled = re.fullmatch(
        r"(?:-{2,}|={2,}|\*{2,}|~{2,}|_{2,})\s*(.+?)\s*(?:-{2,}|={2,}|\*{2,}|~{2,}|_{2,}):?", text
    )
    bare = (ruled[1] if ruled else text).strip(" :[]")
    caps = _CAPS.match(bare) and len(bare) > 3 and not line.is_quote
    if line.heading or not (ruled or line.is_bold or caps) or not bare:
        return
    label = bare.rstrip(":").strip()
    known = (words.SAY_LABEL, words.DO_LABEL, words.WHEN_LABEL, words.NEXT_LABEL, words.HEARD_LABEL)
    if any(one.fullmatch(label) for one in known) or _ORDER.fullmatch(bare):
        return
    if (
        len(bare.split()) > _MOST_WORDS
        or _SENTENCE_END.search(bare)
        or bare in {"OR", "AND", "ODER", "UND"}
    ):
        return
    if is_conditional(line) or condition(text, is_said=False, is_marked=True) or _GOES.search(bare):
        return
    yield _head(at, line)


def _numbered(lines: Sequence[Line]) -> Iterator[Head]:
    """Yield the items of the outermost numbered list, if they are no answers and no options."""
    items = [at for at, line in enumerate(lines) if re.fullmatch(r"\d{1,3}[.)]", line.mark)]
    if not items:
        return
    outer = min(lines[at].depth for at in items)
    items = [at for at in items if lines[at].depth == outer]
    numbers = [int(lines[at].mark[:-1]) for at in items]
    is_row = numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] in (0, 1)
    going = sum(_is_option(lines[at].text) for at in items)
    if len(items) < 2 or not is_row or going >= max(2, len(items) - 1):
        return
    for at in items:
        line = lines[at]
        lead = len(line.text) - len(line.text.lstrip())
        cut = _TITLE_END.search(line.text, lead + 1)
        end = cut.start() if cut and len(line.text[: cut.start()].split()) <= _MOST_WORDS else None
        if condition(line.text, is_said=False, is_marked=True) or line.text.lstrip()[:1] in {
            "“",
            '"',
            "„",
        }:
            end = lead
        yield _head(at, line, 7, end)


def _is_option(text: str) -> bool:
    return (
        len(text.split()) <= 14
        and bool(_GOES.search(text) or re.search(r"\]\(#", text))
        and not re.search(rf"\b{words.IF}\b", text, re.IGNORECASE)
    )


def _mentioned(lines: Sequence[Line], found: Sequence[Head]) -> list[Head]:
    """Return the lines that are nothing but a name to which some jump leads: “CLOSE:”, “[B2]”."""
    names: set[str] = set()
    for line in lines:
        for jump in _MENTIONED.finditer(line.text):
            names.add(_key(jump[1]))
        names.update(_key(anchor[1].replace("-", " ")) for anchor in _ANCHOR.finditer(line.text))
    known = {_key(one.title) for one in found} | {one.number for one in found}
    made = []
    for at, line in enumerate(lines):
        bare = line.text.strip()
        is_name = line.is_bold or bare.isupper() or _NAME.fullmatch(bare) is not None
        if line.heading or len(bare.split()) > _MOST_WORDS or not is_name:
            continue
        key = _key(bare)
        if key and key in names - known and not is_conditional(line):
            made.append(_head(at, line))
    return made


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
