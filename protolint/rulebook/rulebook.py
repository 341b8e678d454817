"""All rules of a run with what they refer to: packs, channels, bases and sources."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from protolint.rulebook import words
from protolint.rulebook.brand import BRAND_PACK, Brand
from protolint.rulebook.protocol import ProtocolHead
from protolint.rulebook.rule import Level, Rule
from protolint.text.lexicon import Lexicon
from protolint.text.ready import Ready

#: Whether somebody read a source, read of it elsewhere, or only remembers it.
Status = Literal["read", "second-hand", "memory"]
CHANNEL_PACK = "channel"
PROTOCOL_PACK = "protocol"


class Reference(msgspec.Struct, frozen=True):
    """A source of rules, as in `rules/sources.yaml`."""

    title: Annotated[str, Meta(description="Author and title.")]
    status: Annotated[Status, Meta(description="Whether somebody read it.")]
    where: Annotated[str, Meta(description="An address, or where it can be found.")] = ""


class PackHead(msgspec.Struct, frozen=True, kw_only=True):
    """A pack of rules, without the rules."""

    pack: Annotated[str, Meta(min_length=1, description="The category of its rules.")]
    about: Annotated[str, Meta(description="What its rules have in common.")] = ""
    locales: Annotated[
        tuple[str, ...], Meta(description="The languages of its rules; “*” is any. Default: en.")
    ] = ("en",)
    opt_in: Annotated[
        bool, Meta(description="Whether it runs only where a base or a project names it.")
    ] = False
    sources: Annotated[
        dict[str, Reference], Meta(description="Sources that only this pack cites.")
    ] = {}


class ChannelHead(msgspec.Struct, frozen=True, kw_only=True):
    """A channel: what it is, and (beside this) the rules that hold on it alone."""

    channel: Annotated[str, Meta(min_length=1, description="Its name, as scripts give it.")]
    about: Annotated[str, Meta(description="What it is for.")] = ""
    medium: Annotated[
        Literal["written", "spoken"], Meta(description="How its scripts reach people.")
    ] = "written"
    platforms: Annotated[tuple[str, ...], Meta(description="What `platform` may say.")] = ()
    locales: Annotated[
        tuple[str, ...], Meta(description="The languages of its rules; “*” is any. Default: en.")
    ] = ("en",)


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """A selection of packs, and of levels for their rules."""

    base: Annotated[str, Meta(min_length=1, description="Its name, as projects give it.")]
    about: Annotated[str, Meta(description="Whom it is for.")] = ""
    packs: Annotated[tuple[str, ...], Meta(description="The packs that are on; others are off.")]
    rules: Annotated[dict[str, Level], Meta(description="Levels of rules or whole packs.")] = {}


class Rulebook(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What scripts can be held to. `digest` names the bytes of all files it was read from."""

    rules: tuple[Rule, ...] = ()
    packs: tuple[PackHead, ...] = ()
    channels: tuple[ChannelHead, ...] = ()
    bases: tuple[Base, ...] = ()
    lexicons: tuple[Lexicon, ...] = ()
    protocols: tuple[ProtocolHead, ...] = ()
    sources: dict[str, Reference] = {}
    brand: Brand | None = None
    digest: str = ""
    #: The triggers of all rules made ready, where the rulebook was kept.
    patterns: dict[str, Ready] = {}

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their ids; of several with one id the first."""
        found: dict[str, Rule] = {}
        for rule in self.rules:
            found.setdefault(rule.id, rule)
        return found

    @cached_property
    def pack_names(self) -> tuple[str, ...]:
        """The names of all packs; channels, protocols and the brand have one each."""
        own = (pack.pack for pack in self.packs)
        others = (
            (CHANNEL_PACK, self.channels),
            (PROTOCOL_PACK, self.protocols),
            (BRAND_PACK, self.brand),
        )
        return tuple(dict.fromkeys((*own, *(name for name, found in others if found))))

    @cached_property
    def allowed(self) -> dict[str, tuple[str, ...]]:
        """The values that exist for front matter keys with a fixed choice."""
        return {
            "channel": tuple(channel.channel for channel in self.channels),
            "platform": tuple(
                dict.fromkeys(name for channel in self.channels for name in channel.platforms)
            ),
            "moment": (*words.MOMENTS, *(self.brand.moments if self.brand else ())),
            **words.FIXED,
        }
