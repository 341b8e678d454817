"""The `protolint` command: its subcommands are this folder, and it ends cleanly."""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback

import click

from protolint import folder
from protolint.rulebook.problems import RulebookError

#: After how many new objects garbage is sought: a run makes many that stay, and little garbage.
_GARBAGE = (100_000, 20, 50)
#: What users are asked to do when protolint itself has failed.
_BUG = "protolint: this is a fault in protolint itself; please report it with the lines above"


class Commands(click.Group):
    """The commands of this folder, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return [name for name in folder.names("protolint.cli") if name != "main"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name, None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = folder.load("protolint.cli", cmd_name).command
        return command


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        from protolint.linting.run import tool  # noqa: PLC0415 (only needed here)

        click.echo(f"{tool().name} {tool().version}")
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with:  protolint check macros/",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version and exit.",
)
def commands() -> None:
    """Check service scripts for brand voice, empathy and readability, per channel."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 wrong use or a fault (contract §3)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # it was closed before we began
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    gc.set_threshold(*_GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    code = 0
    try:
        code = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone. What is left has nowhere to go, and is no error.
        _drop_output()
    except OSError as error:
        _drop_output()
        click.echo(f"protolint: the output cannot be written: {error.strerror}", err=True)
        code = 2
    sys.exit(code)


def _drop_output() -> None:
    """Let what is still to be written go nowhere, or it would be tried again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str] | None) -> int:
    """Run one command and return the exit code; what went wrong is said on standard error."""
    try:
        result = commands.main(arguments, prog_name="protolint", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return 2
    except RulebookError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.errno == errno.ENOSPC:
            raise
        return _fault()
    except Exception:  # noqa: BLE001 (the one place where an unforeseen fault becomes exit code 2)
        return _fault()


def _fault() -> int:
    traceback.print_exc()
    click.echo(_BUG, err=True)
    return 2
