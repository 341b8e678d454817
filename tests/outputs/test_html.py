"""html: one page that needs nothing else, and shows whatever a script holds as text."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import hostile_scripts
import pytest

from protolint.linting.report import Report
from protolint.linting.run import Request, check
from protolint.outputs import html

ROOT = Path(__file__).parents[2]
#: Elements that fetch something, or that run what they hold.
_ACTIVE = {"script", "img", "iframe", "object", "embed", "link", "base", "video", "audio", "svg"}


class Reader(HTMLParser):
    """Collects what a page holds: its text, and its tags with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def written(folder: Path) -> Report:
    return check(Request(paths=(str(folder),), is_previewed=True))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("hostile")
    hostile_scripts.write(folder)
    return html.render(written(folder))


def test_one_script_runs_and_nothing_is_fetched(hostile: str) -> None:
    tags = Reader(hostile).tags
    assert [tag for tag, _ in tags if tag in _ACTIVE] == ["script"]
    assert not [own for _, own in tags if any(name.startswith("on") for name in own)]
    assert not [own for _, own in tags if {"src", "srcset", "data", "action"} & set(own)]
    assert "url(" not in hostile
    assert "@import" not in hostile


def test_links_lead_into_the_page_or_to_a_source(hostile: str) -> None:
    targets = {own["href"] for tag, own in Reader(hostile).tags if tag == "a" and "href" in own}
    assert targets
    assert not [own for own in targets if not own.startswith(("#", "https://"))]


def test_links_into_the_page_arrive(hostile: str) -> None:
    tags = Reader(hostile).tags
    ids = [own["id"] for _, own in tags if "id" in own]
    assert len(ids) == len(set(ids))
    targets = {own["href"][1:] for _, own in tags if own.get("href", "").startswith("#")}
    assert targets <= set(ids)


@pytest.mark.parametrize("shown", hostile_scripts.WORDS.values())
def test_what_a_script_holds_is_text(shown: str, hostile: str) -> None:
    text = Reader(re.sub(r'<a class="ref.*?</a>', "", hostile)).text
    assert text.count(shown) >= len(hostile_scripts.CHANNELS) + 1


def test_the_page_holds_no_character_that_a_terminal_obeys(hostile: str) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", hostile)


def test_only_the_script_of_the_page_may_run(hostile: str) -> None:
    policy = next(own for tag, own in Reader(hostile).tags if "http-equiv" in own)["content"]
    assert policy.startswith("default-src 'none'")
    assert re.search(r"script-src 'sha256-[\w+/]{43}='", policy)


def test_a_report_without_previews_is_a_page_too(report: Report) -> None:
    assert "Service scripts, channel by channel" in Reader(html.render(report)).text


def test_a_library_without_scripts_is_a_page_too(tmp_path: Path) -> None:
    empty = check(Request(paths=(str(tmp_path),), is_previewed=True, allow_empty=True))
    assert "No script" in Reader(html.render(empty)).text


def test_the_page_is_the_same_each_time() -> None:
    code = "import sys; from protolint.cli.main import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, "report", "examples", "--format", "html"]
    pages = {
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout for _ in "12"
    }
    assert len(pages) == 1


def test_jinja_is_not_read_for_another_output() -> None:
    code = (
        "import sys; from protolint.linting.run import *; from protolint.outputs import text;"
        "text.render(check(Request(paths=('examples/push',)))); print('jinja2' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    assert said.stdout == b"False\n"
