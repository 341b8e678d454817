"""Which rules are in force on a channel, and how grave they are."""

from __future__ import annotations

import pytest
from msgspec import structs
from small_rulebook import RULE, files

from protolint.rulebook import loading
from protolint.rulebook.profile import profiles
from protolint.rulebook.project import Project, RuleSetting

EXTRA = """\
pack: extra
opt_in: true
rules:
  - {id: slang, check: phrase, level: 'off', message: x, any: [gonna]}
  - {id: hype, check: phrase, level: suggestion, message: x, any: [wow], channels: [social]}
"""
BASE = "base: plain\npacks: [words]\nrules: {words: suggestion}\n"


def levels(
    project: Project, channel: str | None = "social", **named: tuple[str, ...]
) -> dict[str, str]:
    own = [file._replace(is_shipped=True) for file in files(words=RULE, extra=EXTRA, base=BASE)]
    book, _ = loading.load(own)
    profile = profiles(book, project, **named)[channel]
    return {key: level for key, level in profile.items() if ":" not in key}


@pytest.mark.parametrize(
    ("project", "found"),
    [
        ({}, {"sorry-if": "warning"}),
        ({"packs": ("extra",)}, {"sorry-if": "warning", "hype": "suggestion"}),
        ({"base": "plain"}, {"sorry-if": "suggestion"}),
        ({"base": "plain", "packs": ("extra",)}, {"sorry-if": "suggestion", "hype": "suggestion"}),
        ({"rules": {"words": "off"}}, {}),
        ({"rules": {"words": "off", "sorry-if": "error"}}, {"sorry-if": "error"}),
        ({"rules": {"sorry-if": "error", "words": "off"}}, {"sorry-if": "error"}),
        ({"rules": {"slang": "error"}}, {"sorry-if": "warning", "slang": "error"}),
        ({"rules": {"sorry-if": RuleSetting("off", ("social",))}}, {}),
        ({"rules": {"sorry-if": RuleSetting("off", ("email",))}}, {"sorry-if": "warning"}),
        (
            {"rules": {"sorry-if": (RuleSetting("off", ("social",)), RuleSetting("error"))}},
            {},
        ),
    ],
)
def test_later_beats_earlier_and_a_rule_beats_its_pack(
    project: dict[str, object], found: dict[str, str]
) -> None:
    assert levels(Project(**project)) == found  # type: ignore[arg-type]


def test_an_opt_in_pack_waits_for_scripts_that_declare_it() -> None:
    own = [file._replace(is_shipped=True) for file in files(words=RULE, extra=EXTRA, base=BASE)]
    book, _ = loading.load(own)
    waiting = [
        {key for key in profiles(book, project)["social"] if ":" in key}
        for project in (Project(), Project(packs=("extra",)), Project(rules={"extra": "off"}))
    ]
    assert waiting == [{"extra:hype"}, set(), set()]


def test_rules_of_other_channels_are_not_there() -> None:
    assert levels(Project(packs=("extra",)), "email") == {"sorry-if": "warning"}
    assert levels(Project(packs=("extra",)), None) == {"sorry-if": "warning"}


@pytest.mark.parametrize(
    ("select", "ignore", "found"),
    [
        (("slang",), (), {"slang": "suggestion"}),
        (("extra",), (), {"slang": "suggestion", "hype": "suggestion"}),
        (("extra",), ("hype",), {"slang": "suggestion"}),
        ((), ("words",), {}),
    ],
)
def test_the_command_line_has_the_last_word(
    select: tuple[str, ...], ignore: tuple[str, ...], found: dict[str, str]
) -> None:
    assert levels(Project(), select=select, ignore=ignore) == found


@pytest.mark.parametrize(
    ("brand", "base", "project", "found"),
    [
        ("error", None, {}, {"sorry-if": "error"}),
        ("on", None, {}, {"sorry-if": "warning"}),
        ("off", None, {}, {}),
        ("error", "plain", {}, {"sorry-if": "error"}),
        ("on", "none", {}, {"sorry-if": "warning"}),
        ("error", "plain", {"sorry-if": "off"}, {}),
    ],
)
def test_a_brand_stands_between_base_and_project(
    brand: str, base: str | None, project: dict[str, str], found: dict[str, str]
) -> None:
    none = "base: none\npacks: []\n"
    own = [f._replace(is_shipped=True) for f in files(words=RULE, base=BASE, none=none)]
    book, _ = loading.load(own)
    rules = tuple(structs.replace(rule, brand_level=brand) for rule in book.rules)
    book = structs.replace(book, rules=rules)
    assert profiles(book, Project(base=base, rules=project))["social"] == found  # type: ignore[arg-type]


def test_rules_of_one_id_each_have_their_channels() -> None:
    book, _ = loading.load(files(words=RULE))
    usual = structs.replace(book.rules[0], except_channels=("social",))
    own = structs.replace(
        book.rules[0], variant="social", channels=("social",), brand_level="error"
    )
    found = profiles(structs.replace(book, rules=(usual, own)), Project())
    assert found["social"] == {"sorry-if/social": "error"}
    assert found["email"] == found[None] == {"sorry-if": "warning"}
