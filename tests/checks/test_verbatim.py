"""Texts that are used to the letter: a word changed is found, and the exact text is spared."""

import pytest

from protolint.checks.verbatim import Check, Text

RECORDED = "Calls are recorded for training."
RIGHTS = (
    "You may cancel within 14 days of receiving the goods. "
    "We refund you no later than 14 days after you tell us."
)
WRONG = RIGHTS.replace("no later than 14", "within 30")
CHECK = Check(
    texts=(
        Text(id="recording-notice", text=RECORDED),
        Text(id="rights", text=RIGHTS),
        Text(id="sender", text="{name} sent you this because you asked {company} for news."),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Hello. {RECORDED} How are you?", []),
        ("Hello. Calls may be recorded for training. How are you?",
         ["Calls may be recorded for training."]),
        ("calls are recorded for training.", ["calls are recorded for training."]),
        ("Your calls reach us. We recorded a song for the training of dogs.", []),
        (RIGHTS, []),
        (WRONG, [WRONG]),
        ("{{user}} sent you this because you asked Acme for news.", []),
        ("{{user}} sent you this because you asked Acme for money.",
         ["{{user}} sent you this because you asked Acme for money."]),
        (f"{RECORDED} Again: calls are recorded for training purposes.",
         ["Again: calls are recorded for training purposes."]),
        (f"{RECORDED} Calls are rare.", []),
    ],
)  # fmt: skip
def test_near_copies(excerpts, text: str, found: list[str]) -> None:
    assert excerpts(CHECK, text) == found


def test_what_differs_is_shown_and_mended(matches) -> None:
    (match,) = matches(CHECK, "Calls may be recorded for training purposes.")
    assert match.values["difference"] == (
        "“may be” stands for “are”, “training purposes.” stands for “training.”"
    )
    assert match.edits[0].text == RECORDED


def test_the_exact_text_is_exempt(exempted) -> None:
    text = f"Hi.  {RECORDED.replace(' ', '  ')} Calls may be recorded for training."
    assert exempted(CHECK, text) == [RECORDED.replace(" ", "  ")]
