"""Every candidate of the evidence is decided, and every rule comes from one or says where from."""

from __future__ import annotations

import pytest
import rule_page_decisions

from protolint.rulebook import loading
from protolint.rulebook.rulebook import Rulebook

CANDIDATES = 166


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return loading.rulebook(use_cache=False)


def test_all_candidates_are_decided_in_one_way() -> None:
    made = rule_page_decisions.decisions()
    assert len(made) == CANDIDATES
    assert all(len(one) == 1 and {*one} <= {"rules", "left_out", "later"} for one in made.values())
    assert {one["later"] for one in made.values() if "later" in one} <= {"graph", "library"}
    assert all(len(one.get("left_out", "long enough")) > 10 for one in made.values())


def test_the_rules_that_candidates_became_exist(book: Rulebook) -> None:
    named = {
        rule for one in rule_page_decisions.decisions().values() for rule in one.get("rules", ())
    }
    assert named - book.by_id.keys() == set()


def test_every_rule_says_where_it_comes_from(book: Rulebook) -> None:
    named = {
        rule for one in rule_page_decisions.decisions().values() for rule in one.get("rules", ())
    }
    own = {rule.id for rule in book.rules if rule.category != "housekeeping"}
    assert own - named == rule_page_decisions.ELSEWHERE.keys()


def test_no_base_lifts_weak_evidence_above_a_suggestion(book: Rulebook) -> None:
    weak = {rule.id for rule in book.rules if rule.strength == "C"}
    lifted = {
        (base.base, name)
        for base in book.bases
        for name, level in base.rules.items()
        if name in weak and level in ("error", "warning")
    }
    assert lifted == set()


def test_packs_for_a_jurisdiction_are_opt_in_and_send_people_to_a_lawyer(book: Rulebook) -> None:
    packs = {pack.pack for pack in book.packs if pack.opt_in}
    assert {"us", "uk", "eu"} <= packs
    rules = [rule for rule in book.rules if rule.category in {"us", "uk", "eu"}]
    assert [rule.id for rule in rules if "lawyer" not in rule.message] == []
    assert [rule.id for rule in rules if "lawyer" not in rule.limits] == []
