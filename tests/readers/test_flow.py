"""Call scripts in several notations, and the graph that a person draws from each."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from protolint.linting.graph_outline import graph_outline
from protolint.readers import markdown
from protolint.script import Script, Settings, Source

CALLS = Path(__file__).parents[1] / "calls"


def read(text: str, **front: str) -> Script:
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    text = f"---\n{head}---\n{text}" if head else text
    (script,) = markdown.read(Source("call.md", text), Settings()).scripts
    return script


def drawn(script: Script) -> str:
    """Return the graph of a script as lines: “step -condition-> step”."""
    graph = graph_outline(script)
    names = {step.id: step.title for step in graph.steps}
    lines = [
        f"{names[one.source]} -{'else' if one.is_else else one.condition}-> "
        f"{names[one.target] if one.target is not None else one.end.upper() or 'DEAD END'}"
        for one in graph.branches
    ]
    return "\n".join([" | ".join(names.values()), *lines]) + "\n"


@pytest.mark.parametrize("path", sorted(CALLS.glob("*.md")), ids=lambda path: path.stem)
def test_the_graph_is_the_one_a_person_draws(
    path: Path, golden: Callable[[str, str], None]
) -> None:
    golden(f"calls/{path.stem}.txt", drawn(read(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", sorted(CALLS.glob("*.md")), ids=lambda path: path.stem)
def test_every_text_stands_where_it_was_read(path: Path) -> None:
    script = read(path.read_text(encoding="utf-8"))
    held = [at for passage in script.graph.passages for at in passage.stretches]
    assert len(held) == len(set(held))
    for stretch in script.stretches:
        start, end = stretch.prose.span(0, len(stretch.prose.text))
        first = stretch.prose.text.split()[0].strip('“"[(*')
        assert first in script.source.text[start:end] or not first.isalpha()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("[If no:] OK, then not. [Wait.]\n\nGood.\n\n[If yes:] Fine.",
         ["condition", "spoken", "direction", "spoken", "condition", "spoken"]),
        ("> “Is it red?” *Listen.*\n\n> “And now?”\n\n- Yes: go to step 2",
         ["spoken", "direction", "spoken", "condition", "direction"]),
        ("**Action:** Open the page.\n**Say:** One moment, please.",
         ["note", "direction", "note", "spoken"]),
    ],
)  # fmt: skip
def test_texts_are_told_apart(text: str, kinds: list[str]) -> None:
    script = read(text, channel="phone", shape="call-script")
    assert [stretch.kind for stretch in script.stretches] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Hi Sam,\n\nIf you have any questions, go to our website.\n\nThank you, take care.",
        "Please press 1 and then press 2 on the remote.",
        "- [Prices](#prices)\n- [Hours](#hours)\n\n## Prices\n\nTen pounds.\n\n## Hours\n\nNine.",
    ],
)
def test_a_message_has_no_steps(text: str) -> None:
    assert not read(text, channel="chat").graph
    assert not read(text, channel="email").graph
    assert not read(text).graph


def test_an_email_is_no_flow_whatever_stands_in_it() -> None:
    text = "[If no:] go to step 2\n\n[If yes:] go to step 3"
    assert read(text, channel="phone").graph
    assert not read(text, channel="email").graph
    assert not read(text, channel="phone", shape="message").graph


def _seconds(text: str) -> float:
    begun = time.process_time()
    read(text, channel="phone", shape="call-script")
    return time.process_time() - begun


@pytest.mark.parametrize(
    "line",
    ["[If no:] ok? ", "- Yes: go to step 1\n", "“", "→ ", "If a, b, ", "press 1 for ", "| a ",
     "[a](#b) ", "[If yes:] red?\n\n[If no:] blue?\n\n", "(If ", "1. A → B\n"],
)  # fmt: skip
def test_odd_text_is_read_in_linear_time(line: str) -> None:
    def seconds(times: int) -> float:
        """Return the least of three tries, so that a busy machine is not taken for slow code."""
        return min(_seconds(line * times) for _ in range(3))

    assert seconds(1600) < 12 * max(seconds(200), 0.02)
