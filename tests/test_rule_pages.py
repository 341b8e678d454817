"""The page of all rules says what the rule files say."""

import make_rule_pages

from protolint.rulebook import loading


def test_the_page_of_all_rules_is_up_to_date() -> None:
    written = make_rule_pages.PAGE.read_text(encoding="utf-8")
    made = make_rule_pages.page(loading.rulebook(use_cache=False))
    assert written == made, "write it anew: python tests/make_rule_pages.py"
