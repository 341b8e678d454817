"""Files divided into scripts as a person counts them, each text labelled with what it is."""

import json
from pathlib import Path

import pytest
from library_shapes import FOLDER, scripts_in, written
from markdown_texts import assert_exact

from protolint.readers.markdown import read
from protolint.script import Settings, Source

FILES = sorted(FOLDER.glob("*.md*"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_read_as_a_person_labelled_it(path: Path) -> None:
    assert written(scripts_in(path)) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_stands_where_it_is_said_to(path: Path, line_break: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", line_break)
    for script in read(Source(path.name, text), Settings()).scripts:
        assert_exact(script)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_words_are_in_two_scripts(path: Path) -> None:
    starts = [
        stretch.prose.runs[0].source_start
        for script in scripts_in(path)
        for stretch in script.stretches
    ]
    assert starts == sorted(set(starts))


CONTAINERS = ("section", "fence", "quote", "table", "label")


@pytest.mark.parametrize("container", CONTAINERS)
def test_places_are_exact_whatever_holds_the_words(container: str) -> None:
    """All examples of CommonMark, as they are and as three sections, a fence and a quote."""
    spec = json.loads((Path(__file__).parent / "commonmark_spec.json").read_text(encoding="utf-8"))
    settings = Settings(defaults={"container": container})
    for text in (example["markdown"] for example in spec["examples"]):
        quoted = "".join(f"> {line}\n" for line in text.split("\n"))
        held = f"# A\n\n{text}\n\n## B\n\n```\n{text}\n```\n\n## C\n\n{quoted}\n"
        for body in (text, held, f"- a\n\n  ````\n  {text}\n  ````\n", held.replace("\n", "\r\n")):
            scripts = read(Source("a.md", body), settings).scripts
            for script in scripts:
                assert_exact(script)
            starts = [
                own.prose.runs[0].source_start for script in scripts for own in script.stretches
            ]
            assert starts == sorted(set(starts)), body
