"""Intents that nobody listed are told at the front matter that names them."""

import pytest

from protolint.checks._check import View
from protolint.checks.intent import Check
from protolint.script import Metadata, Script, Source, Span

CHECK = Check(known=("refund", "cancel", "order-status"))


def found(front: str, intent: str | None) -> list[tuple[str, str]]:
    text = f"---\n{front}\n---\nIt is here.\nintent: no\n"
    body = text.index("It is")
    metadata = Metadata(intent=intent)
    script = Script("a", "", Source("a.md", text), Span(body, len(text)), metadata, ())
    matches = CHECK.find(View(script, ()), ())
    return [
        (text[own.span.start : own.span.end], own.values["meant"]) for own in matches if own.span
    ]


@pytest.mark.parametrize(
    ("front", "intent", "expected"),
    [
        ("intent: refund", "refund", []),
        ("title: x", None, []),
        ("title: x\nintent: refunds ", "refunds", [("refunds", " (did you mean “refund”?)")]),
        ("intent: weather", "weather", [("weather", "")]),
        ("title: x", "weather", [("", "")]),  # a setting of the project says it
    ],
)
def test_intents(front: str, intent: str | None, expected: list[tuple[str, str]]) -> None:
    assert found(front, intent) == expected
