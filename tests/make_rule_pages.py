"""Writes the pages of the rules that ship, in `rules/`: `python tests/make_rule_pages.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import rule_page_decisions
import rule_page_packs

from protolint import text
from protolint.rulebook import loading
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import CHANNEL_PACK, ChannelHead, Rulebook

RULES = Path(__file__).parents[1] / "rules"

_HEAD = """\
<!-- Written by `python tests/make_rule_pages.py`. Change the YAML files, not this page. -->
# The rules that ship

{rules} rules in {packs} packs, and {channels} channels. `protolint explain RULE` says more about
each: why, for whom, with examples, sources and limits; so do the pages of the packs. What became
of each candidate of the evidence is on [a page of its own](decisions.md).

**Level** is what the rule has by itself; a project may change it. **Strength** is how good the
evidence is: A, studies of service or the body that sets the standard say exactly this; B, a style
guide, or a single or indirect study; C, the view of practitioners. A rule of strength C, or one
whose sources nobody read, is never more than a suggestion. **Holds for** names the channels and,
after them, what the front matter of a script must say; a rule that needs a key which is not there
stays silent.
"""

#: The packs that no file of their own describes.
_ABOUTS = {
    "channel": "Limits and customs of one channel alone; one file for each.",
    "protocol": (
        "What a moment asks for: the parts that a script has to have, where, and in which order. "
        "One file for each protocol, one rule for each part; a part of several protocols has a "
        "line for each."
    ),
}
_GATES = (
    ("platforms", "platform"),
    ("moments", "moment"),
    ("faults", "fault"),
    ("severities", "severity"),
    ("authors", "author"),
    ("shapes", "shape"),
    ("types", "type"),
)
_STATUS = {"read": "", "second-hand": " (second-hand)", "memory": " (from memory)"}


def pages(book: Rulebook) -> dict[Path, str]:
    """Return all pages by their file: that of all rules, one of each pack, and the decisions."""
    abouts = {pack.pack: pack.about for pack in book.packs}
    holds_for = {rule.key: _holds_for(rule) for rule in book.rules}
    packs = {
        RULES / "pages" / f"{name}.md": rule_page_packs.page(
            book, name, abouts.get(name) or _ABOUTS[name], holds_for
        )
        for name in book.pack_names
    }
    decisions = {RULES / "decisions.md": rule_page_decisions.page(book)}
    return {RULES / "README.md": page(book), **packs, **decisions}


def page(book: Rulebook) -> str:
    """Return the page of all rules: a table of channels, one of each pack, and the sources."""
    head = _HEAD.format(
        rules=len(book.by_id), packs=len(book.pack_names), channels=len(book.channels)
    )
    blocks = [head, _channels(book), *(_pack(book, name) for name in book.pack_names)]
    return "\n".join([*blocks, _sources(book)])


def _pack(book: Rulebook, name: str) -> str:
    abouts = {pack.pack: pack.about for pack in book.packs}
    about = abouts.get(name) or _ABOUTS[name]
    rows = (_rule(rule) for rule in book.rules if rule.category == name)
    head = ("Rule", "Level", "Strength", "Holds for", "Why", "Sources")
    more = f"[Each rule with its examples](pages/{name}.md)."
    return f"## {name}\n\n{about} {more}\n\n{_table(head, rows)}"


def _rule(rule: Rule) -> tuple[str, ...]:
    sources = ", ".join(rule.sources)
    strength = rule.strength or "–"
    return (f"`{rule.id}`", rule.level, strength, _holds_for(rule), _first(rule.why), sources)


def _first(why: str) -> str:
    """Return the first sentence of a reason."""
    plain = " ".join(why.split())
    start, end = next(iter(text.sentences(plain)), (0, 0))
    return plain[start:end]


def _holds_for(rule: Rule) -> str:
    asked = [
        f"{key}: {', '.join(getattr(rule, gate))}" for gate, key in _GATES if getattr(rule, gate)
    ]
    return "; ".join([", ".join(rule.channels) or "all channels", *asked])


def _channels(book: Rulebook) -> str:
    head = ("Channel", "Medium", "Platforms", "Own rules", "What it is for")
    return f"## Channels\n\n{_table(head, (_channel(book, own) for own in book.channels))}"


def _channel(book: Rulebook, own: ChannelHead) -> tuple[str, ...]:
    rules = [rule for rule in book.rules if rule.category == CHANNEL_PACK]
    number = sum(own.channel in rule.channels for rule in rules)
    platforms = ", ".join(own.platforms) or "–"
    return (f"`{own.channel}`", own.medium, platforms, str(number), own.about)


def _sources(book: Rulebook) -> str:
    cited = {key for rule in book.rules for key in rule.sources}
    lines = (
        f"- **{key}**: {source.title}{_STATUS[source.status]}{_where(source.where)}\n"
        for key, source in sorted(book.sources.items())
        if key in cited
    )
    return "## Sources\n\n" + "".join(lines)


def _where(address: str) -> str:
    return f". {address}" if address else ""


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(_lines(head, rows))


def _lines(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        cells = (" ".join(cell.split()).replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |\n"


def main() -> None:
    for path, written in pages(loading.rulebook(use_cache=False)).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
