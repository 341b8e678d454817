"""The whole command line as one click command, so that tests can call it without a process."""

from __future__ import annotations

import sys

import click

from protolint.cli import main


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def protolint(arguments: tuple[str, ...]) -> None:
    sys.exit(main.run(list(arguments)))
