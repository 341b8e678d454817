"""Protocols from YAML: the rules they make, and everything that is wrong with them."""

from __future__ import annotations

import pytest
from small_rulebook import RULE, load

from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook

PROTOCOL = """\
protocol: our-fault
moments: [service-failure]
channels: [email]
about: We broke something.
why: People want to hear it.
sources: [PL]
strength: A
parts:
  - {one_of: [acknowledgement, apology], within_first: 2, name: own it early}
  - {move: apology, at_most: 2, required: false}
  - {one_of: [action, redress], name: repair, level: error, say: "Mend it, {where}."}
  - {move: next-step, or: {move: promise, with: time}}
  - {move: refusal, forbidden: true}
  - {rule: sorry-if, forbidden: true, name: maybe}
order: [own it early, repair, next-step]
examples:
  - bad: Hello there.
    breaks: [missing-repair, missing-next-step]
    good: Sorry. We have mended it, and you will get it on Friday.
"""


def made(text: str = PROTOCOL, **others: str) -> dict[str, Rule]:
    book, problems = load(words=RULE, ours=text, **others)
    assert problems == []
    return {rule.key: rule for rule in book.rules}


def test_each_thing_that_may_be_wrong_is_a_rule_of_its_own() -> None:
    assert list(made()) == [
        "sorry-if",
        "missing-own-it-early/our-fault",
        "late-own-it-early/our-fault",
        "repeated-apology/our-fault",
        "missing-repair/our-fault",
        "missing-next-step/our-fault",
        "unwanted-refusal/our-fault",
        "sorry-if/our-fault",
        "out-of-order/our-fault",
    ]


def test_a_rule_has_what_its_part_says_else_what_the_protocol_says() -> None:
    rules = made()
    repair, step = rules["missing-repair/our-fault"], rules["missing-next-step/our-fault"]
    assert (repair.level, step.level) == ("error", "warning")
    assert repair.message == "Nothing here puts it right. Mend it, {where}."
    assert (step.why, step.sources, step.strength) == ("People want to hear it.", ("PL",), "A")
    assert (step.category, step.channels, step.moments) == (
        "protocol",
        ("email",),
        ("service-failure",),
    )
    assert repair.place() == (11, 5)


def test_parts_are_known_by_their_moves_and_what_will_do_instead() -> None:
    options = made()["missing-next-step/our-fault"].given
    step = next(part for part in options["parts"] if part["name"] == "next step")
    assert step == {
        "name": "next step",
        "is": "required",
        "moves": ["next-step", "promise with time"],
    }


def test_a_part_tells_its_rule_what_only_looks_like_it() -> None:
    repair = "{one_of: [action, redress], name: repair"
    given = made(PROTOCOL.replace(repair, f"{repair}, exceptions: ['we read it']"))
    parts = given["missing-repair/our-fault"].given["parts"]
    own = next(part for part in parts if part["name"] == "repair")
    assert own["exceptions"] == ["we read it"]


def test_a_forbidden_rule_holds_in_the_moment_at_the_level_of_the_protocol() -> None:
    rules = made(PROTOCOL.replace("name: maybe", "level: error"))
    own = rules["sorry-if/our-fault"]
    assert (own.level, own.moments, own.check) == ("error", ("service-failure",), "phrase")
    assert rules["sorry-if"].level == "warning"


def test_examples_go_to_the_rules_that_they_break() -> None:
    rules = made()
    (broken,) = rules["missing-repair/our-fault"].examples
    assert broken.bad == "Hello there."
    assert broken.good
    (kept,) = rules["out-of-order/our-fault"].examples
    assert kept.bad is None
    assert rules["missing-repair/our-fault"].place("examples/0/good").line == 19


def test_evidence_of_strength_c_makes_a_suggestion() -> None:
    rules = made(PROTOCOL.replace("strength: A", "strength: C"))
    assert {rule.level for rule in rules.values() if rule.variant} == {"suggestion"}


def test_enough_of_the_parts_are_asked_for_together() -> None:
    rules = made(PROTOCOL.replace("order:", "at_least: 2\norder:").split("examples:")[0])
    assert "missing-repair/our-fault" not in rules
    assert rules["too-few-parts/our-fault"].given["at_least"] == 2


def test_a_protocol_is_known_by_name_to_the_rulebook() -> None:
    book: Rulebook = load(words=RULE, ours=PROTOCOL)[0]
    assert [(own.protocol, own.moments) for own in book.protocols] == [
        ("our-fault", ("service-failure",))
    ]
    assert "protocol" in book.pack_names


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("move: refusal", "move: refusl", "13:12: there is no move “refusl”; did you mean"),
        ("redress]", "redres]", "11:23: there is no move “redres”; did you mean “redress”?"),
        ("with: time", "with: tiem", "12:49: there is no value “tiem”; did you mean “time”?"),
        ("at_most", "at_mots", "10:21: there is no key “at_mots”; did you mean “at_most”?"),
        ("[service-failure]", "[delai]", "2:11: there is no moment “delai”; did you mean “delay”?"),
        ("[email]", "[emial]", "3:12: there is no channel “emial”; did you mean “email”?"),
        ("repair, next-step]\nex", "repare, next-step]\nex",
         "15:23: there is no part “repare”; did you mean “repair”?"),
        ("rule: sorry-if", "rule: sory-if", "14:12: there is no rule “sory-if”"),
        ("[PL]", "[PLL]", "6:11: there is no source “PLL”; did you mean “PL”?"),
        ("missing-next-step]", "missing-nextstep]",
         "18:30: there is no rule “missing-nextstep”; did you mean “missing-next-step”?"),
        ("{where}", "{were}", "11:76: there is no value for messages “{were}”"),
        ("move: refusal, ", "", "13:5: nothing says by what this part is known"),
        ("move: refusal", "any: ['a', '(?=b)']", "13:18: the pattern “(?=b)”"),
        ("move: refusal", "move: refusal, exceptions: ['(?=b)']", "13:35: the pattern “(?=b)”"),
        ("move: refusal", "any: ['a']", "13:5: this part has no `name`"),
        ("move: refusal", "move: refusal, required: true",
         "13:37: `required` and `forbidden` contradict each other: keep one"),
        ("move: refusal", "move: apology", "13:5: there are two parts “apology”"),
    ],
)  # fmt: skip
def test_every_mistake_has_its_place(old: str, new: str, said: str) -> None:
    text = PROTOCOL.replace(old, new, 1)
    assert text != PROTOCOL
    problems = [str(problem) for problem in load(words=RULE, ours=text)[1]]
    assert any(problem.startswith(f"ours.yaml:{said}") for problem in problems), problems


def test_two_protocols_of_one_name_are_a_mistake() -> None:
    problems = load(words=RULE, ours=PROTOCOL, theirs=PROTOCOL)[1]
    assert "there already, in ours.yaml" in str(problems[0])
