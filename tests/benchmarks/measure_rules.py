"""Recall and false alarms of the rules on labelled scripts: `python measure_rules.py FOLDER`.

FOLDER holds `faulty*.jsonl` (id, candidate, front_matter, bad, good: a script with one fault, and
its mended twin), `traps.jsonl` (id, near, front_matter, text: what looks like a fault and is none)
and `replies.jsonl` (id, front_matter, text: good answers). A candidate is found where one of the
rules that `rules/decisions.yaml` names for it fires. Opt-in packs are on; rules that are off count
apart. `--half 0` or `--half 1` takes one half of each file, by a hash of the ids; `--show` prints
what went wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from protolint import placed
from protolint.linting.file_pass import lint_source
from protolint.linting.finding import Finding
from protolint.linting.look import Look
from protolint.linting.plan import Plan
from protolint.linting.run import Held, report
from protolint.rulebook import loading
from protolint.rulebook.profile import profiles
from protolint.rulebook.project import Project
from protolint.script import Source

_RULES = Path(__file__).resolve().parents[2] / "rules"
_OPT_IN = ("us", "uk", "eu")
_TONE = ("empathy", "voice")
_GRAVE = ("error", "warning")


class Tally(NamedTuple):
    """How many of how many."""

    name: str
    hits: int
    of: int

    def __str__(self) -> str:
        share = f"{self.hits / self.of:6.1%}" if self.of else "     –"
        return f"{self.name:<52} {self.hits:>4} / {self.of:<4} {share}"


class Bench:
    """The rules, once as they ship and once with every rule on."""

    def __init__(self) -> None:
        self.book = loading.rulebook(use_cache=False)
        project = Project(packs=_OPT_IN)
        every = tuple(dict.fromkeys(rule.id for rule in self.book.rules))
        self.usual = self._held(project, ())
        self.all_on = self._held(project, every)
        text = (_RULES / "decisions.yaml").read_text(encoding="utf-8")
        self.decisions: dict[str, Any] = _plain(placed.read(text))

    def _held(self, project: Project, select: tuple[str, ...]) -> Held:
        plan = Plan(self.book.rules, profiles(self.book, project, select))
        return Held(project, self.book, plan)

    def wanted(self, candidate: str) -> frozenset[str]:
        """Return the rules that a candidate became."""
        return frozenset(self.decisions[candidate].get("rules", ()))

    def findings(self, held: Held, given: dict[str, Any], text: str) -> tuple[Finding, ...]:
        """Return the findings in a text with this front matter."""
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in given.items())
        source = Source("script.md", f"---\n{head}---\n{text}")
        return report(held, Look([lint_source(source, held.work(None))], [])).findings


def _plain(node: placed.Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _plain(below) for key, below in node.entries.items()}
    if isinstance(node.value, tuple):
        return [_plain(below) for below in node.items]
    return node.value


def named(findings: tuple[Finding, ...]) -> set[str]:
    """Return the rules of findings, those merged into others included."""
    return {rule for one in findings for rule in (one.rule, *(own.rule for own in one.also))}


def rows(folder: Path, pattern: str, half: int | None) -> Iterator[dict[str, Any]]:
    """Yield the rows of all files of a kind, or of one half of them."""
    for path in sorted(folder.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            side = hashlib.sha256(row["id"].encode()).digest()[0] % 2
            if half is None or side == half:
                yield row


def faulty(bench: Bench, folder: Path, half: int | None, show: bool) -> list[Tally]:
    """Return how many faults were found with the right rule, and how many twins were silent."""
    found, usual, silent, of, none = 0, 0, 0, 0, 0
    for row in rows(folder, "faulty*.jsonl", half):
        wanted = bench.wanted(row["candidate"])
        if not wanted:
            none += 1
            continue
        of += 1
        given = row["front_matter"]
        bad = named(bench.findings(bench.all_on, given, row["bad"]))
        good = named(bench.findings(bench.all_on, row.get("good_front_matter", given), row["good"]))
        found += bool(bad & wanted)
        usual += bool(named(bench.findings(bench.usual, given, row["bad"])) & wanted)
        silent += not good & wanted
        if show and not bad & wanted:
            _tell("MISSED", row, row["bad"], given, f"others: {sorted(bad)}")
        if show and good & wanted:
            _tell("TWIN", row, row["good"], given, f"fired: {sorted(good & wanted)}")
    return [
        Tally("faults found with the right rule", found, of),
        Tally("… with the rules that are on by default", usual, of),
        Tally("mended twins silent about it", silent, of),
        Tally("candidates without a rule (not counted above)", none, of + none),
    ]


def traps(bench: Bench, folder: Path, half: int | None, show: bool) -> list[Tally]:
    """Return how many traps fired the rule they are near, and how many any grave rule."""
    near, grave, of = 0, 0, 0
    for row in rows(folder, "traps.jsonl", half):
        of += 1
        found = bench.findings(bench.usual, row["front_matter"], row["text"])
        fired = named(found) & bench.wanted(row["near"])
        loud = [one for one in found if one.level in _GRAVE]
        near += bool(fired)
        grave += bool(loud)
        if show and (fired or loud):
            said = [f"{one.rule} “{one.excerpt}”" for one in found]
            _tell("TRAP" if fired else "NEARBY", row, row["text"], row["front_matter"], str(said))
    return [
        Tally("traps that fire the rule they are near", near, of),
        Tally("traps with any warning or error", grave, of),
    ]


def replies(bench: Bench, folder: Path, half: int | None, show: bool) -> list[Tally]:
    """Return how many good answers have findings at warning and above, on tone and on anything."""
    tone, loud, of = 0, 0, 0
    by_rule: Counter[str] = Counter()
    for row in rows(folder, "replies.jsonl", half):
        of += 1
        found = bench.findings(bench.usual, row["front_matter"], row["text"])
        by_rule.update(one.rule for one in found)
        grave = [one for one in found if one.level in _GRAVE]
        tone += sum(one.category in _TONE for one in grave)
        loud += len(grave)
        if show and grave:
            said = [f"{one.rule} “{one.excerpt}”" for one in grave]
            _tell("REPLY", row, row["text"], row["front_matter"], str(said))
    for rule, count in by_rule.most_common(25):
        print(f"    {count:>4}  {rule}")
    return [
        Tally("findings on tone at warning and above, per answer", tone, of),
        Tally("findings at warning and above, per answer", loud, of),
    ]


def _tell(what: str, row: dict[str, Any], text: str, given: dict[str, Any], said: str) -> None:
    name = row.get("candidate") or row.get("near") or ""
    print(f"--- {what} {row['id']} {name} {given}\n{text}\n    {said}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    bench = Bench()
    for measure in (faulty, traps, replies):
        for tally in measure(bench, given.folder, given.half, given.show):
            print(tally)


if __name__ == "__main__":
    main()
