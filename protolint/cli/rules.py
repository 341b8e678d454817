"""`protolint rules`: all rules, with the level they have here."""

from __future__ import annotations

import click
import msgspec

from protolint.cli import _options
from protolint.linting.guide import listed
from protolint.rulebook.rule import Rule

#: What a rule holds for its own use, and no reader needs.
_INNER = frozenset({"places", "is_shipped", "given"})


@click.command(epilog="For example:  protolint rules --pack empathy")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--pack", "packs", multiple=True, help="Only the rules of this pack; several times.")
@_options.config
def command(form: str, packs: tuple[str, ...], config: str | None) -> None:
    """List the rules by pack, with the level each has in this project."""
    held = _options.held(config)
    for pack in packs:
        _options.known("pack", pack, held.rulebook.pack_names)
    every = held.rulebook.by_id.values()
    rules = [rule for rule in every if not packs or rule.category in packs]
    if form == "text":
        click.echo(listed(rules, {rule.id: held.level(rule.id) for rule in rules}), nl=False)
        for trait in held.unchecked:
            click.echo(f"Unchecked: no rule covers “{trait}” in the brand's voice.")
        return
    shown = [_plain(rule, held.level(rule.id)) for rule in rules]
    packed = msgspec.json.format(msgspec.json.encode({"version": 1, "rules": shown}), indent=2)
    click.echo(packed.decode("utf-8"))


def _plain(rule: Rule, level: str) -> dict[str, object]:
    """Return all that a rule says: its fields, and under `options` those of its check."""
    own = {name: getattr(rule, name) for name in rule.__struct_fields__ if name not in _INNER}
    return own | {"level": level, "default_level": rule.level, "options": rule.given}
