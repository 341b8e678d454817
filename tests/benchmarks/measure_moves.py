"""Measures moves on labelled sentences: `measure_moves.py FOLDER [--errors MOVE] [--half H]`.

Each `*.jsonl` file of the folder holds objects with `text` and `moves` (the names that are right),
and, where known, the sentences `before` and `after` it. Objects without `moves` are passed over.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import protolint
from protolint.script import MOVES

#: Moves with fewer labelled sentences than this are not counted in the mean.
FEWEST = 15


class Row(NamedTuple):
    text: str
    gold: frozenset[str]
    found: frozenset[str]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--errors", help="show the errors of this move, or of all")
    options.add_argument("--half", help="only objects whose `half` is this")
    given = options.parse_args()
    if given.folder is None or not given.folder.is_dir():
        print("No folder of labelled sentences: nothing to measure.")
        return
    rows = [judged(one) for one in labelled(given.folder, given.half)]
    show(rows)
    if given.errors:
        errors(rows, given.errors)


def labelled(folder: Path, half: str | None) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for one in map(json.loads, lines):
                if "moves" in one and "text" in one and half in (None, one.get("half")):
                    yield one


def judged(one: dict[str, Any]) -> Row:
    around = [one.get("before", ""), one["text"], one.get("after", "")]
    found = protolint.moves(around)[1]
    return Row(one["text"], frozenset(one["moves"]), frozenset(move.name for move in found))


def show(rows: list[Row]) -> None:
    scores = []
    for move in MOVES:
        right = sum(move in row.gold and move in row.found for row in rows)
        gold = sum(move in row.gold for row in rows)
        found = sum(move in row.found for row in rows)
        f1 = 2 * right / (gold + found) if gold + found else 0.0
        print(
            f"{move:16} {gold:4} labelled  precision {right / found if found else 0:.3f}  "
            f"recall {right / gold if gold else 0:.3f}  F1 {f1:.3f}"
        )
        scores.append((gold, f1))
    counted = [f1 for gold, f1 in scores if gold >= FEWEST]
    some = [f1 for gold, f1 in scores if gold]
    if some:
        print(
            f"{len(rows)} sentences; mean F1 of {len(some)} moves {sum(some) / len(some):.3f}",
            end="",
        )
    if counted:
        mean = sum(counted) / len(counted)
        print(f", of {len(counted)} with {FEWEST} or more {mean:.3f}")
    exact = sum(row.gold == row.found for row in rows)
    print(f"all moves of a sentence right: {exact} of {len(rows)}")


def errors(rows: list[Row], move: str) -> None:
    for row in rows:
        missed, wrong = sorted(row.gold - row.found), sorted(row.found - row.gold)
        if (missed or wrong) and (move == "all" or move in missed or move in wrong):
            print(f"missed {missed} wrong {wrong} | {row.text[:220]!r}")


if __name__ == "__main__":
    main()
