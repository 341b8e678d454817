"""The lines of a script as a row of parts: titles, conditions, words and jumps, each typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protolint.readers._flow import words
from protolint.readers._flow.answers import answer
from protolint.readers._flow.clauses import Condition
from protolint.readers._flow.conditions import condition
from protolint.readers._flow.jumps import aimed_jump, exact_jump, jumps
from protolint.readers._flow.lines import Line
from protolint.readers._flow.options import Option, options
from protolint.readers._flow.part import Part, Piece
from protolint.readers._flow.runs import QUOTED, is_label, words_of
from protolint.readers._flow.styles import Style
from protolint.readers._flow.targets import Targets
from protolint.text.lazy import lazy_pattern

_END_IF = lazy_pattern(r"\W*(?:end[ -]?if|fi|ende wenn)\W*$", re.IGNORECASE)
_ANEW = rf"(?=(?:{words.IF}|otherwise|else|sonst|andernfalls)\b)"
_SPLIT = lazy_pattern(
    rf"(?:(?<=[.;|!?”\"])|(?<=\s/)|,)[ ]+{_ANEW}|[ ]*\|[ ]*|;[ ]*(?=\S)", re.IGNORECASE
)
_BETWEEN_LINKS = lazy_pattern(r"(?<=\))[ ]*(?:[|/·•,;–-]|or|oder)?[ ]*(?=\[[^\[\]]*\]\(#)")
_BEFORE_BRACKET = lazy_pattern(r"(?<=\s)(?=[\[(][Ii][Ff]\b)")
#: What an arrow points at, if it is no sentence: a queue, a team, a page.
_POINTS = lazy_pattern(rf"[ ]*{words.ARROW}[ ]*(?:[^\s.!?…,“”\"]+[ ]*){{1,4}}")
_ARROWS = lazy_pattern(rf"(?:[ ]*{words.ARROW})*[ ]*")
_ARROW = lazy_pattern(rf"[ ]*{words.ARROW}")
_AGAIN_IF = lazy_pattern(rf"[ ]*{words.IF}\b", re.IGNORECASE)
_BUTTON = lazy_pattern(r"\[[^\[\]\n]{1,40}\](?!\()")
#: Two buttons or more and nothing else, or one behind a label.
_BUTTONS = lazy_pattern(
    rf"[ ]*(?P<label>(?:buttons?|options?|choices|chips|quick repl(?:y|ies))[ ]*:[ ]*)?"
    rf"(?P<all>{_BUTTON.pattern}(?:[ ,|/·•]*{_BUTTON.pattern})*)[ .]*",
    re.IGNORECASE,
)
_LABELLED = lazy_pattern(
    rf"[ ]*(?P<label>[^\n:→“”\"?!.]{{1,80}}?)[ ]*(?::[ ]+|{words.ARROW}[ ]*)(?=\S)"
)
#: A longer line is no line of a call script, and is not looked into.
_LONGEST = 3000


def parts_of(
    line: Line, start: int, style: Style, targets: Targets, *, is_answer: bool = False
) -> Iterator[Part]:
    """Yield the parts of a line from an offset in it on, in order.

    `is_answer`: a label that it begins with is an answer, for it is one of a list of answers.
    """
    whole = Piece(line, start, len(line.text))
    if len(line.text) > _LONGEST:
        yield whole.part("text", "public", is_first=True)
    elif _END_IF.match(line.text):
        yield whole.part("end-if")
    else:
        label = _LABELLED.match(line.text, start) if is_answer else None
        if label and not is_label(label["label"]):
            asked = Condition(0, label.end() - start, label["label"].strip())
            yield from _asked(whole, asked, style, targets)
            return
        found = (
            part
            for piece in _pieces(whole, is_said=style.says(line))
            for part in _read(piece, style, targets)
        )
        for at, part in enumerate(found):
            yield part._replace(is_first=not at)


def _pieces(whole: Piece, *, is_said: bool) -> Iterator[Piece]:
    """Yield the pieces of a line that may each begin with a condition of their own."""
    text = whole.line.text
    quoted = [found.span() for found in QUOTED.finditer(text)]
    at = whole.start
    for first, past in sorted(_cuts(whole, is_said=is_said)):
        if first < at or any(begin < first < end for begin, end in quoted):
            continue
        if text[at:first].strip():
            yield Piece(whole.line, at, first)
        at = past
    if text[at:].strip():
        yield Piece(whole.line, at, len(text))


def _cuts(whole: Piece, *, is_said: bool) -> Iterator[tuple[int, int]]:
    """Yield where a line may be cut: in speech only at brackets, bars and links."""
    text = whole.line.text
    patterns = [_BEFORE_BRACKET, _BETWEEN_LINKS]
    if not is_said or "|" in text:
        patterns.append(_SPLIT)
    for pattern in patterns:
        yield from (found.span() for found in pattern.finditer(text, whole.start))


def _read(piece: Piece, style: Style, targets: Targets) -> Iterator[Part]:
    buttons = _BUTTONS.fullmatch(piece.text)
    if buttons and (buttons["label"] or buttons["all"].count("[") > 1):
        yield from _buttons(piece, buttons.start("all"), targets)
        return
    found = list(options(piece.text, targets))
    if found:
        yield from _options(piece, found, style, targets)
        return
    line = piece.line
    stands_out = bool(line.mark or line.heading or line.is_led)
    asked = condition(piece.text, is_said=style.says(line), is_marked=stands_out)
    asked = asked or answer(piece, style, targets)
    if asked is None:
        yield from words_of(piece, style, targets)
        return
    again = _AGAIN_IF.match(piece.text, asked.end) if asked.is_else else None
    if again:  # “else, if they hesitate: …”
        piece = piece.cut(asked.end)
        asked = condition(piece.text, is_said=False, is_marked=True) or Condition(0, 0, "", True)
    yield from _asked(piece, asked, style, targets)


def _buttons(piece: Piece, start: int, targets: Targets) -> Iterator[Part]:
    """Yield buttons; one that says where it leads is an answer: “[Track it → Status]”."""
    for found in _BUTTON.finditer(piece.text, start):
        own = piece.cut(found.start() + 1, found.end() - 1)
        arrow = _ARROW.search(own.text)
        way = aimed_jump(own.text[arrow.end() :], targets) if arrow else None
        if arrow and way:
            label = own.text[: arrow.start()].strip()
            yield own.cut(0, arrow.start()).part("option", "button", label=label)
            yield own.cut(arrow.end()).part("jump", jump=way)
        else:
            yield own.part("text", "button", label=own.text.strip())


def _asked(piece: Piece, asked: Condition, style: Style, targets: Targets) -> Iterator[Part]:
    """Yield a condition, what to do about it in the same bracket, and what follows."""
    end = asked.inner[0] if asked.inner else asked.end
    own = piece.cut(asked.start, end) if end > asked.start else piece.cut(asked.start)
    label = " ".join(asked.label.split())
    yield own.part("condition", "condition", label=label, is_else=asked.is_else)
    if asked.inner:
        yield from words_of(piece.cut(*asked.inner), style, targets, is_direction=True)
    rest = piece.cut(asked.end)
    jump = exact_jump(rest.text, targets)
    if jump:
        yield rest.cut(jump.start, jump.end).part("jump", jump=jump)
    else:
        yield from words_of(rest, style, targets, is_direction=_is_sent(rest.text, targets))


def _is_sent(text: str, targets: Targets) -> bool:
    """Return whether what follows a condition only sends the agent on: “→ play it again, then 3”.

    No sentence that is said begins in small letters with a way to go.
    """
    if _POINTS.fullmatch(text):
        return True
    first = next(jumps(text, targets, is_said=False), None)
    begin = _ARROWS.match(text)
    said = text[begin.end() :] if begin else text.lstrip()
    return first is not None and said[:1].islower() and not text[: first.start].strip()


def _options(
    piece: Piece, found: Sequence[Option], style: Style, targets: Targets
) -> Iterator[Part]:
    yield from words_of(piece.cut(0, found[0][0]), style, targets)
    quoted = any(one.start() < found[0][0] < one.end() for one in QUOTED.finditer(piece.text))
    kind = "spoken" if style.says(piece.line) or quoted else "button"
    for start, end, label, jump in found:
        yield piece.cut(start, end).part("option", kind, label=label)  # type: ignore[arg-type]
        yield piece.cut(jump.start, jump.end).part("jump", jump=jump)
    yield from words_of(piece.cut(found[-1][1]), style, targets)
