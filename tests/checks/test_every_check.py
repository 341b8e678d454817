"""What holds for every check: options that are described, and that YAML can give."""

import typing

import msgspec
import pytest

from protolint import folder
from protolint.checks._check import Check
from protolint.checks.structure import Part

CHECKS = [folder.load("protolint.checks", name).Check for name in folder.names("protolint.checks")]


@pytest.mark.parametrize("kind", [*CHECKS, Part], ids=lambda kind: kind.__module__)
def test_options_have_a_type_that_yaml_and_schema_know(kind: type[msgspec.Struct]) -> None:
    assert msgspec.json.schema(kind)["$defs"]


@pytest.mark.parametrize("kind", CHECKS, ids=lambda kind: kind.__module__)
def test_a_check_says_what_it_finds(kind: type[Check]) -> None:
    assert kind.__doc__
    assert kind.__doc__.startswith("Finds ")
    for value in kind.values:
        assert f"{{{value}}}" in kind.__doc__


@pytest.mark.parametrize("kind", CHECKS, ids=lambda kind: kind.__module__)
def test_every_option_is_described(kind: type[Check]) -> None:
    hints = typing.get_type_hints(kind, include_extras=True)
    plain = [
        field.name
        for field in msgspec.structs.fields(kind)
        if not any(
            isinstance(note, msgspec.Meta) and note.description
            for note in getattr(hints[field.name], "__metadata__", ())
        )
    ]
    assert plain == []
