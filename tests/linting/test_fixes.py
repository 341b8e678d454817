"""Fixes in Markdown of all sorts: what they change, what they leave, and that they come to rest."""

from __future__ import annotations

import random
from typing import Any

import pytest

from protolint.checks import characters, substitution, verbatim
from protolint.checks._check import Check
from protolint.linting.file_pass import lint_source
from protolint.linting.finding import Finding, Fix, SourceEdit
from protolint.linting.fixes import chosen, fixable, mend
from protolint.linting.plan import Plan
from protolint.linting.work import Work
from protolint.readers.markdown import read
from protolint.rulebook.rule import rule_of
from protolint.script import Settings, Source


def swaps(id_: str = "swaps", **given: str) -> tuple[Check, dict[str, Any]]:
    return substitution.Check(swaps=given, safety="safe"), {"id": id_}


SMS = (characters.Check(outside="gsm-7"), {"id": "sms"})


def work(*rules: tuple[Check, dict[str, Any]], **front: str) -> Work:
    made = tuple(rule_of(check, **fields) for check, fields in rules)
    plan = Plan(made, {None: {rule.key: rule.level for rule in made}})
    return Work(plan, lambda path: Settings(defaults=dict(front)), 10**6)


def mended(text: str, own: Work, *, unsafe: bool = False) -> str:
    def wanted(finding: Finding, fix: Fix) -> bool:
        return unsafe or fix.safety == "safe"

    once = mend(Source("a.md", text), own, wanted).text
    assert mend(Source("a.md", once), own, wanted).text == once
    return once


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Log on now.", "Sign in now."),
        ("# Log on\r\n\r\n* **log on** 😀\r\n", "# Sign in\r\n\r\n* **sign in** 😀\r\n"),
        ("| a | b |\n|---|---|\n| log on | x |\n", "| a | b |\n|---|---|\n| sign in | x |\n"),
        ("<p>Then log on.</p>\n", "<p>Then sign in.</p>\n"),
        ("---\nsubject: 'We''ll log on'\n---\nHi.", "---\nsubject: 'We''ll sign in'\n---\nHi."),
        ("[log on](https://a.example/log-on)", "[sign in](https://a.example/log-on)"),
        ("![log on](a.png)", None),
        ("`log on` {{ log on }} <!-- log on -->", None),
        ("```\nlog on\n```\n", None),
        ("    log on\n", None),
        ("Go to https://a.example/log on/x", "Go to https://a.example/log on/x"),
        ("log *on*", None),
        ("log\non", None),
        ("log&nbsp;on", None),
        ("> please log on\nnow log on", None),
        ("1. > please log on", None),
        (
            "<blockquote>\nlog on\n</blockquote>\n\nlog on",
            "<blockquote>\nlog on\n</blockquote>\n\nsign in",
        ),
        ("<!-- protolint allow swaps: they say so -->\nLog on.", None),
        ("---\nchannel: [\n---\nLog on.", None),
    ],
)
def test_only_words_that_are_said_are_changed(text: str, after: str | None) -> None:
    scope = ("public", "heading", "subject")
    check, fields = swaps(**{"log on": "sign in"})
    assert mended(text, work((check, {**fields, "scope": scope}))) in (after or text, text)
    if after:
        assert mended(text, work((check, {**fields, "scope": scope}))) == after


def test_a_quote_is_the_customers_unless_quotes_are_what_is_said() -> None:
    own = swaps(**{"log on": "sign in"})
    assert mended("> Log on.", work(own)) == "> Log on."
    assert mended("> Log on.", work(own, container="quote")) == "> Sign in."


@pytest.mark.parametrize(
    ("text", "new", "after"),
    [
        ("Say it.", "a*b*c", r"Say a\*b\*c."),
        ("Say it.", "a_b", "Say a_b."),
        ("Say it.", "_b_", r"Say \_b\_."),
        ("Say it.", "`b`", r"Say \`b\`."),
        ("Say it.", "<b>", r"Say \<b>."),
        ("Say it.", "AT&T", "Say AT&T."),
        ("Say it.", "&amp;", r"Say \&amp;."),
        ("Say it.", "~~b~~", r"Say \~~b\~~."),
        ("Say it.", "a\\b", r"Say a\b."),
        ("Say it.", "a\\", "Say a\\\\."),
        ("It is.", "1. One", r"1\. One is."),
        ("It is.", "- One", r"\- One is."),
        ("It is.", "# One", r"\# One is."),
        ("It is.", "> One", r"\> One is."),
        ("- It is.", "+ One", r"- \+ One is."),
        ("| it |\n|---|\n| x |", "a|b", "| a\\|b |\n|---|\n| x |"),
        ("---\nsubject: 'Is it'\n---\nHi.", "he's", "---\nsubject: 'Is he''s'\n---\nHi."),
        ('---\nsubject: "Is it"\n---\nHi.', '"\\', '---\nsubject: "Is \\"\\\\"\n---\nHi.'),
        ("---\nsubject: Is it\n---\nHi.", "a: b", "---\nsubject: Is it\n---\nHi."),
        ("Say it.", "{{x}}", "Say it."),
        ("See [it](x.md).", "a](b", "See [it](x.md)."),
    ],
)
def test_a_replacement_reads_as_it_was_meant_or_is_not_made(
    text: str, new: str, after: str
) -> None:
    check, fields = swaps(it=new)
    own = work((check, {**fields, "scope": ("public", "heading", "subject")}))
    assert mended(text, own) == after


def finding(start: int, end: int, rule: str = "a", level: str = "warning") -> Finding:
    return Finding(
        rule, "test", level, (None,), "s", "s.md", 1, 1, 1, 1, start, end, "x", "x", (),  # type: ignore[arg-type]
        Fix("safe", (SourceEdit(start, end, rule),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "picked"),
    [
        ([finding(0, 4), finding(2, 6, "b")], ["a"]),
        ([finding(0, 4), finding(0, 6, "b", "error")], ["b"]),
        ([finding(0, 4), finding(0, 6, "b")], ["b"]),
        ([finding(0, 4), finding(4, 6, "b"), finding(7, 8, "c")], ["a", "c"]),
        ([finding(0, 4, "b"), finding(0, 4)], ["a"]),
    ],
)
def test_of_edits_that_overlap_one_goes_first(given: list[Finding], picked: list[str]) -> None:
    assert [own.rule for own in chosen(given)] == picked
    assert [own.rule for own in chosen(reversed(given))] == picked


def test_what_a_fix_makes_is_mended_too() -> None:
    assert mended("One.", work(swaps(one="two"), swaps("b", two="three"))) == "Three."


@pytest.mark.parametrize(
    "circle", [{"one": "two", "two": "one"}, {"one": "one one"}, {"a": "b", "b": "c", "c": "a"}]
)
def test_rules_that_undo_each_other_are_left_out(circle: dict[str, str]) -> None:
    rules = [swaps(f"r{number}", **{old: new}) for number, (old, new) in enumerate(circle.items())]
    text = "One day, a call at ten."
    assert mended(text, work(*rules, swaps("d", call="visit"))) == text.replace("call", "visit")


def test_texts_that_are_given_to_the_letter_stay() -> None:
    notice = verbatim.Text(id="notice", text="It’s recorded.")
    own = work(
        (verbatim.Check(texts=(notice,)), {"id": "verbatim"}), (SMS[0], {"category": "channel"})
    )
    assert mended("It’s recorded. It’s on.", own) == "It’s recorded. It's on."


BITS = (
    "It’s", "“fine”", "*so – so*", "**now…**", "`it’s`", "{{ name’s }}", "😀", "https://a.example/’",
    "&rsquo;", "\\’", "[we’re here](x.md ‘t’)", "<b>it’s</b>", "per annum", "_per_ annum", "e.g.",
    "~~‘no’~~", "![’](i.png)", "<!-- ’ -->", "(’)", "a\\", "l’*’*",
)  # fmt: skip
BLOCKS = (
    "{}", "# {}", "> {}", "- {}\n  {}", "1. {}\n\n   {}", "| {} | {} |\n|---|---|\n| {} | {} |",
    "{}\n{}", "{}  \n{}", "```\n{}\n```", "    {}", "<div>\n{}\n</div>", "{}\n===", "- [ ] {}",
    "{{% if x %}}{}{{% else %}}{}{{% endif %}}",
)  # fmt: skip


def text_of(dice: random.Random) -> str:
    def line() -> str:
        return " ".join(dice.choices(BITS, k=dice.randint(1, 5)))

    blocks = [dice.choice(BLOCKS) for _ in range(dice.randint(1, 5))]
    text = "\n\n".join(block.format(*(line() for _ in range(4))) for block in blocks)
    front = dice.choice(["", "---\nsubject: It’s “here”\n---\n\n", "---\nid: ’\n---\n"])
    return (front + text).replace("\n", dice.choice(["\n", "\r\n"]))


@pytest.mark.parametrize("seed", range(150))
def test_only_what_was_reported_is_touched(seed: int) -> None:
    dice = random.Random(seed)
    text = text_of(dice)
    own = work(SMS, swaps(**{"per annum": "a year", r"e\.g\.": "for *example*"}))
    source = Source("a.md", text)
    findings = [one for one in fixable(lint_source(source, own)) if one.fix]
    once = mended(text, own)
    kept, at = [], 0
    for edit in sorted((edit.start, edit.end) for one in findings for edit in one.fix.edits):  # type: ignore[union-attr]
        kept.append(text[at : edit[0]])
        at = edit[1]
    at_new = 0
    for part in [*kept, text[at:]]:
        found = once.find(part, at_new)
        assert found >= 0, (part, once)
        at_new = found + len(part)
    assert once.endswith(text[at:])
    before, after = (read(Source("a.md", one), Settings()).scripts[0] for one in (text, once))
    tokens = [[own.raw for own in one.prose.opaques.values()] for one in before.stretches]
    assert [[own.raw for own in one.prose.opaques.values()] for one in after.stretches] == tokens
    assert [one.kind for one in before.stretches] == [one.kind for one in after.stretches]


LIBRARY = """\
# Macros

Log on before you send one.

## Log on: first time

**Use when:** they cannot log on.
**Subject:** How to log on

> Please log on here. *(log on for the customer first)*

*Internal: log on as admin.*

## Again

> Log on again, please.
"""
FENCES = """\
# Templates

## One

> When they log on.

```
Please log on.
```

## Two

```
Thanks, now log on.
```

## Three

```
Hi! You can log on.
```
"""


def test_of_a_library_only_what_is_said_is_changed() -> None:
    own = swaps(**{"log on": "sign in"})
    after = LIBRARY.replace("Please log on", "Please sign in").replace(
        "Log on again", "Sign in again"
    )
    assert mended(LIBRARY, work(own)) == after
    scope = ("public", "heading", "note", "direction")
    assert mended(LIBRARY, work((own[0], {**own[1], "scope": scope}))) == after
    assert mended(FENCES, work(own)) == FENCES.replace(" log on.\n```", " sign in.\n```")


def test_what_is_copied_from_a_fence_has_no_escapes() -> None:
    assert mended(FENCES, work(swaps(**{"log on": "a*b*c"}))) == FENCES
