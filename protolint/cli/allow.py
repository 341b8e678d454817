"""`protolint allow`: put a comment into a script that lets a rule be broken there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from protolint.cli import _options
from protolint.linting import files
from protolint.linting.allowing import RefusedError, Wish, allow
from protolint.linting.replacing import ChangedMeanwhileError, replace
from protolint.linting.run import Request, hold
from protolint.script import Problem, Source

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[1-9][0-9]*)(?::[0-9]+)?")
_BOM = b"\xef\xbb\xbf"


@click.command(
    epilog="For example:  protolint allow bare-refusal macros/no.md:12 --reason 'Legal wants it'"
)
@click.argument("rule")
@click.argument("place", metavar="PATH[:LINE]")
@click.option("--reason", required=True, help="Why; it stands in the comment.")
@click.option("--file", "whole_file", is_flag=True, help="Allow it in the whole file.")
@_options.channel
@_options.config
def command(rule: str, place: str, reason: str, **options: Any) -> None:
    """Let RULE be broken in one place, with a reason.

    The comment is put before the block on LINE, or at its end where it has to be; LINE may be left
    out where there is one fault. Exit code: 0, or 2 where no comment would work; then nothing is
    written.
    """
    path, line = _place(place)
    held = hold(Request(paths=(str(path),), config=options["config"], channel=options["channel"]))
    _options.known("rule", rule, held.rulebook.by_id)
    data, text = _read(path)
    source = Source(files.shown(path), text)
    wish = Wish(rule, line, _plain(reason), options["whole_file"])
    try:
        after = allow(source, held.work(options["channel"]), wish)
        mark = _BOM if data.startswith(_BOM) else b""
        replace(path, data, mark + after.encode("utf-8"))
    except RefusedError as error:
        raise click.ClickException(f"{source.path}: {error}") from None
    except ChangedMeanwhileError:
        raise click.ClickException(f"{source.path} was changed meanwhile: run this again") from None
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from error
    click.echo(f"{source.path}: “{rule}” is allowed there.")


def _place(place: str) -> tuple[Path, int | None]:
    """Return the file and the line; a file whose own name ends in a number has none."""
    found = None if Path(place).exists() else _PLACE.fullmatch(place)
    return (Path(found["path"]), int(found["line"])) if found else (Path(place), None)


def _read(path: Path) -> tuple[bytes, str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror}") from error
    source = files.decode(files.shown(path), data)
    if isinstance(source, Problem):
        raise click.ClickException(str(source))
    return data, source.text


def _plain(reason: str) -> str:
    """Return a reason on one line. Ends with wrong use where it is none, or ends the comment."""
    plain = " ".join(reason.split())
    if not plain or "-->" in plain or "*/" in plain:
        raise click.UsageError("--reason: say why, in words without “-->” and “*/”")
    return plain
