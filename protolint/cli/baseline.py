"""`protolint baseline`: record what is found today, so that `check` reports only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from protolint.cli import _options
from protolint.linting import ratchet
from protolint.linting.baseline_file import Baseline, written
from protolint.linting.files import shown
from protolint.linting.ratchet import Recorded
from protolint.linting.replacing import ChangedMeanwhileError, replace
from protolint.linting.run import Request, found, hold, look


@click.command(epilog="For example:  protolint baseline --prune")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--prune", is_flag=True, help="Only drop entries whose fault is gone; add none.")
@click.option(
    "--baseline",
    "file",
    type=click.Path(),
    help=f"The file to write; default: the project's, else {ratchet.DEFAULT}.",
)
@_options.channel
@_options.today
@_options.config
def command(paths: tuple[str, ...], file: str | None, **options: Any) -> int:
    """Record the findings of today, so that `check` reports only what is new.

    With PATH, entries of other scripts stay as they are. The reason, owner and expiry of an entry
    stay. Name the file as `baseline` in protolint.yaml. Exit code: 0, or 2 where something could
    not be read; then nothing is written.
    """
    prune = options.pop("prune")
    request = Request(paths=paths, baseline=file, **options)
    held = hold(request)
    path = held.baseline(request) or Path(held.project.folder, ratchet.DEFAULT)
    before = path.read_bytes() if path.exists() else None
    baseline = Baseline(shown(path)) if before is None else ratchet.opened(path)
    seen = look(held, request)
    if seen.told:
        click.echo("".join(f"{problem}\n" for problem in seen.told), nl=False, err=True)
        click.echo(f"Nothing was written to {shown(path)}: mend these first.", err=True)
        return 2
    findings = found(held, seen, request.today)
    own = ratchet.extent(held.plan, held.project, seen, request.today)
    new = ratchet.recorded(findings, baseline, own, only_prune=prune)
    _write(path, before, new)
    click.echo(_told(shown(path), new))
    if held.project.baseline is None and file is None:
        click.echo(f"Name it in protolint.yaml:  baseline: {ratchet.DEFAULT}")
    return 0


def _write(path: Path, before: bytes | None, new: Recorded) -> None:
    text = written(new.entries).encode("utf-8")
    if text == before:
        return
    try:
        replace(path, before, text)
    except ChangedMeanwhileError:
        message = f"{shown(path)} was changed meanwhile and is left as it is: run this again"
        raise click.ClickException(message) from None
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from error


def _told(name: str, new: Recorded) -> str:
    count = f"{len(new.entries):,} {'entry' if len(new.entries) == 1 else 'entries'}"
    return f"{name}: {count}, {new.added:,} added, {new.dropped:,} dropped."
