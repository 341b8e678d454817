"""What the page of a report shows: marks in texts, blocks, steps, keys, bands and fixes."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from protolint.linting.finding import Fix, SourceEdit
from protolint.linting.run import Request, check
from protolint.outputs._page_keys import keys
from protolint.outputs._page_moves import FAMILIES
from protolint.outputs._page_scripts import Card, cards
from protolint.outputs._page_text import Text
from protolint.script import MOVES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def card(script: str, **edits: object) -> Card:
    """The card of a script; `edits` change its findings."""
    Path("a.md").write_text(script, encoding="utf-8")
    report = check(Request(paths=("a.md",), is_previewed=True))
    found = tuple(msgspec.structs.replace(own, **edits) for own in report.findings)
    return next(cards(msgspec.structs.replace(report, findings=found)))


def texts(own: Card, view: int = 0) -> list[Text]:
    return [text for block in own.views[view].blocks for text in block.texts]


def marked(own: Card, rule: str, view: int = 0) -> str:
    """The words that a rule has marked on a channel."""
    numbers = {note.number for note in own.notes if note.finding.rule == rule}
    return "".join(
        part.text
        for text in texts(own, view)
        for sentence in text.sentences
        for part in sentence.parts
        if numbers & set(part.marks)
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We are sorry if it broke.", "sorry if"),
        ("We are **sorry** if it broke.", "sorry if"),
        ("We are sorry\nif it broke.", "sorry if"),
        ("Tom &amp; I are sorry if it broke.", "sorry if"),
    ],
)
def test_a_finding_marks_the_words_that_its_reader_sees(words: str, shown: str) -> None:
    own = card(f"---\nchannel: email\n---\n\n{words}\n")
    assert marked(own, "conditional-apology") == shown


def test_marks_change_no_word() -> None:
    script = "Heyyy!!! We are sorry if {{name}} 😊😊 can't utilise it, see [here](a.example)."
    (text,) = texts(card(f"---\nchannel: chat\n---\n\n{script}\n"))
    assert text.words == script.replace("[here](a.example)", "here")


def test_every_finding_is_told_once_on_a_channel() -> None:
    own = card(
        "---\nchannel: email\nmoment: delay\nfault: ours\n---\n\nHi.\n\nUnfortunately, no!!!"
    )
    told = [
        ref.number
        for text in texts(own)
        for sentence in text.sentences
        for part in sentence.parts
        for ref in part.refs
    ]
    assert sorted(told) == [note.number for note in own.notes if note.is_marked]
    assert own.notes


def test_a_channel_shows_its_own_findings_alone() -> None:
    own = card("---\nchannel: [email, sms]\n---\n\nIt’s here.\n")
    assert [marked(own, "sms-special-character", view) for view in (0, 1)] == ["", "’"]
    homes = [
        (view.channel, ref.number)
        for number, view in enumerate(own.views)
        for text in texts(own, number)
        for sentence in text.sentences
        for part in sentence.parts
        for ref in part.refs
        if ref.is_home
    ]
    special = next(
        note.number for note in own.notes if note.finding.rule == "sms-special-character"
    )
    assert ("sms", special) in homes
    assert len(homes) == len(own.notes)


def test_each_sms_segment_begins_where_it_is_cut() -> None:
    own = card(f"---\nchannel: sms\n---\n\n{'a' * 100} {'b' * 100}\n")
    (text,) = texts(own)
    parts = [part for sentence in text.sentences for part in sentence.parts]
    (cut,) = [at for at, part in enumerate(parts) if part.cut]
    assert len("".join(part.text for part in parts[:cut])) == 153
    assert parts[cut].cut == 2


def test_lists_tables_and_headings_are_set_as_such() -> None:
    script = "## A\n\nB\n\n1. C\n2. D\n\n- E\n\n| F | G |\n| - | - |\n| H | I |\n"
    blocks = card(f"---\nchannel: email\n---\n\n{script}").views[0].blocks
    assert [own.sort for own in blocks] == ["heading", "paragraph", "numbered", "list", "table"]
    rows = [["".join(text.words for text in cell) for cell in row] for row in blocks[-1].rows]
    assert rows == [["F", "G"], ["H", "I"]]


def test_the_heading_that_is_the_title_is_not_shown_twice() -> None:
    own = card("---\nchannel: phone\n---\n\n# Late\n\nHello.\n")
    assert own.title == "Late"
    assert [text.words for text in texts(own)] == ["Hello."]


def test_a_script_without_a_title_goes_by_its_name() -> None:
    assert card("---\nchannel: chat\n---\n\nHello.\n").title == "a"


def test_a_call_has_its_steps_and_the_ways_out_of_them() -> None:
    script = (
        "## Open\n\nIs it about a bill?\n\n[If yes:] Go to [Bill](#bill).\n\n"
        "[Otherwise] I will put you through. [Transfer to reception.]\n\n"
        "## Bill\n\nIt is paid. Goodbye.\n"
    )
    steps = card(f"---\nchannel: phone\nshape: call-script\n---\n\n{script}").views[0].steps
    assert {"open", "bill"} <= {step.id for step in steps}
    ways = [(way.condition, way.title) for way in steps[0].ways]
    assert ("yes", "Bill") in ways
    shown = [text.words for step in steps for block in step.blocks for text in block.texts]
    assert shown[0] == "Open"
    assert shown[-1] == "It is paid. Goodbye."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("For bills, press 2.", ("2",)),
        ("Press the star key to go back.", ("*",)),
        ("Press one for sales, or press two for help.", ("1", "2")),
        ("Drücken Sie die 3.", ("3",)),
        ("Appuyez sur la touche #.", ("#",)),
        ("We are open from 9 to 5.", ()),
        ("Please press on, 24 hours a day.", ()),
        ("Press 10.", ()),
    ],
)
def test_keys_are_those_that_are_asked_for(words: str, found: tuple[str, ...]) -> None:
    assert keys(words) == found


def test_every_move_has_a_colour() -> None:
    assert sorted(move for moves in FAMILIES.values() for move in moves) == sorted(MOVES)


def test_the_band_has_the_sentences_in_order() -> None:
    own = card(
        "---\nchannel: email\nsubject: S\n---\n\nHi Ana,\n\nI am sorry. I have sent a lamp.\n"
    )
    assert [stroke.family for stroke in own.band] == ["frame", "feel", "act"]


@pytest.mark.parametrize(("characters", "size"), [(3, 1), (100, 4), (2_000, 9)])
def test_a_stroke_is_as_wide_as_its_sentences_are_long(characters: int, size: int) -> None:
    (stroke,) = card(f"---\nchannel: email\n---\n\nA{'h' * (characters - 2)}.\n").band
    assert stroke.size == size


@pytest.mark.parametrize(
    ("edits", "mended"),
    [
        ([("sorry if", "that")], ("sorry if", "sorry that")),
        ([("We are sorry if", "")], ("We are sorry if", "")),
        ([("it broke", "x")], ("sorry if it broke", "sorry if x")),
        ([("---", "x")], None),
    ],
)
def test_a_fix_is_shown_by_what_it_changes(
    edits: list[tuple[str, str]], mended: tuple[str, str] | None
) -> None:
    script = "---\nchannel: email\n---\n\nWe are sorry if it broke.\n"
    made = []
    for words, new in edits:
        start = script.index(words) + (len("sorry ") if new == "that" else 0)
        made.append(SourceEdit(start, script.index(words) + len(words), new))
    own = card(script, fix=Fix("unsafe", tuple(made)))
    note = next(note for note in own.notes if note.finding.rule == "conditional-apology")
    assert note.mended == mended
