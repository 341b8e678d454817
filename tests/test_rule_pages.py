"""The pages of the rules say what the rule files say."""

import make_rule_pages

from protolint.rulebook import loading


def test_the_pages_of_the_rules_are_up_to_date() -> None:
    made = make_rule_pages.pages(loading.rulebook(use_cache=False))
    stale = [
        path.name
        for path, page in made.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != page
    ]
    assert stale == [], "write them anew: python tests/make_rule_pages.py"


def test_no_page_is_left_of_a_pack_that_is_gone() -> None:
    made = make_rule_pages.pages(loading.rulebook(use_cache=False))
    kept = (make_rule_pages.RULES / "pages").glob("*.md")
    assert {*kept} <= made.keys()
