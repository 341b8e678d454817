"""Typed values from nodes, with every fault."""

from typing import Annotated, Literal

import msgspec
import pytest

from protolint.placed import convert, read


class Part(msgspec.Struct, frozen=True):
    name: str
    kind: Literal["a", "bee"] = "a"


class Whole(msgspec.Struct, frozen=True):
    title: str
    parts: tuple[Part, ...] = ()
    words: str | list[str] = ""
    most: Annotated[int, msgspec.Meta(ge=1)] | None = None
    share: float = 0.5
    names: dict[str, int] = {}
    on: bool = False


def messages(text: str) -> list[tuple[str, str]]:
    _, faults = convert(read(text), Whole)
    return [(text[slice(*fault.span)], fault.message) for fault in faults]


def test_a_value_has_the_types_of_its_fields() -> None:
    text = (
        "title: no\nparts: [{name: x, kind: bee}]\nwords: [a]\nmost: 3\nshare: 2\nnames: {1: 2}\n"
    )
    value, faults = convert(read(f"{text}on: true"), Whole)
    assert not faults
    assert value == Whole("no", (Part("x", "bee"),), ["a"], 3, 2.0, {"1": 2}, True)


def test_every_fault_is_found_in_one_pass() -> None:
    text = "tilte: x\nparts: [{kind: be}, {name: 4}]\nwords: {a: b}\nmost: 0\nshare: many\n"
    text += "on: yes\nnames: {a: b}"
    assert messages(text) == [
        ("tilte", "there is no key “tilte”; did you mean “title”? "
         "(allowed: title, parts, words, most, share, names, on)"),
        ("kind", "the key “name” is missing: add it"),
        ("be", "there is no value “be”; did you mean “bee”? (allowed: a, bee)"),
        ("4", "text belongs here, and this is the number 4: put it in quotes"),
        ("{a: b}", "text or a list belongs here, and this is a mapping"),
        ("0", "0 is less than the least allowed, 1"),
        ("many", "a number belongs here, and this is the text “many”"),
        ("yes", "true or false belongs here, and this is the text “yes”"),
        ("b", "a whole number belongs here, and this is the text “b”"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("parts: x\ntitle: x", "a list belongs here, and this is the text “x”: write [x]"),
        ("title:", "text belongs here, and this is empty"),
        ("title: true", "text belongs here, and this is the truth value true: put it in quotes"),
        ("[a]", "a mapping belongs here, and this is a list"),
        ("title: x\nparts: [{name: x, kind: zzz}]", "there is no value “zzz”: allowed are a, bee"),
    ],
)
def test_a_fault_says_what_belongs_there(text: str, message: str) -> None:
    assert [said for _, said in messages(text)] == [message]


def test_what_is_sound_is_kept_beside_a_fault() -> None:
    value, faults = convert(read("title: x\nmost: none\nwords: [a, 1]"), Whole)
    assert value == Whole("x", words=["a"])
    assert len(faults) == 2
