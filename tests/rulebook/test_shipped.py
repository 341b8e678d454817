"""The rules that ship: sound, with examples that hold."""

from __future__ import annotations

import pytest

from protolint import folder
from protolint.linting import selftest
from protolint.placed.convert import fields_of
from protolint.rulebook import loading, shipped
from protolint.rulebook.rule import Common, check_class
from protolint.rulebook.rulebook import Rulebook


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return loading.load(shipped.files())[0]


def test_the_shipped_rules_are_sound() -> None:
    assert [str(problem) for problem in loading.load(shipped.files())[1]] == []


def test_the_examples_of_the_shipped_rules_hold(book: Rulebook) -> None:
    assert [str(problem) for problem in selftest.examples(book, book.rules)] == []


@pytest.mark.parametrize("name", folder.names("protolint.checks"))
def test_no_option_has_the_name_of_a_key_of_all_rules(name: str) -> None:
    assert not fields_of(check_class(name)).keys() & fields_of(Common).keys()
