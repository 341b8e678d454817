"""A rulebook from its YAML files, with every problem of all of them in one pass."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from protolint.rulebook import built, compiled, shipped
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
    packs: Iterable[Path],
    brand: Path | None = None,
    *,
    locale: str = "en",
    use_cache: bool = True,
    selftest: Selftest | None = None,
) -> tuple[Rulebook, list[Problem]]:
    """Return the shipped rules with a project's packs and brand, and every problem in them.

    The examples of the project's own rules are run by `selftest`. A rulebook without problems is
    kept in the user's cache folder; that of the shipped rules alone lies in the wheel. `locale` is
    the language of the brand's greetings.
    """
    own, branded, problems = _read_all(packs, brand, use_cache=use_cache)
    shipping = shipped.files()
    named = [*own, *([branded] if branded else ())]
    digest = f"{digest_of([*shipping, *own, *named])} {[file.path for file in named]} {locale}"
    kept = compiled.load(digest, Rulebook) if use_cache else None
    known = None if kept else built.load(digest_of(shipping))
    ready = kept or (None if named else known)
    if ready:
        return ready, problems
    book, found = load((*shipping, *own), branded, locale)
    if selftest:
        found += selftest(book, tuple(rule for rule in book.rules if not rule.is_shipped))
    is_worth_keeping = use_cache and not found and (selftest or not named)
    if is_worth_keeping or known:
        from protolint.rulebook.readying import readied  # noqa: PLC0415  a kept one is ready

        book = readied(book, known.patterns if known else None)
    if is_worth_keeping:
        compiled.store(digest, book)
    return book, [*problems, *found]


def _read_all(
    packs: Iterable[Path], brand: Path | None, *, use_cache: bool
) -> tuple[list[File], File | None, list[Problem]]:
    """Return the project's packs with the protocols of its brand, its brand, and problems."""
    files, problems = _own(packs)
    if brand is None:
        return files, None, problems
    found, more = _own([brand])
    branded = found[0] if found else None
    protocols, others = _own(_protocols(brand, branded, use_cache=use_cache) if branded else ())
    return [*files, *protocols], branded, [*problems, *more, *others]


def _own(paths: Iterable[Path]) -> tuple[list[File], list[Problem]]:
    files: list[File] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            files.append(read(path))
        except RulebookError as error:
            problems.extend(error.problems)
    return files, problems


def _protocols(path: Path, file: File, *, use_cache: bool) -> list[Path]:
    """Return the files of the protocols that a brand names, relative to its own."""
    digest = f"brand {digest_of([file])}"
    kept = compiled.load(digest, tuple[str, ...]) if use_cache else None
    if kept is None:
        from protolint.rulebook import brand_loading  # noqa: PLC0415  a kept one needs no YAML
        from protolint.rulebook.page import Page  # noqa: PLC0415

        brand = brand_loading.taken(Page(file.path, file.data))
        kept = brand.protocols if brand else ()
        if use_cache and brand:
            compiled.store(digest, kept)
    return [path.parent / name for name in kept]


def load(
    files: Sequence[File], brand: File | None = None, locale: str = "en"
) -> tuple[Rulebook, list[Problem]]:
    """Return the rulebook that the files make, and every problem in them; examples are not run.

    `locale` is the language of the brand.
    """
    # Only here is YAML parsed: a start with a kept rulebook does not import what that takes.
    from protolint.rulebook import agreement, brand_loading, pack_loading  # noqa: PLC0415
    from protolint.rulebook.page import Page  # noqa: PLC0415

    pages = [Page(file.path, file.data, is_shipped=file.is_shipped) for file in files]
    brand_page = Page(brand.path, brand.data) if brand else None
    own = brand_loading.taken(brand_page) if brand_page else None
    found = pack_loading.heads(pages)
    digest = digest_of((*files, brand) if brand else files)
    book, loaded = pack_loading.book(found, own, digest)
    agreement.check(found, loaded, book)
    if brand_page:
        book = brand_loading.applied(book, brand_page, locale)
        pages.append(brand_page)
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
