"""`protolint check`: hold scripts to the rules and say what was found."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
import msgspec

from protolint import folder
from protolint.cli import _options
from protolint.linting.finding import LEVELS
from protolint.linting.report import Report
from protolint.linting.run import Request, check

_FORMATS = folder.names("protolint.outputs")
#: The options that say on which files a run reports.
_SCOPES = ("staged", "since", "with_library")
_MACHINE = frozenset(_FORMATS) - {"text", "concise"}


class Names(click.ParamType[tuple[str, ...]]):
    """Names with commas between them."""

    name = "rule,…"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names, without white space around them."""
        if isinstance(value, tuple):
            return value
        return tuple(name.strip() for name in str(value).split(",") if name.strip())


@click.command(
    epilog="For example:  protolint check macros/ --channel email --format json=report.json"
)
@click.argument("paths", nargs=-1, type=click.Path())
@_options.formats(_FORMATS)
@_options.config
@_options.channel
@_options.today
@click.option(
    "--select", type=Names(), default=(), help="Only these rules or packs; turns them on."
)
@click.option("--ignore", type=Names(), default=(), help="Rules or packs to leave out.")
@click.option("--fail-level", type=click.Choice(LEVELS), help="Exit 1 from this level up.")
@click.option("--baseline", type=click.Path(), help="Findings to let pass; default: the project's.")
@click.option("--staged", is_flag=True, help="Report on what the next commit changes, as staged.")
@click.option(
    "--since", metavar="REV", help="Report on what changed since this branch left REV (git)."
)
@click.option(
    "--with-library",
    is_flag=True,
    help="Report on PATH, and read the rest of the project for what shows only across scripts.",
)
@click.option("--max-warnings", type=click.IntRange(min=0), help="Exit 1 with more warnings.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings.")
@click.option("--allow-empty", is_flag=True, help="Do not mind if no file matches.")
@click.option("--stdin-filename", type=click.Path(), help="With “-”: the name of what is read.")
@click.option(
    "--base-report",
    type=_options.FormerReport(),
    help="A former report (--format json) to show the change against.",
)
@_options.jobs
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--statistics", is_flag=True, help="Show how often each rule was broken.")
@click.option("--quiet", "-q", is_flag=True, help="Show nothing when nothing is found.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Whether to colour text; auto: on a terminal.",
)
def command(**options: Any) -> int:
    """Check scripts against the rules, per channel.

    PATH is a file or a folder; “-” reads standard input. With no PATH, the project's files.
    Exit code: 0 nothing at or above the fail level, 1 findings, 2 wrong use or unreadable input.
    """
    report = msgspec.structs.replace(_checked(options), base=options["base_report"])
    _write(report, options)
    return exit_code(report, options)


def _checked(options: dict[str, Any]) -> Report:
    from_stdin = _is_from_stdin(options)
    request = Request(
        paths=() if from_stdin else options["paths"],
        staged=options["staged"],
        since=options["since"],
        with_library=options["with_library"],
        stdin=sys.stdin.buffer.read() if from_stdin else None,
        stdin_filename=options["stdin_filename"] or "stdin.md",
        config=options["config"],
        channel=options["channel"],
        select=options["select"],
        ignore=options["ignore"],
        jobs=options["jobs"],
        use_cache=not options["no_cache"],
        allow_empty=options["allow_empty"],
        today=options["today"],
        baseline=options["baseline"],
        is_previewed=any(_needs_previews(name) for name, _ in options["formats"]),
    )
    with Progress(sys.stderr.isatty() and not options["quiet"]) as progress:
        return check(request, progress.tell)


def _needs_previews(name: str) -> bool:
    return getattr(folder.load("protolint.outputs", name), "NEEDS_PREVIEWS", False)


def _is_from_stdin(options: dict[str, Any]) -> bool:
    """Return whether standard input is read; ends with wrong use where options contradict it."""
    named = [
        f"--{name.replace('_', '-')}" for name in _SCOPES if options[name] not in (None, False)
    ]
    if len(named) > 1:
        raise click.UsageError(f"{' and '.join(named)} do not go together: use one of them")
    if "-" not in options["paths"]:
        return False
    if options["paths"] != ("-",):
        raise click.UsageError("“-” reads standard input and goes with no other path")
    if named:
        raise click.UsageError(f"“-” reads standard input and does not go with {named[0]}")
    return True


class Progress:
    """A line on the terminal that says how far a long run is; nothing elsewhere."""

    def __init__(self, shown: bool) -> None:
        self.shown = shown
        self.said = False

    def __enter__(self) -> Progress:
        return self

    def tell(self, done: int, total: int) -> None:
        """Say how many files are done, every hundredth."""
        if self.shown and done % 100 == 0:
            self.said = True
            click.echo(f"\r{done:,} of {total:,} files", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self.said:
            click.echo("\r\x1b[K", nl=False, err=True)


def _write(report: Report, options: dict[str, Any]) -> None:
    """Write the files first: whoever reads standard output may leave before its end."""
    rendered = [
        (name, file, folder.load("protolint.outputs", name).render)
        for name, file in options["formats"]
    ]
    for _, file, render in rendered:
        if file:
            _options.save(Path(file), render(report))
    with suppress(BrokenPipeError):  # what was found counts all the same
        for name, file, render in rendered:
            if not file:
                _show(name, render, report, options)
        if options["statistics"]:
            click.echo(_statistics(report), nl=False)


def _show(name: str, render: Any, report: Report, options: dict[str, Any]) -> None:
    if name in _MACHINE:
        sys.stdout.buffer.write(render(report).encode("utf-8"))
    elif not (options["quiet"] and not report.findings and not report.problems):
        told = _idle(report, options) or render(report, color=_options.is_colored(options["color"]))
        click.echo(told, nl=False, color=True)


def _idle(report: Report, options: dict[str, Any]) -> str:
    """Return what is said where a change holds nothing to check; "" where it does."""
    if report.summary.files or report.problems or report.findings:
        return ""
    if options["staged"]:
        return "No script is staged: there is nothing to check.\n"
    if options["since"] is not None:
        return f"No script has changed since “{options['since']}”: there is nothing to check.\n"
    return ""


def _statistics(report: Report) -> str:
    counts: dict[str, int] = {}
    for finding in report.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{count:>6}  {rule}\n" for rule, count in rows)


def exit_code(report: Report, options: dict[str, Any]) -> int:
    """Return 2 where something could not be read, 1 where too much was found, else 0."""
    if report.problems:
        return 2
    if options["exit_zero"]:
        return 0
    counts = report.summary.findings
    fail_level = options["fail_level"] or report.fail_level
    grave = set(LEVELS[: LEVELS.index(fail_level) + 1])
    most = options["max_warnings"]
    if most is not None:
        grave.discard("warning")  # so many are allowed, whatever the fail level
    too_many = most is not None and counts["warning"] > most
    return int(any(counts[level] for level in grave) or too_many)
