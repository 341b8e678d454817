"""What the README shows is true: its terminal excerpt, its rules, its scripts, its channels."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from protolint.cli.main import main
from protolint.rulebook import loading

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
EXCERPT = re.compile(r"```text\n\$ protolint (?P<command>.+)\n(?P<output>(?:.*\n)*?)```\n")
#: How an excerpt ends that does not show all.
CUT = "…\n"

Protolint = Callable[[str], tuple[int, str]]


@pytest.fixture
def protolint(capsys: pytest.CaptureFixture[str]) -> Protolint:
    """Run a command and return its exit code and all it writes."""

    def run(command: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(command.split())
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the README's pack, and the working directory in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/our-terms.yaml").write_text(block("yaml", "pack:"), encoding="utf-8")
    (tmp_path / "protolint.yaml").write_text(block("yaml", "base:"), encoding="utf-8")
    return tmp_path


def block(language: str, begins: str) -> str:
    """The fenced block of a language that begins with these words."""
    blocks: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return next(own for own in blocks if own.startswith(begins))


@pytest.mark.parametrize(("number", "code"), [(0, 1), (1, 1), (2, 0)])
def test_the_terminal_excerpts_are_what_protolint_says(
    number: int,
    code: int,
    protolint: Protolint,
    monkeypatch: pytest.MonkeyPatch,
    rewrite: bool,
) -> None:
    monkeypatch.chdir(ROOT)
    text = README.read_text(encoding="utf-8")  # an excerpt before it may be written anew
    shown = list(EXCERPT.finditer(text))[number]
    ended, said = protolint(shown["command"])
    assert ended == code, said
    if shown["output"].endswith(CUT):  # so many parts of it are shown, and no more
        parts = shown["output"].count("\n\n")
        said = "\n\n".join(said.split("\n\n")[:parts]) + "\n\n" + CUT
    if rewrite:
        anew = text[: shown.start("output")] + said + text[shown.end("output") :]
        README.write_text(anew, encoding="utf-8", newline="")
    else:
        assert shown["output"] == said, "see what `pytest --rewrite` changes"


def test_every_terminal_excerpt_is_held_to_what_protolint_says() -> None:
    assert len(EXCERPT.findall(TEXT)) == 3


def test_there_are_two_commands_of_one_line_each() -> None:
    section = TEXT.split("## Two commands\n")[1].split("\n## ")[0]
    commands = re.findall(r"^```sh\n(.+)\n```$", section, re.MULTILINE)
    assert len(commands) == section.count("```") / 2 == 2
    assert all(command.startswith("python3 -m venv ") for command in commands)


@pytest.mark.parametrize(
    ("channel", "text", "code"),
    [
        ("email", "Please log in to see it.", 1),
        ("phone", "That is not my department.", 1),
        ("email", "I checked it, and the lamp is on its way.", 0),
    ],
)
def test_the_pack_can_be_used_as_it_stands(
    channel: str, text: str, code: int, protolint: Protolint, project: Path
) -> None:
    script = f"---\nchannel: {channel}\n---\n\n{text}\n"
    (project / "script.md").write_text(script, encoding="utf-8")
    assert protolint("check --select our-terms script.md")[0] == code


def test_the_scripts_have_no_errors(protolint: Protolint, project: Path) -> None:
    for begins in ("---\nchannel:", "---\ntitle:"):
        (project / "script.md").write_text(block("markdown", begins), encoding="utf-8")
        code, said = protolint("check --fail-level error script.md")
        assert code == 0, said


def test_the_brand_can_be_used_as_it_stands(protolint: Protolint, project: Path) -> None:
    (project / "brand.yaml").write_text(block("yaml", "brand:"), encoding="utf-8")
    with (project / "protolint.yaml").open("a", encoding="utf-8") as file:
        file.write("brand: brand.yaml\n")
    (project / "login.md").write_text("Please log in to acme prime.\n", encoding="utf-8")
    _, said = protolint("check --format concise login.md")
    assert "avoided-term" in said
    assert "misspelt-name" in said


def test_all_channels_are_named_and_no_platform_that_there_is_not() -> None:
    section = TEXT.split("## Channels\n")[1].split("\n## ")[0]
    named = set(re.findall(r"`([\w-]+)`", section))
    book = loading.rulebook(use_cache=False)
    channels = {own.channel for own in book.channels}
    assert channels <= named
    assert named - channels <= {name for own in book.channels for name in own.platforms}


def test_links_to_files_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", TEXT):
        assert (ROOT / target).exists(), target
