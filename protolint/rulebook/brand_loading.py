"""A brand file read: typed, then held against the rules and made into rules."""

from __future__ import annotations

from protolint.rulebook.brand import Brand
from protolint.rulebook.brand_flaws import flaws
from protolint.rulebook.brand_rules import with_brand
from protolint.rulebook.page import Page
from protolint.rulebook.rulebook import Rulebook


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
    return with_brand(book, book.brand, locale)
