"""A whole run, as command line and Python API start it: project, files, two passes, report."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec import structs

from protolint.linting import files, summary
from protolint.linting.cache import FileCache, LibraryCache
from protolint.linting.finding import Finding
from protolint.linting.first_pass import lint_files
from protolint.linting.garbage import uncollected
from protolint.linting.held import Held, Request, plan_of
from protolint.linting.library import lint_library
from protolint.linting.look import Look, is_whole
from protolint.linting.report import REPORT_VERSION, Report, RulebookInfo, Tool
from protolint.linting.results import FileResult
from protolint.linting.scope import Wish, scope_of
from protolint.linting.work import Work
from protolint.placed import guess
from protolint.rulebook.loading import rulebook
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.profile import profiles
from protolint.rulebook.project import Project, find
from protolint.rulebook.project_loading import open_project
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Problem, Source
from protolint.version import VERSION

if TYPE_CHECKING:
    from protolint.linting import ratchet
    from protolint.linting.preview import Preview

__all__ = [
    "Held",
    "Request",
    "check",
    "check_text",
    "found",
    "hold",
    "look",
    "report",
    "tool",
]

#: What happens where somebody has put well-formed nonsense into the user's cache folder: facts,
#: for one, have types that only their checks know. Then all is found again without it.
_MISLED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

Tell = Callable[[int, int], None]
#: Holds the findings of a run against a baseline.
Judge = Callable[[Sequence[Finding]], "ratchet.Held"]


def tool() -> Tool:
    """Return the name and version of what runs."""
    return Tool("protolint", VERSION)


def hold(request: Request) -> Held:
    """Return the project a request is about. Raises RulebookError with all that is wrong in it."""
    first = request.stdin_filename if request.stdin is not None else next(iter(request.paths), ".")
    path = find(request.config, first)
    project, book = open_project(path, use_cache=request.use_cache, selftest=_selftest)
    _check_names(request, book)
    levels = profiles(book, project, request.select, request.ignore)
    return Held(project, book, plan_of(project, book, levels))


def check(request: Request, tell: Tell = lambda done, total: None) -> Report:
    """Run protolint: read the files, hold them to the rules, and say what was found.

    `tell` hears how many files of how many are done. Raises RulebookError where project or rules
    are wrong.
    """
    try:
        return _checked(request, tell)
    except _MISLED:
        if not request.use_cache:
            raise
        return _checked(structs.replace(request, use_cache=False), tell)


def _checked(request: Request, tell: Tell) -> Report:
    held = hold(request)
    path = held.baseline(request)
    if path is None:
        return report(held, look(held, request, tell), request.today)
    from protolint.linting import ratchet  # noqa: PLC0415 (most runs have no baseline)

    baseline = ratchet.opened(path, use_cache=request.use_cache)
    seen = look(held, request, tell)
    own = ratchet.extent(held.plan, held.project, seen, request.today)
    judge = partial(ratchet.held, baseline=baseline, plan=held.plan, own=own, reports=seen.reports)
    return report(held, seen, request.today, judge)


def _selftest(book: Rulebook, rules: tuple[Rule, ...]) -> list[Problem]:
    from protolint.linting import selftest  # noqa: PLC0415 (a kept rulebook is sound)

    return selftest.examples(book, rules)


def look(held: Held, request: Request, tell: Tell = lambda done, total: None) -> Look:
    """Return what the first pass finds in the files of a request, and what cannot be read."""
    is_previewed = request.is_previewed
    if request.stdin is not None:
        work = held.work(request.channel, is_previewed=is_previewed)
        return Look([_lint_stdin(request, work)], [])
    scope = scope_of(_wish(request), held.project)
    total = len(scope.paths)
    work = held.work(request.channel, scope.contents, is_previewed=is_previewed)
    parts = tuple(held.deciding(request)) if request.use_cache else ()
    cache = FileCache(*parts)
    results = lint_files(scope.paths, work, request.jobs, lambda done: tell(done, total), cache)
    cache.save()
    is_all = scope.reported is None and is_whole(request.paths, held.project.folder)
    return Look(results, scope.problems, is_all, scope.reported, LibraryCache(*parts))


def _wish(request: Request) -> Wish:
    return Wish(**{name: getattr(request, name) for name in Wish.__struct_fields__})


def check_text(text: str, *, channel: str | None, path: str, config: str | None) -> Report:
    """Hold one text to the rules, as if it were a file; without `config` to the shipped ones."""
    held = _shipped() if config is None else hold(Request(config=config))
    from protolint.linting.file_pass import lint_source  # noqa: PLC0415 (known files need it not)

    result = lint_source(Source(path, text.removeprefix("\ufeff")), held.work(channel))
    return report(held, Look([result], []))


@cache
def _shipped() -> Held:
    book = rulebook()
    return Held(Project(), book, plan_of(Project(), book, profiles(book, Project())))


def report(
    held: Held, seen: Look, today: datetime.date | None = None, judge: Judge | None = None
) -> Report:
    """Return the report on the results of all files: the library pass, then the sums."""
    results, old = seen.own, None
    findings = found(held, seen, today)
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
        scripts={own.path: _ids(own) for own in results},
        book=held.rulebook,
        previews=_previews(results),
    )


def found(held: Held, seen: Look, today: datetime.date | None) -> tuple[Finding, ...]:
    """Return all findings of a run, the library's too."""
    day = today or datetime.date.today()  # noqa: DTZ011
    with uncollected():
        findings = lint_library(seen.results, held.plan, day, seen.cache, is_all=seen.holds_all)
    seen.cache.save()
    return findings


def _ids(own: FileResult) -> tuple[str, ...]:
    return tuple(dict.fromkeys(script.script for script in own.scripts))


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
