"""The outlines of the files of a request, and what cannot be read of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from protolint import folder
from protolint.linting import files
from protolint.linting.lines import Lines
from protolint.linting.outline import ScriptOutline, outline
from protolint.linting.run import Held, Request
from protolint.linting.versions import merged
from protolint.linting.work import suffixes
from protolint.script import Problem, Source


class Outlines(msgspec.Struct, frozen=True):
    """The outlines of all scripts of a request. `sources` has the texts of their files by path."""

    scripts: tuple[ScriptOutline, ...]
    problems: tuple[Problem, ...]
    sources: dict[str, str]


def outlines(held: Held, request: Request) -> Outlines:
    """Return how the files of a request are read, by their paths, and what cannot be read."""
    work = held.work(request.channel)
    scripts: list[ScriptOutline] = []
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    for source in _sources(held, request, problems):
        sources[source.path] = source.text
        reader = suffixes().get(Path(source.path).suffix.lower(), "markdown")
        read = folder.load("protolint.readers", reader).read(source, work.settings_for(source.path))
        problems.extend(read.problems)
        scripts.extend(merged(outline(Lines(script, work.plan)) for script in read.scripts))
    return Outlines(tuple(scripts), tuple(sorted(problems)), sources)


def _sources(held: Held, request: Request, problems: list[Problem]) -> Iterator[Source]:
    """Yield the sources of a request; those that cannot be read become problems."""
    if request.stdin is not None:
        found = files.decode(files.shown(request.stdin_filename), request.stdin)
        yield from _readable([found], problems)
        return
    project = held.project
    search = files.Search(frozenset(suffixes()), project.includes, project.excludes)
    paths, missing = files.find(request.paths or (project.folder,), search)
    problems.extend(missing)
    yield from _readable((files.read(path, project.files.max_bytes) for path in paths), problems)


def _readable(found: Iterable[Source | Problem], problems: list[Problem]) -> Iterator[Source]:
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
        else:
            yield one
