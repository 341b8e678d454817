"""What comes from scripts and file names is text on a terminal, and never an order to it."""

from __future__ import annotations

import msgspec
import pytest

from protolint import folder
from protolint.linting.finding import Also, Related
from protolint.linting.report import Report
from protolint.script import Problem

_EVIL = "mail/\x1b[2J\x1b]0;gone\x07\u202e\x9b.md"


@pytest.fixture
def evil(report: Report) -> Report:
    """A report in which every name and text that is not ours tells the terminal to do something."""
    found = msgspec.structs.replace(
        report.findings[0],
        path=_EVIL,
        excerpt="\x1b[31msorry",
        message="“\x1b[31msorry\x9b” makes\rthe harm a maybe.",
        also=(Also("hollow-apology", "It \x1b[8msays nothing."),),
        related=(Related(_EVIL, "late", 3, 1),),
    )
    return msgspec.structs.replace(
        report,
        findings=(found,),
        problems=(Problem(_EVIL, 1, 1, "\x1b[Hthis cannot be read"),),
        lines={_EVIL: {12: "We are \x1b[31msorry if\x07 it"}},
        unchecked=("\x1b[5mwarm",),
    )


@pytest.mark.parametrize("name", ["text", "concise", "markdown", "_report_text"])
def test_no_control_character_reaches_the_terminal(evil: Report, name: str) -> None:
    shown = folder.load("protolint.outputs", name).render(evil)
    assert {char for char in shown if not char.isprintable()} <= {"\n"}
    assert "mail/\ufffd[2J" in shown.replace("\\", "") or name == "_report_text"


def test_emoji_of_several_parts_stay_whole(report: Report) -> None:
    found = msgspec.structs.replace(report.findings[0], message="“👩\u200d🔧” is here.")
    told = msgspec.structs.replace(report, findings=(found,))
    assert "👩\u200d🔧" in folder.load("protolint.outputs", "text").render(told)
