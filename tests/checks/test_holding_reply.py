"""A failure needs something to say before its cause is known."""

from __future__ import annotations

import pytest
from library import found, front

from protolint.checks.holding_reply import Check

CHECK = Check(failures=("service-failure",))


def failure(text: str, intent: str = "outage", moment: str = "service-failure") -> str:
    return front(text, intent=intent, moment=moment)


def test_intents_without_a_holding_reply_are_told_together() -> None:
    files = {
        "a.md": failure("It works again."),
        "b.md": failure("It works again, on all phones."),
        "c.md": failure("Your letter is found.", intent="lost"),
        "d.md": failure("Your order is here.", intent="order", moment="routine"),
    }
    (match,) = found(CHECK, files)
    assert match.values["intents"] == "“outage”, “lost”"
    assert match.script.path == "a.md"
    assert [script.path for script, _ in match.related] == ["c.md"]


@pytest.mark.parametrize(
    "text",
    [
        "We are working on it.",
        "We’re still looking into what broke.",
        "The next update comes at noon.",
        "We’ll keep you posted.",
    ],
)
@pytest.mark.parametrize("intent", ["outage", ""])
def test_a_holding_reply(text: str, intent: str) -> None:
    files = {"a.md": failure("It works again."), "b.md": front(text, intent=intent)}
    assert found(CHECK, files) == []
