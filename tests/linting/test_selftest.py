"""The examples of rules, run as tests."""

from __future__ import annotations

import pytest

import protolint
from protolint.linting import selftest
from protolint.rulebook import loading
from protolint.rulebook.shipped import File

PACK = """\
pack: words
rules:
  - id: sorry-if
    check: phrase
    level: 'off'
    message: x
    moments: [delay]
    any: [sorry if]
    examples:
      - {example}
"""


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("{bad: We are sorry if it broke., good: We are sorry., finds: sorry if}", None),
        ("{bad: We are sorry.}", "10:15: the example of “sorry-if” fails: the rule finds nothing"),
        ("{good: I am sorry if it broke.}", "10:16: the example of “sorry-if” fails: the rule"),
        ("{bad: Sorry if it is sorry if, finds: sorry if}",
         "10:47: the example of “sorry-if” fails: the rule finds “Sorry if” first, not “sorry if”"),
        ("{bad: We are sorry if it broke., with: {moment: hold}}",
         "10:15: the example of “sorry-if” fails: the rule finds nothing"),
    ],
)  # fmt: skip
def test_an_example_that_fails_is_a_problem_at_its_place(example: str, said: str | None) -> None:
    files = [File("own.yaml", PACK.replace("{example}", example).encode())]
    book, problems = loading.load(files)
    assert problems == []
    found = [str(problem) for problem in selftest.examples(book, book.rules)]
    assert [text.removeprefix("own.yaml:")[: len(said or "")] for text in found] == (
        [said] if said else []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('There is an "About the \\_\\_\\_\\_\\_ category" topic.', []),
        ("Dear \\_\\_\\_\\_, thank you.", ["unfilled-marker"]),
        ('Dear ____, "thank you" for that.', ["unfilled-marker"]),
    ],
)
def test_a_line_to_fill_in_that_is_quoted_and_escaped_is_meant(text: str, found: list[str]) -> None:
    findings = protolint.lint_text(text).findings
    assert [one.rule for one in findings if one.level == "error"] == found
