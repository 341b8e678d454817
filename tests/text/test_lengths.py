from __future__ import annotations

import pytest

from protolint.script import OPAQUE, Opaque, Span
from protolint.text.lengths import Culprit, seconds, shown, sms, sms_cuts, utf8_bytes, x_weighted

NAME, URL = OPAQUE["placeholder"], OPAQUE["url"]
NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("text", "encoding", "units", "segments"),
    [
        ("", "gsm-7", 0, 0),
        ("a" * 160, "gsm-7", 160, 1),
        ("a" * 161, "gsm-7", 161, 2),
        ("é" * 306, "gsm-7", 306, 2),
        ("a" * 307, "gsm-7", 307, 3),
        ("€" * 80, "gsm-7", 160, 1),
        ("[]{}^~|\\€\f", "gsm-7", 20, 1),
        ("’" * 70, "ucs-2", 70, 1),
        ("’" * 71, "ucs-2", 71, 2),
        ("😀" * 35, "ucs-2", 70, 1),
        ("😀" * 36, "ucs-2", 72, 2),
    ],
)
def test_an_sms_is_sent_in_segments(text: str, encoding: str, units: int, segments: int) -> None:
    assert sms(text)[:3] == (encoding, units, segments)


def test_no_character_is_cut_in_two_segments() -> None:
    assert sms("a" * 152 + "€" + "a" * 151).segments == 2
    assert sms("a" * 152 + "€" + "a" * 152).segments == 3  # 306 units fit two, but for the €
    assert sms("’" * 66 + "😀" + "’" * 65).segments == 2
    assert sms("’" * 66 + "😀" + "’" * 66).segments == 3


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("a" * 160, []),
        ("a" * 161, [153]),
        ("a" * 400, [153, 306]),
        ("a" * 152 + "€" + "a" * 152, [152, 304]),
        ("’" * 71, [67]),
        ("’" * 66 + "😀" + "’" * 66, [66, 132]),
    ],
)
def test_segments_begin_where_the_one_before_is_full(text: str, cuts: list[int]) -> None:
    assert sms_cuts(text) == cuts
    assert len(cuts) + 1 == sms(text).segments


def test_the_characters_that_force_ucs_2_are_named() -> None:
    assert sms("It’s £5 – ok").culprits == (Culprit(2, "’"), Culprit(8, "–"))


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Hello", 5),
        ("café cafe\u0301", 9),
        ("“It’s” – …", 11),
        ("日本", 4),
        ("👩‍👩‍👧 👍🏽 🇬🇧 1️⃣ ©️", 14),
        ("See https://acme.com/a/very/long/path?with=options now.", 32),
        ("acme.com, acme.co.uk/a or acme.io", 75),
        ("me@acme.com p.m. e.g. It was.No", 31),
    ],
)  # fmt: skip
def test_x_weighs_characters(text: str, weight: int) -> None:
    assert x_weighted(text) == weight


@pytest.mark.parametrize(
    ("text", "words"),
    [("We will call you back.", 5), ("Call 0800 123", 8), ("x" * 8, 1), ("x" * 30, 5), ("…", 0)],
)
def test_speech_takes_a_minute_for_150_words(text: str, words: int) -> None:
    assert seconds(text) == pytest.approx(words * 60 / 150)
    assert seconds(text, wpm=120) == pytest.approx(words * 60 / 120)


def test_bytes_are_those_of_utf_8() -> None:
    assert utf8_bytes("é€😀a") == 10


def test_a_shown_text_has_tokens_at_their_length() -> None:
    opaques = {
        3: Opaque("placeholder", "{{name}}", NOWHERE, 5),
        10: Opaque("url", "acme.com/x", NOWHERE, 10),
    }
    seen = shown(f"Hi {NAME}, see {URL}", opaques)
    assert seen.text == "Hi xxxxx, see acme.com/x"
    assert [seen.place(at) for at in (0, 3, 7, 8, 13, 14, 23, 24)] == [0, 3, 3, 4, 9, 10, 10, 11]
    assert shown(NAME, {}).text == "x" * 8


def test_a_text_without_tokens_is_shown_as_it_is() -> None:
    assert shown("abc", {}).text == "abc"
    assert [shown("abc", {}).place(at) for at in range(4)] == [0, 1, 2, 3]
    assert shown("", {}).place(0) == 0
