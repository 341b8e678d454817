"""Options and steps that several commands share."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

import click

from protolint.linting.report import Outcome, former
from protolint.linting.run import Held, Request, hold
from protolint.placed import guess

#: Gives a command an option.
Option = Callable[[Callable[..., Any]], Callable[..., Any]]

config: Option = click.option(
    "--config", type=click.Path(), help="The project file; default: protolint.yaml above."
)
channel: Option = click.option("--channel", help="The channel of scripts that name none.")
jobs: Option = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to use; default: as many as help."
)


class FormerReport(click.ParamType[Outcome]):
    """A file that `check --format json` wrote before."""

    name = "file"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Outcome:
        """Return what the report says; end with wrong use where there is no report to read."""
        if isinstance(value, Outcome):
            return value
        try:
            return former(Path(value).read_bytes())
        except OSError as error:
            self.fail(f"{value} cannot be read: {error.strerror}", param, ctx)
        except ValueError as error:
            self.fail(f"{value} cannot be used: {error}", param, ctx)


class Format(click.ParamType[tuple[str, str | None]]):
    """`NAME` or `NAME=FILE`: an output format, and the file it is written to."""

    name = "name[=file]"

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """Return the name of the format and the file, None for standard output."""
        if isinstance(value, tuple):
            return value
        name, _, file = str(value).partition("=")
        if name not in self.names:
            self.fail(f"there is no format “{name}”; there is {', '.join(self.names)}", param, ctx)
        return name, file or None


class Day(click.ParamType[datetime.date]):
    """A date such as 2026-05-31."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Return the date."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is no date; write it as 2026-05-31", param, ctx)


today: Option = click.option("--today", type=Day(), help="The date to take for today's.")


def formats(names: Collection[str]) -> Option:
    """Return the option by which people choose outputs, of these names."""
    return click.option(
        "--format",
        "formats",
        type=Format(names),
        multiple=True,
        default=[("text", None)],
        help=f"How to report: {', '.join(names)}; with =FILE into a file. Several at once.",
    )


def is_colored(choice: str = "auto") -> bool:
    """Return whether standard output is coloured: always, never, or on a terminal."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def held(config_file: str | None) -> Held:
    """Return the project of the working directory."""
    return hold(Request(config=config_file))


def known(what: str, name: str, names: Iterable[str]) -> None:
    """Stop with a message and what may be meant where a name does not exist."""
    names = tuple(names)
    if name not in names:
        raise click.UsageError(guess.unknown(what, name, names))


def save(file: Path, text: str) -> None:
    """Write a text into a file, whose folder is made; end with wrong use where that fails."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from error
