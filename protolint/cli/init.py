"""`protolint init`: begin a project with a brand file, and a hook for pre-commit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from protolint.rulebook import words
from protolint.rulebook.loading import rulebook
from protolint.rulebook.project_loading import open_project
from protolint.rulebook.starter import ENTRY, PRE_COMMIT, Answers, brand_text, project_text
from protolint.rulebook.style_guide import Gathered, gathered

_HOOKS = ".pre-commit-config.yaml"
_LIKELY = ("macros", "scripts", "replies", "templates", "messages", "canned")
_MOST_BYTES = 5_000_000


@click.command(epilog="For example:  protolint init --brand Acme --from-guide voice-guide.md --yes")
@click.option("--brand", help="The name of the brand.")
@click.option("--scripts", help="The folder of the scripts; default: the likeliest one here.")
@click.option("--channel", "channels", multiple=True, help="A channel; several times.")
@click.option(
    "--placeholders", type=click.Choice(words.FIXED["placeholders"]), help="The help desk."
)
@click.option("--agent", type=click.Choice(["I", "we"]), help="How an agent speaks.")
@click.option(
    "--contractions", type=click.Choice(["all", "none", "positive"]), help="Which are fine."
)
@click.option("--exclamations", type=click.IntRange(min=0), help="The most “!” in a script.")
@click.option("--emoji", type=click.IntRange(min=0), help="The most emoji in a script.")
@click.option(
    "--from-guide",
    "guide",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A style guide in Markdown, whose words to avoid become terms.",
)
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    help="Where to write; default: here.",
)
@click.option("--yes", "-y", is_flag=True, help="Ask nothing; take what was not given for unsaid.")
@click.option("--force", is_flag=True, help="Write over protolint.yaml and brand.yaml.")
def command(**options: Any) -> int:
    """Write protolint.yaml, brand.yaml and a pre-commit entry, after a few questions.

    Files that exist are left alone without --force, a pre-commit configuration always: the entry
    to add is shown instead.
    """
    folder: Path = options["folder"]
    files = {name: folder / name for name in ("protolint.yaml", "brand.yaml")}
    there = [path.as_posix() for path in files.values() if path.exists()]
    if there and not options["force"]:
        message = f"{' and '.join(there)} is there already: say --force to write over it"
        raise click.ClickException(message.replace(" is ", " are ") if len(there) > 1 else message)
    _known(options["channels"])
    guide = _guide(options["guide"])
    answers = _answers(options, folder)
    source = options["guide"].name if options["guide"] else ""
    _write(files["protolint.yaml"], project_text(answers))
    _write(files["brand.yaml"], brand_text(answers, guide, source))
    _hook(folder / _HOOKS)
    open_project(files["protolint.yaml"])  # raises where what was written does not hold
    _tell(guide, source)
    return 0


def _known(channels: tuple[str, ...]) -> None:
    from protolint.cli._options import known  # noqa: PLC0415  only where a channel is named

    for channel in channels:
        known("channel", channel, rulebook().allowed["channel"])


def _guide(path: Path | None) -> Gathered | None:
    if path is None:
        return None
    if path.stat().st_size > _MOST_BYTES:
        raise click.ClickException(f"{path} is over 5 MB: give the guide alone")
    try:
        return gathered(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path} is not UTF-8: save it as UTF-8") from error


def _answers(options: dict[str, Any], folder: Path) -> Answers:
    """Return what was given, and for the rest what somebody says who is asked."""
    given = {key: options[key] for key in Answers.__struct_fields__ if options.get(key)}
    given |= {key: options[key] for key in ("exclamations", "emoji") if options[key] is not None}
    here = folder.resolve()
    usual = {
        "brand": here.name.replace("-", " ").title() or "Our brand",
        "scripts": next((name for name in _LIKELY if (folder / name).is_dir()), "."),
    }
    if options["yes"] or not is_terminal():
        return Answers(**{**usual, **given})
    return Answers(**{**_asked(usual, given), **given})


def is_terminal() -> bool:
    """Return whether there is somebody to answer."""
    return sys.stdin.isatty()


def _asked(usual: dict[str, str], given: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, question in (("brand", "What is the brand called?"),
                          ("scripts", "Which folder are the scripts in?")):  # fmt: skip
        if key not in given:
            found[key] = click.prompt(question, default=usual[key])
    if "channels" not in given:
        named = click.prompt("Which channels, with commas between them?", default="email")
        found["channels"] = tuple(name.strip() for name in named.split(",") if name.strip())
        _known(found["channels"])
    for key, question, choice in (
        ("agent", "Does an agent say I or we?", ["I", "we"]),
        ("contractions", "Which contractions are fine?", ["all", "positive", "none"]),
    ):
        if key not in given:
            found[key] = click.prompt(question, type=click.Choice(choice), default=choice[0])
    if "exclamations" not in given:
        question = "How many exclamation marks may a script have?"
        found["exclamations"] = click.prompt(question, type=click.IntRange(min=0), default=1)
    return found


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from error
    click.echo(f"Written: {path.as_posix()}")


def _hook(path: Path) -> None:
    """Write the configuration of pre-commit; where there is one, show what to add to it."""
    if not path.exists():
        _write(path, PRE_COMMIT.format(entry=ENTRY))
    elif "protolint" not in path.read_text(encoding="utf-8", errors="replace"):
        click.echo(f"Add this below “repos:” in {path.as_posix()}:\n\n{ENTRY}")


def _tell(guide: Gathered | None, source: str) -> None:
    if guide is not None:
        count, left = len(guide.terms), len(guide.unused)
        click.echo(f"From {source}: terms {count}, not usable {left} (comments in brand.yaml).")
    click.echo("Now run:  protolint check")
