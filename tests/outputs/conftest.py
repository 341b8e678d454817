"""A report made by hand, with whatever is hard to write in some format."""

from __future__ import annotations

import msgspec
import pytest

from protolint.linting.finding import Also, Finding, Fix, Level, Related, SourceEdit
from protolint.linting.report import (
    ChannelSummary,
    PooledGrade,
    Report,
    RulebookInfo,
    Skipped,
    Summary,
    Tool,
)
from protolint.rulebook.rule import Example, Rule
from protolint.rulebook.rulebook import Reference, Rulebook
from protolint.script import Problem

RULE = Rule(
    id="conditional-apology",
    check="phrase",
    level="warning",
    message="“{match}” makes the harm a maybe.",
    why="An apology with an “if”\nis heard as doubt.",
    limits="Not tested on chat.",
    sources=("BOOK", "PAGE"),
    category="empathy",
    examples=(Example(bad="We are sorry if ```it``` hurt.", good="We are sorry that it hurt."),),
)
BOOK = Rulebook(
    rules=(RULE,),
    sources={
        "BOOK": Reference("A book on apologies", "read", "Journal of Regret 5(3)"),
        "PAGE": Reference("A page on apologies", "read", "apologies.example/if"),
    },
)


def finding(rule: str = RULE.id, level: Level = "warning", **changes: object) -> Finding:
    own = Finding(
        rule,
        "empathy",
        level,
        ("email",),
        "late",
        "mail/late.md",
        line=12,
        column=8,
        end_line=12,
        end_column=16,
        start=310,
        end=318,
        excerpt="sorry if",
        message="“sorry if” makes the harm a maybe.",
        sources=("BOOK",),
        fingerprint=f"{rule}-{level}",
    )
    return msgspec.structs.replace(own, **changes)


FINDINGS = (
    finding(
        also=(Also("hollow-apology", "It says nothing."),),
        fix=Fix("safe", (SourceEdit(316, 318, "that"), SourceEdit(400, 401, ""))),
    ),
    finding(
        "two-lines",
        end_line=13,
        end_column=3,
        excerpt="one\ntwo",
        end=317,
        fix=Fix("unsafe", (SourceEdit(314, 316, "TW"),)),
        message="100% of: “a | b”, <b>*c*</b> `d` [e](f) @sam\nis wrong.",
    ),
    finding("long-word", "suggestion", channels=(None, "sms"), message="Cut “a\\|b”.\n"),
    finding(
        "no-way-on",
        "error",
        path="sms/50% off, or: «ü».md",
        script="off",
        line=1,
        column=1,
        end_line=1,
        end_column=1,
        start=0,
        end=0,
        excerpt="",
        channels=("sms",),
        related=(Related("mail/late.md", "late", 3, 1),),
    ),
)


def _channel(name: str | None, scripts: int, clean: int, grade: float | None) -> ChannelSummary:
    counts: dict[Level, int] = {"error": 0, "warning": 2, "suggestion": 1}
    sure = "none" if grade is None else "low"
    return ChannelSummary(name, scripts, 210, clean, counts, PooledGrade(grade, 210, sure))


@pytest.fixture
def report() -> Report:
    return Report(
        version=1,
        tool=Tool("protolint", "1.2.3"),
        rulebook=RulebookInfo("sha256:now", 1),
        findings=FINDINGS,
        channels=(
            _channel("email", 1_245, 1_240, 6.8),
            _channel("sms", 2, 1, None),
            _channel(None, 1, 1, None),
        ),
        skipped=(Skipped("bare-refusal", "moment", 3),),
        problems=(
            Problem("mail/broken.md", 3, 9, "this channel: “emial” does not exist"),
            Problem("mail/lost.md", 0, 0, "it cannot be read"),
        ),
        summary=Summary(3, 1_248, {"error": 1, "warning": 2, "suggestion": 1}),
        scripts={
            "mail/broken.md": (),
            "mail/late.md": ("late",),
            "mail/more.md": ("more", "more#two"),
            "sms/50% off, or: «ü».md": ("off",),
        },
        book=BOOK,
    )


@pytest.fixture
def report_with_base(report: Report) -> Report:
    """The report, and one before it that lacks its first finding and has another."""
    before = msgspec.structs.replace(
        report,
        rulebook=RulebookInfo("sha256:then", 1),
        findings=(*FINDINGS[1:], finding("old-fault", path="mail/more.md", script="more")),
        channels=(_channel("email", 1_243, 1_241, 7.1), _channel("fax", 1, 1, None)),
    )
    return msgspec.structs.replace(report, base=before)
