"""What a style guide says about words: tables, pairs, lists, and what none of them gives."""

from __future__ import annotations

import pytest

from protolint.rulebook.guide_tables import role_of
from protolint.rulebook.style_guide import gathered


def terms(text: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    return [(term.avoided, term.use, term.why) for term in gathered(text).terms]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Avoid", "avoid"), ("Don’t say", "avoid"), ("Do not use", "avoid"), ("❌", "avoid"),
        ("Instead of", "avoid"), ("Instead of this", "avoid"), ("🚫 Never", "avoid"),
        ("**Bad**", "avoid"), ("Wrong", "avoid"), ("Words to avoid", "avoid"),
        ("Not this", "avoid"),
        ("Off-brand", "avoid"), ("Before", "avoid"),
        ("Use instead", "use"), ("Instead", "use"), ("✅ Do", "use"), ("Say", "use"),
        ("Say this instead", "use"), ("Write", "use"), ("Preferred", "use"), ("Better", "use"),
        ("Replace with", "use"), ("Alternative", "use"), ("After", "use"), ("Good", "use"),
        ("Reason", "why"), ("Why", "why"), ("Why it matters", "why"), ("Notes", "why"),
        ("Term", None), ("Example", None), ("Channel", None),
    ],
)  # fmt: skip
def test_the_head_of_a_column_says_what_it_is_for(head: str, role: str | None) -> None:
    assert role_of(head) == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Avoid | Use instead | Reason |\n|---|---|---|\n| log in | sign in | One verb. |",
         [(("log in",), "sign in", "One verb.")]),
        ("Why | Do | Don't\n:-- | --: | ---\nShorter | **use** | *utilise*",
         [(("utilise",), "use", "Shorter.")]),
        ("| ❌ | ✅ |\n|-|-|\n| “log in”, “login” | `sign in` |",
         [(("log in", "login"), "sign in", "")]),
        ("| Avoid | Use |\n|---|---|\n| cheap / budget<br>low-cost | - |",
         [(("cheap", "budget", "low-cost"), None, "")]),
        ("| Avoid | Use |\n|---|---|\n| parcel, pack | box / crate |",
         [(("parcel", "pack"), None, "Instead: box / crate.")]),
        ("| Channel | Avoid |\n|---|---|\n| chat | dear |", [(("dear",), None, "")]),
        ("| Use | Reason |\n|---|---|\n| please | polite |", []),
        ("❌ package\n✅ parcel", [(("package",), "parcel", "")]),
        ("- ✅ **Do:** “parcel”\n\n- ❌ **Don’t:** “package”", [(("package",), "parcel", "")]),
        ("❌ package → ✅ parcel", [(("package",), "parcel", "")]),
        ("Bad: kindly\nGood: please", [(("kindly",), "please", "")]),
        ("Instead of “reach out”, write “contact”.", [(("reach out",), "contact", "")]),
        ("Say \"refund\", not \"credit memo\".", [(("credit memo",), "refund", "")]),
        ("Don’t say “no worries”. Say “you’re welcome”.",
         [(("no worries",), "you're welcome", "")]),
        ("“ping” → “message”", [(("ping",), "message", "")]),
        ("## Words to avoid\n- synergy\n- ping → message\n- hack: sounds shady\n\n## Tone\n- warm",
         [(("synergy",), None, ""), (("ping",), "message", ""),
          (("hack",), None, "sounds shady.")]),
        ("❌ synergy", [(("synergy",), None, "")]),
        ("```\n❌ a code block\n```", []),
        ("Our tone is warm, and not gushing.", []),
    ],
)  # fmt: skip
def test_terms(text: str, expected: list[tuple[tuple[str, ...], str | None, str]]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("avoid", "reason"),
    [
        ("Sorry for [issue]", "it has a gap"),
        ("“As per our policy we are unable to do anything at all”", "it is a whole sentence"),
        ("Technical jargon", "it describes what to avoid"),
        ("but", "it is too common"),
    ],
)
def test_what_no_term_can_hold_is_told_with_its_line(avoid: str, reason: str) -> None:
    found = gathered(f"| Avoid | Use |\n|---|---|\n| {avoid} | better |")
    assert found.terms == ()
    (unused,) = found.unused
    assert unused.line == 3
    assert unused.reason.startswith(reason)


def test_words_avoided_twice_are_one_term_and_what_is_used_is_none() -> None:
    text = (
        "| Avoid | Use |\n|---|---|\n| login | sign in |\n| Login | log on |\n| sign in | enter |"
    )
    found = gathered(text)
    assert [term.avoided for term in found.terms] == [("login",)]
    assert [(own.text, own.reason) for own in found.unused] == [
        ("sign in", "the guide uses it elsewhere")
    ]


def test_a_guide_without_such_words_gives_nothing() -> None:
    assert gathered("# Our voice\n\nWe are warm.\n") == ((), ())
