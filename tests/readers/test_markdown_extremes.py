"""Markdown that nobody writes: deep nesting, endless openings, MDX, and seeded random mixtures."""

import random
import time

import pytest
from markdown_texts import assert_exact, prose_of, script_of, shown_by_markdown_it, shown_by_us

from protolint.readers.markdown import draft, read
from protolint.script import OPAQUE, Settings, Source


@pytest.mark.parametrize("deep", ["> " * 10_000, ">" * 10_000, "- " * 10_000, "1) " * 10_000])
def test_what_is_nested_too_deep_is_a_problem_with_its_place(deep: str) -> None:
    scripts = read(Source("a.md", f"One\n\n{deep}a\n\nTwo\n"), Settings())
    (problem,) = scripts.problems
    assert (problem.line, problem.column) == (3, 1)
    assert "nested so deep" in problem.message
    proses = [each.prose.text for each in scripts.scripts[0].stretches]
    assert (proses[0], proses[1][-1], proses[2:]) == ("One", "a", ["Two"])


def test_fifty_levels_are_read() -> None:
    scripts = read(Source("a.md", f"{'> ' * 100}a\n\n{'- ' * 50}b"), Settings())
    assert [each.prose.text for each in scripts.scripts[0].stretches] == ["a", "b"]
    assert scripts.problems == ()


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "![", "]", "[a](", "*a ", "**", "_a", "`a ``", "<", "<a ", "<!-- ", "<?", "&", "\\"),
        *("~~", "|", "a|b\n-|-\n", "{{", "{%", "[[", "<div>\n", '<a b="', "> a\n", "- a\n", "a\n"),
        *("[a]: b\n", "<!-- protolint allow a -->\n\n", "<p>a", "|a|\n|-|\n", "> - a\n>   b\n"),
    ],
)
def test_endless_openings_take_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        assert_exact(script_of(text))
        return time.process_time() - start

    seconds(500)
    assert seconds(16_000) < 12 * max(seconds(4_000), 0.02)


def test_mdx_is_no_prose() -> None:
    text = (
        "import { Card } from './card'\nexport const a = {\n  b: 1,\n}\n\n# Hi {props.name}\n\n"
        "{/* a comment */}\n\n<Card title={x} b={{c: 1}}>\n\nOne *two*.\n\n</Card>\n\n"
        "Three <Badge /> four <B>five</B>.\n"
    )
    script = script_of(text, "a.mdx")
    assert_exact(script)
    proses = [each.prose.text for each in script.stretches]
    assert proses == [f"Hi {OPAQUE['placeholder']}", "One two.", "Three  four five."]


PIECES = [
    *(
        "a",
        "é",
        "\U0001f600",
        "word",
        "**",
        "*",
        "_",
        "__",
        "~~",
        "`",
        "``",
        "[",
        "]",
        "![",
        "](u)",
    ),
    *("](<u> 't')", "<b>", "</b>", "<br>", "<!-- c -->", "<p>", "</p>", "&amp;", "&#32;", "&"),
    *("\\*", "\\", " ", "  ", "\t", "\u00a0", "\u2028", "\0", "\x0c", "|", "\\|", "Hi Sam,", "x: "),
    *(
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n  ",
        "\n    ",
        "\n1. ",
        "\n# ",
        "\n```\n",
        "\n---\n",
        "\n===\n",
    ),
    *(
        "\n| a | b |\n|---|---|\n| ",
        "\n|-|\n",
        "\n<div>",
        "</div>\n",
        "<http://a.b>",
        "\n\n[r]: /u\n\n",
    ),
]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_random_mixtures(line_break: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("addresses", "blanks"):
        monkeypatch.setattr(draft, name, lambda *_: [])
    monkeypatch.setattr(draft, "is_blank_tag", lambda _: False)
    dice = random.Random(7)
    for _ in range(1_500):
        text = "".join(dice.choices(PIECES, k=dice.randint(1, 25))).replace("\n", line_break)
        try:
            script = script_of("---\nid: x\n---\n" + text)
            assert_exact(script)
            if "<" not in text:  # broken HTML is read otherwise by Python's parser
                assert shown_by_us(script) == shown_by_markdown_it(text)
        except (AssertionError, ArithmeticError, LookupError) as error:
            error.add_note(repr(text))
            raise


def test_random_mixtures_with_placeholders_and_blanks() -> None:
    dice = random.Random(11)
    pieces = [
        *PIECES,
        "{{a|b}}",
        "{% if a %}",
        "{% else %}",
        "{% endif %}",
        "[Name]",
        "a@b.example",
    ]
    for _ in range(1_500):
        text = "".join(dice.choices(pieces, k=dice.randint(1, 25)))
        try:
            assert_exact(script_of(text))
        except (AssertionError, ArithmeticError, LookupError) as error:
            error.add_note(repr(text))
            raise


def test_an_empty_file_has_no_text() -> None:
    assert prose_of("") == prose_of("\n\n") == prose_of("---\nid: x\n---") == []
