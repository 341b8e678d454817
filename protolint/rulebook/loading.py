"""A rulebook from its YAML files, with every problem of all of them in one pass."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from protolint.rulebook import compiled, shipped
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.rulebook.shipped import File
from protolint.script import Problem

_MAX_BYTES = 5_000_000

#: Runs the examples of rules and returns what is wrong with them; `linting.selftest` has one.
Selftest = Callable[[Rulebook, tuple[Rule, ...]], list[Problem]]


def rulebook(*, use_cache: bool = True, selftest: Selftest | None = None) -> Rulebook:
    """Return the shipped rules. Raises RulebookError with every problem."""
    book, problems = attempt((), use_cache=use_cache, selftest=selftest)
    if problems:
        raise RulebookError(problems)
    return book


def attempt(
    packs: Iterable[Path], *, use_cache: bool = True, selftest: Selftest | None = None
) -> tuple[Rulebook, list[Problem]]:
    """Return the shipped rules with a project's own packs, as far as they are sound; problems.

    The examples of the project's own rules are run by `selftest`, if the rules are sound. A
    rulebook without problems is kept in the user's cache folder under the digest of its files.
    """
    own, problems = _own(packs)
    files = (*shipped.files(), *own)
    digest = f"{digest_of(files)} {[file.path for file in own]}"
    kept = compiled.load(digest, Rulebook) if use_cache else None
    if kept is not None:
        return kept, problems
    book, found = load(files)
    if selftest:
        found += selftest(book, tuple(rule for rule in book.rules if not rule.is_shipped))
    if use_cache and not found and (selftest or not own):
        compiled.store(digest, book)
    return book, [*problems, *found]


def _own(packs: Iterable[Path]) -> tuple[list[File], list[Problem]]:
    files: list[File] = []
    problems: list[Problem] = []
    for path in packs:
        try:
            files.append(read(path))
        except RulebookError as error:
            problems.extend(error.problems)
    return files, problems


def load(files: Sequence[File]) -> tuple[Rulebook, list[Problem]]:
    """Return the rulebook that the files make, and every problem in them; examples are not run."""
    # Only here is YAML parsed: a start with a kept rulebook does not import what that takes.
    from protolint.rulebook import agreement, pack_loading  # noqa: PLC0415
    from protolint.rulebook.page import Page  # noqa: PLC0415

    pages = [Page(file.path, file.data, is_shipped=file.is_shipped) for file in files]
    found = pack_loading.heads(pages)
    loaded = pack_loading.rules(found)
    protocols, made = pack_loading.protocols(found, loaded)
    loaded += made
    book = Rulebook(
        rules=tuple(rule for rule, _, _ in loaded),
        packs=tuple(head for head, _ in found.packs),
        channels=tuple(head for head, _ in found.channels),
        bases=tuple(head for head, _ in found.bases),
        protocols=tuple(protocol.head for protocol in protocols),
        lexicons=tuple(lexicon for lexicon, _ in found.lexicons),
        sources=found.sources,
        digest=digest_of(files),
    )
    agreement.check(found, loaded, book)
    return book, sorted({problem for page in pages for problem in page.problems})


def read(path: Path) -> File:
    """Return a file of the project's own. Raises RulebookError where it cannot be read."""
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= _MAX_BYTES:
            return File(shown(path), path.read_bytes())
        reason = "it is no file, or larger than 5 MB"
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
    raise RulebookError([Problem(shown(path), 0, 0, f"this cannot be read: {reason}")])


def shown(path: Path) -> str:
    """Return a path as messages show it: POSIX, relative to the working directory if below it."""
    full = os.path.abspath(path)
    below = os.path.relpath(full) if full.startswith(os.path.join(os.getcwd(), "")) else full
    return Path(below).as_posix()


def digest_of(files: Iterable[File]) -> str:
    """Return a name for the bytes of all files, in their order, wherever they lie."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(hashlib.sha256(file.data).digest())
    return f"sha256:{whole.hexdigest()}"
