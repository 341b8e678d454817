"""What the first pass knows of scripts and files: plain data that is sent, kept and read again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from protolint.linting.allowances import Allowed
from protolint.linting.finding import Finding, Level
from protolint.rulebook import storing
from protolint.script import Problem
from protolint.text.grades import Counts

if TYPE_CHECKING:
    from protolint.checks._check import Fact, ScriptFacts


digest_of = storing.checksum

#: The channels that a rule holds for, at each level that it has on any.
Levels = tuple[tuple[Level, tuple[str | None, ...]], ...]


class Known(msgspec.Struct, frozen=True):
    """What the library pass knows of each script: see `checks._check.ScriptFacts`."""

    path: str
    script: str
    channels: tuple[str, ...]
    locale: str
    anchor: str
    version: str


class OfKind(msgspec.Struct, frozen=True, array_like=True):
    """The facts of one kind, packed, and what stands for them."""

    kind: str
    digest: bytes
    packed: msgspec.Raw


class RuleFacts(msgspec.Struct, frozen=True, dict=True):
    """Facts of one script, and the library rules they are for: the key, and the level by channel.

    They stay packed until a rule asks for them: where it is known what it finds, it does not.
    `digest` stands for all but the facts.
    """

    rules: tuple[tuple[str, Levels], ...]
    about: Known
    digest: bytes
    kinds: tuple[OfKind, ...]

    def digest_of(self, reads: tuple[str, ...]) -> bytes:
        """Return what stands for the facts of some kinds; none named are all."""
        if reads not in self._digests:
            own = [self.digest, *(own.digest for own in self._read(reads))]
            self._digests[reads] = b"".join(own)
        return self._digests[reads]

    def facts(self, reads: tuple[str, ...]) -> ScriptFacts:
        """Return the facts of some kinds, kind by kind; none named are all.

        Any process sees the same: lists, not tuples, where their type is not known.
        """
        if reads not in self._facts:
            from protolint.checks._check import ScriptFacts  # noqa: PLC0415  (most runs need none)

            facts = tuple(chain.from_iterable(self._unpacked(own) for own in self._read(reads)))
            own = self.about
            self._facts[reads] = ScriptFacts(
                own.path, own.script, own.channels, own.locale, facts, own.anchor, own.version
            )
        return self._facts[reads]

    def _read(self, reads: tuple[str, ...]) -> Iterator[OfKind]:
        return (own for own in self.kinds if not reads or own.kind in reads)

    def _unpacked(self, own: OfKind) -> tuple[Fact, ...]:
        if own.kind not in self._known:
            self._known[own.kind] = _decoder().decode(own.packed)
        return self._known[own.kind]

    @cached_property
    def _digests(self) -> dict[tuple[str, ...], bytes]:
        return {}

    @cached_property
    def _facts(self) -> dict[tuple[str, ...], ScriptFacts]:
        return {}

    @cached_property
    def _known(self) -> dict[str, tuple[Fact, ...]]:
        return {}


@cache
def _decoder() -> msgspec.msgpack.Decoder[tuple[Fact, ...]]:
    from protolint.checks._check import Fact  # noqa: PLC0415 (most runs need none)

    return msgspec.msgpack.Decoder(tuple[Fact, ...])


def rule_facts(rules: tuple[tuple[str, Levels], ...], facts: ScriptFacts) -> RuleFacts:
    """Return the facts of one script for some rules, packed kind by kind."""
    own = facts
    about = Known(own.path, own.script, own.channels, own.locale, own.anchor, own.version)
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts.facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    kinds = ((kind, msgspec.msgpack.encode(own)) for kind, own in by_kind.items())
    packed = tuple(OfKind(kind, digest_of(own), msgspec.Raw(own)) for kind, own in kinds)
    return RuleFacts(rules, about, digest_of(msgspec.msgpack.encode((rules, about))), packed)


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
