"""A whole run, as command line and Python API start it: project, files, two passes, report."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from protolint.linting import files, ratchet, selftest, summary
from protolint.linting.file_pass import Work, lint_files, lint_source, suffixes
from protolint.linting.finding import Finding
from protolint.linting.library import lint_library
from protolint.linting.look import Look, is_whole
from protolint.linting.plan import Plan
from protolint.linting.report import REPORT_VERSION, Report, RulebookInfo, Tool
from protolint.linting.results import FileResult
from protolint.placed import guess
from protolint.rulebook.loading import rulebook
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.profile import Profile, profiles
from protolint.rulebook.project import Project, find
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
    file of findings that are let pass; by default it is the project's, if it has one.
    `is_previewed` asks for previews of the scripts in the report.
    """

    paths: tuple[str, ...] = ()
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

    def work(self, channel: str | None, *, is_previewed: bool = False) -> Work:
        """Return what every file is held to; `channel` is that of scripts that name none."""
        allowed = self.rulebook.allowed
        settings = partial(self.project.settings_for, allowed=allowed, channel=channel)
        most = self.project.files.max_bytes
        return Work(self.plan, settings, most, is_previewed=is_previewed)

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
        judge = partial(ratchet.held, baseline=baseline, plan=held.plan, own=own)
    return report(held, seen, request.today, judge)


def look(held: Held, request: Request, tell: Tell = lambda done, total: None) -> Look:
    """Return what the first pass finds in the files of a request, and what cannot be read."""
    work = held.work(request.channel, is_previewed=request.is_previewed)
    if request.stdin is not None:
        return Look([_lint_stdin(request, work)], [])
    paths, problems = _files(request, held.project)
    if not paths and not problems and not request.allow_empty:
        problems = [Problem(".", 0, 0, _nothing(request, held.project))]
    total = len(paths)
    results = lint_files(paths, work, request.jobs, lambda done: tell(done, total))
    return Look(results, problems, is_whole(request.paths, held.project.folder))


def check_text(text: str, *, channel: str | None, path: str, config: str | None) -> Report:
    """Hold one text to the rules, as if it were a file; without `config` to the shipped ones."""
    held = _shipped() if config is None else hold(Request(config=config))
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
    results = seen.results
    findings, old = found(held, results, today), None
    if judge:
        findings, old = judge(findings)
    return Report(
        version=REPORT_VERSION,
        tool=tool(),
        rulebook=RulebookInfo(held.rulebook.digest, len({rule.id for rule in held.plan.rules})),
        findings=findings,
        channels=summary.by_channel(results, findings),
        skipped=summary.skipped(results),
        problems=tuple(seen.told),
        summary=summary.total(results, findings, old),
        lines={result.path: result.lines for result in results if result.lines},
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
    source = files.decode(files.shown(request.stdin_filename), request.stdin or b"")
    if isinstance(source, Problem):
        return FileResult(source.path, (), (source,), {})
    return lint_source(source, work)


def _files(request: Request, project: Project) -> tuple[list[Path], list[Problem]]:
    search = files.Search(frozenset(suffixes()), project.includes, project.excludes)
    return files.find(request.paths or (project.folder,), search)


def _nothing(request: Request, project: Project) -> str:
    where = ", ".join(request.paths) or project.folder
    return (
        f"no script was found in {where}: name a folder with {', '.join(sorted(suffixes()))} files,"
        " look at “files” in protolint.yaml, or say --allow-empty"
    )


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
