"""How every run ends: 0 clean, 1 findings, 2 wrong use or what cannot be read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

from protolint.cli import check, main

BAD = "We are sorry if it broke.\n"
GOOD = "Your parcel comes on Friday.\n"
MILD = "rules: {conditional-apology: suggestion}\n"
NONE = "files: {exclude: ['*']}\n"
KNOWN = "version: 1\nentries:\n- {rule: conditional-apology, script: a, fingerprint: '%s'}\n"
RULE = "pack: own\nabout: x\nrules:\n  - {id: fax, check: phrase, level: error, message: x, %s}\n"
UNTRUE = RULE % "any: [fax], examples: [{bad: b}]"
WRONG = f"---\nchannel: emial\n---\n{GOOD}"
OWN = "packs: [./own.yaml]\n"
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX streams and signals")
nobody = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="not as root")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(protolint, arguments, input=stdin)


#: A name, the files there are, what is said after `protolint check`, and the exit code.
SITUATIONS: list[tuple[str, dict[str, str | bytes], str, int]] = [
    ("clean", {"a.md": GOOD}, ".", 0),
    ("findings", {"a.md": BAD}, ".", 1),
    ("findings in the project", {"a.md": BAD}, "", 1),
    ("suggestions alone", {"a.md": BAD, "protolint.yaml": MILD}, ".", 0),
    ("suggestions that count", {"a.md": BAD, "protolint.yaml": MILD}, "--fail-level suggestion", 1),
    ("another format does not matter", {"a.md": BAD}, ". --format json", 1),
    ("quiet does not matter", {"a.md": BAD}, ". --quiet", 1),
    ("exit zero", {"a.md": BAD}, ". --exit-zero", 0),
    ("exit zero with a problem", {"a.md": WRONG}, ". --exit-zero", 2),
    ("below the fail level", {"a.md": BAD}, ". --fail-level error", 0),
    ("below the project's fail level", {"a.md": BAD, "protolint.yaml": "fail_level: error"}, "", 0),
    (
        "at the fail level given beside the project's",
        {"a.md": BAD, "protolint.yaml": "fail_level: error"},
        ". --fail-level warning",
        1,
    ),
    ("a level of the project", {"a.md": BAD, "protolint.yaml": "rules: {empathy: off}"}, ".", 0),
    ("rule ignored", {"a.md": BAD}, ". --ignore conditional-apology", 0),
    ("pack ignored", {"a.md": BAD}, ". --ignore empathy", 0),
    ("another pack selected", {"a.md": BAD}, ". --select voice", 0),
    ("more warnings than allowed", {"a.md": BAD}, ". --max-warnings 0", 1),
    ("as many warnings as allowed", {"a.md": BAD}, ". --max-warnings 1", 0),
    ("a problem with warnings allowed", {"a.md": WRONG}, ". --max-warnings 9", 2),
    ("nothing matches", {}, ".", 2),
    ("nothing matches, which is fine", {}, ". --allow-empty", 0),
    ("only files that are left out", {"a.md": BAD, "protolint.yaml": NONE}, "a.md", 2),
    ("only files of another kind", {"a.txt": BAD}, ".", 2),
    ("files of another kind beside", {"a.md": GOOD, "a.txt": BAD}, ".", 0),
    ("a file of another kind named", {"a.txt": GOOD}, "a.txt", 2),
    ("no such file", {}, "nowhere.md", 2),
    ("no such file, empty allowed", {}, "nowhere.md --allow-empty", 2),
    ("no such file among others", {"a.md": GOOD}, "a.md nowhere.md", 2),
    ("bytes that are not UTF-8", {"a.md": b"caf\xe9"}, "a.md", 2),
    ("UTF-16", {"a.md": GOOD.encode("utf-16")}, "a.md", 2),
    ("an empty file", {"a.md": ""}, "a.md", 0),
    ("a file of white space", {"a.md": "\ufeff\r\n \t"}, "a.md", 0),
    ("too large", {"a.md": BAD, "protolint.yaml": "files: {max_bytes: 9}"}, "", 2),
    ("front matter that is no YAML", {"a.md": f"---\nchannel: [\n---\n{GOOD}"}, ".", 2),
    ("a channel that is none", {"a.md": WRONG}, ".", 2),
    ("an unknown key of the project", {"a.md": GOOD, "protolint.yaml": "bse: nhs"}, ".", 2),
    ("a project that is no YAML", {"a.md": GOOD, "protolint.yaml": "base: ["}, ".", 2),
    ("a project that is not UTF-8", {"a.md": GOOD, "protolint.yaml": b"base: \xe9"}, ".", 2),
    ("no such project", {"a.md": GOOD}, ". --config nowhere.yaml", 2),
    ("a folder for a project", {"a.md": GOOD, "f/x": ""}, ". --config f", 2),
    ("no such brand", {"a.md": GOOD, "protolint.yaml": "brand: brand.yaml"}, ".", 2),
    (
        "a brand that is wrong",
        {"a.md": GOOD, "protolint.yaml": "brand: b.yaml", "b.yaml": "brand: A\nvoices: []"},
        ".",
        2,
    ),
    ("no such pack", {"a.md": GOOD, "protolint.yaml": OWN}, ".", 2),
    (
        "a rule that finds",
        {"a.md": "Fax us.", "protolint.yaml": OWN, "own.yaml": RULE % "any: [fax]"},
        ".",
        1,
    ),
    (
        "a rule with a wrong pattern",
        {"a.md": GOOD, "protolint.yaml": OWN, "own.yaml": RULE % "any: ['(']"},
        ".",
        2,
    ),
    (
        "a rule whose example fails",
        {"a.md": GOOD, "protolint.yaml": OWN, "own.yaml": UNTRUE},
        ".",
        2,
    ),
    ("an unknown option", {"a.md": GOOD}, ". --no-such-option", 2),
    ("an unknown format", {"a.md": GOOD}, ". --format yaml", 2),
    ("an unknown rule", {"a.md": GOOD}, ". --select conditional-apolgy", 2),
    ("an unknown rule to ignore", {"a.md": GOOD}, ". --ignore emphaty", 2),
    ("an unknown channel", {"a.md": GOOD}, ". --channel emial", 2),
    ("an unknown level", {"a.md": GOOD}, ". --fail-level fatal", 2),
    ("a date that is none", {"a.md": GOOD}, ". --today soon", 2),
    ("a number below zero", {"a.md": GOOD}, ". --max-warnings -1", 2),
    ("no process at all", {"a.md": GOOD}, ". --jobs 0", 2),
    ("a file that cannot be written", {"a.md": GOOD}, ". --format json=a.md/x.json", 2),
    ("a folder for an output file", {"a.md": GOOD, "f/x": ""}, ". --format json=f", 2),
    ("no such base report", {"a.md": GOOD}, ". --base-report nowhere.json", 2),
    ("a base report that is none", {"a.md": GOOD, "b.json": "[]"}, ". --base-report b.json", 2),
    ("no such baseline", {"a.md": GOOD}, ". --baseline nowhere.yaml", 2),
    ("a baseline that is wrong", {"a.md": GOOD, "k.yaml": KNOWN % "x"}, ". --baseline k.yaml", 2),
    ("a mended entry", {"a.md": GOOD, "k.yaml": KNOWN % ("0" * 16)}, ". --baseline k.yaml", 1),
    (
        "a mended entry below the fail level",
        {"a.md": GOOD, "k.yaml": KNOWN % ("0" * 16)},
        ". --baseline k.yaml --fail-level error",
        0,
    ),
    ("standard input beside a file", {"a.md": GOOD}, "- a.md", 2),
    ("staged, outside of a repository", {"a.md": GOOD}, "--staged", 2),
    ("both staged and since", {"a.md": GOOD}, "--staged --since HEAD", 2),
]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [own[1:] for own in SITUATIONS],
    ids=[own[0] for own in SITUATIONS],
)
def test_a_check(
    files: dict[str, str | bytes], arguments: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    for name, text in files.items():
        write(name, text)
    result = run("check", *arguments.split())
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    assert bool(result.output) or "--quiet" in arguments or code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["--version"], 0),
        (["chek"], 2),
        (["explain", "conditional-apology"], 0),
        (["explain", "conditional-apolgy"], 2),
        (["test", "nowhere.yaml"], 2),
        (["fix", "nowhere.md"], 2),
        (["baseline", "nowhere.md"], 2),
        (["outline", "nowhere.md"], 2),
    ],
)
def test_other_commands(arguments: list[str], code: int) -> None:
    assert run(*arguments).exit_code == code


@pytest.mark.parametrize(
    ("text", "code"), [(GOOD, 0), (BAD, 1), ("", 0), (b"caf\xe9", 2), (WRONG, 2)]
)
def test_standard_input(text: str | bytes, code: int) -> None:
    assert run("check", "-", stdin=text).exit_code == code


@pytest.mark.parametrize(("more", "code"), [("", 0), (f"\nOh, {BAD.lower()}", 1)])
def test_a_baseline_lets_pass_what_is_old_and_is_never_written(more: str, code: int) -> None:
    write("a.md", BAD)
    run("baseline", "--baseline", "k.yaml")
    known = Path("k.yaml").read_bytes()
    write("a.md", BAD + more)
    assert run("check", "--baseline", "k.yaml").exit_code == code
    assert Path("k.yaml").read_bytes() == known


def test_an_entry_whose_time_is_up_counts() -> None:
    write("a.md", BAD)
    run("baseline", "--baseline", "k.yaml")
    path = Path("k.yaml")
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n    expires: 2026-01-01\n", "utf-8")
    assert run("check", "--baseline", "k.yaml", "--today", "2026-01-01").exit_code == 0
    assert run("check", "--baseline", "k.yaml", "--today", "2026-01-02").exit_code == 1


@nobody
@pytest.mark.parametrize("name", ["a.md", "f", "protolint.yaml"])
def test_what_may_not_be_read(name: str) -> None:
    write("a.md", GOOD)
    write("f/b.md", GOOD)
    write("protolint.yaml", "")
    Path(name).chmod(0)
    assert run("check", ".").exit_code == 2
    Path(name).chmod(0o700)


def test_a_fault_of_its_own_is_told_with_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(check, "check", fail)
    write("a.md", GOOD)
    result = run("check", ".")
    assert result.exit_code == 2
    assert "ZeroDivisionError" in result.output
    assert "a fault in protolint itself" in result.output


# What only a process shows.


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(main.__file__).parents[2])} | more


def process(
    *arguments: str, before: Callable[[], None] | None = None, **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "protolint", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, check=False, preexec_fn=before,
        env=environment(**more),
    )  # fmt: skip


@pytest.mark.parametrize("count", [255, 256, 257, 300, 512])
def test_the_number_of_findings_is_not_the_exit_code(count: int) -> None:
    write("a.md", "\n".join([BAD] * count))
    done = process("check", "a.md", "--format", "json")
    assert len(json.loads(done.stdout)["findings"]) >= count
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_missing_file_and_wrong_bytes_do_not_hide_what_others_hold() -> None:
    write("a.md", BAD)
    write("b.md", b"caf\xe9")
    done = process("check", "a.md", "b.md", "nowhere.md", "--format", "concise")
    assert done.returncode == 2
    for told in (b"a.md:1:8: warning", b"b.md:1:4: ", b"nowhere.md: there is no such file"):
        assert told in done.stdout


@posix
@pytest.mark.parametrize("form", ["text", "concise", "json", "junit"])
def test_who_reads_only_the_beginning_still_gets_the_exit_code_and_the_files(form: str) -> None:
    write("a.md", "\n".join([BAD] * 2000))
    command = f'"{sys.executable}" -m protolint check . --format {form} --format json=out.json'
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -n 1; exit ${{PIPESTATUS[0]}}"],
        capture_output=True, check=False, env=environment(),
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.count(b"\n") == 1
    assert json.loads(Path("out.json").read_bytes())["findings"]


@posix
@pytest.mark.parametrize("stream", [0, 1, 2])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_stream_that_was_closed_before(stream: int, form: str) -> None:
    write("a.md", BAD)
    done = process("check", "a.md", "--format", form, before=lambda: os.close(stream))
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_output_that_has_no_room(form: str) -> None:
    write("a.md", GOOD)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "protolint", "check", "a.md", "--format", form],
            stdout=full, stderr=subprocess.PIPE, check=False, env=environment(),
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == b"protolint: the output cannot be written: No space left on device\n"


@pytest.mark.parametrize("coding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_terminal_that_is_not_utf8(coding: str) -> None:
    write("ü.md", "We are sorry if “that” 😀 hurt.\n")
    done = process("check", ".", PYTHONIOENCODING=coding, PYTHONUTF8="0", LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"conditional-apology" in done.stdout
    packed = process("check", ".", "--format", "json", PYTHONIOENCODING=coding, PYTHONUTF8="0")
    assert json.loads(packed.stdout.decode("utf-8"))["findings"][0]["excerpt"] == "sorry if"


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_all_processes_and_leaves_no_half_report(jobs: str) -> None:
    for number in range(40):
        write(f"{number}.md", BAD)
    os.mkfifo("waits.md")  # whoever reads it waits, until somebody writes
    started = subprocess.Popen(
        [sys.executable, "-m", "protolint", "check", ".", "--jobs", jobs,
         "--format", "json=o.json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True,
    )  # fmt: skip
    pipe = once_read("waits.md")
    os.killpg(started.pid, signal.SIGINT)
    said, told = started.communicate(timeout=30)
    os.close(pipe)
    assert (started.returncode, said, told.strip()) == (130, b"", b"Stopped.")
    assert not Path("o.json").exists()


def once_read(name: str) -> int:
    """Wait until somebody reads a pipe that has a name; return its other end."""
    for _ in range(600):
        try:
            return os.open(name, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(name)
