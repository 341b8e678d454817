"""A brand file read: typed, then held against the rules and made into rules."""

from __future__ import annotations

from protolint.rulebook.brand import Brand
from protolint.rulebook.brand_flaws import flaws
from protolint.rulebook.brand_rules import Places, with_brand
from protolint.rulebook.page import Page
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Span


def taken(page: Page) -> Brand | None:
    """Return the brand of a page, None where it cannot be made; what is wrong becomes problems."""
    return None if page.problems else page.take(page.node, Brand)


def applied(book: Rulebook, page: Page, locale: str) -> Rulebook:
    """Return a rulebook with the rules of its brand; what cannot hold becomes problems.

    A brand with a problem makes no rules.
    """
    for flaw in flaws(book.brand, book) if book.brand else ():
        page.flawed(flaw.path, flaw.message, is_key=flaw.is_key)
    if page.problems or book.brand is None:
        return book
    return with_brand(book, book.brand, locale, _places(page, book.brand))


def _places(page: Page, brand: Brand) -> Places:
    """Return where the file lists each intent, for findings about one that no script answers."""
    node = page.node.at("intents")
    is_key = isinstance(brand.intents, dict)
    spans = {
        name: node.key(name) if is_key else node.place(item)
        for item, name in enumerate(brand.intents)
    }
    return Places(page.path, {name: _place(page, span) for name, span in spans.items()})


def _place(page: Page, span: Span) -> dict[str, int | str]:
    (line, column), (end_line, end_column) = map(page.source.position, span)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "excerpt": page.source.text[span.start : span.end],
    }
