"""All examples of the CommonMark spec, wrapped in many ways: exact places, and no text lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_texts import assert_exact, script_of, shown_by_markdown_it, shown_by_us

from protolint.readers.markdown import draft
from protolint.readers.markdown.parser import parser

EXAMPLES = json.loads(Path(__file__).with_name("commonmark_spec.json").read_text("utf-8"))[
    "examples"
]
FRONT = "---\nid: x\nsubject: Hello *there*\n---\n"


def _lines(text: str, first: str, other: str) -> str:
    return first + text.rstrip("\n").replace("\n", f"\n{other}") + "\n"


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "LF": lambda text: text,
    "in a quote": lambda text: _lines(text, "> ", "> "),
    "in a list item": lambda text: _lines(text, "- ", "  "),
    "in a quote in a list item": lambda text: _lines(text, "1. > ", "   > "),
}
#: An HTML tag that never ends: a browser takes the rest of the page for its attributes, we show it.
ENDLESS_TAGS = {156, 157, 158}
BREAKS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def test_all_examples_are_here() -> None:
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("line_break", BREAKS)
@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_places_are_exact_and_no_text_is_lost(
    wrapping: str, line_break: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("addresses", "blanks"):  # what Markdown alone makes of the text
        monkeypatch.setattr(draft, name, lambda *_: [])
    monkeypatch.setattr(draft, "is_blank_tag", lambda _: False)
    for example in EXAMPLES:
        body = WRAPPINGS[wrapping](example["markdown"]).replace("\n", BREAKS[line_break])
        script = script_of(FRONT.replace("\n", BREAKS[line_break]) + body)
        try:
            assert_exact(script)
            if example["number"] not in ENDLESS_TAGS:
                assert shown_by_us(script) == shown_by_markdown_it(body)
        except AssertionError as error:
            error.add_note(f"example {example['number']}: {body!r}")
            raise


@pytest.mark.parametrize("line_break", BREAKS)
def test_places_are_exact_with_blanks_and_addresses_too(line_break: str) -> None:
    for example in EXAMPLES:
        assert_exact(script_of((FRONT + example["markdown"]).replace("\n", BREAKS[line_break])))


def test_blocks_are_those_of_markdown_it_itself() -> None:
    theirs = MarkdownIt("commonmark", {"maxNesting": 102}).enable(["table", "strikethrough"])
    for wrap in WRAPPINGS.values():
        for example in EXAMPLES:
            body = wrap(example["markdown"])
            assert _outline(parser().parse(body)) == _outline(theirs.parse(body)), body


def _outline(tokens: list[Token]) -> list[tuple[str, list[int] | None, str]]:
    return [(token.type, token.map, token.content) for token in tokens]
