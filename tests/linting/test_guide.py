"""Rules told to people."""

from __future__ import annotations

import pytest

from protolint.linting.guide import explained, listed
from protolint.rulebook import loading
from protolint.rulebook.rulebook import Rulebook


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return loading.rulebook()


def test_a_rule_of_several_protocols_is_told_with_all_of_them(book: Rulebook) -> None:
    told = explained(book.by_id["missing-next-step"], book, "warning")
    assert told.startswith("missing-next-step  (protocol, warning)")
    assert "Say what you will do, or what the customer can do." in told.replace("\n", " ")
    assert "  complaint (warning): The customer complains" in told
    assert "  service-failure (suggestion): We, or somebody" in told
    assert told.count("CCI: ") == 1


def test_a_rule_of_one_pack_is_told_with_what_it_holds_for(book: Rulebook) -> None:
    told = explained(book.by_id["excuse-first"], book, "suggestion")
    assert "Holds for:\n  channels: email" in told
    assert "Protocols:" not in told


def test_a_list_has_a_line_for_each_rule(book: Rulebook) -> None:
    rule = book.by_id["missing-apology"]
    assert listed([rule], {rule.id: "warning"}).splitlines() == [
        "protocol",
        "  missing-apology  warning     Nobody says sorry here. Say it, and for what.",
    ]
