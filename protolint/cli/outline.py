"""`protolint outline`: how protolint reads scripts, and which protocols they are held to."""

from __future__ import annotations

import sys
from typing import Any

import click
import msgspec

from protolint.cli import _options
from protolint.linting.graph_text import drawn, mermaid
from protolint.linting.outline_text import shown
from protolint.linting.outlines import Outlines, outlines
from protolint.linting.run import Request, hold


@click.command(epilog="For example:  protolint outline macros/refund.md --format json")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json", "mermaid"]), default="text")
@click.option("--graph", is_flag=True, help="Only the steps of call scripts and flows.")
@click.option(
    "--config", type=click.Path(), help="The project file; default: protolint.yaml above."
)
@_options.channel
@click.option("--stdin-filename", type=click.Path(), help="With “-”: the name of what is read.")
def command(**options: Any) -> int:
    """Show how scripts are read: the moment, each sentence with its moves, and protocols.

    A move is what a sentence does for the customer, with a confidence from 0 to 1. For each
    protocol that a script is held to, what is missing or late is told. With --graph, the steps of
    call scripts, chat flows and menus, and the ways between them; --format mermaid draws them.
    """
    request = _request(options)
    found = outlines(hold(request), request)
    if options["form"] == "json":
        sys.stdout.buffer.write(_json(found))
    else:
        form = "graph" if options["form"] == "text" and options["graph"] else options["form"]
        click.echo(_DRAWN[form](found), nl=False)
    for problem in found.problems:
        click.echo(str(problem), err=True)
    return 2 if found.problems else 0


_DRAWN = {"text": shown, "graph": drawn, "mermaid": mermaid}


def _request(options: dict[str, Any]) -> Request:
    paths = options["paths"]
    is_stdin = paths == ("-",)
    return Request(
        paths=() if is_stdin else paths,
        stdin=sys.stdin.buffer.read() if is_stdin else None,
        stdin_filename=options["stdin_filename"] or "stdin.md",
        config=options["config"],
        channel=options["channel"],
    )


def _json(found: Outlines) -> bytes:
    packed = msgspec.json.encode({"version": 1, "scripts": found.scripts})
    return msgspec.json.format(packed, indent=2) + b"\n"
