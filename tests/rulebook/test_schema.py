"""The schema of rule files, for editors."""

from __future__ import annotations

from small_rulebook import RULE, load

from protolint import folder
from protolint.rulebook import loading, schema, shipped


def test_the_schema_that_ships_is_up_to_date() -> None:
    book, _ = loading.load(shipped.files())
    kept = (shipped.folder() / "schema.json").read_text(encoding="utf-8")
    message = "write it anew: python -m protolint.rulebook.schema > rules/schema.json"
    assert kept == schema.text(book), message


def test_a_rule_has_the_options_of_its_check() -> None:
    rule = schema.schema(load(words=RULE)[0])["$defs"]["rule"]
    names = folder.names("protolint.checks")
    assert rule["properties"]["check"]["enum"] == list(names)
    options = {part["if"]["properties"]["check"]["const"]: part["then"] for part in rule["allOf"]}
    assert options.keys() == set(names)
    assert "any" in options["phrase"]["properties"]
    assert "any" in options["phrase"]["required"]


def test_a_rule_may_name_channels_that_a_brand_adds() -> None:
    rule = schema.schema(load(words=RULE)[0])["$defs"]["rule"]["properties"]
    assert rule["channels"]["items"] == {
        "anyOf": [{"enum": ["email", "social"]}, {"type": "string"}]
    }
    assert rule["severities"]["items"] == {"enum": ["minor", "major"]}
