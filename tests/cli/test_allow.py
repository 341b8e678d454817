"""`protolint allow`: comments that work where they stand, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

RULE = "conditional-apology"
SORRY = "We are sorry if it broke."
COMMENT = f"<!-- protolint allow {RULE}: Legal wants it -->"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(protolint, arguments)


def allow(place: str, *more: str, rule: str = RULE) -> Result:
    return run("allow", rule, place, "--reason", "Legal wants it", *more)


def write(text: str, name: str = "a.md") -> Path:
    path = Path(name)
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (f"{SORRY}\n", f"{COMMENT}\n{SORRY}\n"),
        (f"\ufeffHi.\r\n\r\n{SORRY}\r\nOh.", f"\ufeffHi.\r\n\r\n{COMMENT}\r\n{SORRY}\r\nOh."),
        (f"# {SORRY}\n", f"{COMMENT}\n# {SORRY}\n"),
        (f"> > Hi.\n> >\n> > {SORRY}", f"> > Hi.\n> >\n> > {COMMENT}\n> > {SORRY}"),
        (f"- Hi.\n- {SORRY}\n- Oh.\n", f"- Hi.\n- {SORRY} {COMMENT}\n- Oh.\n"),
        (f"- Hi.\n\n  {SORRY}\n", f"- Hi.\n\n  {COMMENT}\n  {SORRY}\n"),
        (f"1. **{SORRY}**\n   Oh.\n", f"1. **{SORRY}**\n   Oh. {COMMENT}\n"),
        (f"| a |\n|---|\n| {SORRY} |\n", f"| a |\n|---|\n| {SORRY} {COMMENT} |\n"),
    ],
)  # fmt: skip
def test_a_comment_silences_its_block_and_all_other_bytes_stay(text: str, after: str) -> None:
    path = write(text)
    result = allow("a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert path.read_bytes() == after.encode()
    assert RULE not in run("check", "a.md", "--format", "concise").stdout


def test_a_line_says_which_of_several_is_meant() -> None:
    path = write(f"{SORRY}\n\nHi.\n\n{SORRY}\n")
    assert "finds faults on 1, 5: name one" in allow("a.md").stderr
    assert "finds nothing on line 3: it does on 1, 5" in allow("a.md:3").stderr
    assert allow("a.md:5").exit_code == 0
    assert path.read_text("utf-8") == f"{SORRY}\n\nHi.\n\n{COMMENT}\n{SORRY}\n"


def test_a_whole_file_is_allowed_below_its_front_matter() -> None:
    path = write(f"---\nid: a\n---\n\n{SORRY}\n\n{SORRY}\n")
    assert allow("a.md", "--file").exit_code == 0
    head = f"---\nid: a\n---\n<!-- protolint allow-file {RULE}: Legal wants it -->\n"
    assert path.read_text("utf-8") == f"{head}\n{SORRY}\n\n{SORRY}\n"


def test_mdx_has_comments_of_its_own() -> None:
    path = write(f"{SORRY}\n", "a.mdx")
    assert allow("a.mdx").exit_code == 0
    assert path.read_text("utf-8").startswith("{/* protolint allow")


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("Hi.\n", ["a.md"], "finds nothing in this file, so there is no need"),
        (f"---\nsubject: {SORRY}\n---\nHi.\n", ["a.md"], "finds nothing"),
        (f"{SORRY}\n", ["b.md"], "b.md cannot be read"),
        (f"{SORRY}\n", ["a.md:1", "--reason", " "], "--reason: say why"),
        (f"{SORRY}\n", ["a.md:1", "--reason", "a --> b"], "without “-->”"),
    ],
)
def test_nothing_is_written_where_no_comment_would_work(
    text: str, arguments: list[str], said: str
) -> None:
    path = write(text)
    result = allow(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert path.read_text("utf-8") == text


def test_a_slip_in_the_name_of_a_rule_is_told() -> None:
    write(SORRY)
    assert "conditional-apology" in allow("a.md", rule="conditional-apolgy").stderr
