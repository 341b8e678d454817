"""Options and steps that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from protolint.linting.run import Held, Request, hold
from protolint.placed import guess

config: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--config", type=click.Path(), help="The project file; default: protolint.yaml above."
)


def held(config_file: str | None) -> Held:
    """Return the project of the working directory."""
    return hold(Request(config=config_file))


def known(what: str, name: str, names: Iterable[str]) -> None:
    """Stop with a message and what may be meant where a name does not exist."""
    names = tuple(names)
    if name not in names:
        raise click.UsageError(guess.unknown(what, name, names))
