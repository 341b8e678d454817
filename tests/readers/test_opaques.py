"""A part of a prose becomes one character, and every other character keeps its place."""

from random import Random

from protolint.readers._opaques import Found, with_opaques
from protolint.script import OPAQUE, Link, Prose, Run, Settings, Span

SOURCE = "Hi **[Name]** &amp; co, see [the FAQ](x)."
PROSE = Prose(
    "Hi [Name] & co, see the FAQ.",
    (Run(0, 0, 3), Run(3, 5, 6), Run(9, 13, 1), Run(10, 14, 5), Run(11, 19, 9), Run(20, 29, 7),
     Run(27, 40, 1)),
    links=(Link(20, 27, "x", Span(28, 40)),),
)  # fmt: skip


def test_a_part_is_one_token_with_its_source():
    read = with_opaques(PROSE, [Found(3, 9, "blank")], SOURCE, Settings(placeholder_length=5))
    token = read.opaques[3]
    assert read.text == f"Hi {OPAQUE['blank']} & co, see the FAQ."
    assert (token.raw, token.name, token.length, token.span) == ("[Name]", "Name", 5, Span(5, 11))
    assert [SOURCE[slice(*read.span(at, at + 1))] for at in (0, 3, 5, 7)] == [
        "H",
        "[Name]",
        "&amp;",
        "c",
    ]


def test_links_move_along_and_may_become_one_token():
    read = with_opaques(PROSE, [Found(3, 9, "blank"), Found(20, 27, "url")], SOURCE, Settings())
    assert (read.links[0].start, read.links[0].end) == (15, 16)
    assert read.opaques[15].length == len("the FAQ")


def test_the_part_that_begins_first_wins_and_then_the_longer_one():
    found = [Found(4, 8, "url"), Found(3, 5, "marker"), Found(3, 9, "blank")]
    assert list(with_opaques(PROSE, found, SOURCE, Settings()).opaques) == [3]


def test_tokens_within_a_part_are_gone():
    inner = with_opaques(PROSE, [Found(4, 8, "blank")], SOURCE, Settings())
    outer = with_opaques(inner, [Found(3, 6, "marker")], SOURCE, Settings())
    assert [token.raw for token in outer.opaques.values()] == ["[Name]"]


def test_nothing_found_leaves_the_prose_as_it_is():
    assert with_opaques(PROSE, [], SOURCE, Settings()) is PROSE


def test_every_character_keeps_its_place_whatever_is_found():
    chance = Random(7)
    for _ in range(300):
        prose, source = _any_prose(chance)
        found = [_any_part(chance, len(prose.text)) for _ in range(chance.randint(0, 4))]
        read = with_opaques(prose, found, source, Settings())
        for at, character in enumerate(read.text):
            span = read.span(at, at + 1)
            if at in read.opaques:
                assert (read.opaques[at].span, read.opaques[at].raw) == (span, source[slice(*span)])
            elif character != "&":
                assert source[slice(*span)] == character


def _any_part(chance: Random, size: int) -> Found:
    start = chance.randrange(size)
    return Found(start, chance.randint(start + 1, size), "blank")


def _any_prose(chance: Random) -> tuple[Prose, str]:
    """A text of runs that are the source, runs that stand for more of it, and gaps."""
    source = "".join(chance.choice("abc ") for _ in range(40))
    text, runs, start = "", [], 0
    while start < len(source):
        length = min(chance.randint(1, 6), len(source) - start)
        runs.append(Run(len(text), start, length))
        text += "&" if length > 1 and chance.random() < 0.3 else source[start : start + length]
        start += length + chance.choice([0, 0, 2])
    return Prose(text, tuple(runs)), source
