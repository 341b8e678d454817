"""Rulebooks from YAML: what is made of it, and everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_rulebook import RULE, files, load

from protolint.rulebook import loading
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.rulebook.shipped import File
from protolint.script import Problem


def test_a_rule_has_its_options_its_pack_and_its_place() -> None:
    book, problems = load(words=RULE)
    assert problems == []
    (rule,) = book.rules
    assert (rule.id, rule.category, rule.locales) == ("sorry-if", "words", ("en",))
    assert rule.given["any"] == ["sorry if"]
    assert (rule.path, *rule.place()) == ("words.yaml", 3, 9)


def test_rules_of_a_channel_file_hold_on_that_channel() -> None:
    book, problems = load(email="channel: email\nrules:\n" + RULE.split("rules:\n")[1])
    assert problems == []
    assert book.rules[0].channels == ("email",)
    assert book.pack_names == ("channel",)


def test_words_of_yaml_1_1_are_words() -> None:
    book, problems = load(words=RULE.replace("['sorry if']", "[no, on, off, yes, y]"))
    assert problems == []
    assert book.rules[0].given["any"] == ["no", "on", "off", "yes", "y"]


def mistake(old: str, new: str) -> list[str]:
    text = RULE.replace(old, new)
    assert text != RULE
    return [str(problem) for problem in load(words=text)[1]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    any:", "    anny:", "7:5: there is no key “anny”; did you mean “any”?"),
        ("message:", "mesage:", "6:5: there is no key “mesage”; did you mean “message”?"),
        ("check:", "chek:", "4:5: there is no key “chek”; did you mean “check”?"),
        ("check: phrase", "check: phrases", "4:12: there is no check “phrases”; did you mean “ph"),
        ("warning", "warnign", "5:12: there is no value “warnign”; did you mean “warning”?"),
        ("['sorry if']", "sorry if", "7:10: a list belongs here, and this is the text “sorry if”"),
        ("['sorry if']", "[]", "7:10: this is empty"),
        ("['sorry if']", "['sorry (if']", "7:"),
        ("['sorry if']", "['(?<=a)b']", "7:12: the pattern “(?<=a)b”"),
        ("['sorry if']", "[5]", "7:11: text belongs here, and this is the number 5: put"),
        ("{match}", "{math}", "6:15: there is no value for messages “{math}”; did you"),
        ("id: sorry-if", "id: Sorry if", "3:9: “Sorry if” is no id"),
        ("    any:", "    sources: [PLS]\n    any:", "7:15: there is no source “PLS”; did you"),
        ("    any:", "    channels: [emial]\n    any:", "7:16: there is no channel “emial”"),
        ("    any:", "    moments: [delays]\n    any:", "7:15: there is no moment “delays”"),
        ("    any:", "    needs: [momnet]\n    any:", "7:13: there is no front matter key “mom"),
        ("    any:", "    scope: [publik]\n    any:", "7:13: there is no value “publik”"),
        ("    any:", "    platforms: [x]\n    channels: [email]\n    any:",
         "7:17: none of the rule's channels has the platform “x”"),
        ("    any:", "    unless: ['sorry if']\n    any:", "7:14: “sorry if” is in `any` too"),
        ("    any:", "    examples: [{}]\n    any:", "7:16: an example has a text under `bad`"),
        ("    any:", "    examples: [{bad: a, finds: b}]\n    any:", "7:32: “b” is not in `bad`"),
        ("    any:", "    examples: [{bad: a, with: {channel: fax}}]\n    any:",
         "7:41: there is no channel “fax”"),
        ("pack:", "pakc:", "1:1: this is no file of rules"),
        ("pack: words", "pack: words\nabuot: x", "2:1: there is no key “abuot”; did you mean “"),
        ("  - id", "  - it\n  - id", "3:5: a mapping belongs here, and this is the text “it”"),
        ("message: “{match}”", "message: {match}:", "6:"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_problem_at_its_place(old: str, new: str, said: str) -> None:
    found = mistake(old, new)
    assert len(found) == 1
    assert found[0].startswith(f"words.yaml:{said}") or said.endswith(":")


def test_all_problems_of_all_files_come_at_once() -> None:
    text = RULE.replace("phrase", "fraze").replace("warning", "loud").replace("words", "chat", 1)
    _, problems = load(
        words=text,
        more=RULE.replace("any", "ani").replace("if", "when"),
        base="base: x\npacks: [wrods]",
    )
    assert [(problem.path, problem.line) for problem in problems] == [
        ("base.yaml", 2),
        ("more.yaml", 7),
        ("words.yaml", 4),
        ("words.yaml", 5),
    ]


def test_an_id_is_given_once() -> None:
    _, (problem,) = load(words=RULE, more=RULE.replace("words", "more"))
    assert str(problem).startswith(
        "more.yaml:3:9: the rule “sorry-if” is there already, in words.yaml:3"
    )


def test_an_id_given_twice_is_seen_in_a_rule_with_other_faults() -> None:
    _, problems = load(words=RULE, more=RULE.replace("words", "more").replace("warning", "loud"))
    assert [problem.line for problem in problems] == [3, 5]


def test_a_range_turned_round_is_a_problem() -> None:
    text = RULE.replace("phrase", "count").replace("any:", "min: 5\n    max: 2\n    any:")
    _, problems = load(words=text)
    assert len(problems) == 1
    assert problems[0].line in {7, 8}


def test_a_rule_that_ships_is_held_to_more() -> None:
    shipped = [file._replace(is_shipped=True) for file in files(words=RULE)]
    _, problems = loading.load(shipped)
    lacking = {problem.message.split("`")[1] for problem in problems}
    assert lacking == {"why", "sources", "strength", "limits", "examples"}


@pytest.mark.parametrize(
    "weak", ["strength: C\n    sources: [PL]", "strength: A\n    sources: [OLD]"]
)
def test_weak_evidence_makes_at_most_a_suggestion(weak: str) -> None:
    text = RULE.replace("any:", f"{weak}\n    any:")
    for level, is_wrong in (("warning", True), ("suggestion", False)):
        own = files(words=text.replace("warning", level))
        _, problems = loading.load([file._replace(is_shipped=True) for file in own])
        assert any("at most a suggestion" in problem.message for problem in problems) == is_wrong


def test_bytes_that_are_not_utf8_are_a_problem_with_a_place() -> None:
    _, (problem,) = loading.load([File("a.yaml", b"pack: x\nabout: \xff\nrules: []\n")])
    assert str(problem).startswith("a.yaml:2:1: byte 15 is not UTF-8")


def test_examples_of_own_rules_are_run_where_the_rule_is_sound(tmp_path: Path) -> None:
    sound = RULE.replace("sorry-if", "sound") + "    examples: [{bad: a}]\n"
    faulty = sound.split("rules:\n")[1].replace("sound", "faulty").replace("any:", "ani:")
    pack = tmp_path / "own.yaml"
    pack.write_text(sound + faulty, encoding="utf-8")
    run: list[str] = []

    def selftest(_: Rulebook, rules: tuple[Rule, ...]) -> list[Problem]:
        run.extend(rule.id for rule in rules if rule.examples)
        return [Problem("own.yaml", 1, 1, "fails")]

    _, problems = loading.attempt([pack], use_cache=False, selftest=selftest)
    assert run == ["sound"]
    assert {problem.message for problem in problems} >= {"fails"}
    assert any("did you mean “any”" in problem.message for problem in problems)


def test_a_faulty_rule_is_there_for_what_names_it() -> None:
    book, problems = load(words=RULE.replace("message", "mesage"))
    assert len(problems) == 1
    assert "sorry-if" in book.by_id


def test_a_pack_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="this cannot be read: no such file"):
        loading.read(tmp_path / "none.yaml")
