"""A brand file alone changes what is found: per channel, in both directions."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec import structs

from protolint.linting.file_pass import lint_source
from protolint.linting.look import Look
from protolint.linting.plan import Plan
from protolint.linting.report import Report
from protolint.linting.run import Held, report
from protolint.rulebook import brand_loading
from protolint.rulebook.loading import rulebook
from protolint.rulebook.page import Page
from protolint.rulebook.profile import profiles
from protolint.rulebook.project import Project
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Source


@cache
def shipped() -> Rulebook:
    """The rules that ship, before they are made ready to be kept: a brand changes them first."""
    return rulebook(use_cache=False)


#: The rules that a brand makes or changes; what others find in these scripts is their matter.
WATCHED = {
    "altered-text", "avoided-term", "conditional-contraction", "contraction", "emoji-overuse",
    "exclamation-overuse", "filler", "long-sentence", "missing-greeting", "misspelt-name",
    "negative-contraction", "unknown-intent", "unlisted-promise", "we-only", "wrong-greeting",
    "wrong-link", "wrong-phone-number", "wrong-pronoun", "wrong-time-frame",
}  # fmt: skip


def branded(text: str) -> Rulebook:
    """The shipped rules with a brand."""
    page = Page("brand.yaml", f"brand: Acme\n{text}\n".encode())
    book = structs.replace(shipped(), brand=brand_loading.taken(page))
    book = brand_loading.applied(book, page, "en")
    assert page.problems == []
    return book


def reported(brand: str, text: str, project: Project, **front: str) -> Report:
    book = branded(brand) if brand else shipped()
    held = Held(project, book, Plan(book.rules, profiles(book, project), book.lexicons))
    given = "".join(f"{key}: {value}\n" for key, value in front.items())
    source = Source("a.md", f"---\n{given}---\n\n{text}\n")
    return report(held, Look([lint_source(source, held.work(None))], []))


def found(brand: str, text: str, project: Project | None = None, **front: str) -> list[str]:
    """The rules that a script breaks, with the words."""
    said = reported(brand, text, project or Project(), **front)
    assert said.problems == ()
    return [f"{own.rule}: {own.excerpt}" for own in said.findings if own.rule in WATCHED]


@pytest.mark.parametrize(
    ("brand", "text", "front", "expected"),
    [
        # what the default allows, and a brand forbids
        ("terms: [{use: parcel, not: [package]}]", "Your packages are here.", {},
         ["avoided-term: packages"]),
        ("names: [iPhone]", "The Iphone from https://a.example/iphone", {},
         ["misspelt-name: Iphone"]),
        ("budgets: {exclamation: {default: 0}}", "Here!", {}, ["exclamation-overuse: !"]),
        ("budgets: {exclamation: {social: 0}}", "Here!", {"channel": "social"},
         ["exclamation-overuse: !"]),
        ("budgets: {exclamation: {social: 0}}", "Here!", {"channel": "chat"}, []),
        ("budgets: {emoji: {default: 1, notice: 0}}", "Here 🎉", {"moment": "notice"},
         ["emoji-overuse: 🎉"]),
        ("budgets: {emoji: {default: 1, notice: 0}}", "Here 🎉", {}, []),
        ("contractions: positive", "You can’t, and it’s fine.", {"channel": "chat"},
         ["negative-contraction: can’t"]),
        ("contractions: none", "It’s here.", {}, ["contraction: It’s"]),
        ("pronouns: {organisation: we}", "I sent it.", {"author": "organisation"},
         ["wrong-pronoun: I"]),
        ("pronouns: {organisation: we}", "I sent it.", {"author": "agent"}, []),
        ("pronouns: {agent: I}", "We sent it today.", {"author": "agent", "channel": "chat"},
         ["we-only: "]),
        ("pronouns: {agent: I}", "Yes, until 3 May.", {"author": "agent", "channel": "chat"}, []),
        ("greetings: {email: ['Hi {name},']}", "Dear {{name}},\n\nIt is here.",
         {"channel": "email"}, ["wrong-greeting: Dear {{name}},"]),
        ("greetings: {email: ['Hi {name},']}", "It is here.", {"channel": "email"},
         ["missing-greeting: "]),
        ("greetings: {email: ['Hi {name},']}", "It is here.", {"channel": "chat"}, []),
        ("greetings: {email: ['Hi {name},']}", "It is here.",
         {"channel": "email", "moment": "notice"}, []),
        ("greetings: {email: ['Hi {name},']}", "It is here.",
         {"channel": "email", "shape": "fragment"}, []),
        ("reading: {email: {sentence_words: 5}}", "It is here since six today.",
         {"channel": "email"}, ["long-sentence: It is here since six today."]),
        ("reading: {email: {sentence_words: 5}}", "It is here since six today.",
         {"channel": "chat"}, []),
        ("intents: [refund]", "It is here.", {"intent": "refunds"}, ["unknown-intent: refunds"]),
        ("verbatim: [{id: law, text: Calls are recorded for training.}]",
         "Calls may be recorded for training.", {},
         ["altered-text: Calls may be recorded for training."]),
        # what the default forbids, and a brand allows
        ("", "Hi! It! Is! Here!", {}, ["exclamation-overuse: !"]),
        ("budgets: {exclamation: {default: 9}}", "Hi! It! Is! Here!", {}, []),
        ("budgets: {exclamation: {chat: 9}}", "Hi! It! Is! Here!", {"channel": "chat"}, []),
        ("budgets: {exclamation: {chat: 9}}", "Hi! It! Is! Here!", {"channel": "email"},
         ["exclamation-overuse: !"]),
        ("", "Rest assured, it is here.", {}, ["filler: Rest assured"]),
        ("terms: [{use: rest assured, not: [never fear]}]", "Rest assured, it is here.", {}, []),
        ("", "There’ll be a text.", {"channel": "email"}, ["conditional-contraction: There’ll"]),
        ("contractions: all", "There’ll be a text.", {"channel": "email"}, []),
        ("", "Please be advised that calls are recorded.", {}, ["filler: Please be advised that"]),
        ("verbatim: [{id: law, text: Please be advised that calls are recorded.}]",
         "Please be advised that calls are recorded.", {}, []),
    ],
)  # fmt: skip
def test_a_brand_changes_what_is_found(
    brand: str, text: str, front: dict[str, str], expected: list[str]
) -> None:
    assert found(brand, text, **front) == expected


FACTS = """\
facts:
  - {about: refund, times: [2 business days]}
  - {about: contact, phones: [0800 123 456], links: [acme.example/help]}
"""


@pytest.mark.parametrize(
    ("text", "front", "expected"),
    [
        ("We will refund you within 24 hours.", {}, ["wrong-time-frame: 24 hours"]),
        ("You will have the money within 24 hours.", {"intent": "refund"},
         ["wrong-time-frame: 24 hours"]),
        ("We will refund you within two working days.", {}, []),
        ("We will send it within 24 hours.", {}, ["unlisted-promise: 24 hours"]),
        ("Call us on 0800 123 456.", {}, []),
        ("Call us on 0800 123 457.", {}, ["wrong-phone-number: 0800 123 457"]),
        ("Contact us at acme.example/chat today.", {}, ["wrong-link: acme.example/chat"]),
    ],
)  # fmt: skip
def test_only_what_the_brand_states_may_be_stated(
    text: str, front: dict[str, str], expected: list[str]
) -> None:
    assert found(FACTS, text, **front) == expected


def test_traits_without_rules_are_told_as_unchecked() -> None:
    said = reported("voice: [{is: dry}, {is: warm, rules: [hype]}]", "It is here.", Project())
    assert said.unchecked == ("dry",)


def test_a_project_beats_its_brand() -> None:
    brand = "budgets: {exclamation: {default: 0, chat: 1}}"
    project = Project(rules={"exclamation-overuse": "off"})
    assert found(brand, "Here!", project) == []
