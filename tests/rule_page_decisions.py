"""The page that says what became of each candidate of the evidence catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from protolint import placed
from protolint.placed import Node
from protolint.rulebook.rulebook import Rulebook

DECISIONS = Path(__file__).parents[1] / "rules" / "decisions.yaml"

#: Rules that no candidate asks for, and where they come from instead.
ELSEWHERE = {
    "bare-close": "forums and issue trackers, where threads were closed without a word on why",
    "click-on-paper": "the NHS guide to messages: each channel has its own words",
    "link-on-paper": "the NHS guide to messages: each channel has its own words",
    "missing-holding-reply": "the same sources as the protocol for news that is not there yet",
    "mixed-spelling": "style guides, which choose other spellings and all ask for one",
    "near-duplicate": "content audits, which begin with what is kept twice",
    "push-too-long": "the table of channel limits in the evidence; no maker’s page was found",
    "twin-links": "the corpus: twins of one message in two languages that differ",
    "twin-numbers": "the corpus: twins of one message in two languages that differ",
    "twin-placeholders": "the corpus: twins of one message in two languages that differ",
}

_HEAD = """\
<!-- Written by `python tests/make_rule_pages.py`. Change rules/decisions.yaml, not this page. -->
# What became of each candidate

The evidence catalogue names {all} candidates for rules. {built} became rules or were merged into
one, {later} wait for the graph of a script or the whole library, {left} were left out.

| Candidate | Became | Because |
| --- | --- | --- |
"""
_WAITS = {
    "graph": "waits for the graph of a script",
    "library": "waits for rules that see the whole library",
}


def decisions() -> dict[str, Any]:
    """Return the decisions by candidate: `rules`, `left_out` or `later`."""
    found: dict[str, Any] = _plain(placed.read(DECISIONS.read_text(encoding="utf-8")))
    return found


def _plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _plain(below) for key, below in node.entries.items()}
    return [_plain(below) for below in node.items] if isinstance(node.value, tuple) else node.value


def page(book: Rulebook) -> str:
    """Return the page as Markdown."""
    made = decisions()
    count = {
        key: sum(key in one for one in made.values()) for key in ("rules", "later", "left_out")
    }
    head = _HEAD.format(
        all=len(made), built=count["rules"], later=count["later"], left=count["left_out"]
    )
    own = sorted(ELSEWHERE.items())
    rest = "".join(f"- `{rule}`: {origin}\n" for rule, origin in own)
    tail = f"\n## Rules that no candidate asked for\n\n{rest}"
    return head + "".join(_rows(made, book)) + tail


def _rows(made: dict[str, Any], book: Rulebook) -> Iterator[str]:
    for candidate, decision in made.items():
        became = ", ".join(_linked(rule, book) for rule in decision.get("rules", ())) or "–"
        because = decision.get("left_out") or _WAITS.get(decision.get("later", ""), "")
        yield f"| `{candidate}` | {became} | {because} |\n"


def _linked(rule: str, book: Rulebook) -> str:
    return f"[{rule}](pages/{book.by_id[rule].category}.md)"
