"""Which rules hold for a script, and which are silent for want of a key."""

from __future__ import annotations

import pytest

from protolint.linting.gates import Held, InForce, hold, speaks
from protolint.rulebook.rule import Rule
from protolint.script import Metadata

ON = {"r": "warning"}
PROFILES = {None: ON, "email": ON, "sms": {"r": "error"}, "chat": {"r": "off"}}


def rule(**gates: tuple[str, ...]) -> Rule:
    return Rule(id="r", check="phrase", level="warning", message="", category="test", **gates)


def held(gates: dict[str, tuple[str, ...]], **known: object) -> Held:
    return hold([rule(**gates)], PROFILES, Metadata(**known))  # type: ignore[arg-type]


def in_force(*levels: tuple[str, tuple[str | None, ...]]) -> Held:
    return Held((InForce(0, levels),), ())  # type: ignore[arg-type]


NOTHING = Held((), ())


@pytest.mark.parametrize(
    ("gates", "known", "expected"),
    [
        ({}, {}, in_force(("warning", (None,)))),
        ({}, {"channels": ("email", "sms", "chat")},
         in_force(("error", ("sms",)), ("warning", ("email",)))),
        ({"channels": ("email",)}, {"channels": ("email", "sms")},
         in_force(("warning", ("email",)))),
        ({"channels": ("email",)}, {"channels": ("sms",)}, NOTHING),
        ({"channels": ("email",)}, {}, Held((), (("r", "channel"),))),
        ({"channels": ("chat",)}, {}, NOTHING),  # off there, so no channel would wake it
        ({"moments": ("delay",)}, {}, Held((), (("r", "moment"),))),
        ({"moments": ("delay",)}, {"moments": ("notice", "delay")}, in_force(("warning", (None,)))),
        ({"moments": ("delay",)}, {"moments": ("notice",)}, NOTHING),
        ({"moments": ("delay",), "authors": ("bot",)}, {"author": "agent"}, NOTHING),
        ({"shapes": ("message",)}, {}, in_force(("warning", (None,)))),
        ({"needs": ("owner",)}, {}, Held((), (("r", "owner"),))),
        ({"needs": ("owner",)}, {"keys": frozenset({"owner"})}, in_force(("warning", (None,)))),
        ({"except_moments": ("delay",)}, {}, in_force(("warning", (None,)))),
        ({"except_moments": ("delay",)}, {"moments": ("notice", "delay")}, NOTHING),
        ({}, {"audience": "internal"}, NOTHING),
        ({}, {"locale": "fr"}, NOTHING),
        ({"channels": ("email",)}, {"locale": "fr"}, NOTHING),
    ],
)  # fmt: skip
def test_what_holds(
    gates: dict[str, tuple[str, ...]], known: dict[str, object], expected: Held
) -> None:
    assert held(gates, **known) == expected


@pytest.mark.parametrize(
    ("locales", "locale", "expected"),
    [
        (["en"], "en-GB", True),
        (["en"], "EN_us", True),
        (["en-GB"], "en", False),
        (["en"], "eng", False),
        (["*"], "th", True),
        ([], "en", False),
    ],
)
def test_which_languages_a_rule_speaks(locales: list[str], locale: str, expected: bool) -> None:
    assert speaks(locales, locale) is expected


def test_rules_of_one_id_have_their_own_levels_and_are_no_longer_missed_where_one_holds() -> None:
    strict = Rule(
        id="r", check="phrase", level="warning", message="", category="test",
        variant="complaint", moments=("complaint",),
    )  # fmt: skip
    levels = {None: {"r": "suggestion", "r/complaint": "error"}}
    both = [rule(except_moments=("complaint",)), strict]
    assert hold(both, levels, Metadata()) == in_force(("suggestion", (None,)))
    told = Held((InForce(1, (("error", (None,)),)),), ())
    assert hold(both, levels, Metadata(moments=("complaint",))) == told
