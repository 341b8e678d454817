"""The rulebook that a wheel holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_rulebook import RULE

from protolint.rulebook import building, built, loading, readying, shipped, storing
from protolint.rulebook.rulebook import Rulebook
from protolint.text.ready import Ready


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the rulebook of the shipped rules, as in a wheel."""
    folder = tmp_path_factory.mktemp("rules")
    building.build(folder)
    return folder


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(storing, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def in_force(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "path", lambda: folder / built.NAME)


def digest() -> str:
    return loading.digest_of(shipped.files())


def test_it_is_the_rulebook_that_its_files_make(
    wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_force(wheel, monkeypatch)
    kept = built.load(digest())
    read, problems = loading.load(shipped.files())
    assert problems == []
    assert kept is not None
    assert [rule.id for rule in kept.rules] == [rule.id for rule in read.rules]
    assert kept.digest == read.digest
    assert len(kept.patterns) > len(kept.rules)


def test_a_first_start_reads_no_rule(
    wheel: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> tuple[Rulebook, list[object]]:
        pytest.fail("the rules were read again")

    in_force(wheel, monkeypatch)
    monkeypatch.setattr(loading, "load", read)
    for use_cache in (True, False):
        book, problems = loading.attempt((), use_cache=use_cache)
        assert problems == []
        assert book.digest
    assert not cache.exists()


def test_rules_of_a_project_join_its_patterns(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "own.yaml"
    pack.write_text(RULE.replace("sorry-if", "own-rule"), encoding="utf-8")

    def ready(pattern: str) -> Ready:
        return (
            pytest.fail(f"{pattern} was made again") if pattern in kept.patterns else made(pattern)
        )

    in_force(wheel, monkeypatch)
    made, kept = readying.ready, built.load(digest())
    assert kept is not None
    monkeypatch.setattr(readying, "ready", ready)
    book, problems = loading.attempt([pack], use_cache=False)
    assert problems == []
    assert "own-rule" in book.by_id
    assert kept.patterns.items() <= book.patterns.items()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: b"x" + data[1:],
        lambda data: data + b"more",
    ],
)
def test_a_damaged_one_is_none(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: object
) -> None:
    whole = (wheel / built.NAME).read_bytes()
    (tmp_path / built.NAME).write_bytes(damage(whole))  # type: ignore[operator]
    in_force(tmp_path, monkeypatch)
    assert built.load(digest()) is None


def test_one_of_other_rules_is_none(wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_force(wheel, monkeypatch)
    assert built.load("of other rules") is None


def test_a_checkout_has_none() -> None:
    assert built.load(digest()) is None
