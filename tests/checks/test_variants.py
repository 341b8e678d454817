"""One wording is too few where it leaves nothing to say to this customer alone."""

from __future__ import annotations

import pytest
from library import found, front

from protolint.checks.variants import Check

LONG = "I am sorry that your sofa came late and that nobody told you why it did. " * 4


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((LONG,), ["0.md"]),
        ((f"{LONG} {{{{one}}}}",), []),
        ((LONG, "It is late."), []),
        ((LONG[:100],), []),
        ((LONG * 2 + "{{one}}",), ["0.md"]),
    ],
)
def test_a_single_wording_has_a_slot_for_each_forty_words(
    texts: tuple[str, ...], expected: list[str]
) -> None:
    files = {
        f"{at}.md": front(text, channel="chat", intent="late") for at, text in enumerate(texts)
    }
    assert [own.script.path for own in found(Check(), files)] == (expected or [])


def test_a_wording_on_another_channel_is_no_variant() -> None:
    files = {
        "a.md": front(LONG, channel="chat", intent="late"),
        "b.md": front(LONG, channel="phone", intent="late"),
    }
    assert [own.script.path for own in found(Check(), files)] == ["a.md", "b.md"]
