"""`protolint explain`: why a rule is one, with examples and sources."""

from __future__ import annotations

import click

from protolint.cli import _options
from protolint.linting.guide import explained


@click.command(epilog="For example:  protolint explain conditional-apology")
@click.argument("rule")
@_options.config
def command(rule: str, config: str | None) -> None:
    """Say what RULE finds, why, on whose word, and where it may be wrong."""
    held = _options.held(config)
    _options.known("rule", rule, held.rulebook.by_id)
    found = held.rulebook.by_id[rule]
    click.echo(explained(found, held.rulebook, held.level(rule)), nl=False)
