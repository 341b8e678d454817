"""What a sentence with a colon leads into makes its move."""

from __future__ import annotations

import pytest

from protolint.script import Move, Prose, Stretch
from protolint.text.lead_ins import with_lead_ins
from protolint.text.reading import Reading

TELLS = (Move("information", 0.8),)
DID = (Move("action", 0.9),)
ITEM_DID = (Move("action", 0.81),)


def readings(*texts: str) -> list[Reading]:
    """Paragraphs, and items where a text begins with a hyphen."""
    return [
        Reading(
            Stretch(
                "public",
                Prose(text.removeprefix("- "), ()),
                "item" if text.startswith("- ") else "paragraph",
            )
        )
        for text in texts
    ]


@pytest.mark.parametrize(
    ("texts", "moves", "told"),
    [
        (["I have done this:", "- The fee is gone."], [DID, TELLS], [DID, ITEM_DID]),
        (["I have done this:", "- It fits.", "- So does that."], [DID, TELLS, TELLS],
         [DID, ITEM_DID, ITEM_DID]),
        (["I have done this:", "- a new label"], [DID, ()], [DID, ()]),
        (["I have done this:", "- Thank you."], [DID, (Move("thanks", 0.9),)],
         [DID, (Move("thanks", 0.9),)]),
        (["I have done this.", "- The fee is gone."], [DID, TELLS], [DID, TELLS]),
        (["I have done this:", "The fee is gone.", "- So it is."], [DID, TELLS, TELLS],
         [DID, ITEM_DID, TELLS]),
        (["I have done this:", "The fee is gone.", "It is late."], [DID, TELLS, TELLS],
         [DID, ITEM_DID, TELLS]),
        (["Sorry for this:", "- The fee is gone."], [(Move("apology", 0.9),), TELLS],
         [(Move("apology", 0.9),), TELLS]),
        (["- The fee is gone."], [TELLS], [TELLS]),
    ],
)  # fmt: skip
def test_what_tells_a_fact_goes_on_with_its_lead_in(
    texts: list[str], moves: list[tuple[Move, ...]], told: list[tuple[Move, ...]]
) -> None:
    found = with_lead_ins(readings(*texts), [(own,) for own in moves])
    assert [made for (made,) in found] == told
