"""A script as its customer meets it: words without markup, and where each of them stands."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from protolint.linting.cache import FileCache
from protolint.linting.preview import Preview, PreviewText
from protolint.linting.results import digest_of, packed
from protolint.linting.run import Request, check, hold, look
from protolint.linting.store import Store

SCRIPT = """\
---
channel: [email, sms, phone]
platform: x
subject: Your *table*
---
# Late

Hi {{name}}, &amp; **sorry**: a \\_b [there](javascript:x).

1. One
2. **Two
   words**
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def previews(*texts: str, jobs: int = 1) -> tuple[Preview, ...]:
    for number, text in enumerate(texts):
        Path(f"{number:02}.md").write_text(text, encoding="utf-8", newline="")
    return check(Request(paths=(".",), is_previewed=True, jobs=jobs, allow_empty=True)).previews


def text_of(script: str, at: int = 0) -> PreviewText:
    return previews(script)[0].texts[at]


def words(text: PreviewText) -> str:
    return "".join(piece.text for piece in text.pieces)


def test_a_run_that_asks_for_none_has_none() -> None:
    Path("a.md").write_text("Hello.\n", encoding="utf-8")
    assert check(Request(paths=("a.md",))).previews == ()


def test_texts_are_shown_without_markup() -> None:
    shown = [(own.kind, own.number, words(own)) for own in previews(SCRIPT)[0].texts]
    assert shown == [
        ("subject", 0, "Your *table*"),
        ("heading", 0, "Late"),
        ("public", 0, "Hi {{name}}, & sorry: a _b there."),
        ("public", 1, "One"),
        ("public", 2, "Two words"),
    ]


def test_words_stand_where_they_were_read() -> None:
    for text in previews(SCRIPT)[0].texts:
        for piece in text.pieces:
            if len(piece.text) == piece.end - piece.start and not piece.text.isspace():
                assert SCRIPT[piece.start : piece.end] == piece.text


def test_tokens_and_links_are_told_apart() -> None:
    text = previews(SCRIPT)[0].texts[2]
    assert [own.text for own in text.pieces if own.sort == "placeholder"] == ["{{name}}"]
    assert [(SCRIPT[own.start : own.end], own.target) for own in text.links] == [
        ("there", "javascript:x")
    ]


@pytest.mark.parametrize(
    ("script", "bold"),
    [
        ("A **b** c.", "b"),
        ("**A** b **c**.", "Ac"),
        ("__A__ *b*.", "A"),
        ("***A*** b.", "A"),
        ("- **A** b", "A"),
        ("**A [b](x__y) c** d.", "A b c"),
        ("A [b](x__y) c.", ""),
        ("A `**` b.", ""),
        ("A ** b.", ""),
        ("A \\*\\* b.", ""),
    ],
)
def test_bold_type_is_kept(script: str, bold: str) -> None:
    assert "".join(own.text for own in text_of(script).pieces if own.is_strong) == bold


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("A <script>b()</script> c.", ["<script>b()</script>"]),
        ("A.\n\n<script>\nb()\n</script>\n\nC.", ["<script>\nb()\n</script>"]),
        ("A </textarea> b.", ["</textarea>"]),
        ("A <b>b</b> <em>c</em><br> <a href='d'>e</a>.", []),
        ("A `<script>b()</script>` c.", []),
        ("A &lt;script> b.", []),
        ("A. <!-- <script>b()</script> --> C.", []),
        ("Hello <Agent Name>, 3 < 4 > 2.", []),
    ],
)
def test_html_that_is_no_text_is_told_apart(script: str, found: list[str]) -> None:
    assert [own.text for own in previews(script)[0].left_out] == found


def test_lengths_are_those_of_the_channel() -> None:
    email, all_three = previews("---\nchannel: email\n---\nHello.\n", SCRIPT)
    assert email.lengths.segments is email.lengths.seconds is email.lengths.x_weighted is None
    assert all_three.lengths.segments
    assert all_three.lengths.seconds
    assert all_three.lengths.x_weighted


def test_an_sms_is_cut_where_its_next_segment_begins() -> None:
    body = "a" * 30 + "’ &amp; " + "b" * 60
    found = previews(f"---\nchannel: sms\n---\n{body}\n")[0].lengths.segments
    assert found
    assert (found.encoding, found.count) == ("ucs-2", 2)
    start = len("---\nchannel: sms\n---\n")
    assert found.culprits == ((start + 30, "’"),)
    assert found.cuts == (start + 67 + len("&amp;") - 1,)


def test_the_number_of_processes_changes_nothing() -> None:
    scripts = [SCRIPT, *(f"---\nchannel: sms\n---\nNumber {own}.\n" for own in range(40))]
    assert previews(*scripts, jobs=1) == previews(*scripts, jobs=2)


@pytest.mark.parametrize(
    "spoilt", [b"\xc1", msgspec.msgpack.encode([]), msgspec.msgpack.encode([1])]
)
def test_previews_that_were_kept_and_are_none_are_made_anew(
    spoilt: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.md").write_text(SCRIPT, encoding="utf-8")
    data = SCRIPT.encode()
    request = Request(paths=("a.md",), is_previewed=True)
    (result,) = look(hold(request), request).results
    for previews, found in ((result.previews, True), (spoilt, False)):
        own = packed(msgspec.structs.replace(result, previews=previews), digest_of(data))
        monkeypatch.setattr(Store, "get", lambda _, name, own=own: own)
        assert (FileCache().result("a.md", data) is not None) == found
