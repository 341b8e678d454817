"""The rules of a run made ready: one automaton for all patterns, and who asked for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from protolint.checks._check import Check
from protolint.linting.gates import Held, InForce, hold, speaks
from protolint.rulebook.rule import Rule
from protolint.script import Metadata
from protolint.text.lexicon import Lexicon
from protolint.text.automaton import Automaton
from protolint.text.patterns import bounded
from protolint.text.recogniser import Recogniser


class Owner(NamedTuple):
    """Which trigger of which rule a pattern is."""

    rule: int
    trigger: int


class Look(NamedTuple):
    """The check of a rule, the kinds of text it sees, and whether it looks where nothing hit."""

    check: Check
    scope: tuple[str, ...]
    always: bool


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
        trusts_inference: bool = False,
    ) -> None:
        self.trusts_inference = trusts_inference
        self.lexicons = lexicons
        self.rules = tuple(
            rule
            for rule in rules
            if any(levels.get(rule.key, "off") != "off" for levels in profiles.values())
        )
        self.profiles = profiles
        self.names = frozenset(rule.id for rule in rules)
        self._recognisers: dict[str, Recogniser] = {}
        self._held: dict[tuple[Metadata, tuple[str, ...]], Held] = {}
        self._owners: dict[frozenset[int], Mapping[int, tuple[Owner, ...]]] = {}

    @cached_property
    def looks(self) -> tuple[Look, ...]:
        """How each rule looks at a script."""
        checks = ((rule.options, rule.scope) for rule in self.rules)
        return tuple(
            Look(check, scope or check.default_scope, check.always) for check, scope in checks
        )

    @cached_property
    def exempting(self) -> frozenset[int]:
        """The rules that spare texts from others."""
        looks = enumerate(self.looks)
        return frozenset(number for number, look in looks if look.check.is_exempting)

    @cached_property
    def automaton(self) -> tuple[Automaton, tuple[tuple[Owner, ...], ...]]:
        """All triggers of all rules as one automaton, and the owners of each pattern in it."""
        owners: dict[tuple[str, bool], list[Owner]] = {}
        for index, (check, _, _) in enumerate(self.looks):
            case = bool(getattr(check, "case", False))
            whole = bool(getattr(check, "whole_words", False))
            for trigger, pattern in enumerate(check.triggers()):
                key = (bounded(pattern) if whole else pattern, case)
                owners.setdefault(key, []).append(Owner(index, trigger))
        return Automaton(owners), tuple(map(tuple, owners.values()))

    def owners(self, in_force: tuple[InForce, ...]) -> Mapping[int, tuple[Owner, ...]]:
        """Return who of the rules in force asked for a pattern, by its number in the automaton."""
        awake = frozenset(held.rule for held in in_force)
        if awake not in self._owners:
            _, owners = self.automaton
            wanted = (tuple(own for own in owner if own.rule in awake) for owner in owners)
            self._owners[awake] = {number: own for number, own in enumerate(wanted) if own}
        return self._owners[awake]

    def recogniser(self, locale: str) -> Recogniser | None:
        """Return what recognises moves in a locale; None where no lexicon knows its language."""
        known = (one for one in self.lexicons if speaks((one.lexicon,), locale))
        lexicon = max(known, key=lambda one: len(one.lexicon), default=None)
        if lexicon is None:
            return None
        if lexicon.lexicon not in self._recognisers:
            self._recognisers[lexicon.lexicon] = Recogniser(lexicon)
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
            keys=metadata.keys,
        )
        if (kind, inferred) not in self._held:
            self._held[kind, inferred] = hold(
                self.rules, self.profiles, kind, inferred, is_trusted=self.trusts_inference
            )
        return self._held[kind, inferred]
