"""The report per channel for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from protolint.linting.report import Report
from protolint.linting.scorecard import Cell, Row, Scorecard, scorecard
from protolint.outputs._report_wording import (
    grade,
    headline,
    moments,
    name_of,
    per_100_words,
    share,
    silent,
    unchecked,
    without_moment,
)
from protolint.outputs._terminal import COLORS, Paint, cut, pad, painter, table, width
from protolint.outputs._wording import one_line, visible

_WIDTH = 80
#: Rows that a list or a matrix shows at most.
_MOST = 30
_HEAD = ("channel", "scripts", "on-brand", "words", "reading grade", "protocols kept")


def render(report: Report, *, color: bool = False) -> str:
    """Return the report: channels, rates, rules, protocols, scripts, and what was not looked at."""
    card, paint = scorecard(report), painter(color=color)
    parts = (
        _wrapped(headline(card)),
        _channels(card, paint),
        _rates(card, paint),
        _rules(card, paint),
        _protocols(card, paint),
        _matrix(card, paint),
        _silent(card, paint),
        _problems(card, paint),
    )
    return "\n\n".join(text for part in parts if (text := "\n".join(part))) + "\n"


def _channels(card: Scorecard, paint: Paint) -> Iterator[str]:
    rows = [
        (
            name_of(own.channel),
            f"{own.scripts:,}",
            f"{own.on_brand:,}  {share(own.on_brand, own.scripts):>4}",
            f"{own.words:,}",
            grade(own.readability),
            f"{own.protocols.kept} of {own.protocols.held}" if own.protocols.held else "–",
        )
        for own in card.channels
    ]
    yield from table([_HEAD, *rows], paint) if rows else ()


def _rates(card: Scorecard, paint: Paint) -> Iterator[str]:
    if not card.categories:
        return
    yield paint("Findings per 100 words", "1")
    shown = {}
    for own in card.channels:
        rates = {rate.category: per_100_words(rate) for rate in own.rates}
        shown[name_of(own.channel)] = [rates.get(name, "·") for name in card.categories]
    cells = max(len(cell) for row in shown.values() for cell in row) + 1
    rows = [(name, [pad(one, cells, is_right=True) for one in row]) for name, row in shown.items()]
    yield from _stairs(card.categories, rows, cells, paint)


def _stairs(
    heads: Sequence[str], rows: Sequence[tuple[str, list[str]]], cells: int, paint: Paint
) -> Iterator[str]:
    """Yield a matrix of narrow columns: each head stands on a line of its own, with a rail down."""
    names = max((width(name) for name, _ in rows), default=0)
    names = max(names, *(len(head) + 2 - cells * at for at, head in enumerate(heads, 1)), 0)
    for at in reversed(range(len(heads))):
        rails = "".join(pad("│", cells, is_right=True) for _ in heads[at + 1 :])
        gap = " " * (names + cells * (at + 1) - len(heads[at]) - 2)
        yield f"{gap}{paint(heads[at], '1')} ┐{rails}"
    for name, row in rows:
        yield f"{pad(name, names)}{''.join(row)}".rstrip()


def _rules(card: Scorecard, paint: Paint) -> Iterator[str]:
    names = max((len(name_of(own.channel)) for own in card.channels), default=0)
    if card.categories:
        yield paint("Rules most broken", "1")
    for own in card.channels:
        if own.most_broken:
            told = ", ".join(f"{rule.rule} {rule.findings:,}" for rule in own.most_broken)
            yield from _wrapped(told, pad(name_of(own.channel), names) + "  ")


def _protocols(card: Scorecard, paint: Paint) -> Iterator[str]:
    if not card.scripts:
        return
    yield paint("Protocols", "1")
    yield from _wrapped(moments(card))
    gone = list(dict.fromkeys(one for own in card.channels for one in own.protocols.departed))
    for one in gone[:_MOST]:
        parts = _parts(one.missing, one.late)
        yield from _wrapped(f"{one.path}  {one.protocol}: {parts}", "  ", "    ")
    yield from _more(len(gone))
    if told := without_moment(card):
        yield from _wrapped(told)


def _parts(missing: Iterable[str], late: Iterable[str]) -> str:
    found = ((word, ", ".join(parts)) for word, parts in (("no", missing), ("late", late)))
    return "; ".join(f"{word} {parts}" for word, parts in found if parts)


def _matrix(card: Scorecard, paint: Paint) -> Iterator[str]:
    faulty = [row for row in card.scripts if not row.is_on_brand]
    rows = card.scripts if len(card.scripts) <= _MOST else sorted(faulty, key=_weight)
    if not rows:
        return
    base = _base(row.path for row in rows)
    yield paint(f"Scripts{f' in {visible(base)}' if base else ''} by channel", "1")
    yield "E errors, W warnings, S suggestions; “ok” has none of them"
    channels = [own.channel for own in card.channels]
    room = max(_WIDTH - 4 * len(channels), 20)
    shown = []
    for row in rows[:_MOST]:
        cells = {cell.channel: cell for cell in row.cells}
        own = [_cell(cells.get(name), paint) for name in channels]
        shown.append((_name(row, base, room), own))
    yield from _stairs([name_of(channel) for channel in channels], shown, 4, paint)
    yield from _more(len(rows))


def _base(paths: Iterable[str]) -> str:
    """Return the folder that holds all files, with a slash at its end; empty where none does."""
    folders = [path.split("/")[:-1] for path in paths]
    same = takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))
    return "".join(f"{names[0]}/" for names in same)


def _weight(row: Row) -> tuple[int, int, int, str]:
    errors, warnings, suggestions = (
        -sum(cell.findings[level] for cell in row.cells)
        for level in ("error", "warning", "suggestion")
    )
    return errors, warnings, suggestions, row.path


def _name(row: Row, base: str, room: int) -> str:
    path = row.path.removeprefix(base)
    is_single = row.script == path.rpartition("/")[2].rpartition(".")[0]
    return cut(path if is_single else f"{path} {row.script}", room, is_end=True)


def _cell(cell: Cell | None, paint: Paint) -> str:
    if cell is None or cell.worst is None:
        return "   ·" if cell is None else "  ok"
    text = f"{cell.worst[0].upper()}{min(cell.findings[cell.worst], 99)}"
    return " " * (4 - len(text)) + paint(text, COLORS[cell.worst])


def _silent(card: Scorecard, paint: Paint) -> Iterator[str]:
    if card.silent or card.unchecked:
        yield paint("Not looked at", "1")
    for own in card.silent:
        yield from _wrapped(silent(own), "", "  ")
    if card.unchecked:
        yield from _wrapped(unchecked(card))


def _problems(card: Scorecard, paint: Paint) -> Iterator[str]:
    if card.problems:
        yield paint("Problems", "1")
    for problem in card.problems:
        yield one_line(str(problem))


def _more(rows: int) -> Iterator[str]:
    if rows > _MOST:
        yield f"… and {rows - _MOST:,} more; --format json has all."


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    rest = " " * len(first) if rest is None else rest
    return textwrap.wrap(
        visible(text), _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
