"""Texts with slots, as patterns."""

import pytest

from protolint.script import OPAQUE
from protolint.text.patterns import compile_pattern
from protolint.text.slots import slot_faults, slot_pattern

NAME = OPAQUE["placeholder"]


@pytest.mark.parametrize(
    ("text", "said", "matched"),
    [
        ("Hi {name},", f"Hi {NAME}, it is here.", f"Hi {NAME},"),
        ("Hi {name},", f"Hi {NAME} {NAME}, it", f"Hi {NAME} {NAME},"),
        ("Hi {name},", "hi  Ana Lee, it", "hi  Ana Lee,"),
        ("Hi {name},", "Hi Ana Maria Lee, it", None),
        ("Hi {first name}, this is {a.b}.", "Hi Ana, this is Jo.", "Hi Ana, this is Jo."),
        ("It’s (you)?", "it's (you)?", "it's (you)?"),
        ("^{initials}", "^AB", "^AB"),
    ],
)
def test_slots(text: str, said: str, matched: str | None) -> None:
    found = compile_pattern(slot_pattern(text)).search(said)
    assert (found.group() if found else None) == matched


@pytest.mark.parametrize(
    ("text", "is_faulty"),
    [
        ("Hi {name}", False),
        ("Hi {name", True),
        ("Hi {{name}}", True),
        ("Hi {}", True),
        ("Hi", False),
    ],
)
def test_a_brace_that_is_no_slot_is_a_fault(text: str, is_faulty: bool) -> None:
    assert slot_faults(text) is is_faulty
