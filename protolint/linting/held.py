"""What a run is asked to do, and what it holds scripts to: a project, its rules, their levels."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from protolint.linting.plan import Plan
from protolint.linting.work import Work
from protolint.rulebook.profile import Profile
from protolint.rulebook.project import Files, Project
from protolint.rulebook.rulebook import Rulebook


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is asked to do; the options of `protolint check` (contract §3).

    `stdin` is text to check instead of files, as if it stood in the file `stdin_filename`.
    `today` is the day for what depends on it; by default that of the machine. `baseline` names a
    file of findings that are let pass; by default it is the project's, if it has one. For `staged`,
    `since` and `with_library` see `linting.scope`. `is_previewed` asks for previews of the scripts
    in the report.
    """

    paths: tuple[str, ...] = ()
    staged: bool = False
    since: str | None = None
    with_library: bool = False
    stdin: bytes | None = None
    stdin_filename: str = "stdin.md"
    config: str | None = None
    channel: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int | None = None
    use_cache: bool = True
    allow_empty: bool = False
    today: datetime.date | None = None
    baseline: str | None = None
    is_previewed: bool = False


class Held(msgspec.Struct, frozen=True, dict=True):
    """A project with its rulebook, and the rules in force for each channel."""

    project: Project
    rulebook: Rulebook
    plan: Plan

    def work(
        self,
        channel: str | None,
        contents: Mapping[str, bytes] | None = None,
        *,
        is_previewed: bool = False,
    ) -> Work:
        """Return what every file is held to; `channel` is that of scripts that name none.

        `contents` are the bytes of files that are not to be read from the disk.
        """
        allowed = self.rulebook.allowed
        settings = partial(self.project.settings_for, allowed=allowed, channel=channel)
        most = self.project.files.max_bytes
        return Work(self.plan, settings, most, contents, is_previewed=is_previewed)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The traits of the brand's voice that no rule makes checkable."""
        return self.rulebook.brand.unchecked if self.rulebook.brand else ()

    def baseline(self, request: Request) -> Path | None:
        """Return the file of a run's baseline: the one named, else the project's, else None."""
        if request.baseline is not None:
            return Path(request.baseline)
        named = self.project.baseline
        return Path(self.project.folder, named) if named else None

    def level(self, rule: str) -> str:
        """Return the gravest level that the rules of an id have on any channel, or off."""
        keys = {own.key for own in self.plan.rules if own.id == rule}
        given = {
            levels.get(key, "off") for levels in self.plan.profiles.values() for key in keys
        } | {"off"}
        return next(level for level in ("error", "warning", "suggestion", "off") if level in given)

    def deciding(self, request: Request) -> Iterator[object]:
        """Yield all that decides what is found in a file, but for its path and its bytes.

        The working directory is one: paths are shown relative to it, and globs go by those paths.
        """
        yield self.rulebook.digest
        yield self.plan.profiles
        yield [rule.key for rule in self.plan.rules]
        yield msgspec.structs.replace(
            self.project, files=Files(), fail_level="warning", baseline=None, path=""
        )
        yield request.channel, request.is_previewed, os.getcwd()


def plan_of(project: Project, book: Rulebook, levels: Mapping[str | None, Profile]) -> Plan:
    """Return the plan for the rules of a project, with their levels by channel."""
    trusts = project.trust_inference
    return Plan(book.rules, levels, book.lexicons, patterns=book.patterns, trusts_inference=trusts)
