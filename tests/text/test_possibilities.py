"""What can be done and what cannot is told by the deed and the words around it."""

import pytest

from protolint.text.possibilities import possibilities


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The code works on sale items.", [(True, ("work", "sal", "item", "cod"))]),
        ("The code doesn't work on sale items.", [(False, ("work", "sal", "item", "cod"))]),
        ("Stains are not covered.", [(False, ("cover", "stain"))]),
        ("The guarantee covers stains.", [(True, ("cover", "stain", "guara"))]),
        ("We are closed on Mondays.", [(False, ("open", "monda"))]),
        ("We open on Mondays as well.", [(True, ("open", "monda"))]),
        ("We can't take paint.", [(False, ("accep", "paint"))]),
        ("We accept paint.", [(True, ("accep", "paint"))]),
        ("The link doesn't work.", []),
        ("You can return it if it is unworn.", []),
        ("Can you return it?", []),
    ],
)
def test_what_can_be_done(sentence: str, expected: list[tuple[bool, tuple[str, ...]]]) -> None:
    assert list(possibilities(sentence)) == expected
