"""Links are judged by what they say and where they lead."""

import pytest

from protolint.checks.link import Check

TEXT = Check(text=("(?:click )?here", "learn more"), exceptions=("learn more about",))
TARGET = Check(target=("^http:", r"//(?:bit\.ly|t\.co)/"))


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (TEXT, "[Click here](/a) or [here.](/b)", ["Click here", "here."]),
        (TEXT, "We are here to help. [Learn more about us](/c)", []),
        (TARGET, "[Pay](http://a.example) now", ["[Pay](http://a.example)"]),
        (TARGET, "Pay at https://bit.ly/x now", ["https://bit.ly/x"]),
        (TARGET, "[Pay](https://a.example)", []),
        (Check(domains=("a.example",)), "[A](https://a.example/x) [B](//b.a.example)", []),
        (Check(domains=("a.example",)), "[A](https://ba.example)", ["[A](https://ba.example)"]),
        (Check(domains=("a.example",)), "[A]({{url}}) [B](mailto:a@b.example) [C](#c)", []),
        (Check(bare=True), "See https://a.example or [a](https://a.example)", ["https://a.example"]),
        (Check(bare=True, exceptions=("a.example",)), "See https://a.example", []),
        (Check(disguised=True), "[acme.example](https://evil.example)", ["acme.example"]),
        (Check(disguised=True), "[www.acme.example](https://acme.example/x)", []),
        (Check(disguised=True), "[our shop](https://acme.example/x)", []),
        (Check(ambiguous=True), "[Pay](/a) [pay](/b) [Pay](/a)", ["pay"]),
        (Check(no_alt=True), "![](a.png) ![A map](m.png)", ["![](a.png)"]),
        (Check(no_alt=True), "![x.png](x.png)", ["![x.png](x.png)"]),
    ],
)  # fmt: skip
def test_links(excerpts, check: Check, text: str, found: list[str]) -> None:
    assert excerpts(check, text) == found


def test_messages_get_text_target_and_domain(matches) -> None:
    (match,) = matches(TARGET, "[Pay now](http://shop.a.example/x)")
    assert match.values == {
        "text": "Pay now",
        "target": "http://shop.a.example/x",
        "domain": "shop.a.example",
    }


def test_a_rule_needs_something_to_look_for() -> None:
    assert list(Check().mistakes())
    assert not list(TEXT.mistakes())
