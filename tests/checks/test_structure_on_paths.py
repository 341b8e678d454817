"""Parts of a protocol on every path of a call script, and their order on each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import protolint

PROTOCOL = """\
protocol: claim-call
about: A claim by phone.
channels: [phone]
shapes: [call-script]
parts:
  - {name: identity check, any: ['date of birth']}
  - {name: terms, any: ['fourteen days']}
order: [identity check, terms]
"""
CALL = """\
---
channel: phone
shape: call-script
---
## Opening

“Thank you for calling Ashgrove Cover. Is it about a claim?”

- Yes: go to Check
- No: go to Other

## Check

“What is your date of birth?”

## Terms

“You can withdraw within fourteen days.” Go to Goodbye.

## Other

“What is your date of birth? And the number? You can withdraw within fourteen days.”

## Goodbye

“Thank you for your time. Goodbye.”
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claim.yaml").write_text(PROTOCOL, encoding="utf-8")
    Path("brand.yaml").write_text("brand: Ashgrove\nprotocols: [claim.yaml]\n", encoding="utf-8")
    Path("protolint.yaml").write_text("brand: brand.yaml\n", encoding="utf-8")


def found_in(text: str) -> dict[str, tuple[int, str]]:
    result = protolint.lint_text(text, path="call.md", project="protolint.yaml")
    own = ("missing-identity-check", "missing-terms", "out-of-order")
    return {one.rule: (one.line, one.message) for one in result.findings if one.rule in own}


def test_a_script_with_all_parts_on_every_path_is_sound() -> None:
    assert found_in(CALL) == {}


def test_a_part_that_one_path_lacks_is_missing_at_the_end_of_that_path() -> None:
    text = CALL.replace(" You can withdraw within fourteen days.”\n\n## Good", "”\n\n## Good")
    line, message = found_in(text)["missing-terms"]
    assert line == text[: text.index("Goodbye.”")].count("\n") + 1
    assert "on the path Opening (“No”) → Other → Goodbye" in message


def test_parts_that_come_turned_on_one_path_are_out_of_order_there() -> None:
    asked = "What is your date of birth? And the number?"
    told = "You can withdraw within fourteen days."
    text = CALL.replace(f"{asked} {told}", f"{told} {asked}")
    line, message = found_in(text)["out-of-order"]
    assert (
        line == text[: text.index("“You can withdraw within fourteen days. What")].count("\n") + 1
    )
    assert "comes before the identity check on the path Opening (“No”) → Other" in message


def test_a_path_that_hands_over_may_lack_what_another_person_says() -> None:
    text = CALL.replace("- No: go to Other", "- No: transfer to the front desk").replace(
        CALL[CALL.index("## Other") : CALL.index("## Goodbye")], ""
    )
    assert found_in(text) == {}
