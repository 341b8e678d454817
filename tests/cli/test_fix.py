"""`protolint fix` as users run it: what is written, what is shown, and what is left alone."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

from protolint.cli import main
from protolint.linting import fixing

CURLY = "---\nchannel: sms\n---\nIt’s here, {{ name }}.\n"
PLAIN = CURLY.replace("’", "'")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(protolint, arguments)


def fix(*arguments: str) -> Result:
    return run("fix", "--select", "sms-special-character,simple-words", *arguments)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_safe_fixes_are_written_and_all_other_bytes_stay() -> None:
    text = "\ufeff" + CURLY.replace("\n", "\r\n") + "\r\n \t😀\r"
    path = write("a.md", text)
    path.chmod(0o600)
    result = fix("a.md")
    assert (result.exit_code, "Mended 1 fault in 1 file." in result.stdout) == (0, True)
    assert path.read_bytes() == text.replace("’", "'").encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert "Mended 0 faults in 0 files." in fix("a.md").stdout


def test_a_diff_writes_nothing_and_exits_1_where_something_would_be_changed() -> None:
    path = write("a.md", CURLY.rstrip("\n"))
    result = fix("a.md", "--diff")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-4:] == [
        "-It’s here, {{ name }}.",
        "\\ No newline at end of file",
        "+It's here, {{ name }}.",
        "\\ No newline at end of file",
    ]
    assert path.read_bytes() == CURLY.rstrip("\n").encode()
    path.write_text(PLAIN, encoding="utf-8")
    assert fix("a.md", "--diff").stdout == ""


def test_what_changes_the_meaning_is_only_done_on_demand() -> None:
    path = write("a.md", "We will commence.\n")
    result = fix("a.md")
    assert "1 more fault can be mended, with a change of meaning" in result.stdout
    assert path.read_text("utf-8") == "We will commence.\n"
    assert fix("a.md", "--unsafe").exit_code == 0
    assert path.read_text("utf-8") == "We will start.\n"


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (PLAIN, ["a.md"], 0),
        ("We are sorry if it broke.\n", ["a.md"], 1),
        ("We are sorry if it broke.\n", ["a.md", "--fail-level", "error"], 0),
        (PLAIN, ["a.md", "nowhere.md"], 2),
        ("---\nchannel: emial\n---\nIt’s here.\n", ["a.md"], 2),
        (PLAIN, ["a.md", "--no-such-option"], 2),
    ],
)
def test_exit_codes(text: str, arguments: list[str], code: int) -> None:
    write("a.md", text)
    assert run("fix", *arguments).exit_code == code
    assert Path("a.md").read_text("utf-8") == text


def test_a_file_that_cannot_be_read_does_not_keep_others_from_being_mended() -> None:
    path = write("b.md", CURLY)
    Path("a.md").write_bytes(b"caf\xe9")
    result = fix(".")
    assert (result.exit_code, path.read_text("utf-8")) == (2, PLAIN)
    assert "a.md:1:4: this file is not UTF-8" in result.stderr


def test_a_file_that_is_changed_meanwhile_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.md", CURLY)
    true = fixing.mend

    def slow(*given: object) -> object:
        path.write_text("Somebody else was here.\n", encoding="utf-8")
        return true(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(fixing, "mend", slow)
    result = fix("a.md")
    assert result.exit_code == 2
    assert "a.md: this file was changed meanwhile and is left as it is" in result.stderr
    assert path.read_text("utf-8") == "Somebody else was here.\n"


def test_what_the_baseline_gives_a_reason_for_stays() -> None:
    path = write("a.md", CURLY)
    run("baseline", "--baseline", "b.yaml")
    fix("a.md", "--baseline", "b.yaml", "--diff")
    text = Path("b.yaml").read_text("utf-8")
    Path("b.yaml").write_text(
        text.replace("    finger", "    reason: it is art\n    finger"), "utf-8"
    )
    assert fix("a.md", "--baseline", "b.yaml").exit_code == 0
    assert path.read_text("utf-8") == CURLY
    Path("b.yaml").write_text(text, "utf-8")
    fix("a.md", "--baseline", "b.yaml")
    assert path.read_text("utf-8") == PLAIN


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_run_that_is_killed_leaves_whole_files() -> None:
    texts = {f"m/{number}.md": CURLY + f"{number} it’s.\n" * 200 for number in range(40)}
    dice = random.Random(2)
    command = [sys.executable, "-m", "protolint", "fix", "m", "--select", "sms-special-character"]
    home = os.environ | {"PYTHONPATH": str(Path(main.__file__).parents[2])}
    took = 0.0
    for attempt in range(5):
        for name, text in texts.items():
            write(name, text)
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=home)
        if attempt:
            time.sleep(took * dice.random())
            child.send_signal(signal.SIGKILL)
        child.wait()
        took = took or time.perf_counter() - begin
        for name, text in texts.items():
            assert Path(name).read_text("utf-8") in (text, text.replace("’", "'"))
