"""`protolint test`: the examples of rules, run as tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from protolint.cli import _options
from protolint.linting import ratchet
from protolint.linting.coverage import Coverage, coverage
from protolint.linting.selftest import examples
from protolint.rulebook import shipped
from protolint.rulebook.loading import attempt, shown
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project import find
from protolint.rulebook.project_loading import open_project
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Problem

#: The line by which a file of rules is known.
_PACK = re.compile(rb"^pack[ \t]*:", re.MULTILINE)


@click.command(epilog="For example:  protolint test rules/our-words.yaml --coverage")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--coverage", "untried", is_flag=True, help="List what the examples leave untried as well."
)
@click.option(
    "--project",
    "of_project",
    is_flag=True,
    help="Test the own rules of the projects that PATH belongs to, and read all they name.",
)
@_options.config
def command(paths: tuple[str, ...], untried: bool, of_project: bool, config: str | None) -> int:
    """Run the examples of rules: the bad ones are found, the good ones are not.

    PATH is a file of rules, or a folder of such files. With no PATH, all rules that ship and those
    of the project. Exit code: 0 all hold, 1 some fail, 2 rules that cannot be read.
    """
    if of_project:
        tried = list(_projects(paths or (".",), config))
    else:
        tried = [_given(paths) if paths else _all(config)]
    failures = [problem for book, rules in tried for problem in examples(book, rules)]
    rules = tuple(rule for _, own in tried for rule in own)
    for problem in failures:
        click.echo(str(problem))
    if untried:
        _show(coverage(rules))
    count = sum(len(rule.examples) for rule in rules)
    named = len({rule.id for rule in rules})
    verdict = f"{len(failures)} failed" if failures else "all hold"
    click.echo(f"{named:,} rules, {count:,} examples: {verdict}.")
    return 1 if failures else 0


def _given(paths: tuple[str, ...]) -> tuple[Rulebook, tuple[Rule, ...]]:
    """Return the rules of the files named, beside those that ship."""
    files = [file for path in paths for file in _files(Path(path))]
    ships = {file: name for file in files if (name := _shipped_name(file))}
    apart = [file for file in files if file not in ships]
    book, problems = attempt(apart, use_cache=False)
    if problems:
        raise RulebookError(problems)
    wanted = {*ships.values(), *(shown(file) for file in apart)}
    return book, tuple(rule for rule in book.rules if rule.path in wanted)


def _shipped_name(file: Path) -> str:
    """Return the path that a file of the rules that ship has in messages; "" for any other."""
    top, full = shipped.folder().resolve(), file.resolve()
    return f"rules/{full.relative_to(top).as_posix()}" if full.is_relative_to(top) else ""


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for ending in ("*.yaml", "*.yml") for file in path.rglob(ending))
    if not found:
        raise click.UsageError(f"{path} holds no file of rules: they end in .yaml or .yml")
    return found


def _all(config: str | None) -> tuple[Rulebook, tuple[Rule, ...]]:
    _, book = open_project(find(config, "."), use_cache=False)
    return book, book.rules


def _projects(
    paths: tuple[str, ...], config: str | None
) -> Iterator[tuple[Rulebook, tuple[Rule, ...]]]:
    """Yield the own rules of each project, beside those that ship, and packs that none names.

    Raises RulebookError with all that is wrong in any of them, their baselines included.
    """
    wrong: list[Problem] = []
    named: set[Path] = set()
    for file in filter(None, dict.fromkeys(find(config, path) for path in paths)):
        try:
            project, book = open_project(file, use_cache=False)
            if project.baseline:
                ratchet.opened(Path(project.folder, project.baseline), use_cache=False)
        except RulebookError as error:
            wrong += error.problems
            continue
        named |= {pack.resolve() for pack in project.own_packs}
        yield book, tuple(rule for rule in book.rules if not rule.is_shipped)
    if wrong:
        raise RulebookError(wrong)
    apart = tuple(
        path for path in paths if _is_pack(Path(path)) and Path(path).resolve() not in named
    )
    if apart:
        yield _given(apart)


def _is_pack(path: Path) -> bool:
    """Return whether a file says of itself that it is a pack of rules."""
    return path.is_file() and bool(_PACK.search(path.read_bytes()))


def _show(found: Coverage) -> None:
    for rule in found.without:
        click.echo(f"{_place(rule)}: “{rule.id}” has no example")
    for one in found.untried:
        text = f"no example of “{one.rule.id}” fires “{one.pattern}” of `{one.option}`"
        click.echo(f"{_place(one.rule)}: {text}")
    fired = found.patterns - len(found.untried)
    click.echo(f"{fired:,} of {found.patterns:,} patterns are fired by an example.")


def _place(rule: Rule) -> str:
    place = rule.place()
    return f"{rule.path}:{place.line}:{place.column}"
