"""The report per channel in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from protolint.linting.finding import LEVELS
from protolint.linting.report import Report
from protolint.linting.scorecard import Cell, Row, Scorecard, scorecard
from protolint.outputs._markdown import safe, table
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

#: Rows of a list or a matrix; a longer one is cut.
_ROWS = 100


def render(report: Report, *, color: bool = False) -> str:
    """Return the report: channels, rates, rules, protocols, scripts, and what was not looked at."""
    card = scorecard(report)
    blocks = (
        "# Service scripts, channel by channel",
        safe(headline(card)),
        _channels(card),
        *_rates(card),
        *_rules(card),
        *_protocols(card),
        *_matrix(card),
        *_silent(card),
        *_problems(card),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _channels(card: Scorecard) -> str:
    head = ("channel", "scripts", "on-brand", "share", "words", *(f"{own}s" for own in LEVELS))
    rows = [
        (
            name_of(own.channel),
            f"{own.scripts:,}",
            f"{own.on_brand:,}",
            share(own.on_brand, own.scripts),
            f"{own.words:,}",
            *(f"{own.findings[level]:,}" for level in LEVELS),
            grade(own.readability),
        )
        for own in card.channels
    ]
    return table((*head, "reading grade"), rows, numbers=7)


def _rates(card: Scorecard) -> Iterator[str]:
    if card.categories:
        yield "## Findings per 100 words"
        rows = []
        for own in card.channels:
            rates = {rate.category: per_100_words(rate) for rate in own.rates}
            cells = (rates.get(name, "") for name in card.categories)
            rows.append((name_of(own.channel), *map(safe, cells)))
        head = ("channel", *map(safe, card.categories))
        yield table(head, rows, numbers=len(card.categories))


def _rules(card: Scorecard) -> Iterator[str]:
    rows = [
        (name_of(own.channel), ", ".join(f"{one.rule} {one.findings:,}" for one in own.most_broken))
        for own in card.channels
        if own.most_broken
    ]
    if rows:
        yield "## Rules most broken"
        yield table(("channel", "rules, with their findings"), rows)


def _protocols(card: Scorecard) -> Iterator[str]:
    if not card.scripts:
        return
    yield "## Protocols"
    yield moments(card)
    rows = [
        (name_of(own.channel), *(f"{number:,}" for number in numbers))
        for own in card.channels
        for of in [own.protocols]
        for numbers in [(of.scripts, of.given, of.inferred, of.held, of.kept)]
    ]
    head = ("channel", "scripts", "moment given", "moment inferred", "held", "kept")
    yield table(head, rows, numbers=5)
    gone = [
        (safe(one.path), safe(one.protocol), safe(", ".join(one.missing)), ", ".join(one.late))
        for one in dict.fromkeys(one for own in card.channels for one in own.protocols.departed)
    ]
    yield table(("departs", "protocol", "missing", "late"), gone, most=_ROWS)
    yield safe(without_moment(card))


def _matrix(card: Scorecard) -> Iterator[str]:
    if card.scripts:
        yield "## Scripts by channel"
        yield "Errors, warnings and suggestions as 1 E, 2 W, 3 S; ✓ stands for none."
        channels = [own.channel for own in card.channels]
        rows = [_row(row, channels) for row in card.scripts]
        yield table(("script", *map(name_of, channels)), rows, most=_ROWS)


def _row(row: Row, channels: list[str | None]) -> tuple[str, ...]:
    cells = {cell.channel: _cell(cell) for cell in row.cells}
    return (safe(f"{row.path}: {row.title}"), *(cells.get(name, "") for name in channels))


def _cell(cell: Cell) -> str:
    counts = [f"{cell.findings[own]} {own[0].upper()}" for own in LEVELS if cell.findings[own]]
    return ", ".join(counts) or "✓"


def _silent(card: Scorecard) -> Iterator[str]:
    if card.silent or card.unchecked:
        yield "## Not looked at"
        lines = [*map(silent, card.silent), *([unchecked(card)] if card.unchecked else ())]
        yield "\n".join(f"- {safe(line)}" for line in lines)


def _problems(card: Scorecard) -> Iterator[str]:
    if card.problems:
        yield "## Problems"
        yield table(("what could not be read",), [(safe(str(own)),) for own in card.problems])
