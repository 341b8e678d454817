"""Front matter: metadata, problems with their places, and the subject as prose."""

import pytest

from protolint.readers._front_matter import FrontMatter, front_matter
from protolint.script import Metadata, Settings, Source

ALLOWED = {
    "channel": ("email", "chat", "sms"),
    "moment": ("delay", "refusal"),
    "shape": ("message", "fragment"),
}


def read(text: str, **defaults: str | list[str]) -> FrontMatter:
    return front_matter(Source("a.md", text), Settings(defaults=defaults, allowed=ALLOWED))


def test_listed_keys_are_typed_and_others_left_alone() -> None:
    found = read(
        "---\nid: 7\nchannel: [email, chat]\nmoment: delay\nlang: en-GB\nowner:\nx: [1]\n---\nHi"
    )
    assert found.metadata == Metadata(
        id="7",
        channels=("email", "chat"),
        moments=("delay",),
        locale="en-GB",
        keys=frozenset({"id", "channel", "moment", "locale"}),
    )
    assert (found.problems, found.slips) == ((), ())


def test_a_subject_is_a_key_that_was_given() -> None:
    assert read("---\nsubject: Hello\nlang: fr\n---\n").metadata.keys == {"subject", "locale"}


@pytest.mark.parametrize(
    ("said", "is_there"), [("yes", True), ("true", True), ("no", False), ("False", False)]
)
def test_a_claim_that_is_denied_is_none(said: str, is_there: bool) -> None:
    assert ("recording" in read(f"---\nrecording: {said}\n---\n").metadata.keys) is is_there


def test_front_matter_beats_the_project() -> None:
    found = read("---\nchannel: sms\n---\n", channel=["email"], shape="fragment")
    assert found.metadata.channels == ("sms",)
    assert found.metadata.shape == "fragment"
    assert found.metadata.keys == {"channel", "shape"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\nid: x\n---\nBody", "Body"),
        ("---\r\nid: x\r\n--- \r\nBody", "Body"),
        ("---\rid: x\r...\rBody", "Body"),
        ("---\nid: x\n---", ""),
        ("---\nJust words\n---\nBody", "---\nJust words\n---\nBody"),
        ("---\nDear Sam\nIt's: me: you\n---\nBody", "---\nDear Sam\nIt's: me: you\n---\nBody"),
        ("---\n---\nBody", "---\n---\nBody"),
        ("---\nid: x\nBody", "---\nid: x\nBody"),
        ("Body\n---\nid: x\n---\n", "Body\n---\nid: x\n---\n"),
        ("---\nid: x: y\n---\nBody", "Body"),
    ],
)
def test_the_body_begins_after_a_mapping_and_nothing_else(text: str, body: str) -> None:
    assert text[read(text).body_start :] == body


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("channel: emial", (2, 10), "there is no channel “emial”; did you mean “email”?"),
        ("id: x\nchannel: [sms, fax]", (3, 16), "no channel “fax”: allowed are email, chat, sms"),
        ("channel: email, sms", (2, 10), "write a list, [email, sms]"),
        ("moment: {a: b}", (2, 9), "takes one name or a list of names, and this is a mapping"),
        ("title: [a]", (2, 8), "“title” takes one text, and this is a list"),
        ("locale: English please", (2, 9), "“English please” is no language tag"),
        ("review_by: soon", (2, 12), "“soon” is no date: write it as 2027-01-31"),
        ("title: Re: you", (2, 10), "a colon followed by a space begins a value"),
    ],
)
def test_a_wrong_value_is_a_problem_at_its_place(
    text: str, place: tuple[int, int], message: str
) -> None:
    (problem,) = read(f"---\n{text}\n---\nBody").problems
    assert (problem.line, problem.column) == place
    assert message in problem.message


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("chanel", "channel"), ("channels", "channel"), ("Title", "title"), ("tilte", "title"),
        ("review-by", "review_by"), ("placeholder", "placeholders"), ("typ", None), ("ids", None),
        ("name", None), ("tilets", None), ("layout", None), ("chan", None),
    ],
)  # fmt: skip
def test_one_edit_or_a_plural_is_a_slip(key: str, meant: str | None) -> None:
    text = f"---\n{key}: x\n---\n"
    slips = read(text).slips
    assert [slip.meant for slip in slips] == ([meant] if meant else [])
    assert [text[slice(*slip.span)] for slip in slips] == ([key] if meant else [])


@pytest.mark.parametrize(
    ("yaml", "text"),
    [
        ("Your refund 😀 is late", "Your refund 😀 is late"),
        ("Your refund\n  is late\n\n  now", "Your refund is late\nnow"),
        ("'It''s late'", "It's late"),
        ("'It''s\r\n   late '", "It's late"),
        (r'"It\x27s \"late\" \u00e9\U0001F600 now"', 'It\'s "late" é😀 now'),
        ('"It is \\\n   late\n  now"', "It is late now"),
        ("|\n  Your refund\n  is late", "Your refund\nis late"),
        (">-\r\n  Your refund\r\n  is late\r\n\r\n  now", "Your refund is late\nnow"),
        ("|2\n   One\n  two", " One\ntwo"),
        ("&x !!str Late", "Late"),
    ],
)
def test_a_subject_knows_the_place_of_each_word(yaml: str, text: str) -> None:
    source = f"---\nid: x\nsubject: {yaml}\nowner: y\n---\nBody\n"
    subject = read(source).subject
    assert subject is not None
    assert subject.text == text
    for word in ("late", "Late", "refund", "now", "two", "One"):
        at = text.find(word)
        if at >= 0:
            assert source[slice(*subject.span(at, at + len(word)))] == word


def test_an_alias_bomb_is_one_problem_and_the_body_is_still_read() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{below}'] * 9)}]\n"
        for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = read(f"---\n{bomb}---\nBody")
    assert "more than 200,000 values" in found.problems[0].message
    assert found.body_start == len(bomb) + 8


def test_a_block_that_never_ends_is_passed_over_quickly() -> None:
    assert read("---\r\n" + "a: b\r\n" * 100_000).body_start == 0
