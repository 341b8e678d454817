"""The table that the benchmarks print: a measurement, its ratio to another, and the target."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One measurement. `ratio` is to the thing named in `against`; targets are upper limits.

    A row without target is there to be read. `at_least` turns the target of the ratio round.
    """

    what: str
    value: float
    unit: str
    ratio: float | None = None
    against: str = ""
    target: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """“met”, “missed”, or nothing where there is no target."""
        if self.target is None:
            return ""
        measured = self.value if self.ratio is None else self.ratio
        met = measured >= self.target if self.at_least else measured <= self.target
        return "met" if met else "missed"


_HEAD = ("what", "measured", "ratio", "to", "target", "")


def shown(rows: Iterable[Row]) -> str:
    """Return the rows as lines with aligned columns."""
    lines = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(_HEAD))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at in {1, 2, 4} else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    value = f"{row.value:,.0f} {row.unit}" if row.value >= 100 else f"{row.value:.3f} {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:.1f} ×"
    unit = "×" if row.ratio is not None else row.unit
    target = "" if row.target is None else f"{'≥' if row.at_least else '≤'} {row.target:g} {unit}"
    return (row.what, value, ratio, row.against, target, row.verdict)
