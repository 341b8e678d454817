"""What the first pass knows of scripts and files: plain data that is sent, kept and read again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from protolint.linting.allowances import Allowed
from protolint.linting.finding import Finding, Level
from protolint.rulebook import storing
from protolint.script import Problem
from protolint.text.grades import Counts

if TYPE_CHECKING:
    from protolint.checks._check import ScriptFacts


digest_of = storing.checksum

#: The channels that a rule holds for, at each level that it has on any.
Levels = tuple[tuple[Level, tuple[str | None, ...]], ...]


class RuleFacts(msgspec.Struct, frozen=True, dict=True):
    """Facts of one script, and the library rules they are for: the key, and the level by channel.

    They stay packed until a rule asks for them: where it is known what it finds, it does not.
    `digest` stands for the facts and the levels.
    """

    rules: tuple[tuple[str, Levels], ...]
    packed: msgspec.Raw
    digest: bytes

    @cached_property
    def facts(self) -> ScriptFacts:
        """The facts, as any process sees them: lists, not tuples, where their type is not known."""
        from protolint.checks._check import ScriptFacts  # noqa: PLC0415  (most runs need none)

        return msgspec.msgpack.decode(self.packed, type=ScriptFacts)


def rule_facts(rules: tuple[tuple[str, Levels], ...], facts: ScriptFacts) -> RuleFacts:
    """Return the facts of one script for some rules, packed."""
    packed = msgspec.msgpack.encode(facts)
    digest = digest_of(msgspec.msgpack.encode(rules) + packed)
    return RuleFacts(rules, msgspec.Raw(packed), digest)


class ScriptResult(msgspec.Struct, frozen=True):
    """What the first pass knows of one script.

    `findings` are told: nothing allows them, and there is one for each fault. `hidden` are those
    that nothing allows and that are told with others.
    """

    script: str
    channels: tuple[str | None, ...]
    words: int
    counts: Counts
    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    skipped: tuple[tuple[str, str], ...]
    facts: tuple[RuleFacts, ...]
    allowances: tuple[Allowed, ...]


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A result as MessagePack, and what stands for the bytes it was found in.

    That is empty where they could not be read as text.
    """

    digest: bytes
    packed: msgspec.Raw


class FileResult(msgspec.Struct, frozen=True):
    """What the first pass knows of one file.

    `lines` are those where findings begin. `used` are the allowances that silenced something: the
    start of the comment, and the rule (for an `off`, none). `previews` are those of its scripts as
    MessagePack, where the run was asked for them.
    """

    path: str
    scripts: tuple[ScriptResult, ...]
    problems: tuple[Problem, ...]
    lines: dict[int, str]
    used: tuple[tuple[int, str], ...] = ()
    previews: bytes = b""


def packed(result: FileResult, digest: bytes) -> Kept:
    """Return a result as processes send it and the cache keeps it."""
    return Kept(digest, msgspec.Raw(msgspec.msgpack.encode(result)))


_DECODER = msgspec.msgpack.Decoder(FileResult)


def unpacked(own: Kept) -> FileResult:
    """Return a result that was packed. Raises ValueError or RecursionError where it is none."""
    return _DECODER.decode(own.packed)
