"""Rules to begin with, and files to which they are added: all else in them stays."""

from __future__ import annotations

import pytest

from protolint.linting.selftest import examples
from protolint.rulebook import loading, shipped
from protolint.rulebook.page import Page
from protolint.rulebook.scaffold import CHECKS, Draft, pack_text, rule_text, with_pack, with_rule
from protolint.rulebook.shipped import File

ENTRY = "- id: new\n  why: x\n"


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("words", [(), ("it’s", "don't: #1")])
def test_a_rule_is_right_at_once(check: str, words: tuple[str, ...]) -> None:
    draft = Draft(
        id="new-rule", check=check, words=words, instead=tuple("so" for _ in words),
        message="It's {match}: no “good”, #1\n", channels=("email",),
    )  # fmt: skip
    file = File("own.yaml", pack_text("own", rule_text(draft)).encode())
    book, problems = loading.load((*shipped.files(), file))
    (rule,) = (own for own in book.rules if own.path == "own.yaml")
    assert (problems, examples(book, [rule])) == ([], [])
    assert (rule.message, rule.channels) == ("It's {match}: no “good”, #1", ("email",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("rules:\n  - id: a\n", "rules:\n  - id: a\n\n  - id: new\n    why: x\n"),
        ("rules:\n- id: a\n", "rules:\n- id: a\n\n- id: new\n  why: x\n"),
        ("rules:\n  - id: a", "rules:\n  - id: a\n\n  - id: new\n    why: x\n"),
        (
            "rules:\n  - id: a # one\n  # the end\n",
            "rules:\n  - id: a # one\n\n  - id: new\n    why: x\n  # the end\n",
        ),
        (
            "rules:\n  - id: a\n    why: |\n      So.\n\n\nabout: y\n",
            "rules:\n  - id: a\n    why: |\n      So.\n\n  - id: new\n    why: x\n\n\nabout: y\n",
        ),
        (
            "rules:\r\n    -   id: a\r\nabout: y\r\n",
            "rules:\r\n    -   id: a\r\n\r\n    - id: new\r\n      why: x\r\nabout: y\r\n",
        ),
        (
            "rules:\n  - id: a\n    any: [b, c]\n    with:\n      d: e\n\n# f\nabout: y\n",
            "rules:\n  - id: a\n    any: [b, c]\n    with:\n      d: e\n\n"
            "  - id: new\n    why: x\n\n# f\nabout: y\n",
        ),
        ("rules:\n  - {id: a}\n", "rules:\n  - {id: a}\n\n  - id: new\n    why: x\n"),
        ("pack: a\n", "pack: a\nrules:\n  - id: new\n    why: x\n"),
        ("pack: a\nrules: # none\n", None),
        ("rules:\npack: a\n", "rules:\n  - id: new\n    why: x\npack: a\n"),
        ("pack: a\nrules:", "pack: a\nrules:\n  - id: new\n    why: x\n"),
        ("rules: [{id: a}]\n", None),
        ("rules: []\n", None),
    ],
)
def test_a_rule_goes_below_the_last_one(before: str, after: str | None) -> None:
    assert with_rule(Page("own.yaml", before.encode()), ENTRY) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "packs: [p.yaml]\n"),
        ("base: nhs", "base: nhs\npacks: [p.yaml]\n"),
        ("base: nhs\r\n", "base: nhs\r\npacks: [p.yaml]\r\n"),
        ("packs: []\n", "packs: [p.yaml]\n"),
        ("packs: [us] # one\nbase: nhs\n", "packs: [us, p.yaml] # one\nbase: nhs\n"),
        ("packs: [\n  us,\n  uk\n]\n", "packs: [\n  us,\n  uk, p.yaml]\n"),
        ("packs:\n  - us\n\nbase: nhs\n", "packs:\n  - us\n  - p.yaml\n\nbase: nhs\n"),
        ("packs:\n- us", "packs:\n- us\n- p.yaml\n"),
        ("packs:\n", None),
    ],
)
def test_a_pack_is_named_after_the_others(before: str, after: str | None) -> None:
    assert with_pack(Page("protolint.yaml", before.encode()), "p.yaml") == after
