"""`protolint fix`: mend in the files what can be mended without a person."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from typing import Any

import click
import msgspec

from protolint.cli import _options
from protolint.cli.check import Names, exit_code
from protolint.linting.finding import LEVELS
from protolint.linting.fixing import Fixing, MendedFile, write
from protolint.linting.report import Report
from protolint.linting.run import Request, check, hold, look
from protolint.script import Problem


@click.command(epilog="For example:  protolint fix macros/ --diff")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--diff", is_flag=True, help="Show what would be changed, and write nothing.")
@click.option("--unsafe", is_flag=True, help="Also what may change the meaning.")
@_options.channel
@click.option("--select", type=Names(), default=(), help="Only these rules or packs.")
@click.option("--ignore", type=Names(), default=(), help="Rules or packs to leave out.")
@click.option("--baseline", type=click.Path(), help="Findings to let pass, as in `check`.")
@_options.today
@click.option("--fail-level", type=click.Choice(LEVELS), help="Exit 1 from this level up.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 even where faults are left.")
@click.option("--allow-empty", is_flag=True, help="Do not mind if no file matches.")
@_options.config
def command(
    diff: bool, unsafe: bool, fail_level: str | None, exit_zero: bool, **options: Any
) -> int:
    """Mend what has one right answer: characters, spellings, swaps that keep the meaning.

    Placeholders, code, addresses, a customer's words and texts that are given to the letter stay
    as they are; so does what a baseline gives a reason for. Exit code: 0 nothing is left at or
    above the fail level, 1 something is (with --diff: or would be changed), 2 something could not
    be read or written.
    """
    request = Request(**options)
    held = hold(request)
    seen = look(held, request)
    fixing = Fixing(held, request, seen, unsafe=unsafe)
    changed, problems = _taken(fixing, diff=diff)
    report = check(request)
    report = msgspec.structs.replace(report, problems=(*report.problems, *problems))
    _tell(report, changed, fixing.unsafe_left(), diff=diff)
    how = {"exit_zero": exit_zero, "fail_level": fail_level, "max_warnings": None}
    return max(exit_code(report, how), int(diff and bool(changed) and not exit_zero))


def _taken(fixing: Fixing, *, diff: bool) -> tuple[list[MendedFile], list[Problem]]:
    """Return the files that were mended, or with `diff` shown, and what kept others from it."""
    changed: list[MendedFile] = []
    problems: list[Problem] = []
    for mended in fixing.files():
        problem = mended if isinstance(mended, Problem) else None
        if not isinstance(mended, Problem):
            if diff:
                click.echo("".join(_diff(mended)), nl=False)
            else:
                problem = write(mended)
            if problem is None:
                changed.append(mended)
        if problem:
            problems.append(problem)
    return changed, problems


def _diff(mended: MendedFile) -> Iterable[str]:
    before, after = (
        data.decode("utf-8").splitlines(keepends=True) for data in (mended.before, mended.after)
    )
    for line in difflib.unified_diff(before, after, f"a/{mended.path}", f"b/{mended.path}"):
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"


def _tell(report: Report, changed: list[MendedFile], unsafe: int, *, diff: bool) -> None:
    for problem in report.problems:
        click.echo(str(problem), err=True)
    rules = Counter(finding.rule for own in changed for finding in own.done)
    verb = "Would mend" if diff else "Mended"
    for rule, count in sorted(rules.items()):
        click.echo(f"{count:>6}  {rule}", err=diff)
    count, files = rules.total(), len(changed)
    click.echo(f"{verb} {_count(count, 'fault')} in {_count(files, 'file')}.", err=diff)
    if unsafe:
        told = f"{_count(unsafe, 'more fault')} can be mended, with a change of meaning"
        click.echo(f"{told}: look at “--unsafe --diff”.", err=diff)
    left = report.summary.findings
    found = ", ".join(_count(left[level], level) for level in LEVELS if left[level])
    if found and not diff:
        click.echo(f"{found} left: see “protolint check”.")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
