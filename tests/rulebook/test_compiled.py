"""Rulebooks that are kept in the user's cache folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_rulebook import RULE, load

from protolint.rulebook import compiled, loading, storing
from protolint.rulebook.rulebook import Rulebook


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(storing, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache" / "rulebooks"


def book() -> Rulebook:
    return load(words=RULE)[0]


def test_what_is_kept_is_what_was_read() -> None:
    compiled.store("d", book())
    kept = compiled.load("d", Rulebook)
    assert kept == book()
    assert kept.rules[0].options == book().rules[0].options
    assert compiled.load("e", Rulebook) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: b"x" + data[1:],
        lambda data: data[:40] + b"\xff" + data[41:],
        lambda data: data + b"more",
    ],
)
def test_what_is_damaged_is_not_there(cache: Path, damage: object) -> None:
    compiled.store("d", book())
    (path,) = cache.glob("*.msgpack")
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert compiled.load("d", Rulebook) is None


def test_a_folder_that_cannot_be_made_is_no_matter(cache: Path) -> None:
    cache.parent.write_text("a file", encoding="utf-8")
    compiled.store("d", book())
    assert compiled.load("d", Rulebook) is None


def test_few_are_kept(cache: Path) -> None:
    for number in range(20):
        compiled.store(str(number), book())
    assert len(list(cache.iterdir())) == 16
    assert compiled.load("19", Rulebook) is not None


def test_a_changed_pack_is_read_again(tmp_path: Path) -> None:
    pack = tmp_path / "own.yaml"
    pack.write_text(RULE.replace("sorry-if", "own-rule"), encoding="utf-8")
    first, problems = loading.attempt([pack], selftest=lambda *_: [])
    if problems:
        pytest.skip("the shipped rules have problems of their own")
    assert loading.attempt([pack], selftest=lambda *_: [])[0] == first
    pack.write_text(RULE.replace("sorry-if", "new-rule"), encoding="utf-8")
    assert "new-rule" in loading.attempt([pack])[0].by_id


def test_without_the_cache_nothing_is_written(cache: Path) -> None:
    loading.attempt([], use_cache=False)
    assert not cache.exists()
