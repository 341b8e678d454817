"""`protolint config`: what is in force for a file, and that each place it names says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from command_line import protolint

from protolint.linting.run import Request, hold
from protolint.rulebook.profile import steps
from protolint.rulebook.project import glob_paths

EXAMPLES = Path(__file__).parents[2] / "examples"
PROJECT = """\
packs: [own.yaml]
brand: brand.yaml
locale: en-GB
channels:
  "m/sms/**": sms
  "m/**": [email, chat]
settings:
  "m/sms/**": {author: bot}
  "m/**":
    author: agent
    fault: ours
rules:
  empathy: suggestion
  conditional-apology: error
  vague-promise:
    - {level: "off"}
    - {level: error, channels: [chat]}
  no-ombudsman: warning
"""
PACK = """\
pack: own
about: For this test.
rules:
  - {id: fax, check: phrase, level: error, message: x, any: [fax]}
"""
BRAND = "brand: Acme\nvoice:\n- {is: warm, rules: [hype]}\n"
SCRIPT = "---\r\ntitle: Late\r\nfault: theirs\r\n---\r\nIt comes on Friday.\r\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("protolint.yaml", PROJECT), ("own.yaml", PACK), ("brand.yaml", BRAND),
        ("m/a.md", SCRIPT), ("m/sms/b.md", "Hello.\n"),
    ):  # fmt: skip
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(protolint, ("config", *arguments))


def told(*arguments: str) -> dict[str, Any]:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def origin(own: dict[str, Any]) -> str:
    return f"{own['from']} {own['path']}:{own['line']}"


def test_each_value_of_a_script_has_its_origin() -> None:
    (script,) = told("m/a.md")["scripts"]
    found = {own["key"]: (own["value"], origin(own)) for own in script["values"]}
    assert found["title"] == ("Late", "front-matter m/a.md:2")
    assert found["fault"] == ("theirs", "front-matter m/a.md:3")
    assert found["channel"] == (["email", "chat"], "project protolint.yaml:6")
    assert found["author"] == ("agent", "project protolint.yaml:10")
    assert found["locale"] == ("en-GB", "project protolint.yaml:3")
    assert found["shape"] == ("message", "default :0")
    assert found["id"] == ("a", "file m/a.md:0")
    assert "moment" not in found


def test_the_first_glob_wins() -> None:
    (script,) = told("m/sms/b.md", "--channel", "push")["scripts"]
    found = {own["key"]: (own["value"], origin(own)) for own in script["values"]}
    assert found["channel"] == (["sms"], "project protolint.yaml:5")
    assert found["author"] == ("bot", "project protolint.yaml:8")
    assert found["fault"] == ("ours", "project protolint.yaml:11")


def test_the_command_line_is_named_too() -> None:
    Path("c.md").write_text("Hello.\n", "utf-8")
    (script,) = told("c.md", "--channel", "push")["scripts"]
    channel = next(own for own in script["values"] if own["key"] == "channel")
    assert (channel["value"], channel["from"]) == (["push"], "command-line")
    found = told("c.md", "--select", "fax")["profiles"][0]["rules"]
    assert {own["rule"] for own in found if own["level"] != "off"} == {"fax"}
    hype = next(own for own in found if own["rule"] == "hype")
    assert hype["given"][-1]["from"] == "command-line"


@pytest.mark.parametrize(
    ("rule", "channel", "level", "given"),
    [
        (
            "conditional-apology", "email", "error",
            ["default rules/", "project protolint.yaml:13", "project protolint.yaml:14"],
        ),
        ("vague-promise", "email", "off", ["default rules/", "project protolint.yaml:16"]),
        (
            "vague-promise", "chat", "error",
            ["default rules/", "project protolint.yaml:16", "project protolint.yaml:17"],
        ),
        ("fax", "chat", "error", ["pack own.yaml:4"]),
        ("hype", "chat", "suggestion", ["default rules/voice.yaml", "brand brand.yaml:3"]),
        (
            "no-ombudsman", "email", "warning",
            ["default rules/", "opt-in rules/", "project protolint.yaml:18"],
        ),
    ],
)  # fmt: skip
def test_each_level_has_its_chain(rule: str, channel: str, level: str, given: list[str]) -> None:
    profile = next(own for own in told("m/a.md")["profiles"] if own["channel"] == channel)
    found = next(own for own in profile["rules"] if own["rule"] == rule)
    assert found["level"] == level
    chain = [origin(own) for own in found["given"]]
    assert len(chain) == len(given)
    assert all(own.startswith(start) for own, start in zip(chain, given, strict=True)), chain


def test_the_settings_of_the_project_have_their_lines() -> None:
    found = {own["key"]: origin(own) for own in told()["settings"]}
    assert found["brand"] == "project protolint.yaml:2"
    assert found["fail_level"] == "default :0"


def test_without_a_file_all_channels_are_shown_and_without_a_project_what_ships() -> None:
    assert {None, "email", "ivr"} <= {own["channel"] for own in told()["profiles"]}
    Path("protolint.yaml").unlink()
    found = told()
    assert found["project"] is None
    assert {own["from"] for own in found["settings"]} == {"default"}
    assert "project none: the rules that ship, as they ship" in run().stdout


def test_the_text_lists_what_somebody_changed_and_on_demand_everything() -> None:
    lines = run("m/a.md").stdout.splitlines()
    assert "project protolint.yaml" in lines
    assert "script a in m/a.md" in lines
    shown = [line.split() for line in lines]
    assert ["error", "conditional-apology", "protolint.yaml:14:3"] in shown
    assert ["fault", "theirs", "m/a.md:3:1"] in shown
    assert not [line for line in lines if " fax " in line]
    assert [line for line in run("m/a.md", "--all").stdout.splitlines() if " fax " in line]


@pytest.mark.parametrize(
    ("text", "message"),
    [("---\nchannel: emial\n---\n", "m/a.md:2:10: "), (b"caf\xe9", "m/a.md:1:4: ")],
)
def test_a_file_that_is_wrong_says_so(text: str | bytes, message: str) -> None:
    Path("m/a.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    done = run("m/a.md")
    assert done.exit_code == 2
    assert message in done.stderr


@pytest.mark.parametrize("file", ["nowhere.md", "m"])
def test_a_file_that_is_none(file: str) -> None:
    assert run(file).exit_code == 2


@pytest.mark.parametrize("config", [str(EXAMPLES / "protolint.yaml"), "protolint.yaml"])
def test_the_last_level_given_is_the_one_that_a_run_takes(config: str) -> None:
    held = hold(Request(config=config))
    for channel, levels in held.plan.profiles.items():
        given = steps(held.rulebook, held.project, channel)
        taken = {key: own[-1].level for key, own in given.items() if own[-1].level != "off"}
        assert taken == {key: own for key, own in levels.items() if ":" not in key}


def test_each_default_of_a_file_has_a_place_in_the_project() -> None:
    for name in ("m/a.md", "m/sms/b.md", "c.md"):
        project = hold(Request(config="protolint.yaml")).project
        assert glob_paths(project, name).keys() == project.settings_for(name, {}).defaults.keys()
