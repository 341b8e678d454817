"""What is wrong between the parts of a rulebook: names that do not exist, and ids given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protolint.placed import Node, guess
from protolint.rulebook.pack_loading import Heads
from protolint.rulebook.page import Page
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import CHANNEL_PACK, Rulebook

Loaded = Sequence[tuple[Rule, Page, Node]]


def check(found: Heads, loaded: Loaded, book: Rulebook) -> None:
    """Add to the pages what does not agree, and what rules that ship lack."""
    _twice(found)
    for rule, page, node in loaded:
        for item, key in enumerate(rule.sources):
            if key not in found.sources:
                page.wrong(node.place("sources", item), guess.unknown("source", key, found.sources))
        _platforms(rule, page, node, book)
        if rule.is_shipped and rule.check:
            for part, message in _below_standard(rule, book):
                page.wrong(node.key(part), message)
    for base, page in found.bases:
        known = (*book.pack_names, *book.by_id)
        _known(page, "packs", base.packs, book.pack_names)
        for name in base.rules:
            if name not in known:
                page.wrong(page.node.at("rules").key(name), guess.unknown("rule", name, known))


def _known(page: Page, key: str, names: Iterable[str], known: Sequence[str]) -> None:
    for item, name in enumerate(names):
        if name not in known:
            page.wrong(page.node.place(key, item), guess.unknown("pack", name, known))


def _twice(found: Heads) -> None:
    first: dict[str, str] = {}
    for page, node in _ids(found):
        name = node.text
        if name in first:
            message = f"the rule “{guess.shortened(name)}” is there already, in {first[name]}"
            page.wrong(node.span, f"{message}: give this one another id")
        first.setdefault(name, f"{page.path}:{page.position(node.span).line}")
    packs: dict[tuple[str, str], str] = {}
    for name, key, page in _names(found):
        if (key, name) in packs or name == CHANNEL_PACK:
            there = packs.get((key, name), "the channel files")
            page.wrong(page.node.place(key), f"the {key} “{name}” is there already, in {there}")
        packs[key, name] = page.path


def _ids(found: Heads) -> Iterator[tuple[Page, Node]]:
    """Yield the ids of all rules, those included that are too faulty to be made."""
    for page in (*(page for _, page in found.packs), *(page for _, page in found.channels)):
        for rule in page.node.at("rules").items:
            if isinstance(rule.at("id").value, str):
                yield page, rule.at("id")


def _names(found: Heads) -> Iterator[tuple[str, str, Page]]:
    yield from ((head.pack, "pack", page) for head, page in found.packs)
    yield from ((head.channel, "channel", page) for head, page in found.channels)
    yield from ((head.base, "base", page) for head, page in found.bases)


def _platforms(rule: Rule, page: Page, node: Node, book: Rulebook) -> None:
    """A platform that none of the rule's channels has keeps it from ever matching."""
    have = {
        name
        for channel in book.channels
        if channel.channel in rule.channels
        for name in channel.platforms
    }
    for item, name in enumerate(rule.platforms):
        if rule.channels and name in book.allowed["platform"] and name not in have:
            message = f"none of the rule's channels has the platform “{name}”, so it never matches"
            page.wrong(node.place("platforms", item), message)


def _below_standard(rule: Rule, book: Rulebook) -> Iterator[tuple[str, str]]:
    """Yield what a rule that ships must have and this one lacks, with the key it is about."""
    has_none = not rule.options.has_examples
    for key in ("why", "sources", "strength", "limits", "examples"):
        if not getattr(rule, key) and not (key == "examples" and has_none):
            yield "id", f"a rule that ships has `{key}`: add it"
    for kind in ("bad", "good"):
        if rule.examples and not any(getattr(example, kind) for example in rule.examples):
            yield "examples", f"a rule that ships has an example that is {kind}: add one"
    if rule.level in ("error", "warning") and _is_weak(rule, book):
        message = "evidence of strength C, or that nobody read, makes at most a suggestion"
        yield "level", f"{message}: lower the level, or find a source"


def _is_weak(rule: Rule, book: Rulebook) -> bool:
    known = [book.sources[key] for key in rule.sources if key in book.sources]
    return rule.strength == "C" or (bool(known) and all(one.status == "memory" for one in known))
