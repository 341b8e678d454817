"""The HTML report in a browser: it runs clean, filters, shows hostile text, and is accessible."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hostile_scripts
import pytest

from protolint.linting.run import Request, check
from protolint.outputs import html

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT / "tests/benchmarks"
_WRITE = (
    "import library, pathlib, sys; library.write(pathlib.Path(sys.argv[1]), scripts=1300, seed=7)"
)

WIDE, NARROW = 1280, 400
#: Has parts drawn that are out of sight.
ALL = "* { content-visibility: visible !important }"
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The reports of the examples, of calls and menus, of hostile scripts, and of many."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = folder / "hostile"
    hostile.mkdir()
    hostile_scripts.write(hostile)
    subprocess.run([sys.executable, "-c", _WRITE, folder], cwd=BENCHMARKS, check=True)
    found = {}
    libraries = {
        "examples": ROOT / "examples",
        "calls": ROOT / "tests/calls",
        "hostile": hostile,
        "many": folder / "scripts",
    }
    for name, scripts in libraries.items():
        report = check(Request(paths=(str(scripts),), is_previewed=True))
        found[name] = folder / f"{name}.html"
        found[name].write_text(html.render(report), encoding="utf-8")
    return found


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Open a report; at the end nothing may have been said on the console, or asked for."""
    said: list[str] = []
    contexts = []

    def open_page(name: str, width: int = WIDE, scheme: str = "light", **options: Any) -> Any:
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(pages[name].as_uri())
        asked = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
        assert asked == []
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def shown(page: Any) -> list[str]:
    """The titles of the scripts that the filter lets through."""
    found: list[str] = page.eval_on_selector_all(
        "details.script:not([hidden]) h3", "(all) => all.map((one) => one.textContent)"
    )
    return found


def number(page: Any) -> int:
    """How many scripts the page has, shown or not."""
    return len(page.query_selector_all("details.script"))


@pytest.mark.parametrize("name", ["examples", "calls", "hostile", "many"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_page_opens_without_an_error_and_fits_its_window(
    name: str, width: int, opened: Open
) -> None:
    page = opened(name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_words_are_shown_and_do_nothing(opened: Open) -> None:
    page = opened("hostile")
    page.click("#open-all")
    page.add_style_tag(content=ALL)
    text = page.inner_text("main")
    for words in hostile_scripts.WORDS.values():
        assert words.replace("\u202e", "") in text.replace("\u202e", ""), words
    assert page.evaluate("window.hacked") is None
    assert page.query_selector("main script, img, iframe, textarea, b[onclick]") is None
    assert page.query_selector(".view a:not(.ref)") is None


def test_the_filter_of_channels_shows_those_alone(opened: Open) -> None:
    page = opened("examples")
    assert len(shown(page)) == number(page)
    page.select_option("[name=channel]", "push")
    assert shown(page) == ["Order ready", "Out today"]
    assert page.inner_text("#shown") == f"2 of {number(page)} scripts"


def test_category_and_level_ask_for_one_finding_that_is_both(opened: Open) -> None:
    page = opened("examples")
    page.select_option("[name=category]", "safety")
    page.select_option("[name=level]", "error")
    assert shown(page) == ["Where is my order?", "One star, came late"]
    levels = page.eval_on_selector_all(
        "details.script:not([hidden]) .note:not([hidden])", "(all) => all.map((a) => a.className)"
    )
    assert set(levels) == {"note error"}
    marked = page.eval_on_selector_all(
        "details.script:not([hidden]) mark:not(.off)", "(all) => all.map((a) => a.className)"
    )
    assert set(marked) == {"error"}
    page.select_option("[name=category]", "")
    page.select_option("[name=level]", "")
    assert len(shown(page)) == number(page)
    assert page.query_selector("mark.off, .note[hidden], a.ref[hidden]") is None


def test_words_are_sought_in_titles_paths_and_texts(opened: Open) -> None:
    page = opened("examples")
    for words, title in (("TERN recall", "Recall of the Tern lamp"), ("push/out", "Out today")):
        page.fill("[name=words]", words)
        assert shown(page) == [title]
    page.fill("[name=words]", "nowhere to be found")
    assert shown(page) == []
    assert page.is_visible("#none")


def test_a_finding_leads_to_its_note_and_back(opened: Open) -> None:
    page = opened("examples")
    page.fill("[name=words]", "push/order-ready")
    page.click(".script:not([hidden]) .view a.ref >> nth=0")
    assert page.evaluate("document.querySelector('.note:target') !== null")
    page.click(".note:target a.ref")
    assert page.evaluate("document.querySelector('.view a.ref:target') !== null")


def test_a_link_to_a_script_opens_it_and_takes_back_a_filter_that_hides_it(opened: Open) -> None:
    page = opened("many")
    page.fill("[name=words]", "no script has these words")
    page.evaluate("location.hash = '#s700'")
    page.wait_for_function("document.getElementById('s700').open")
    assert page.is_visible("#s700 .view")


def drawn(page: Any) -> set[str]:
    """Whether scripts are drawn where nobody looks: “visible”, or “auto” for those in sight."""
    found: list[str] = page.eval_on_selector_all(
        ".script", "(all) => all.map((one) => getComputedStyle(one).contentVisibility)"
    )
    return set(found)


def test_all_of_few_scripts_are_drawn_and_those_in_sight_of_many(opened: Open) -> None:
    assert drawn(opened("examples")) == {"visible"}
    many = opened("many")
    assert drawn(many) == {"auto"}
    many.emulate_media(media="print")
    assert drawn(many) == {"visible"}


def test_a_way_on_leads_to_its_step(opened: Open) -> None:
    page = opened("calls")
    page.click("#open-all")
    page.click("#s1 .ways a >> nth=0")
    assert page.evaluate("document.querySelector('.anchor:target') !== null")


def test_why_can_be_read_beside_a_finding_by_keyboard(opened: Open) -> None:
    page = opened("examples")
    page.focus(".note .why")
    page.keyboard.press("Enter")
    assert page.get_attribute(".note .why", "aria-expanded") == "true"
    assert page.inner_text(".note .body")
    page.keyboard.press("Enter")
    assert not page.is_visible(".note .body")


def test_a_script_is_opened_and_closed_by_keyboard(opened: Open) -> None:
    page = opened("examples")
    page.focus("#s1 summary")
    page.keyboard.press("Enter")
    assert not page.is_visible("#s1 .view")
    page.keyboard.press("Space")
    assert page.is_visible("#s1 .view")


def test_the_theme_follows_the_system_until_it_is_chosen(opened: Open) -> None:
    page = opened("examples", scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    page.click("#theme")
    assert page.evaluate(ground) == dark


def test_all_can_be_read_without_javascript(opened: Open, browser: Any) -> None:
    page = opened("examples", java_script_enabled=False)
    assert page.is_visible("#s1 .view")
    assert not page.is_visible(".filters")


def test_on_paper_all_scripts_are_there(opened: Open) -> None:
    page = opened("examples")
    page.click("#close-all")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_visible(f"#s{number(page)} .view")
    assert not page.is_visible(".filters")


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("examples", WIDE, "light"),
        ("examples", NARROW, "dark"),
        ("calls", WIDE, "dark"),
        ("hostile", NARROW, "light"),
    ],
)
def test_axe_finds_no_fault(name: str, width: int, scheme: str, opened: Open) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(name, width, scheme, bypass_csp=True)
    page.click("#open-all")
    page.check("[name=moves]")
    page.add_style_tag(content=ALL)
    faults = axe.run(page).response["violations"]
    assert [(own["id"], own["nodes"][0]["html"]) for own in faults] == []


def test_1300_scripts_stay_small_and_quick(opened: Open, pages: dict[str, Path]) -> None:
    assert pages["many"].stat().st_size < 8_000_000
    began = time.perf_counter()
    page = opened("many")
    assert time.perf_counter() - began < 15
    page.click("#open-all")
    began = time.perf_counter()
    page.select_option("[name=level]", "error")
    page.fill("[name=words]", "refund")
    assert 0 < len(shown(page)) < 1_300
    assert time.perf_counter() - began < 5
