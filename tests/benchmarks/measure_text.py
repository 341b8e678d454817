"""Measures sentences and syllables on labelled data: `python measure_text.py FOLDER [--errors N]`.

The folder holds `ud_paragraphs*.jsonl`, `golden_rules_en.jsonl` and `cmudict_syllables*.jsonl`;
what is not there is not measured.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from protolint.text import passives, sentences, syllables
from protolint.text.syllable_rules import by_rules

VISIBLE_END = re.compile(r"[.!?…][\"'”’)\]»]*$")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--errors", type=int, default=0, help="show so many errors of each kind")
    given = options.parse_args()
    if given.folder is None or not given.folder.is_dir():
        print("No folder of labelled data: nothing to measure.")
        return
    measure_boundaries(list(rows(given.folder, "ud_paragraphs")), given.errors)
    measure_golden(list(rows(given.folder, "golden_rules")))
    measure_speed(list(rows(given.folder, "ud_paragraphs")))
    measure_syllables(list(rows(given.folder, "cmudict_syllables")), given.errors)
    measure_passives(list(rows(given.folder, "ud_sentences")), given.errors)


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(f"{name}*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def measure_boundaries(paragraphs: list[dict[str, Any]], shown: int) -> None:
    """The last sentence of a paragraph is left out: its end is no decision."""
    right = missed = wrong = 0
    for row in paragraphs:
        gold, found = boundaries(row["text"], labelled(row)), boundaries(row["text"])
        right += len(gold & found)
        missed += len(gold - found)
        wrong += len(found - gold)
        for kind, places in (("missed", gold - found), ("wrong", found - gold)):
            for at in sorted(places)[:shown]:
                print(f"{kind:6} {row['text'][max(at - 45, 0) : at]!r} | {row['text'][at:][:35]!r}")
    if right:
        precision, recall = right / (right + wrong), right / (right + missed)
        f1 = 2 * precision * recall / (precision + recall)
        print(
            f"sentence boundaries: {right + missed} labelled, precision {precision:.4f}, ", end=""
        )
        print(f"recall {recall:.4f}, F1 {f1:.4f}")


def labelled(row: dict[str, Any]) -> list[tuple[int, int]]:
    places, at = [], 0
    for sentence in row["sentences"]:
        start = row["text"].find(sentence, at)
        if start < 0:
            continue
        at = start + len(sentence)
        places.append((start, at))
    return places


def boundaries(text: str, places: list[tuple[int, int]] | None = None) -> set[int]:
    places = sentences(text) if places is None else places
    ends = (end for _, end in places[:-1])
    return {end for end in ends if VISIBLE_END.search(text, max(end - 8, 0), end)}


def measure_golden(rules: list[dict[str, Any]]) -> None:
    groups: dict[str, list[tuple[bool, str]]] = {}
    for rule in rules:
        text = rule["text"]
        passed = [text[start:end] for start, end in sentences(text)] == rule["sentences"]
        groups.setdefault(rule["group"], []).append((passed, rule["rule"]))
    for group, results in groups.items():
        print(f"{group}: {sum(passed for passed, _ in results)} of {len(results)}")
        if group == "Golden Rules":
            print("".join(f"    not: {rule}\n" for passed, rule in results if not passed), end="")


def measure_speed(paragraphs: list[dict[str, Any]]) -> None:
    texts = [row["text"] for row in paragraphs]
    for name, given in (("paragraphs", texts), ("one text", ["\n".join(texts)])):
        if texts:
            best = min(timed(given) for _ in range(5))
            rate = sum(map(len, given)) / best / 1e6
            print(f"speed, {name}: {rate:.1f} million characters a second")


def timed(texts: list[str]) -> float:
    begin = time.perf_counter()
    for text in texts:
        sentences(text)
    return time.perf_counter() - begin


def measure_syllables(entries: list[dict[str, Any]], shown: int) -> None:
    for name, counter in (("with the table", syllables), ("rules alone", by_rules)):
        wrong = [row for row in entries if counter(row["text"]) not in row["syllables"]]
        if entries:
            print(f"syllables, {name}: {1 - len(wrong) / len(entries):.4f} of {len(entries)} words")
        for row in wrong[:: max(len(wrong) // shown, 1)] if shown else ():
            print(f"    {row['text']} {row['syllables']}: {counter(row['text'])}")


def measure_passives(entries: list[dict[str, Any]], shown: int) -> None:
    """A sentence counts as found if any passive with an auxiliary is found in it."""
    pairs = [
        (bool(row["aux_passive"]), bool(passives(row["text"])), row["text"]) for row in entries
    ]
    right = sum(gold and found for gold, found, _ in pairs)
    if right:
        precision = right / sum(found for _, found, _ in pairs)
        recall = right / sum(gold for gold, _, _ in pairs)
        print(f"sentences with a passive: precision {precision:.4f}, recall {recall:.4f}")
    errors = [(gold, text) for gold, found, text in pairs if gold != found]
    for gold, text in errors[:: max(len(errors) // shown, 1)] if shown else ():
        print(f"    {'missed' if gold else 'wrong'}: {text[:150]} {passives(text)}")


if __name__ == "__main__":
    main()
