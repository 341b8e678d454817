"""`protolint schema`: the JSON Schema of rule packs, for editors."""

from __future__ import annotations

import click

from protolint.cli import _options
from protolint.rulebook.schema import text


@click.command(epilog="For example:  protolint schema > rules/schema.json")
@_options.config
def command(config: str | None) -> None:
    """Print the JSON Schema of rule packs.

    An editor that knows YAML helps with rules that begin with a line
    “# yaml-language-server: $schema=schema.json”.
    """
    click.echo(text(_options.held(config).rulebook), nl=False)
