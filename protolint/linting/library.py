"""The second pass: what is only visible across scripts, from the facts of all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from protolint.linting.allowances import Allowed, silence, unused
from protolint.linting.cache import NO_CACHE, Across, LibraryCache
from protolint.linting.finding import Finding
from protolint.linting.fingerprint import fingerprint, numbered
from protolint.linting.plan import Plan
from protolint.linting.results import FileResult, Levels, RuleFacts, ScriptResult, digest_of
from protolint.linting.wording import message
from protolint.rulebook.rule import Rule, Sight

#: The rule that tells of suppression comments which silence nothing.
UNUSED = "unused-allowance"


def lint_library(
    results: Sequence[FileResult],
    plan: Plan,
    today: datetime.date,
    cache: LibraryCache = NO_CACHE,
    *,
    is_all: bool = False,
) -> tuple[Finding, ...]:
    """Return all findings of a run that nothing allows, the scripts' and the library's.

    What the cache knows of the library is not looked for again, and what is found goes into it.
    `is_all` says that these are all files of the project: without it, nothing is told that other
    files could belie, and no allowance is idle that one of them may need.
    """
    scripts = [script for result in results for script in result.scripts]
    allowances: dict[str, list[Allowed]] = {}
    for own in chain.from_iterable(script.allowances for script in scripts):
        allowances.setdefault(own.path, []).append(own)
    kept = [finding for script in scripts for finding in script.findings]
    used = {(own.path, start, rule) for own in results for start, rule in own.used}
    across = dict(_library_findings(scripts, plan, today, cache, is_all=is_all))
    said, done = silence(across, allowances, lambda finding: across[finding])
    kept.extend(said)
    kept.extend(_unused(scripts, plan, used | done, is_all=is_all))
    return tuple(numbered(sorted(kept, key=lambda finding: finding.order)))


def _library_findings(
    scripts: Iterable[ScriptResult],
    plan: Plan,
    today: datetime.date,
    cache: LibraryCache,
    *,
    is_all: bool,
) -> Iterator[Across]:
    """Yield what the library rules find, each with its related places."""
    by_rule: dict[str, list[tuple[Levels, RuleFacts]]] = {}
    for script in scripts:
        for known in script.facts:
            for key, levels in known.rules:
                by_rule.setdefault(key, []).append((levels, known))
    for rule, sight in zip(plan.rules, plan.sights, strict=True):
        if rule.key in by_rule and (is_all or not sight.needs_all):
            facts = by_rule[rule.key]
            digest = _digest(rule, sight, facts, today)
            found = cache.found(digest)
            if found is None:
                found = _found(rule, sight, facts, today)
                cache.put(digest, found)
            yield from found


def _digest(
    rule: Rule, sight: Sight, facts: Iterable[tuple[Levels, RuleFacts]], today: datetime.date
) -> bytes:
    """Return what stands for all that a rule looks at; the day too, where the rule goes by it."""
    day = today if sight.is_dated else None
    read = b"".join(own.digest_of(sight.reads) for _, own in facts)
    return digest_of(f"{rule.key} {day} ".encode() + read)


def _found(
    rule: Rule, sight: Sight, facts: Iterable[tuple[Levels, RuleFacts]], today: datetime.date
) -> tuple[Across, ...]:
    from protolint.linting.across import Known, find_across  # noqa: PLC0415 (where nobody knows)

    known = [Known(levels, own.facts(sight.reads)) for levels, own in facts]
    return tuple(find_across(rule, known, today))


def _unused(
    scripts: Iterable[ScriptResult], plan: Plan, used: set[tuple[str, int, str]], *, is_all: bool
) -> Iterator[Finding]:
    rule = next((rule for rule in plan.rules if rule.id == UNUSED), None)
    if rule is None:
        return
    looking = zip(plan.rules, plan.sights, strict=True)
    across = frozenset(own.id for own, sight in looking if sight.is_across and not is_all)
    for own, found in unused(chain.from_iterable(script.allowances for script in scripts), used):
        idle = tuple(name for name in found if name not in across)
        if found and not idle:
            continue
        levels: dict[str, list[str | None]] = {}
        for channel in own.channels:
            levels.setdefault(plan.profiles[channel].get(UNUSED, "off"), []).append(channel)
        for level, channels in levels.items():
            if level != "off":
                yield _unused_finding(rule, own, idle, level, tuple(channels))


def _unused_finding(
    rule: Rule,
    own: Allowed,
    idle: tuple[str, ...],
    level: str,
    channels: tuple[str | None, ...],
) -> Finding:
    named = ", ".join(idle) or "anything"
    return Finding(
        rule.id,
        rule.category,
        level,  # type: ignore[arg-type]
        channels,
        own.script,
        own.path,
        own.line,
        own.column,
        own.end_line,
        own.end_column,
        *own.comment,
        own.excerpt,
        message(rule, {"rules": named}, own.excerpt),
        rule.sources,
        fingerprint=fingerprint(rule.id, own.excerpt),
    )
