"""Which lines of a script name a step: headings, “Step 2: …”, bold lines, capitals, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from protolint.readers._flow import words
from protolint.readers._flow.conditions import condition
from protolint.readers._flow.headings import head_of, headings_of, is_conditional
from protolint.readers._flow.lines import Line
from protolint.readers._flow.tables import table_heads
from protolint.readers._flow.targets import Head, is_named
from protolint.text.lazy import lazy_pattern

_CAPS = lazy_pattern(r"[^a-zäöüß]*[A-ZÄÖÜ][^a-zäöüß]*$")
_SENTENCE_END = lazy_pattern(r"[.!?…”\"]$")
_TITLE_END = lazy_pattern(r"[:.!?](?=\s)|[ ][–—-][ ]|[“\"]|→|->|=>")
_GOES = lazy_pattern(rf"(?:{words.GO}|{words.ARROW})", re.IGNORECASE)
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
_NUMBER = lazy_pattern(r"\d{1,3}[a-z]?[.)]")
_NUMBER_END = ".)" + ascii_lowercase
_MOST_WORDS = 9


def heads_of(lines: Sequence[Line], title: str) -> list[Head]:
    """Return the steps that a script names, in order; none where it names fewer than two."""
    headings = _merged(list(headings_of(lines, title)), list(table_heads(lines)))
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
    title = text[start:end].strip()
    if end is not None and (not title or words.SAY_LABEL.fullmatch(title)):
        end = start
    yield head_of(at, line, 7, end)


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
    yield head_of(at, line)


def _numbered(lines: Sequence[Line]) -> Iterator[Head]:
    """Yield the items of the outermost numbered list, if they are no answers and no options."""
    items = [at for at, line in enumerate(lines) if _NUMBER.fullmatch(line.mark)]
    if not items:
        return
    outer = min(lines[at].depth for at in items)
    items = [at for at in items if lines[at].depth == outer]
    numbers = [int(lines[at].mark.rstrip(_NUMBER_END)) for at in items]
    is_row = numbers[0] in (0, 1) and all(
        later - own == (not lines[at].mark[-2].isalpha())
        for own, later, at in zip(numbers, numbers[1:], items[1:], strict=False)
    )
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
        yield head_of(at, line, 7, end)


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
        if line.heading or len(bare.split()) > _MOST_WORDS or not is_name or _GOES.match(bare):
            continue
        key = _key(bare)
        if key and key in names - known and not is_conditional(line):
            made.append(head_of(at, line))
    return made


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
