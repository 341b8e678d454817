"""Names are spelt in one way, wherever a customer reads them."""

import pytest

from protolint.checks.names import Check

CHECK = Check(names=("iPhone", "Acme Prime", "Acme", "WeWork", "PayPal", "ACME Holdings"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An iphone, Iphone, IPHONE and i-Phone", ["iphone", "Iphone", "IPHONE", "i-Phone"]),
        ("Two iPhones and the iPhone’s case", []),
        ("Two Iphones", ["Iphones"]),
        ("acme prime, AcmePrime, Acme-Prime, Acme  Prime",
         ["acme prime", "AcmePrime", "Acme-Prime"]),
        ("ACME Holdings owns Acme and acme", ["acme"]),
        ("Where we work with a pay pal", []),
        ("#iphone @acme acme/help acme.test at acme_x", []),
        ("YOUR IPHONE IS HERE. Call ACME now.", ["ACME"]),
        ("Mail https://acme.example/iphone", []),
    ],
)  # fmt: skip
def test_names(excerpts, text: str, found: list[str]) -> None:
    assert excerpts(CHECK, text) == found


def test_the_edit_is_the_name_in_the_number_it_has(matches) -> None:
    found = matches(CHECK, "two iphones, one iphone")
    assert [match.edits[0].text for match in found] == ["iPhones", "iPhone"]
