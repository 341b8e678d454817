"""One thing that is wrong to write: a rule, as it stands in YAML and as it is at work."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from protolint import folder
from protolint.script import Kind, Position

if TYPE_CHECKING:
    from protolint.checks._check import Check

Level = Literal["error", "warning", "suggestion", "off"]
Strength = Literal["A", "B", "C"]


class Example(msgspec.Struct, frozen=True, rename={"given": "with"}):
    """A text that breaks the rule (`bad`), one that does not (`good`), or both.

    `finds` is the excerpt of the first finding in `bad`. `given` (`with` in YAML) is the front
    matter of both; what the gates of the rule ask for is filled in where it says nothing.
    """

    bad: str | None = None
    good: str | None = None
    finds: str | None = None
    given: dict[str, str | list[str]] = {}


class Gates(msgspec.Struct, frozen=True, kw_only=True):
    """Which scripts a rule holds for, and which of their texts; empty means all of them."""

    channels: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    #: Languages, as BCP 47 tags or their first parts; `*` is any.
    locales: tuple[str, ...] = ("en",)
    #: Front matter keys without which the rule stays silent.
    needs: tuple[str, ...] = ()
    #: Kinds of text; where it is empty, those of the check.
    scope: tuple[Kind, ...] = ()


class Common(Gates, frozen=True, kw_only=True):
    """What every rule says in YAML, whatever its check is."""

    id: str
    check: str
    level: Level
    message: str
    why: str = ""
    sources: tuple[str, ...] = ()
    #: How good the evidence is; C, or a source nobody read, makes at most a suggestion.
    strength: Strength | None = None
    limits: str = ""
    examples: tuple[Example, ...] = ()


class Rule(Common, frozen=True, kw_only=True, dict=True):
    """A rule at work. `category` is its pack, `given` the options of its check as they were given.

    `path` is the file it stands in, `places` has the line and column of the rule (`""`) and of the
    parts of its examples (`examples/0/bad`).
    """

    category: str
    given: dict[str, Any] = {}
    path: str = ""
    is_shipped: bool = False
    places: dict[str, Position] = {}

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
