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


REFUSAL = {"moments": ("refusal",)}


def inferred(told: tuple[str, ...], **known: object) -> Held:
    own = [rule(**REFUSAL), rule(channels=("email",))]
    return hold(own, PROFILES, Metadata(channels=("email",), **known), told)  # type: ignore[arg-type]


def test_an_inferred_moment_wakes_rules_as_suggestions() -> None:
    first, second = inferred(("refusal",)).in_force
    assert first.levels == (("suggestion", ("email",)),)
    assert second.levels == (("warning", ("email",)),)


def test_a_given_moment_beats_what_is_inferred() -> None:
    (only,) = inferred(("refusal",), moments=("delay",)).in_force
    assert only.rule == 1


def test_a_project_may_trust_what_is_inferred() -> None:
    held = hold([rule(**REFUSAL)], PROFILES, Metadata(), ("refusal",), is_trusted=True)
    assert held.in_force[0].levels == (("warning", (None,)),)


def test_another_inferred_moment_leaves_a_rule_silent_and_asks_for_no_key() -> None:
    assert hold([rule(**REFUSAL)], PROFILES, Metadata(), ("delay",)) == NOTHING


def test_a_rule_waits_for_a_moment_that_nobody_gave() -> None:
    held = hold([rule(**REFUSAL)], PROFILES, Metadata())
    assert held.skipped == (("r", "moment"),)
    assert held.waits_for_moment
    assert not hold([rule()], PROFILES, Metadata()).waits_for_moment


def test_an_opt_in_pack_holds_for_a_script_that_declares_its_jurisdiction() -> None:
    waiting = {None: {"test:r": "warning"}}
    held_by = [hold([rule()], waiting, Metadata(jurisdictions=own)) for own in ((), ("test",))]
    assert held_by == [NOTHING, in_force(("warning", (None,)))]
