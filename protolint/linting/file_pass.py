"""The first pass over one file or a few: what is read in them, and held to the rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from protolint import folder
from protolint.linting import files
from protolint.linting.garbage import uncollected
from protolint.linting.lines import Lines, look
from protolint.linting.results import FileResult, Kept, digest_of, packed
from protolint.linting.script_pass import Encode, lint_lines, no_edit
from protolint.linting.told import told
from protolint.linting.work import Work, suffixes
from protolint.script import Problem, Source


class Opened(NamedTuple):
    """A file that was read: its scripts, ready to be looked at, and what was wrong with it.

    `digest` stands for the bytes that were read; it is empty where there is no text.
    """

    path: str
    source: Source | None
    scripts: tuple[Lines, ...]
    problems: tuple[Problem, ...]
    encode: Encode
    digest: bytes = b""


def lint_source(source: Source, work: Work) -> FileResult:
    """Hold the scripts of a source to the rules."""
    return _judged(_opened(source, work), work)


def lint_chunk(paths: Sequence[Path], work: Work) -> list[Kept]:
    """Read files, hold their scripts to the rules, and return what was found in each, packed.

    Each step is done for all of them before the next one: what the steps need of code and patterns
    is more than a processor keeps at hand. No garbage is sought meanwhile, but afterwards.
    """
    with uncollected():
        opened = [_read(path, work) for path in paths]
        look([lines for file in opened for lines in file.scripts])
        kept = [packed(_judged(file, work), file.digest) for file in opened]
        for file in opened:
            for lines in file.scripts:
                lines.forget()
        return kept


def _read(path: Path, work: Work) -> Opened:
    data = work.load(path)
    if isinstance(data, Problem):
        return _opened(data, work)
    source = files.decode(files.shown(path), data)
    digest = b"" if isinstance(source, Problem) else digest_of(data)
    return _opened(source, work)._replace(digest=digest)


def _opened(source: Source | Problem, work: Work) -> Opened:
    if isinstance(source, Problem):
        return Opened(source.path, None, (), (source,), no_edit)
    name = suffixes().get(Path(source.path).suffix.lower(), "markdown")
    reader = folder.load("protolint.readers", name)
    read = reader.read(source, work.settings_for(source.path))
    scripts = tuple(Lines(script, work.plan) for script in read.scripts)
    return Opened(source.path, source, scripts, tuple(read.problems), reader.encode)


def _judged(file: Opened, work: Work) -> FileResult:
    judged = [lint_lines(lines, file.encode) for lines in file.scripts]
    result = told(file.path, judged, file.source, file.problems)
    if not work.is_previewed:
        return result
    from protolint.linting import preview  # noqa: PLC0415 (few runs show the scripts)

    return msgspec.structs.replace(result, previews=preview.packed(file.scripts))
