"""Faults planted in sound call scripts are found at their places, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import protolint

#: What a step that is cut off or a jump that is lost may bring with it.
FOLLOWING = ("unreachable-step",)
CALLS = Path(__file__).parents[1] / "calls"
SCRIPTS = sorted(path.stem for path in CALLS.glob("*.md"))

#: A script, what is written in it, what it is made into, and the rule and place that it breaks.
PLANTED = [
    # a branch that ends with an apology
    ("quotes", "**Otherwise:** transfer to the claims team.", "**Otherwise:** “I am sorry.”",
     "dead-end", "Otherwise:"),
    ("quotes", "*If no:* “You can write to us at any time.” *End the call.*", "*If no:* “I see.”",
     "dead-end", "If no:"),
    ("quotes", "*If they do not match:* go to step 6.\n", "", "missing-else",
     "If both match the order:"),
    ("quotes", "*Skip to Closing.*\n\n## 6", "*Go to step 9.*\n\n## 6", "jump-to-nowhere",
     "Go to step 9"),
    ("quotes", "*If they do not match:* go to step 6.", "*If they do not match:* go to step 3.",
     "unreachable-step", "6. No match"),
    ("brackets", " It is booked. Thank you for calling, take care.", " It is booked.",
     "dead-end", "[If yes,"),
    ("brackets", "[If no:] Then I will ask the desk to find another day. Please hold while I "
     "connect you.\n", "", "missing-else", "[If yes,"),
    ("capitals", "    WENN NEIN: an die Vertragsabteilung weiterleiten\n", "", "missing-else",
     "WENN JA:"),
    ("capitals", "    → Schritt 4\n", "    → Schritt 5\n", "jump-to-nowhere", "→ Schritt 5"),
    ("menu", "If it is in your home, press 2 → [Home](#home). To go back to the main menu, press "
     "star.", "To hear this again, press 2.", "unreachable-step", "Home"),
    ("quotes", "> “I cannot talk about this order without the postcode. Shall we try another one?”",
     "> “Shall we try another one?” Go to step 2.\n\n## 6b. Nothing", "unreachable-step",
     "6b. Nothing"),
    ("labels", " Bye for now!", "", "dead-end", "Repair"),
    ("fences", "[If NO] → Cancel\n```\n\n## Smaller", "```\n\n## Smaller", "missing-else",
     "[If YES]"),
    ("fences", "-> step Smaller plan", "-> step Another club", "unreachable-step", "Smaller plan"),
    ("fences", "[If MOVING] → \"We have forty clubs. Shall I look for one near you?\" -> step "
     "Another club\n", "", "unreachable-step", "Another club"),
    ("numbers", "   - No: transfer to the fraud team", "   - No: go to step 8", "jump-to-nowhere",
     "go to step 8"),
    ("numbers", "   - Caller objects: transfer to a supervisor", "   - Caller objects: “I see.”",
     "dead-end", "Caller objects:"),
    ("numbers", "How can I help?\"\n", "How can I help?\"\n   - Stolen: go to step 4\n   - Other"
     "wise: continue\n", "identity-check-skipped", "Stolen:"),
    ("nested", "     - Go to 4\n", "     - Go to 6\n", "jump-to-nowhere", "Go to 6"),
    ("states", "| | | no | start |", "| | | no | nowhere |", "dead-end", "no"),
    ("links", "*(Anything else)* → [Escalation](#escalation)\n", "", "unreachable-step",
     "Escalation"),
    ("questions", "- Earlier → Book a visit\n", "", "missing-else", "Today"),
    ("bot", "### goodbye\nThanks for flying with Kite. Bye!", "### goodbye\nAnything else?\n→ "
     "options", "endless-loop", "goodbye"),
    ("tapped", " Does that help?\n\n**Buttons:** [Yes, thanks → bye] [No → human]", "", "dead-end",
     "status"),
    ("guide", "IF NO: Let me see what else there is. Go to ENGINEER\n", "", "missing-else",
     "IF YES:"),
    ("guide", "IF NO OUTAGE: I can't see a fault in your area, so let's look at your router. Go to "
     "ROUTER", "IF NO OUTAGE: I can't see a fault in your area. Go to ENGINEER", "unreachable-step",
     "ROUTER"),
    ("wenn", "   WENN NEIN: → weiter mit 5\n```\n\n## 3", "```\n\n## 3", "missing-else",
     "WENN JA:"),
    ("nodes", "| Message taken | → Node 6", "| Message taken | → Node 9", "jump-to-nowhere",
     "→ Node 9"),
    ("numbered-bot", "   - Talk to someone -> 6\n", "", "path-without-a-person", "Bye"),
    ("stage-brackets", '[IF UPSET OR VULNERABLE] "Let me get someone from our care team." '
     "[TRANSFER: CARE TEAM]", '[IF UPSET OR VULNERABLE] "I see."', "dead-end",
     "[IF UPSET OR VULNERABLE]"),
    ("stage-brackets", '[IF CONFIRMED] "Thank you." [GO TO: REASON]', '[IF CONFIRMED] "Thank you." '
     "[GO TO: PLAN]", "unreachable-step", "[REASON]"),
    ("schritte", "*Falls nein:* nach Name und Anschrift fragen, dann weiter mit Schritt 3.\n", "",
     "missing-else", "Falls ja:"),
    ("ticks", "- Yes, they refused → Open dispute\n- Not yet → Agent:", "- Not yet → Agent:",
     "missing-else", "Not yet"),
    ("menu", " Goodbye.\n\n## Home", "\n\n## Home", "dead-end", "Street"),
]  # fmt: skip


def found_in(text: str) -> list[tuple[str, str]]:
    result = protolint.lint_text(text)
    found = [one for one in result.findings if one.category == "flow"]
    assert all(text[one.start : one.end] == one.excerpt for one in found)
    return [(one.rule, one.excerpt) for one in found]


def text_of(name: str) -> str:
    return (CALLS / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_is_wrong_with_the_paths_of_sound_scripts(name: str) -> None:
    assert found_in(text_of(name)) == []


@pytest.mark.parametrize(("name", "old", "new", "rule", "excerpt"), PLANTED)
def test_a_planted_fault_is_found(name: str, old: str, new: str, rule: str, excerpt: str) -> None:
    text = text_of(name)
    assert text.count(old) == 1
    assert (rule, excerpt) in found_in(text.replace(old, new))
    assert {found for found, _ in found_in(text.replace(old, new))} <= {rule, *FOLLOWING}
