"""The JSON Schema of rule files, for editors: `python -m protolint.rulebook.schema`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from protolint import folder
from protolint.rulebook import loading, shipped, words
from protolint.rulebook.protocol import Protocol
from protolint.rulebook.rule import Common, check_class
from protolint.rulebook.rulebook import Base, ChannelHead, PackHead, Reference, Rulebook

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_HEADS = {"pack": PackHead, "channel": ChannelHead, "base": Base, "protocol": Protocol}
#: Files of these kinds hold no rules beside what they say themselves.
_ALONE = ("base", "protocol")
Schema = dict[str, Any]


def schema(rulebook: Rulebook) -> Schema:
    """Return the schema of packs, channels and bases, with the names that a rulebook knows."""
    checks = {name: check_class(name) for name in folder.names("protolint.checks")}
    types = (*_HEADS.values(), Common, Reference, *checks.values())
    made, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    names = [reference["$ref"].rpartition("/")[2] for reference in made]
    parts = {name: definitions.pop(name) for name in dict.fromkeys(names)}
    by_type = dict(zip(types, (parts[name] for name in names), strict=True))
    rule = _rule(by_type[Common], {name: by_type[kind] for name, kind in checks.items()}, rulebook)
    return {
        "$schema": _DRAFT,
        "title": "Rules of protolint",
        "type": "object",
        "anyOf": [{"required": [key]} for key in _HEADS],
        "allOf": [_when_given(key, by_type[kind]) for key, kind in _HEADS.items()],
        "$defs": {**definitions, "Reference": by_type[Reference], "rule": rule},
    }


def _when_given(key: str, head: Schema) -> Schema:
    """Return what holds for a file that begins with this key: its head, and a list of rules."""
    closed = {**head, "additionalProperties": False}
    if key not in _ALONE:
        rules = {"type": "array", "items": {"$ref": "#/$defs/rule"}, "description": "The rules."}
        closed["properties"] = {**head["properties"], "rules": rules}
    if key == "pack":
        closed["required"] = [*head.get("required", ()), "rules"]
    return {"if": {"required": [key]}, "then": closed}


def _rule(common: Schema, checks: dict[str, Schema], rulebook: Rulebook) -> Schema:
    """Return the schema of a rule: the common keys, and beside them the options of its check."""
    properties = dict(common["properties"])
    properties["check"] = {**properties["check"], "enum": list(checks)}
    for gate, key in words.GATES.items():
        properties[gate] = _named(properties[gate], rulebook.allowed[key], key in words.FIXED)
    properties["sources"] = _named(properties["sources"], sorted(rulebook.sources), fixed=False)
    properties["needs"] = _named(properties["needs"], words.KEYS, fixed=True)
    return {
        **common,
        "properties": properties,
        "allOf": [_options(name, options) for name, options in checks.items()],
        "unevaluatedProperties": False,
    }


def _named(array: Schema, names: Iterable[str], fixed: bool) -> Schema:
    """Return a list of names; where they are not fixed, a brand may have others."""
    known: Schema = {"enum": list(names)}
    return {**array, "items": known if fixed else {"anyOf": [known, {"type": "string"}]}}


def _options(check: str, options: Schema) -> Schema:
    """Return the options that a rule of this check has, with what the check does."""
    kept = {key: options[key] for key in ("description", "required") if options.get(key)}
    then = {**kept, "properties": options["properties"]}
    return {"if": {"properties": {"check": {"const": check}}, "required": ["check"]}, "then": then}


def text(rulebook: Rulebook) -> str:
    """Return the schema as it is kept in `rules/schema.json`."""
    return json.dumps(schema(rulebook), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(text(loading.load(shipped.files())[0]))
