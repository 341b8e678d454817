"""A whole run, as command line and Python API start it: project, files, two passes, report."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

import msgspec

from protolint.linting import files, ratchet, selftest, summary
from protolint.linting.cache import Cache
from protolint.linting.finding import Finding
from protolint.linting.first_pass import lint_files
from protolint.linting.library import lint_library
from protolint.linting.look import Look, is_whole
from protolint.linting.plan import Plan
from protolint.linting.report import REPORT_VERSION, Report, RulebookInfo, Tool
from protolint.linting.results import FileResult
from protolint.linting.scope import Wish, scope_of
from protolint.linting.work import Work
from protolint.placed import guess
from protolint.rulebook.loading import rulebook
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.profile import Profile, profiles
from protolint.rulebook.project import Files, Project, find
from protolint.rulebook.project_loading import open_project
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Problem, Source
from protolint.version import VERSION

if TYPE_CHECKING:
    from protolint.linting.preview import Preview

Tell = Callable[[int, int], None]
#: Holds the findings of a run against a baseline.
Judge = Callable[[Sequence[Finding]], ratchet.Held]


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

    def level(self, rule: str) -> str:
        """Return the gravest level that the rules of an id have on any channel, or off."""
        keys = {own.key for own in self.plan.rules if own.id == rule}
        given = {
            levels.get(key, "off") for levels in self.plan.profiles.values() for key in keys
        } | {"off"}
        return next(level for level in ("error", "warning", "suggestion", "off") if level in given)


def tool() -> Tool:
    """Return the name and version of what runs."""
    return Tool("protolint", VERSION)


def hold(request: Request) -> Held:
    """Return the project a request is about. Raises RulebookError with all that is wrong in it."""
    first = request.stdin_filename if request.stdin is not None else next(iter(request.paths), ".")
    path = find(request.config, first)
    project, book = open_project(path, use_cache=request.use_cache, selftest=selftest.examples)
    _check_names(request, book)
    levels = profiles(book, project, request.select, request.ignore)
    return _held(project, book, levels)


def check(request: Request, tell: Tell = lambda done, total: None) -> Report:
    """Run protolint: read the files, hold them to the rules, and say what was found.

    `tell` hears how many files of how many are done. Raises RulebookError where project or rules
    are wrong.
    """
    held = hold(request)
    judge = None
    path = ratchet.place(request.baseline, held.project)
    if path is None:
        seen = look(held, request, tell)
    else:
        baseline = ratchet.opened(path, use_cache=request.use_cache)
        seen = look(held, request, tell)
        own = ratchet.extent(held.plan, held.project, seen, request.today)
        judge = partial(
            ratchet.held, baseline=baseline, plan=held.plan, own=own, reports=seen.reports
        )
    return report(held, seen, request.today, judge)


def look(held: Held, request: Request, tell: Tell = lambda done, total: None) -> Look:
    """Return what the first pass finds in the files of a request, and what cannot be read."""
    is_previewed = request.is_previewed
    if request.stdin is not None:
        work = held.work(request.channel, is_previewed=is_previewed)
        return Look([_lint_stdin(request, work)], [])
    scope = scope_of(_wish(request), held.project)
    total = len(scope.paths)
    work = held.work(request.channel, scope.contents, is_previewed=is_previewed)
    cache = Cache(*_deciding(held, request)) if request.use_cache else Cache()
    results = lint_files(scope.paths, work, request.jobs, lambda done: tell(done, total), cache)
    cache.save()
    is_all = scope.reported is None and is_whole(request.paths, held.project.folder)
    return Look(results, scope.problems, is_all, scope.reported)


def _wish(request: Request) -> Wish:
    return Wish(**{name: getattr(request, name) for name in Wish.__struct_fields__})


def _deciding(held: Held, request: Request) -> Iterator[object]:
    """Yield all that decides what is found in a file, but for its path and its bytes.

    The working directory does because paths are shown relative to it; a project's globs go by them.
    """
    yield held.rulebook.digest
    yield held.plan.profiles
    yield [rule.key for rule in held.plan.rules]
    yield msgspec.structs.replace(
        held.project, files=Files(), fail_level="warning", baseline=None, path=""
    )
    yield request.channel, request.is_previewed, os.getcwd()


def check_text(text: str, *, channel: str | None, path: str, config: str | None) -> Report:
    """Hold one text to the rules, as if it were a file; without `config` to the shipped ones."""
    held = _shipped() if config is None else hold(Request(config=config))
    from protolint.linting.file_pass import lint_source  # noqa: PLC0415 (known files need it not)

    result = lint_source(Source(path, text.removeprefix("\ufeff")), held.work(channel))
    return report(held, Look([result], []))


@cache
def _shipped() -> Held:
    book = rulebook()
    return _held(Project(), book, profiles(book, Project()))


def _held(project: Project, book: Rulebook, levels: Mapping[str | None, Profile]) -> Held:
    trusts = project.trust_inference
    plan = Plan(book.rules, levels, book.lexicons, patterns=book.patterns, trusts_inference=trusts)
    return Held(project, book, plan)


def report(
    held: Held, seen: Look, today: datetime.date | None = None, judge: Judge | None = None
) -> Report:
    """Return the report on the results of all files: the library pass, then the sums."""
    results, old = seen.own, None
    findings = found(held, seen.results, today)
    if judge:
        findings, old = judge(findings)
    else:
        findings = tuple(filter(seen.reports, findings))
    return Report(
        version=REPORT_VERSION,
        tool=tool(),
        rulebook=RulebookInfo(held.rulebook.digest, len({rule.id for rule in held.plan.rules})),
        findings=findings,
        channels=summary.by_channel(results, findings),
        skipped=summary.skipped(results),
        problems=tuple(seen.told),
        summary=summary.total(results, findings, old),
        lines={result.path: result.lines for result in seen.results if result.lines},
        fail_level=held.project.fail_level,
        unchecked=held.unchecked,
        scripts={own.path: tuple(one.script for one in own.scripts) for own in results},
        book=held.rulebook,
        previews=_previews(results),
    )


def found(
    held: Held, results: Sequence[FileResult], today: datetime.date | None
) -> tuple[Finding, ...]:
    """Return all findings of a run, the library's too."""
    return lint_library(results, held.plan, today or datetime.date.today())  # noqa: DTZ011


def _previews(results: Sequence[FileResult]) -> tuple[Preview, ...]:
    if not any(result.previews for result in results):
        return ()
    from protolint.linting.preview import unpacked  # noqa: PLC0415 (few runs show the scripts)

    return tuple(one for own in results for one in unpacked(own.previews))


def _lint_stdin(request: Request, work: Work) -> FileResult:
    from protolint.linting.file_pass import lint_source  # noqa: PLC0415 (known files need it not)

    source = files.decode(files.shown(request.stdin_filename), request.stdin or b"")
    if isinstance(source, Problem):
        return FileResult(source.path, (), (source,), {})
    return lint_source(source, work)


def _check_names(request: Request, book: Rulebook) -> None:
    """Raise RulebookError for names on the command line that do not exist."""
    rules = (*book.by_id, *book.pack_names)
    wrong = [
        f"{option}: {guess.unknown('rule', name, rules)}"
        for option, names in (("--select", request.select), ("--ignore", request.ignore))
        for name in names
        if name not in rules
    ]
    channels = book.allowed["channel"]
    if request.channel is not None and request.channel not in channels:
        wrong.append(f"--channel: {guess.unknown('channel', request.channel, channels)}")
    if wrong:
        raise RulebookError([Problem("command line", 0, 0, text) for text in wrong])
