"""Project files: what they say of a file, and everything that is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_rulebook import RULE, files

from protolint.rulebook import shipped, storing
from protolint.rulebook.problems import RulebookError
from protolint.rulebook.project import Project, find
from protolint.rulebook.project_loading import open_project


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Projects choose from a few rules instead of those that ship."""
    channels = {name: f"channel: {name}\n" for name in ("sms", "letter", "chat")}
    own = files(voice=RULE.replace("words", "voice"), **channels)
    monkeypatch.setattr(shipped, "files", lambda: tuple(own))


PACK = """\
pack: our-terms
rules:
  - {id: log-in, check: phrase, level: error, message: Say sign in., any: [log in]}
"""


def opened(folder: Path, text: str) -> Project:
    path = folder / "protolint.yaml"
    path.write_text(text, encoding="utf-8")
    return open_project(path, use_cache=False)[0]


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        opened(folder, text)
    return [
        f"{problem.line}:{problem.column}: {problem.message}" for problem in caught.value.problems
    ]


def test_without_a_file_all_has_its_default() -> None:
    project, book = open_project(None, use_cache=False)
    assert (project.fail_level, project.files.max_bytes, project.locale) == (
        "warning",
        5_000_000,
        "en",
    )
    assert book.rules


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert opened(tmp_path, "# later\n").rules == {}


def test_the_first_glob_names_the_channel(tmp_path: Path) -> None:
    project = opened(
        tmp_path,
        "locale: fr\nplaceholders: zendesk\n"
        "channels: {'macros/sms/**': sms, 'macros/**': [email, letter]}\n"
        "settings: {'macros/sms/**': {shape: fragment}, '**': {shape: message, author: agent}}\n"
        "placeholder_lengths: {name: 20, default: 12}\n",
    )
    sms = project.settings_for(tmp_path / "macros/sms/a/b.md", {}, channel="chat")
    assert sms.defaults == {
        "locale": "fr", "placeholders": "zendesk", "shape": "fragment",
        "author": "agent", "channel": ["sms"],
    }  # fmt: skip
    assert (sms.placeholder_lengths, sms.placeholder_length) == ({"name": 20}, 12)
    assert project.settings_for(tmp_path / "macros/b.md", {}).defaults["channel"] == [
        "email",
        "letter",
    ]
    assert project.settings_for(tmp_path / "other.md", {}, "chat").defaults["channel"] == ["chat"]


def test_globs_choose_the_files(tmp_path: Path) -> None:
    project = opened(tmp_path, "files: {include: ['macros/**/*.md'], exclude: ['**/drafts/**']}")
    shown = {
        name: (project.includes(tmp_path / name), project.excludes(tmp_path / name))
        for name in ("macros/a.md", "macros/x/a.md", "macros/drafts/a.md", "other/a.md")
    }
    assert shown == {
        "macros/a.md": (True, False),
        "macros/x/a.md": (True, False),
        "macros/drafts/a.md": (True, True),
        "other/a.md": (False, False),
    }


def test_a_pack_of_the_project_adds_rules(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text(PACK, encoding="utf-8")
    path = tmp_path / "protolint.yaml"
    path.write_text("packs: [terms.yaml]\nrules: {log-in: warning}\n", encoding="utf-8")
    _, book = open_project(path, use_cache=False)
    assert book.by_id["log-in"].category == "our-terms"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bsae: x", "1:1: there is no key “bsae”; did you mean “base”?"),
        ("fail_level: warn", "1:13: there is no value “warn”; did you mean “warning”?"),
        ("base: plain", "1:7: there is no base “plain”"),
        ("packs: [voise]", "1:9: there is no pack “voise”; did you mean “voice”?"),
        ("channels:\n  'a/**': emial", "2:11: there is no channel “emial”; did you mean “email”?"),
        ("channels:\n  'a/**': [sms, fax]", "2:17: there is no channel “fax”"),
        (
            "settings:\n  'a/**': {shap: x}",
            "2:12: there is no front matter key “shap”; did you mean “shape”?",
        ),
        ("settings: {a: {shape: memo}}", "1:23: there is no shape “memo”"),
        ("settings: {a: {title: [x]}}", "1:23: “title” takes one text, and this is a list"),
        ("rules:\n  vague-promises: off", "2:3: there is no rule or pack “vague-promises”"),
        ("rules: {voice: {level: off, channels: [fax]}}", "1:40: there is no channel “fax”"),
        ("rules: {voice: no}", "1:16: "),
        (
            "placeholders: zendeks",
            "1:15: there is no placeholder dialect “zendeks”; did you mean “zendesk”?",
        ),
        ("placeholder_lengths: {name: -1}", "1:29: -1 is less than the least allowed, 0"),
        ("files: {max_bytes: lots}", "1:20: a whole number belongs here"),
        ("locale: English, please", "1:9: “English, please” is no language tag"),
        ("brand: none.yaml", "0:0: this cannot be read: no such file"),
        ("- a", "1:1: a mapping belongs here, and this is a list"),
        ("a: b: c", "1:5: a colon"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(tmp_path: Path, text: str, said: str) -> None:
    (found,) = problems(tmp_path, text)
    assert found.startswith(said)


def test_seven_mistakes_in_two_files_come_at_once(tmp_path: Path) -> None:
    pack = PACK.replace("phrase", "fraze").replace("error", "loud")
    (tmp_path / "terms.yaml").write_text(pack, encoding="utf-8")
    text = (
        "packs: [terms.yaml, none.yaml]\nlocal: en\nfail_level: bad\nrules: {voise: off}\nbase: 3\n"
    )
    places = [found.split(" ")[0] for found in problems(tmp_path, text)]
    assert places == ["0:0:", "2:1:", "3:13:", "4:9:", "5:7:", "3:25:", "3:39:"]


def test_a_kept_project_is_still_held_against_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "cache_folder", lambda: tmp_path / "cache")
    path = tmp_path / "protolint.yaml"
    path.write_text("packs: [own.yaml]\nrules: {log-in: off}\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text(PACK, encoding="utf-8")
    first = open_project(path, selftest=lambda *_: [])
    assert open_project(path, selftest=lambda *_: []) == first
    (tmp_path / "own.yaml").write_text(PACK.replace("log-in", "sign-up"), encoding="utf-8")
    with pytest.raises(
        RulebookError, match=r"protolint.yaml:2:9: there is no rule or pack “log-in”"
    ):
        open_project(path, selftest=lambda *_: [])


def test_the_nearest_project_above_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".protolint.yaml").touch()
    assert find(None, inner / "x.md") == tmp_path / ".protolint.yaml"
    (inner / "protolint.yaml").touch()
    assert find(None, inner) == inner / "protolint.yaml"
    assert find("other.yaml", inner) == Path("other.yaml")
