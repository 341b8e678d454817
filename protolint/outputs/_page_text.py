"""The texts of a script, cut where findings, sentences, links and SMS segments begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from protolint.linting.finding import LEVELS, Level
from protolint.linting.outline import SentenceOutline, TextOutline
from protolint.linting.preview import PreviewLink, PreviewText
from protolint.linting.preview_length import Segments
from protolint.outputs._page_keys import keys
from protolint.outputs._page_moves import family

#: Characters that show nothing or move the cursor; they are shown as pictures of themselves.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
#: What a link of a script is expected to begin with, if it has a scheme.
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)


class Place(NamedTuple):
    """Where a finding stands in the source; `number` is what readers call it in its script.

    `is_home` says whether it is led back to from its note: on the first channel that shows it.
    """

    number: int
    is_home: bool
    level: Level
    start: int
    end: int


class Part(NamedTuple):
    """Words that are all of one sort: what marks them, and which findings are told after them."""

    text: str
    sort: str
    is_strong: bool
    target: str
    is_link_end: bool
    level: Level | None
    marks: tuple[int, ...]
    refs: tuple[Place, ...]
    culprit: str
    cut: int

    @property
    def told_target(self) -> str:
        """The target of a link that ends here and leads to no page, mailbox or phone."""
        scheme = _SCHEME.match(self.target)
        is_odd = scheme is not None and scheme[1].lower() not in _SCHEMES
        return self.target if is_odd and self.is_link_end else ""


class Sentence(NamedTuple):
    """A sentence with what it does for the customer, and the keys that it asks to press."""

    family: str
    moves: str
    keys: tuple[str, ...]
    parts: tuple[Part, ...]


class Text(NamedTuple):
    """One text of a script. `case` tells the branches of a template's conditional apart."""

    kind: str
    shape: str
    block: int
    level: int
    line: int
    number: int
    case: str
    is_title: bool
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> str:
        """All its words, without marks."""
        return "".join(part.text for sentence in self.sentences for part in sentence.parts)


class Marks(NamedTuple):
    """What is to be shown in the texts of a script. Each finding is told after one text alone."""

    places: tuple[Place, ...]
    told_in: dict[int, int]
    segments: Segments | None


def told_in(places: Iterable[Place], texts: Sequence[TextOutline]) -> dict[int, int]:
    """Return the number of the text in which each finding is told; none for one outside all."""
    found: dict[int, int] = {}
    for place in places:
        for number, text in enumerate(texts):
            is_point = place.start == place.end
            last = place.end if is_point else place.end - 1
            if text.start <= last and place.start <= text.end - (not is_point):
                found[place.number] = number
                break
    return found


def text(number: int, own: PreviewText, outline: TextOutline, marks: Marks) -> Text:
    """Return a text with its marks, by its number in the script."""
    here = [place for place in marks.places if marks.told_in.get(place.number) == number]
    units = list(_units(own, outline, marks))
    parts = [
        (start, end, _part(unit, own.links, marks))
        for unit in units
        for start, end in [(unit.start, unit.end)]
    ]
    return Text(
        own.kind,
        own.shape,
        own.block,
        own.level,
        own.line,
        own.number,
        f"case {own.branch[-1][1] + 1}" if own.branch else "",
        own.is_title,
        tuple(_sentences(_with_refs(parts, here), outline.sentences)),
    )


class _Unit(NamedTuple):
    text: str
    start: int
    end: int
    sort: str
    is_strong: bool


def _units(own: PreviewText, outline: TextOutline, marks: Marks) -> Iterator[_Unit]:
    """Yield the pieces of a text, cut wherever something begins or ends."""
    bounds = {bound for place in marks.places for bound in (place.start, place.end)}
    bounds |= {bound for one in outline.sentences for bound in (one.start, one.end)}
    bounds |= {bound for link in own.links for bound in (link.start, link.end)}
    if marks.segments:
        bounds |= set(marks.segments.cuts)
        bounds |= {at + more for at, _ in marks.segments.culprits for more in (0, 1)}
    for piece in own.pieces:
        is_whole = piece.sort or len(piece.text) != piece.end - piece.start
        inner = [] if is_whole else sorted(at for at in bounds if piece.start < at < piece.end)
        edges = [piece.start, *inner, piece.end]
        for start, end in pairwise(edges):
            shown = piece.text if is_whole else piece.text[start - piece.start : end - piece.start]
            yield _Unit(shown, start, end, piece.sort, piece.is_strong)


def _part(unit: _Unit, links: Iterable[PreviewLink], marks: Marks) -> Part:
    over = [own for own in marks.places if own.start < unit.end and unit.start < own.end]
    cuts, culprits = (marks.segments.cuts, marks.segments.culprits) if marks.segments else ((), ())
    cut = next((at for at, cut in enumerate(cuts, 2) if unit.start <= cut < unit.end), 0)
    link = next((own for own in links if own.start < unit.end and unit.start < own.end), None)
    culprit = next((own for at, own in culprits if unit.start <= at < unit.end), "")
    return Part(
        visible(unit.text),
        unit.sort,
        unit.is_strong,
        link.target if link else "",
        link is not None and link.end <= unit.end,
        min((own.level for own in over), key=LEVELS.index, default=None),
        tuple(own.number for own in over),
        (),
        culprit,
        cut,
    )


def visible(text: str) -> str:
    """Return a text with control characters as their pictures; line breaks stay."""
    return _CONTROL.sub(lambda found: _picture(found[0]), text)


def _picture(character: str) -> str:
    if character == "\t":
        return " "
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def _with_refs(
    parts: Sequence[tuple[int, int, Part]], here: Iterable[Place]
) -> list[tuple[int, int, Part]]:
    """Return the parts with each finding told after the last part that it marks."""
    after: dict[int, list[Place]] = {}
    for place in here:
        first = place.start == place.end
        before = [
            at
            for at, (start, end, _) in enumerate(parts)
            if (end <= place.start if first else start < place.end)
        ]
        after.setdefault(before[-1] if before else -1, []).append(place)
    shown = [
        (start, end, own._replace(refs=tuple(after.get(at, ()))))
        for at, (start, end, own) in enumerate(parts)
    ]
    if -1 in after:
        start = parts[0][0] if parts else 0
        empty = Part("", "", False, "", False, None, (), tuple(after[-1]), "", 0)
        shown.insert(0, (start, start, empty))
    return shown


def _sentences(
    parts: Sequence[tuple[int, int, Part]], sentences: Sequence[SentenceOutline]
) -> Iterator[Sentence]:
    """Yield the parts by sentence; what stands between two sentences belongs to the first."""
    found: dict[int, list[Part]] = {}
    at = 0
    for start, _, part in parts:
        while at + 1 < len(sentences) and start >= sentences[at + 1].start:
            at += 1
        found.setdefault(at, []).append(part)
    for number, own in found.items():
        moves = [move.move for move in sentences[number].moves] if sentences else []
        words = "".join(part.text for part in own)
        yield Sentence(family(moves), ", ".join(moves), keys(words), tuple(_joined(own)))


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield plain parts with the same marks as one, where nothing is told between them."""
    last: Part | None = None
    for part in parts:
        is_plain = not (part.sort or part.target or part.culprit or part.cut)
        if last and is_plain and not last.refs and _bare(last) == _bare(part):
            last = last._replace(text=last.text + part.text, refs=part.refs)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _bare(part: Part) -> Part:
    return part._replace(text="", refs=())
