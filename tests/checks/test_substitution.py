"""Words with a better word are found, and swapped where it fits as it stands."""

import pytest

from protolint.checks.substitution import Check

CHECK = Check(
    swaps={
        "utili[sz]e": "use",
        "client": ("customer", "guest"),
        "ensur(?:e|ing)": ("make sure",),
        "iphone": "iPhone",
        "actually": "",
        "asap": "by {{time}}",
    },
    exceptions=("client portal",),
)


def _fixed(matches, text: str) -> str:
    for match in reversed(matches(CHECK, text)):
        for edit in match.edits:
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Utilise it, utilize it, UTILISE IT", "Use it, use it, USE IT"),
        ("Our client", "Our client"),
        ("Ensuring that it works", "Ensuring that it works"),
        ("An iphone or Iphone or iPhone", "An iPhone or iPhone or iPhone"),
        ("It is actually open.", "It is open."),
        ("So. Actually, you can.", "So. You can."),
        ("Actually", ""),
    ],
)
def test_swaps(matches, text: str, fixed: str) -> None:
    assert _fixed(matches, text) == fixed


def test_a_choice_is_told_and_not_made(matches) -> None:
    (match,) = matches(CHECK, "the client’s view in the client portal")
    assert (match.start, match.values, match.edits) == (
        4, {"replacement": "customer” or “guest"}, (),
    )  # fmt: skip
