"""`protolint schema`: the JSON Schema of rule packs, for editors."""

from __future__ import annotations

import click

from protolint.rulebook.schema import schema


@click.command(epilog="For example:  protolint schema > rules/schema.json")
def command() -> None:
    """Print the JSON Schema of rule packs.

    An editor that knows YAML helps with rules that begin with a line
    “# yaml-language-server: $schema=schema.json”.
    """
    click.echo(schema(), nl=False)
