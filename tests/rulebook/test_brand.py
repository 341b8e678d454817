"""Brand files: every mistake in one run at its place, and the rules that a brand makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from small_rulebook import RULE, files

from protolint.rulebook import loading, shipped, storing
from protolint.rulebook.brand_rules import with_brand
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project_loading import open_project
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.rulebook.shipped import File
from protolint.text.lexicon import Lexicon

COUNTS = """\
pack: voice
rules:
  - {id: exclamation-overuse, check: count, level: suggestion, message: x,
     of: exclamation-marks, max: 3}
  - {id: cheer-in-bad-news, check: phrase, level: warning, message: x,
     any: ['!+'], moments: [complaint]}
  - {id: long-sentence, check: length, level: warning, message: x,
     of: sentence, unit: words, max: 25}
  - {id: we-only, check: count, level: 'off', message: x, any: [I], min: 1, authors: [agent]}
"""


LEXICONS = (Lexicon(lexicon="en"), Lexicon(lexicon="de"))


def book(text: str, **packs: str) -> tuple[Rulebook, list[str]]:
    """The small rulebook with a brand, and what is wrong with the brand."""
    own = [one._replace(is_shipped=True) for one in files(**packs)]
    found, problems = loading.load(own, File("brand.yaml", f"brand: Acme\n{text}".encode()))
    said = [own for own in problems if own.path == "brand.yaml"]
    return found, [f"{own.line}:{own.column}: {own.message}" for own in said]


def rules(text: str, name: str, **packs: str) -> list[Rule]:
    found, problems = book(text, **packs)
    assert problems == []
    return [rule for rule in found.rules if rule.id == name]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vioce: []", "2:1: there is no key “vioce”; did you mean “voice”?"),
        ("voice: [{not: dull}]", "2:10: the key “is” is missing"),
        ("voice: [{is: dry, rules: [sory-if]}]",
         "2:27: there is no rule “sory-if”; did you mean “sorry-if”?"),
        ("terms: [{use: sign in}]", "2:10: the key “not” is missing"),
        ("terms: [{not: []}]", "2:15: this is empty"),
        ("terms: [{use: app, not: [App]}]", "2:26: “App” is avoided here, and used by a term"),
        ("terms: [{not: [cheap]}, {not: [Cheap]}]", "2:32: “Cheap” is avoided in term 1 already"),
        ("names: [iPhone, Iphone]", "2:17: “Iphone” and “iPhone” are one name in two spellings"),
        ("pronouns: {agents: I}", "2:12: there is no value “agents”; did you mean “agent”?"),
        ("pronouns: {agent: You}", "2:19: there is no value “You”"),
        ("contractions: some", "2:15: there is no value “some”"),
        ("budgets: {emoji: {socail: 1}}",
         "2:19: there is no channel or moment “socail”; did you mean “social”?"),
        ("budgets: {emoji: {social: -1}}", "2:27: -1 is less than the least allowed, 0"),
        ("greetings: {fax: [Hi]}", "2:13: there is no channel “fax”"),
        ("greetings: {email: ['Hi {name']}", "2:21: a brace here belongs to no slot"),
        ("sign_offs: {email: ['--']}", "2:21: there is no word in this"),
        ("facts: [{about: refund}]", "2:9: nothing is stated about “refund”: add times"),
        ("facts: [{about: refund, times: [soon]}]", "2:33: “soon” is no length of time"),
        ("facts: [{about: refund, amounts: [much]}]", "2:35: “much” is no amount"),
        ("facts: [{about: refund, phones: [us]}]", "2:34: “us” is no telephone number"),
        ("facts: [{about: refund, links: [here]}]", "2:33: “here” is no address"),
        ("reading: {emial: {smog: 8}}", "2:11: there is no channel “emial”"),
        ("reading: {email: {grade: 8}}", "2:19: there is no reading target “grade”"),
        ("reading: {email: {smog: 0}}", "2:25: 0.0 is too little"),
        ("verbatim: [{id: a, text: x y}, {id: a, text: z}]", "2:37: the text “a” is there already"),
        ("moves: {apologies: [soz]}",
         "2:9: there is no value “apologies”; did you mean “apology”?"),
        ("moves: {apology: ['…']}", "2:19: there is no word in this"),
        ("moves: {apology: ['no, really']}", "2:19: “no, really” is more than a clause"),
        ("moments: [complaint]", "2:11: the moment “complaint” is there for every brand"),
        ("intents: [Re Fund]", "2:11: “Re Fund” is no name: small letters"),
        ("- a: 1", "2:1: "),
    ],
)  # fmt: skip
def test_one_mistake_is_one_problem_at_its_place(text: str, said: str) -> None:
    _, found = book(text, words=RULE)
    assert len(found) == 1
    assert found[0].startswith(said)


def test_all_mistakes_come_at_once() -> None:
    text = (
        "contractions: some\nmoments: [hold]\ngreetings: {fax: [Hi]}\nnames: 3\n"
        "facts: [{about: x, times: [soon, 2 days], phones: [us]}]\n"
    )
    _, found = book(text)
    places = ["2:15:", "3:11:", "4:13:", "5:8:", "6:28:", "6:52:"]
    assert [own.split(" ")[0] for own in found] == places


def test_a_budget_changes_the_rule_that_ships_per_channel_and_moment() -> None:
    text = "budgets: {exclamation: {default: 1, social: 2, complaint: 1, delay: 0}}"
    found = {rule.variant: rule for rule in rules(text, "exclamation-overuse", voice=COUNTS)}
    assert {name: rule.given["max"] for name, rule in found.items()} == {
        "": 1, "social": 2, "delay": 0, "complaint": 1,
    }  # fmt: skip
    assert found[""].except_channels == ("social",)
    assert found[""].except_moments == ("delay", "complaint")
    assert (found["social"].channels, found["social"].except_moments) == (
        ("social",),
        ("delay", "complaint"),
    )
    assert (found["complaint"].moments, found["complaint"].except_moments) == (
        ("complaint",),
        ("delay",),
    )
    assert {rule.brand_level for rule in found.values()} == {"warning"}
    (cheer,) = rules(text, "cheer-in-bad-news", voice=COUNTS)
    assert cheer.except_moments == ("complaint",)


def test_without_a_default_the_shipped_rule_stays_for_all_else() -> None:
    usual, social = rules(
        "budgets: {exclamation: {social: 9}}", "exclamation-overuse", voice=COUNTS
    )
    assert (usual.given["max"], usual.except_channels, usual.brand_level) == (3, ("social",), None)
    assert social.given["max"] == 9


def test_a_budget_needs_no_shipped_rule() -> None:
    (rule,) = rules("budgets: {emoji: {default: 0}}", "emoji-overuse")
    assert (rule.category, rule.given, rule.brand_level) == (
        "brand", {"of": "emoji", "per": "script", "max": 0}, "warning",
    )  # fmt: skip


def test_reading_targets_hold_on_their_channel() -> None:
    text = "reading: {email: {sentence_words: 12, smog: 9}, social: {flesch_reading_ease: 60}}"
    usual, email = rules(text, "long-sentence", voice=COUNTS)
    assert (usual.given["max"], usual.except_channels) == (25, ("email",))
    assert (email.given["max"], email.channels) == (12, ("email",))
    grades = {rule.variant: rule.given for rule in rules(text, "grade-level", voice=COUNTS)}
    del grades[""]
    assert grades == {
        "email-smog": {"metric": "smog", "max": 9},
        "social-flesch_reading_ease": {"metric": "flesch_reading_ease", "min": 60},
    }


def test_a_trait_turns_its_rules_on_and_one_without_is_unchecked() -> None:
    text = "voice: [{is: warm, not: gushing, rules: [we-only]}, {is: dry}, {is: calm, not: cold}]"
    (rule,) = rules(text, "we-only", voice=COUNTS)
    assert rule.brand_level == "on"
    found, _ = book(text, voice=COUNTS)
    assert found.brand is not None
    assert found.brand.unchecked == ("dry", "calm, not cold")


def test_a_brand_widens_moves_in_its_language() -> None:
    found, problems = book("moves: {responsibility: [That’s  on us (all of it)]}", words=RULE)
    assert problems == []
    assert found.brand
    own = with_brand(structs.replace(found, lexicons=LEXICONS), found.brand, "en-GB")
    cues = [lexicon.moves.get("responsibility", ()) for lexicon in own.lexicons]
    assert [[cue.any for cue in made] for made in cues] == [
        [(r"That's on us \(all of it\)",)],
        [],
    ]


def test_a_brand_has_a_pack_and_moments_of_its_own() -> None:
    pack = RULE.replace("    any:", "    moments: [bereavement]\n    any:")
    found, problems = book("moments: [bereavement]\nnames: [iPhone]", words=pack)
    assert problems == []
    assert "brand" in found.pack_names
    assert found.allowed["moment"][-1] == "bereavement"
    assert found.by_id["sorry-if"].moments == ("bereavement",)


def test_the_digest_names_the_brand_too() -> None:
    assert len({book(text)[0].digest for text in ("names: [A]", "names: [B]", "names: [A]")}) == 2


PROJECT = "brand: b/brand.yaml\nsettings: {'x/**': {moment: bereavement}}\n"
BRAND = "brand: Acme\nmoments: [bereavement]\nprotocols: [loss.yaml]\n"
PROTOCOL = """\
protocol: loss
moments: [bereavement]
about: Somebody died.
parts: [{move: acknowledgement}]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = files(words=RULE)
    monkeypatch.setattr(shipped, "files", lambda: tuple(own))
    monkeypatch.setattr(storing, "cache_folder", lambda: tmp_path / "cache")
    (tmp_path / "b").mkdir()
    for name, text in {"protolint": PROJECT, "b/brand": BRAND, "b/loss": PROTOCOL}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "protolint.yaml"


def test_a_project_has_its_brand_and_the_brand_its_protocols(project: Path) -> None:
    _, found = open_project(project, selftest=lambda *_: [])
    assert found.brand is not None
    assert found.by_id["missing-acknowledgement"].moments == ("bereavement",)
    assert open_project(project, selftest=lambda *_: [])[1] == found  # now from the cache


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("b/brand.yaml", "brand: Acme\nmoments: [loss]\n", "no moment “bereavement”"),
        ("b/loss.yaml", "protocol: loss\n", "the key “parts” is missing"),
        ("b/brand.yaml", BRAND.replace("loss.yaml", "none.yaml"), "none.yaml: this cannot be read"),
        ("b/brand.yaml", "brand: [", "b/brand.yaml:1:9: this does not fit"),
        ("protolint.yaml", PROJECT.replace("brand.yaml", "none.yaml"), "b/none.yaml: this cannot"),
    ],
)
def test_what_changes_in_a_brand_is_read_again(
    project: Path, name: str, text: str, said: str
) -> None:
    open_project(project, selftest=lambda *_: [])
    (project.parent / name).write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        open_project(project, selftest=lambda *_: [])
    assert said in str(caught.value)


def test_variants_share_an_id_and_no_key() -> None:
    text = (
        "budgets: {emoji: {default: 0, social: 2, complaint: 1}}\n"
        "greetings: {email: [Hi], social: [Hey]}"
    )
    found, _ = book(text)
    keys = [rule.key for rule in found.rules]
    assert len(set(keys)) == len(keys) > len({rule.id for rule in found.rules})
    assert structs.replace(found.rules[0], variant="x").key.endswith("/x")
