"""One thing that is wrong to write: a rule, as it stands in YAML and as it is at work."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta

from protolint import folder
from protolint.script import Kind, Position

if TYPE_CHECKING:
    from protolint.checks._check import Check

Level = Literal["error", "warning", "suggestion", "off"]
Strength = Literal["A", "B", "C"]
Words = tuple[str, ...]


class Example(msgspec.Struct, frozen=True, rename={"given": "with"}):
    """A text that breaks the rule (`bad`), one that does not (`good`), or both.

    What the gates of the rule ask for is filled in where `given` (`with` in YAML) says nothing.
    """

    bad: Annotated[str | None, Meta(description="A text that the rule finds fault with.")] = None
    good: Annotated[str | None, Meta(description="A text that the rule has nothing against.")] = (
        None
    )
    finds: Annotated[str | None, Meta(description="The excerpt of the first finding in `bad`.")] = (
        None
    )
    given: Annotated[
        dict[str, str | list[str]], Meta(description="The front matter of both texts.")
    ] = {}
    fixed: Annotated[
        str | None, Meta(description="What `bad` becomes when all its findings are fixed.")
    ] = None


class Gates(msgspec.Struct, frozen=True, kw_only=True):
    """Which scripts a rule holds for, and which of their texts; empty means all of them."""

    channels: Annotated[Words, Meta(description="The channels it holds on.")] = ()
    platforms: Annotated[Words, Meta(description="The platforms it holds on.")] = ()
    moments: Annotated[Words, Meta(description="The moments it holds in.")] = ()
    faults: Annotated[Words, Meta(description="Whose fault it was.")] = ()
    severities: Annotated[Words, Meta(description="How grave the fault was.")] = ()
    authors: Annotated[Words, Meta(description="Who speaks.")] = ()
    shapes: Annotated[Words, Meta(description="The shapes of script it holds for.")] = ()
    types: Annotated[Words, Meta(description="The types of message it holds for.")] = ()
    locales: Annotated[
        Words, Meta(description="Languages, as BCP 47 tags or their first parts; “*” is any.")
    ] = ("en",)
    needs: Annotated[
        Words, Meta(description="Front matter keys without which it stays silent.")
    ] = ()
    scope: Annotated[
        tuple[Kind, ...], Meta(description="Kinds of text; default: those of the check.")
    ] = ()


class Common(Gates, frozen=True, kw_only=True):
    """What every rule says in YAML, whatever its check is."""

    id: Annotated[str, Meta(description="Names the fault: small letters, digits, hyphens.")]
    check: Annotated[str, Meta(description="How it looks at a script.")]
    level: Annotated[Level, Meta(description="How grave a finding is; off: only on demand.")]
    message: Annotated[
        str, Meta(description="What is wrong and what to do. {match} is what was found.")
    ]
    why: Annotated[str, Meta(description="Why it matters to the reader.")] = ""
    sources: Annotated[Words, Meta(description="Keys of the sources it rests on.")] = ()
    strength: Annotated[
        Strength | None,
        Meta(description="How good the evidence is; C makes at most a suggestion."),
    ] = None
    limits: Annotated[str, Meta(description="Where it is wrong, or was not tried.")] = ""
    examples: Annotated[tuple[Example, ...], Meta(description="Texts that are its tests.")] = ()


class Sight(msgspec.Struct, frozen=True):
    """What a rule looks for: its triggers, each with whether case counts, and where it looks.

    `always`: even where no trigger matched. `reads` are the kinds of facts that a library rule
    reads, all where it names none. Known before the check itself is imported.
    """

    triggers: tuple[tuple[str, bool], ...]
    scope: tuple[str, ...]
    always: bool
    is_exempting: bool
    is_library: bool
    is_dated: bool = False
    is_across: bool = False
    needs_all: bool = False
    reads: tuple[str, ...] = ()


class Rule(Common, frozen=True, kw_only=True, dict=True):
    """A rule at work. `category` is its pack, `given` the options of its check as they were given.

    `path` is the file it stands in, `places` has the line and column of the rule (`""`) and of the
    parts of its examples (`examples/0/bad`).

    Several rules may have one id where a brand or a protocol asks for another thing on some
    channels or in some moments; `variant` tells them apart, and `except_…` keeps each to its own.
    Levels of a project, allowances and `explain` go by the id.
    """

    category: str
    given: dict[str, Any] = {}
    path: str = ""
    is_shipped: bool = False
    places: dict[str, Position] = {}
    variant: str = ""
    except_channels: Words = ()
    except_moments: Words = ()
    #: The level that the brand gives it; “on” is what it had before somebody turned it off.
    brand_level: Level | Literal["on"] | None = None
    #: Worked out before a rulebook is kept; see `readying`.
    sight: Sight | None = None

    @property
    def key(self) -> str:
        """Its id and variant: what no other rule has."""
        return f"{self.id}/{self.variant}" if self.variant else self.id

    @cached_property
    def options(self) -> Check:
        """The check of the rule with its options; its module is imported at first use."""
        return msgspec.convert(self.given, type=check_class(self.check))

    def place(self, part: str = "") -> Position:
        """Return where the rule, or a part of its examples, is written; line 0: nowhere known."""
        return self.places.get(part) or self.places.get("") or Position(0, 0)


def check_class(name: str) -> type[Check]:
    """Return the check that rules call `name`. Raises ModuleNotFoundError where there is none."""
    found: type[Check] = folder.load("protolint.checks", name).Check
    return found


def rule_of(options: Check, **fields: Any) -> Rule:
    """Return a rule made in Python: the name of the check is that of the module of its options."""
    name = type(options).__module__.rpartition(".")[2].replace("_", "-")
    fields = {"id": name, "category": "test", "level": "warning", "message": "{match}"} | fields
    return Rule(**{"check": name, "given": msgspec.to_builtins(options)} | fields)
