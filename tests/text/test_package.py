from __future__ import annotations

import importlib

import protolint.text


def test_functions_of_the_package_outlive_the_import_of_their_modules() -> None:
    for name in protolint.text.__all__:
        importlib.import_module(f"protolint.text.{name}")
        assert callable(getattr(protolint.text, name))


def test_the_package_answers_as_the_contract_says() -> None:
    assert protolint.text.sentences("Hi Sam. It shipped at 4 p.m. today.") == [(0, 7), (8, 35)]
    assert protolint.text.syllables("refrigerator") == 5
    assert protolint.text.passives("The parcel was lost by the courier.") == [(11, 19)]
    assert protolint.text.readability(["We ship.", "It works."]).counts.sentences == 2
