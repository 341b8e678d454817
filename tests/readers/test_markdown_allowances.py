"""Comments that allow a rule to be broken: what they name, why, and what they cover."""

import pytest
from markdown_texts import script_of

from protolint.readers.markdown import read
from protolint.script import Settings, Source


@pytest.mark.parametrize(
    ("text", "rules", "reason", "covers"),
    [
        ("<!-- protolint allow a, b: why -->\nOne\ntwo.\n\nThree.", "a b", "why", "One\ntwo."),
        ("<!-- protolint allow a -->\n\n- One\n- two\n\nThree.", "a", "", "- One\n- two"),
        ("<!-- protolint allow a: x: y\n  z -->\n> One\n\nTwo", "a", "x: y z", "> One"),
        ("<!-- protolint allow a: b --> One\n\nTwo", "a", "b", "<!-- protolint allow a: b --> One"),
        (
            "<!-- protolint allow a: b -->\n<!-- note -->\n# One\n\nTwo",
            "a",
            "b",
            "# One",
        ),
        (
            "One\n\nTwo <!-- protolint allow a: b --> three\nfour\n\nFive",
            "a",
            "b",
            "Two <!-- protolint allow a: b --> three\nfour",
        ),
        ("One\n\n<!-- protolint allow a: b -->", "a", "b", ""),
    ],
)  # fmt: skip
def test_allow_covers_the_block_that_follows(
    text: str, rules: str, reason: str, covers: str
) -> None:
    (allowance,) = script_of(text).allowances
    assert (" ".join(allowance.rules), allowance.reason) == (rules, reason)
    assert text[slice(*allowance.covers)] == covers
    assert text[slice(*allowance.comment)].startswith("<!-- protolint")
    assert text[slice(*allowance.comment)].endswith("-->")


def test_allow_file_covers_the_subject_too() -> None:
    text = "---\nsubject: x\n---\nOne\n\n<!-- protolint allow-file a: b -->\n"
    (allowance,) = script_of(text).allowances
    assert allowance.covers == (0, len(text))


def test_off_covers_all_up_to_on() -> None:
    text = (
        "One\n\n<!-- protolint off: b -->\n\nTwo\n\n"
        "<!-- protolint on -->\n\nThree <!-- protolint off --> four"
    )
    first, second = script_of(text).allowances
    assert text[slice(*first.covers)] == "<!-- protolint off: b -->\n\nTwo\n\n"
    assert (first.rules, first.reason, second.reason) == ((), "b", "")
    assert text[slice(*second.covers)] == "<!-- protolint off --> four"


def test_comments_in_quotes_lists_and_mdx() -> None:
    text = "> <!-- protolint allow a: b -->\n> One\n\n- <!-- protolint allow c: d -->\n  Two\n"
    assert [text[slice(*each.covers)] for each in script_of(text).allowances] == [
        "> One",
        "  Two",
    ]
    text = "{/* protolint allow a: b */}\n\nOne\n"
    (allowance,) = script_of(text, "a.mdx").allowances
    assert (allowance.rules, text[slice(*allowance.covers)]) == (("a",), "One")


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- protolint alow a: b -->", "“protolint alow” in a comment means nothing"),
        ("<!-- protolint -->", "“protolint” in a comment means nothing"),
        ("<!-- protolint allow: b -->", "“protolint allow” names no rule"),
    ],
)
def test_a_comment_that_says_nothing_known_is_a_problem(comment: str, message: str) -> None:
    scripts = read(Source("a.md", f"One\n\n  {comment}\n"), Settings())
    assert scripts.scripts[0].allowances == ()
    assert str(scripts.problems[0]).startswith(f"a.md:3:3: {message}")


def test_other_comments_are_left_alone() -> None:
    scripts = read(
        Source("a.md", "<!-- protolinter off -->\n<!-- see protolint off -->"), Settings()
    )
    assert scripts.scripts[0].allowances == ()
    assert scripts.problems == ()
