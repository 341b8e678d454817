"""What a moment asks for on a channel: a protocol as it stands in YAML (contract §10)."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from protolint.rulebook.rule import Gates, Level, Strength, Words

Texts = Annotated[tuple[str, ...], Meta(min_length=1)]
Count = Annotated[int, Meta(ge=1)]


class Way(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"time": "with"},
):
    """One way by which a part of a script is known: a move, words, a placeholder or a rule."""

    move: Annotated[str | None, Meta(description="A move of a sentence.")] = None
    time: Annotated[
        Literal["time", "no-time"] | None,
        Meta(description="Whether the sentence of the move has to say by when, or must not."),
    ] = None
    any: Annotated[Texts | None, Meta(description="Patterns of words.")] = None
    placeholder: Annotated[
        str | Texts | None,
        Meta(description="Patterns of words in the name of a placeholder that stands for it."),
    ] = None
    rule: Annotated[str | None, Meta(description="A rule that finds it.")] = None


class ProtocolPart(Way, frozen=True, kw_only=True, rename={"time": "with", "others": "or"}):
    """One thing that a moment asks for or rules out, where it belongs and how often."""

    name: Annotated[
        str, Meta(description="What messages, rules and `order` call it; default: its move.")
    ] = ""
    one_of: Annotated[
        Annotated[tuple[str | Way, ...], Meta(min_length=1)] | None,
        Meta(description="Several moves or other ways, of which one is enough."),
    ] = None
    others: Annotated[
        str | Way | tuple[str | Way, ...] | None, Meta(description="What will do instead.")
    ] = None
    exceptions: Annotated[
        Words,
        Meta(description="Patterns of what it is not: words inside, sentences that so begin."),
    ] = ()
    required: Annotated[
        bool | None, Meta(description="Whether it has to be there; true if not said.")
    ] = None
    optional: Annotated[bool, Meta(description="Whether it is only named, for order.")] = False
    forbidden: Annotated[bool, Meta(description="Whether it must not be there.")] = False
    at_most: Annotated[
        Count | None, Meta(description="In how many sentences it may be said at most.")
    ] = None
    within_first: Annotated[
        Count | None, Meta(description="Among how many first sentences it has to stand.")
    ] = None
    within_last: Annotated[
        Count | None, Meta(description="Among how many last sentences it has to stand.")
    ] = None
    say: Annotated[
        str, Meta(description="What to do about it, for the message; {where} is where it belongs.")
    ] = ""
    level: Annotated[Level | None, Meta(description="How grave its lack is.")] = None
    why: Annotated[str, Meta(description="Why it is asked for.")] = ""
    sources: Annotated[Words, Meta(description="Keys of its sources.")] = ()
    strength: Annotated[Strength | None, Meta(description="How good its evidence is.")] = None
    limits: Annotated[str, Meta(description="Where it may be wrong to ask for it.")] = ""

    @property
    def title(self) -> str:
        """What messages call it: its name, or its only move or rule in words."""
        return self.name or (self.move or self.rule or "").replace("-", " ")

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways by which it is known; a text among them is the name of a move."""
        others = self.others if isinstance(self.others, tuple) else (self.others,)
        own = Way(**{name: getattr(self, name) for name in Way.__struct_fields__})
        found = (own, *(self.one_of or ()), *others)
        made = (Way(move=one) if isinstance(one, str) else one for one in found)
        return tuple(way for way in made if way and way != Way())

    @property
    def presence(self) -> Literal["required", "optional", "forbidden"] | None:
        """Whether it has to be there; None where nothing says so."""
        if self.forbidden:
            return "forbidden"
        if self.optional or self.required is False:
            return "optional"
        return "required" if self.required else None


class ProtocolExample(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"given": "with"}
):
    """A script that keeps to the protocol (`good`), or breaks it by the rules in `breaks`."""

    bad: Annotated[str | None, Meta(description="A script that does not keep to it.")] = None
    good: Annotated[str | None, Meta(description="A script that keeps to it.")] = None
    breaks: Annotated[Words, Meta(description="The rules that find fault with `bad`.")] = ()
    given: Annotated[
        dict[str, str | list[str]], Meta(description="The front matter of both texts.")
    ] = {}


class ProtocolHead(Gates, frozen=True, kw_only=True):
    """Which scripts a protocol holds for, and what it is about."""

    protocol: Annotated[str, Meta(min_length=1, description="Its name.")]
    about: Annotated[str, Meta(description="What happened when it is needed.")] = ""
    except_channels: Annotated[
        Words, Meta(description="The channels it does not hold on, where `channels` names none.")
    ] = ()


class Protocol(ProtocolHead, frozen=True, kw_only=True):
    """What scripts say in a moment: parts, their order and place."""

    parts: Annotated[
        tuple[ProtocolPart, ...], Meta(min_length=1, description="What it asks for, in order.")
    ]
    order: Annotated[Words, Meta(description="Names of parts, in the order they come in.")] = ()
    at_least: Annotated[
        Count | None, Meta(description="How many of the parts are enough, whichever.")
    ] = None
    when: Annotated[Words, Meta(description="Only scripts in which one of these matches.")] = ()
    unless: Annotated[Words, Meta(description="No script in which one of these matches.")] = ()
    min_sentences: Annotated[
        int, Meta(ge=0, description="Only scripts of so many sentences, greeting left out.")
    ] = 0
    level: Annotated[Level, Meta(description="How grave what is missing is.")] = "warning"
    why: Annotated[str, Meta(description="Why the moment asks for it.")] = ""
    sources: Annotated[Words, Meta(description="Keys of the sources it rests on.")] = ()
    strength: Annotated[Strength | None, Meta(description="How good the evidence is.")] = None
    limits: Annotated[str, Meta(description="Where it is wrong, or was not tried.")] = ""
    examples: Annotated[
        tuple[ProtocolExample, ...], Meta(description="Scripts that are its tests.")
    ] = ()

    @property
    def head(self) -> ProtocolHead:
        """The protocol without its parts."""
        names = ProtocolHead.__struct_fields__
        return ProtocolHead(**{name: getattr(self, name) for name in names})
