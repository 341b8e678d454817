"""The rules of a run made ready: one automaton for all patterns, and who asked for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from protolint.linting.gates import Held, InForce, hold, speaks
from protolint.rulebook.profile import declared
from protolint.rulebook.rule import Rule, Sight
from protolint.script import Metadata
from protolint.text.lexicon import Lexicon
from protolint.text.ready import Ready

if TYPE_CHECKING:
    from protolint.text.automaton import Automaton
    from protolint.text.moments import MomentReader
    from protolint.text.recogniser import Recogniser


class Owner(NamedTuple):
    """Which trigger of which rule a pattern is."""

    rule: int
    trigger: int


class Plan:
    """The rules that are on for any channel, with their level by the rule's key for each channel.

    `names` are the ids of all rules, on or off. A plan is pure data but for what it computes once:
    the automaton, and which rules hold for scripts of one kind.
    """

    def __init__(
        self,
        rules: tuple[Rule, ...],
        profiles: Mapping[str | None, Mapping[str, str]],
        lexicons: tuple[Lexicon, ...] = (),
        *,
        patterns: Mapping[str, Ready] | None = None,
        trusts_inference: bool = False,
    ) -> None:
        self.trusts_inference = trusts_inference
        self.lexicons = lexicons
        self.patterns = patterns or {}
        self.rules = tuple(
            rule
            for rule in rules
            if any(
                levels.get(key, "off") != "off"
                for levels in profiles.values()
                for key in (rule.key, declared(rule))
            )
        )
        self.profiles = profiles
        self.names = frozenset(rule.id for rule in rules)
        self._recognisers: dict[str, Recogniser] = {}
        self._moment_readers: dict[str, MomentReader] = {}
        self._held: dict[tuple[Metadata, tuple[str, ...]], Held] = {}
        self._owners: dict[frozenset[int], Mapping[int, tuple[Owner, ...]]] = {}

    @cached_property
    def sights(self) -> tuple[Sight, ...]:
        """What each rule looks for, and where."""
        return tuple(rule.sight or _sight(rule) for rule in self.rules)

    def gathering(self, rule: int) -> tuple[str, tuple[str, ...]]:
        """Return what the facts of a rule are known by; where it is the same, they are too."""
        own = self.rules[rule]
        return own.options.gathers or f"{own.key} alone", self.sights[rule].scope

    @cached_property
    def exempting(self) -> frozenset[int]:
        """The rules that spare texts from others."""
        sights = enumerate(self.sights)
        return frozenset(number for number, sight in sights if sight.is_exempting)

    @cached_property
    def untriggered(self) -> frozenset[int]:
        """The rules that look at every script, whether or not a trigger matched."""
        sights = enumerate(self.sights)
        return frozenset(number for number, own in sights if own.always or own.is_library)

    @cached_property
    def library(self) -> frozenset[int]:
        """The rules that look at all scripts together."""
        sights = enumerate(self.sights)
        return frozenset(number for number, sight in sights if sight.is_library)

    @cached_property
    def automaton(self) -> tuple[Automaton, tuple[tuple[Owner, ...], ...]]:
        """All triggers of all rules as one automaton, and the owners of each pattern in it."""
        from protolint.text.automaton import Automaton  # noqa: PLC0415 (known files need none)

        owners: dict[tuple[str, bool], list[Owner]] = {}
        for index, sight in enumerate(self.sights):
            for trigger, key in enumerate(sight.triggers):
                owners.setdefault(key, []).append(Owner(index, trigger))
        return Automaton(owners, self.patterns), tuple(map(tuple, owners.values()))

    def prepare(self) -> None:
        """Make all that many files need, before a process forks and its children share it."""
        self.automaton[0].prepare()
        for rule in self.rules:
            rule.options  # noqa: B018 (its check is imported, and kept)
        for lexicon in self.lexicons:
            for reader in (self.recogniser(lexicon.lexicon), self.moment_reader(lexicon.lexicon)):
                if reader:
                    reader.prepare()

    def owners(self, in_force: tuple[InForce, ...]) -> Mapping[int, tuple[Owner, ...]]:
        """Return who of the rules in force asked for a pattern, by its number in the automaton."""
        awake = frozenset(held.rule for held in in_force)
        if awake not in self._owners:
            _, owners = self.automaton
            wanted = (tuple(own for own in owner if own.rule in awake) for owner in owners)
            self._owners[awake] = {number: own for number, own in enumerate(wanted) if own}
        return self._owners[awake]

    def moment_reader(self, locale: str) -> MomentReader | None:
        """Return what knows moments in a locale; None where no lexicon knows its language."""
        lexicon = self._lexicon(locale)
        if lexicon is None:
            return None
        if lexicon.lexicon not in self._moment_readers:
            from protolint.text.moments import MomentReader  # noqa: PLC0415

            self._moment_readers[lexicon.lexicon] = MomentReader(lexicon, self.patterns)
        return self._moment_readers[lexicon.lexicon]

    def _lexicon(self, locale: str) -> Lexicon | None:
        known = (one for one in self.lexicons if speaks((one.lexicon,), locale))
        return max(known, key=lambda one: len(one.lexicon), default=None)

    def recogniser(self, locale: str) -> Recogniser | None:
        """Return what recognises moves in a locale; None where no lexicon knows its language."""
        lexicon = self._lexicon(locale)
        if lexicon is None:
            return None
        if lexicon.lexicon not in self._recognisers:
            from protolint.text.recogniser import Recogniser  # noqa: PLC0415

            self._recognisers[lexicon.lexicon] = Recogniser(lexicon, self.patterns)
        return self._recognisers[lexicon.lexicon]

    def held(self, metadata: Metadata, inferred: tuple[str, ...] = ()) -> Held:
        """Return the rules that hold for a script, with the moments that its words tell of."""
        kind = Metadata(
            channels=metadata.channels,
            platform=metadata.platform,
            moments=metadata.moments,
            fault=metadata.fault,
            severity=metadata.severity,
            author=metadata.author,
            shape=metadata.shape,
            type=metadata.type,
            audience=metadata.audience,
            locale=metadata.locale,
            jurisdictions=metadata.jurisdictions,
            keys=metadata.keys,
        )
        if (kind, inferred) not in self._held:
            self._held[kind, inferred] = hold(
                self.rules, self.profiles, kind, inferred, is_trusted=self.trusts_inference
            )
        return self._held[kind, inferred]


def _sight(rule: Rule) -> Sight:
    from protolint.rulebook.readying import sight_of  # noqa: PLC0415 (a kept rulebook has it)

    return sight_of(rule)
