"""github: workflow commands as the runner of GitHub Actions reads them."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest

from protolint.linting.report import Report
from protolint.outputs import github

#: A command as the runner takes it apart: first what ends it is sought, then escapes are undone.
_COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^:]*)::(?P<message>[^\r\n]*)")


def unescaped(text: str) -> str:
    for escape, plain in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, plain)
    return text


def read(line: str) -> tuple[str, dict[str, str], str]:
    found = _COMMAND.fullmatch(line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in found["properties"].split(","))
    properties = {name: unescaped(value) for name, value in pairs}
    return found["name"], properties, unescaped(found["message"])


def many(report: Report, number: int) -> Report:
    first = report.findings[0]
    found = (msgspec.structs.replace(first, line=line + 1) for line in range(number))
    return msgspec.structs.replace(report, findings=tuple(found), problems=())


def test_the_output_is_as_it_was(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("outputs/report.github", github.render(report))


def test_the_runner_reads_every_place_as_it_was_meant(report: Report) -> None:
    commands = [read(line) for line in github.render(report).splitlines()]
    assert [name for name, _, _ in commands] == [
        "error",
        "error",
        "error",
        *["warning"] * 2,
        "notice",
    ]
    places = {(properties["file"], properties.get("line")) for _, properties, _ in commands}
    wanted = {(own.path, str(own.line)) for own in report.findings}
    assert places == wanted | {("mail/broken.md", "3"), ("mail/lost.md", None)}
    assert any(message.startswith("100% of: “a | b”, <b>") for _, _, message in commands)


def test_columns_are_told_only_on_one_line(report: Report) -> None:
    for _, properties, _ in map(read, github.render(report).splitlines()):
        assert ("col" in properties) == (properties.get("line") == properties.get("endLine")) or (
            properties["title"] == "problem"
        )


@pytest.mark.parametrize(
    ("number", "told"),
    [(10, None), (11, "And 1 more warning:"), (1_234, "And 1,224 more warnings:")],
)
def test_the_last_of_ten_says_how_many_are_not_shown(
    report: Report, number: int, told: str | None
) -> None:
    commands = [read(line) for line in github.render(many(report, number)).splitlines()]
    assert [properties["line"] for _, properties, _ in commands] == [str(n) for n in range(1, 11)]
    messages = [message for _, _, message in commands]
    assert [told in message for message in messages] == [False] * 9 + [True] if told else True
    assert all("more" not in message for message in messages[:9] if not told)
