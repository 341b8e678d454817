"""`protolint config`: the profile in force for a file, and where each value comes from."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import click
import msgspec

from protolint.cli import _options
from protolint.cli.check import Names
from protolint.linting.finding import LEVELS
from protolint.linting.origins import Given, Origins, RuleLevel, Value, origins
from protolint.linting.run import Request, hold

#: How the givers of a value are named where no line says it.
_NAMED = {
    "default": "default",
    "opt-in": "off until its pack is named",
    "command-line": "command line",
    "file": "read from the file",
}


@click.command(epilog="For example:  protolint config macros/refund.md")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--all", "is_all", is_flag=True, help="Also the rules that nobody gave a level.")
@_options.channel
@click.option("--select", type=Names(), default=(), help="As in `check`.")
@click.option("--ignore", type=Names(), default=(), help="As in `check`.")
@_options.config
def command(file: str | None, form: str, is_all: bool, **options: Any) -> int:
    """Show what is in force for FILE, and where each value comes from.

    Later beats earlier: shipped default, base, pack, brand, project, front matter, command line.
    Without FILE, the project, on all channels. Exit code: 0, or 2 where something is wrong.
    """
    request = Request(paths=(file,) if file else (), **options)
    found = origins(hold(request), request)
    if form == "json":
        packed = msgspec.json.format(msgspec.json.encode(found), indent=2)
        sys.stdout.buffer.write(packed + b"\n")
    else:
        click.echo("\n".join(_shown(found, is_all=is_all)))
    for problem in found.problems:
        click.echo(str(problem), err=True)
    return 2 if found.problems else 0


def _shown(found: Origins, *, is_all: bool) -> Iterator[str]:
    yield f"project {found.project or 'none: the rules that ship, as they ship'}"
    yield from _values(found.settings)
    for script in found.scripts:
        yield ""
        yield f"script {script.script} in {found.file}"
        yield from _values(script.values)
    for profile in _merged(found):
        yield ""
        yield from _profile(*profile, is_all=is_all)


def _values(values: Iterable[Value]) -> Iterator[str]:
    rows = [(own.key, _plain(own.value), _from(own)) for own in values]
    wide = max((len(value) for _, value, _ in rows), default=0)
    for key, value, giver in rows:
        yield f"  {key:<20} {value:<{min(wide, 40)}}  {giver}"


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(own)}" for key, own in value.items()) or "–"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "–"
    if isinstance(value, bool):
        return str(value).lower()
    return "–" if value is None else str(value)


def _from(own: Value | Given) -> str:
    if own.by in ("default", "file", "opt-in"):
        return _NAMED[own.by]
    place = f"{own.path}:{own.line}:{own.column}" if own.line else own.path
    return place or _NAMED[own.by]


def _merged(found: Origins) -> Iterator[tuple[list[str], tuple[RuleLevel, ...]]]:
    """Yield channels with their rules; channels on which all is the same are one."""
    by_rules: dict[tuple[RuleLevel, ...], list[str]] = {}
    for own in found.profiles:
        by_rules.setdefault(own.rules, []).append(own.channel or "no channel")
    for rules, channels in by_rules.items():
        yield channels, rules


def _profile(channels: list[str], rules: tuple[RuleLevel, ...], *, is_all: bool) -> Iterator[str]:
    counts = Counter[str](own.level for own in rules)
    told = ", ".join(f"{counts[level]} {level}" for level in (*LEVELS, "off"))
    yield f"rules on {', '.join(channels)}: {told}"
    changed = [own for own in rules if is_all or len(own.given) > 1]
    for own in sorted(changed, key=lambda own: (own.pack, own.rule)):
        before = ", ".join(f"{one.level} ({_from(one)})" for one in reversed(own.given[:-1]))
        yield f"  {own.level:<10}  {own.rule:<32}  {_from(own.given[-1])}"
        if before:
            yield f"  {'':<10}  {'':<32}  before: {before}"
    left = len(rules) - len(changed)
    if left:
        yield f"  {left:,} more as they ship or their pack has them: --all lists them"
