"""`protolint new-rule`: a rule to begin with, in a file of rules."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from protolint.cli import _options
from protolint.linting.replacing import ChangedMeanwhileError, replace
from protolint.linting.selftest import examples
from protolint.rulebook import loading, shipped
from protolint.rulebook.page import Page
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project import Project, ProjectFile
from protolint.rulebook.scaffold import (
    CHECKS,
    Draft,
    names_of,
    pack_text,
    rule_text,
    with_pack,
    with_rule,
)
from protolint.rulebook.shipped import File

_LEVELS = ("error", "warning", "suggestion", "off")
_BOM = b"\xef\xbb\xbf"


@click.command(
    epilog="For example:  protolint new-rule no-fax --file rules/our-words.yaml --words fax"
)
@click.argument("name", metavar="ID")
@click.option(
    "--file",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file of rules; made where there is none.",
)
@click.option("--check", type=click.Choice(CHECKS), help="How it looks; default: phrase.")
@click.option("--level", type=click.Choice(_LEVELS), help="Default: warning.")
@click.option(
    "--words",
    multiple=True,
    help="A pattern that it seeks; “wrong=right” for a substitution. Several times.",
)
@click.option("--message", help="What is wrong, and what to do; {match} is what was found.")
@click.option("--why", help="What it does to the customer.")
@click.option("--channel", "channels", multiple=True, help="Only on this channel; several times.")
@click.option("--bad", help="A text that it finds fault with.")
@click.option("--good", help="A text that it has nothing against.")
@click.option("--add", is_flag=True, help="Name the file under “packs” in protolint.yaml.")
@_options.config
def command(name: str, path: Path, add: bool, config: str | None, **given: Any) -> int:
    """Begin a rule called ID, with an example that holds.

    On a terminal, what is not given is asked for; elsewhere it is filled in with words to write
    over. Nothing is written where the rule would not be right. Exit code: 0, or 2 where something
    is wrong.
    """
    held = _options.held(config)
    if name in held.rulebook.by_id:
        raise click.UsageError(f"there is a rule “{name}” already: see “protolint explain {name}”")
    for channel in given["channels"]:
        _options.known("channel", channel, held.rulebook.allowed["channel"])
    draft = _draft(name, _asked(given) if _is_asked() else given)
    before = path.read_bytes() if path.exists() else None
    after = _file(path, before, rule_text(draft))
    _hold(path, after, name)
    project = _with_pack(held.project, path) if add else None
    _write(path, before, after)
    if project:
        _write(*project)
    _tell(held.project, path, name, is_added=add)
    return 0


def _is_asked() -> bool:
    return sys.stdin.isatty()


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    """Return what was given, with answers in the place of what was not."""
    found = dict(given)
    found["check"] = given["check"] or click.prompt(
        "How does it look?", type=click.Choice(CHECKS), default="phrase"
    )
    for key, question in (
        ("words", "Which words? (“wrong=right” for a substitution; nothing: fill in later)"),
        ("message", "What is wrong, and what is to be done? (nothing: fill in later)"),
        ("why", "What does it do to the customer? (nothing: fill in later)"),
        ("bad", "A text with the fault? (nothing: one is made)"),
        ("good", "A text without it? (nothing: one is made)"),
    ):
        if not given[key]:
            answer = click.prompt(question, default="", show_default=False)
            found[key] = ((answer,) if answer else ()) if key == "words" else answer
    return found


def _draft(name: str, given: dict[str, Any]) -> Draft:
    fields = {key: value for key, value in given.items() if value}
    if given["check"] == "substitution":
        fields["words"], fields["instead"] = names_of(given["words"])
        if not all(fields["instead"]):
            raise click.UsageError("--words: a substitution has pairs, such as “log in=sign in”")
    return Draft(id=name, **fields)


def _file(path: Path, before: bytes | None, entry: str) -> bytes:
    """Return a file of rules with one entry more."""
    if not (before or b"").strip():
        stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
        return pack_text(stem or "our-rules", entry).encode()
    page = Page(loading.shown(path), before or b"")
    after = None if page.problems else with_rule(page, entry)
    if after is None and not page.problems:
        message = f"{page.path}: its rules are on one line; write each on lines of its own first"
        raise click.ClickException(message)
    if after is None:
        raise RulebookError(page.problems)
    mark = _BOM if (before or b"").startswith(_BOM) else b""
    return mark + after.encode()


def _hold(path: Path, data: bytes, name: str) -> None:
    """Raise RulebookError where a file of rules would be wrong, or the example of a rule fail."""
    file = File(loading.shown(path), data)
    book, problems = loading.load((*shipped.files(), file))
    own = tuple(rule for rule in book.rules if rule.path == file.path and rule.id == name)
    problems = problems or examples(book, own)
    if problems:
        click.echo(f"Nothing was written to {file.path}:", err=True)
        raise RulebookError(problems)


def _with_pack(project: Project, path: Path) -> tuple[Path, bytes, bytes] | None:
    """Return the project file, and its bytes before and after it names a pack; None if it does."""
    if not project.path:
        message = "there is no protolint.yaml to add it to: begin one with “protolint init”"
        raise click.UsageError(f"--add: {message}")
    if path.resolve() in {own.resolve() for own in project.own_packs}:
        return None
    file = Path(project.path)
    before = file.read_bytes()
    page = Page(project.path, before)
    name = _relative(project, path)
    after = with_pack(page, name)
    mark = _BOM if before.startswith(_BOM) else b""
    data = mark + (after or "").encode()
    read = Page(project.path, data)
    packs = read.take(read.node, ProjectFile)
    if after is None or packs is None or packs.packs != (*project.packs, name):
        raise click.ClickException(f"{project.path}: add “{name}” to “packs” by hand")
    return file, before, data


def _relative(project: Project, path: Path) -> str:
    name = Path(os.path.relpath(path, project.folder)).as_posix()
    return name if re.fullmatch(r"[\w./-]+", name) else msgspec.json.encode(name).decode()


def _write(path: Path, before: bytes | None, after: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, before, after)
    except ChangedMeanwhileError:
        raise click.ClickException(f"{path} was changed meanwhile: run this again") from None
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from error


def _tell(project: Project, path: Path, name: str, *, is_added: bool) -> None:
    shown = loading.shown(path)
    click.echo(f"{shown}: the rule “{name}” is there. Fill it in, then run:")
    click.echo(f"  protolint test {shown}")
    if not is_added and path.resolve() not in {own.resolve() for own in project.own_packs}:
        click.echo(f"Name it in protolint.yaml:  packs: [{_relative(project, path)}]")
    schema = path.parent / "schema.json"
    if not schema.exists():
        click.echo(f"For help in an editor:  protolint schema > {loading.shown(schema)}")
