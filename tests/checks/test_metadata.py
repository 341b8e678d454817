"""Keys of the front matter that are slips, or that are not there."""

from __future__ import annotations

from protolint.checks._check import View
from protolint.checks.metadata import Check
from protolint.readers import markdown
from protolint.script import Settings, Source


def found(check: Check, text: str) -> list[tuple[str, str]]:
    script = markdown.read(Source("a.md", text), Settings()).scripts[0]
    return [
        (match.values["meant"], text[slice(*match.span)] if match.span else "")
        for match in check.find(View(script, ()), ())
    ]


def test_slips_are_shown_where_they_stand() -> None:
    assert found(Check(of="slip"), "---\nintnet: refund\n---\nHello.") == [("intent", "intnet")]


def test_missing_keys_are_shown_at_the_head_of_the_file() -> None:
    check = Check(of="missing", keys=("owner", "review_by", "subject"))
    text = "---\nowner: Ana\nsubject: Your card\n---\nHello."
    assert found(check, text) == [("review_by", "")]


def test_keys_and_missing_need_each_other() -> None:
    assert [one.option for one in Check(of="missing").mistakes()] == ["keys"]
    assert [one.option for one in Check(of="slip", keys=("owner",)).mistakes()] == ["keys"]
    assert list(Check(of="missing", keys=("owner",)).mistakes()) == []
