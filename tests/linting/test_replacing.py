"""Files replaced as a whole: their mode, links to them, and what happens when it is cut short."""

from __future__ import annotations

import os
import random
import signal
import stat
import time
from pathlib import Path

import pytest

from protolint.linting.replacing import ChangedMeanwhileError, replace


def test_bytes_mode_and_links_are_kept(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file, link = tmp_path / "far" / "a.md", tmp_path / "a.md"
    file.write_bytes(b"one\r\n")
    file.chmod(0o640)
    link.symlink_to(file)
    replace(link, b"one\r\n", b"two\r\n")
    assert link.is_symlink()
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"two\r\n", 0o640)
    assert os.listdir(tmp_path / "far") == ["a.md"]


@pytest.mark.parametrize("now", [b"three", None])
def test_a_file_that_was_changed_meanwhile_is_left(tmp_path: Path, now: bytes | None) -> None:
    file = tmp_path / "a.md"
    if now is not None:
        file.write_bytes(now)
    with pytest.raises((ChangedMeanwhileError, OSError)):
        replace(file, b"one", b"two")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([now] if now else [])


def test_a_new_file_is_only_made_where_there_is_none(tmp_path: Path) -> None:
    replace(tmp_path / "a.md", None, b"one")
    with pytest.raises(ChangedMeanwhileError):
        replace(tmp_path / "a.md", None, b"two")
    assert (tmp_path / "a.md").read_bytes() == b"one"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write to anything")
def test_a_file_that_is_write_protected_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"one")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        replace(file, b"one", b"two")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_no_file_is_cut_short_by_a_kill(tmp_path: Path) -> None:
    versions = [bytes([own]) * 50_000 for own in b"ab"]
    files = [tmp_path / f"{number}.md" for number in range(3)]
    for file in files:
        file.write_bytes(versions[0])
    dice = random.Random(1)
    seen = set()
    for tries in range(2_000):
        if tries >= 200 and len(seen) > 2:
            break
        child = os.fork()
        if not child:
            _write_for_ever(files, versions)
        # On a busy machine the child may not have begun so soon: then it is given more time.
        time.sleep(dice.random() / (200 if tries < 200 else 20))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = [file.read_bytes() for file in files]
        assert all(data in versions for data in found)
        seen.add(tuple(versions.index(data) for data in found))
    assert len(seen) > 2


def _write_for_ever(files: list[Path], versions: list[bytes]) -> None:
    try:
        while True:
            for file in files:
                before = file.read_bytes()
                replace(file, before, versions[1 - versions.index(before)])
    finally:
        os._exit(1)
