"""`protolint outline`: how protolint reads scripts, and which protocols they are held to."""

from __future__ import annotations

import sys

import click
import msgspec

from protolint.linting.outline_text import shown
from protolint.linting.outlines import Outlines, outlines
from protolint.linting.run import Request, hold


@click.command(epilog="For example:  protolint outline macros/refund.md --format json")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--config", type=click.Path(), help="The project file; default: protolint.yaml above."
)
@click.option("--channel", help="The channel of scripts that name none.")
@click.option("--stdin-filename", type=click.Path(), help="With “-”: the name of what is read.")
def command(
    paths: tuple[str, ...],
    form: str,
    config: str | None,
    channel: str | None,
    stdin_filename: str | None,
) -> int:
    """Show how scripts are read: the moment, each sentence with its moves, and protocols.

    A move is what a sentence does for the customer, with a confidence from 0 to 1. For each
    protocol that a script is held to, what is missing or late is told.
    """
    is_stdin = paths == ("-",)
    request = Request(
        paths=() if is_stdin else paths,
        stdin=sys.stdin.buffer.read() if is_stdin else None,
        stdin_filename=stdin_filename or "stdin.md",
        config=config,
        channel=channel,
    )
    found = outlines(hold(request), request)
    if form == "json":
        sys.stdout.buffer.write(_json(found))
    else:
        click.echo(shown(found), nl=False)
    for problem in found.problems:
        click.echo(str(problem), err=True)
    return 2 if found.problems else 0


def _json(found: Outlines) -> bytes:
    packed = msgspec.json.encode({"version": 1, "scripts": found.scripts})
    return msgspec.json.format(packed, indent=2) + b"\n"
