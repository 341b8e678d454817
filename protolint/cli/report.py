"""`protolint report`: how each channel does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from protolint import folder
from protolint.cli import _options
from protolint.linting.run import Request, check

#: The module of `outputs` for each format.
_FORMATS = {
    "text": "_report_text",
    "html": "html",
    "markdown": "_report_markdown",
    "json": "_report_json",
}


@click.command(epilog="For example:  protolint report macros/ --format markdown=report.md")
@click.argument("paths", nargs=-1, type=click.Path())
@_options.formats(_FORMATS)
@_options.config
@_options.channel
@_options.today
@_options.jobs
def command(
    paths: tuple[str, ...], formats: Sequence[tuple[str, str | None]], **options: Any
) -> int:
    """Report on the whole library, channel by channel.

    For each channel: how many scripts are on-brand, findings per 100 words, the reading grade, the
    rules most broken, which protocols are kept; and what was not looked at.
    Exit code: 0, or 2 where something could not be read.
    """
    report = check(Request(paths=paths, is_previewed=True, **options))
    for name, file in formats:
        render = folder.load("protolint.outputs", _FORMATS[name]).render
        if file:
            _options.save(Path(file), render(report))
        elif name == "text":
            click.echo(render(report, color=_options.is_colored()), nl=False, color=True)
        else:
            sys.stdout.buffer.write(render(report).encode("utf-8"))
    return 2 if report.problems else 0
