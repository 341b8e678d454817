"""The files of a rulebook, each of its kind: packs, channels, bases and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from protolint.placed import Node
from protolint.rulebook.brand import Brand
from protolint.rulebook.lexicon_loading import load_lexicon
from protolint.rulebook.page import Page, split
from protolint.rulebook.protocol import Protocol
from protolint.rulebook.protocol_loading import Loaded, load_protocol, made_rules
from protolint.rulebook.rule import Rule
from protolint.rulebook.rule_loading import Allowed, load_rule
from protolint.rulebook.rulebook import (
    CHANNEL_PACK,
    Base,
    ChannelHead,
    PackHead,
    Reference,
    Rulebook,
)
from protolint.text.lexicon import Lexicon

_SOURCES = "sources.yaml"
T = TypeVar("T")


class Heads(NamedTuple):
    """What the files of a rulebook say beside their rules, each with the page it stands on."""

    packs: list[tuple[PackHead, Page]]
    channels: list[tuple[ChannelHead, Page]]
    bases: list[tuple[Base, Page]]
    lexicons: list[tuple[Lexicon, Page]]
    protocols: list[Page]
    sources: dict[str, Reference]


def heads(pages: Iterable[Page]) -> Heads:
    """Return the heads of all files; a file that is none of the known kinds is a problem."""
    found = Heads([], [], [], [], [], {})
    for page in pages:
        head, _ = split(page.node, (key for key in page.node.entries if key != "rules"))
        if page.path.endswith(_SOURCES) and "pack" not in page.node.entries:
            found.sources.update(page.take(page.node, dict[str, Reference]) or {})
        elif "pack" in page.node.entries:
            _add(found.packs, page.take(head, PackHead), page)
        elif "channel" in page.node.entries:
            _add(found.channels, page.take(head, ChannelHead), page)
        elif "base" in page.node.entries:
            _add(found.bases, page.take(page.node, Base), page)
        elif "lexicon" in page.node.entries:
            _add(found.lexicons, load_lexicon(page), page)
        elif "protocol" in page.node.entries:
            found.protocols.append(page)
        elif not page.problems:
            message = "this is no file of rules: it begins with `pack:`, `channel:` or `base:`"
            page.wrong(page.node.span, message)
    for pack, _ in found.packs:
        found.sources.update(pack.sources)
    return found


def _add(to: list[tuple[T, Page]], value: T | None, page: Page) -> None:
    if value is not None:
        to.append((value, page))


def book(found: Heads, brand: Brand | None, digest: str) -> tuple[Rulebook, Loaded]:
    """Return the rulebook of all files but for the brand's rules, and where each rule stands."""
    channels = tuple(head for head, _ in found.channels)
    empty = Rulebook(channels=channels, brand=brand)
    loaded = rules(found, empty.allowed)
    protocols_found, made = protocols(found, loaded, empty.allowed)
    loaded += made
    whole = Rulebook(
        rules=tuple(rule for rule, _, _ in loaded),
        packs=tuple(head for head, _ in found.packs),
        channels=channels,
        bases=tuple(head for head, _ in found.bases),
        protocols=tuple(protocol.head for protocol in protocols_found),
        lexicons=tuple(lexicon for lexicon, _ in found.lexicons),
        sources=found.sources,
        brand=brand,
        digest=digest,
    )
    return whole, loaded


def rules(found: Heads, allowed: Allowed) -> Loaded:
    """Return the rules of all packs and channels, each with its page and its node there.

    `allowed` are the values that front matter keys may have.
    """
    made: Loaded = []
    for pack, page in found.packs:
        defaults = {"category": pack.pack, "locales": pack.locales}
        made.extend(_rules(page, defaults, allowed))
    for channel, page in found.channels:
        defaults = {
            "category": CHANNEL_PACK,
            "locales": channel.locales,
            "channels": (channel.channel,),
        }
        made.extend(_rules(page, defaults, allowed))
    return made


def protocols(found: Heads, loaded: Loaded, allowed: Allowed) -> tuple[list[Protocol], Loaded]:
    """Return the protocols of all files, and the rules that they make.

    One of the project's own takes the place of a shipped one with its name. `loaded` are the rules
    that their parts may name.
    """
    made: dict[str, tuple[Protocol, Page]] = {}
    for page in sorted(found.protocols, key=lambda page: not page.is_shipped):
        protocol = load_protocol(page, allowed)
        if protocol is None:
            continue
        first = made.get(protocol.protocol)
        if first and first[1].is_shipped == page.is_shipped:
            message = f"the protocol “{protocol.protocol}” is there already, in {first[1].path}"
            page.wrong(page.node.place("protocol"), message)
        made[protocol.protocol] = (protocol, page)
    rules = [rule for rule, _, _ in loaded]
    own = [one for protocol, page in made.values() for one in made_rules(protocol, page, rules)]
    return [protocol for protocol, _ in made.values()], own


def _rules(
    page: Page, defaults: Mapping[str, Any], allowed: Mapping[str, tuple[str, ...]]
) -> Iterable[tuple[Rule, Page, Node]]:
    node = page.node.entries.get("rules")
    if node is None:
        if "pack" in page.node.entries:
            page.wrong(page.node.key("pack"), "the key “rules” is missing: add it")
        return
    if not isinstance(node.value, tuple):
        page.wrong(node.span, "a list of rules belongs here, each beginning with “- id:”")
        return
    own = {"path": page.path, "is_shipped": page.is_shipped}
    for below in node.items:
        rule = load_rule(page, below, {**defaults, **own}, allowed)
        if rule is not None:
            yield _on_its_channel(rule, page, below, defaults), page, below


def _on_its_channel(rule: Rule, page: Page, node: Node, defaults: Mapping[str, Any]) -> Rule:
    """Return the rule; one of a channel file that names other channels can never match."""
    own = defaults.get("channels")
    if own and not {*own} & {*rule.channels}:
        message = f"rules in this file hold for {own[0]} alone, so this one can never match"
        page.wrong(node.place("channels"), f"{message}: delete `channels`, or move the rule")
    return msgspec.structs.replace(rule, channels=own) if own else rule
