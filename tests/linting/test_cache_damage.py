"""What is kept of a run does no harm if it is damaged, forged, shared or not to be had."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from kept_runs import FILES, SORRY, run, told, write

from protolint.linting import store
from protolint.linting.results import Kept
from protolint.linting.run import Request, check
from protolint.rulebook import storing

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    **{
        f"cut to {share} %": lambda data, share=share: data[: len(data) * share // 100]
        for share in (0, 1, 10, 50, 90, 99)
    },  # type: ignore[misc]
    "last byte gone": lambda data: data[:-1],
    "first byte gone": lambda data: data[1:],
    "one bit turned": lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
    "one letter another": lambda data: data.replace(b"makes the harm", b"makes the harp"),
    "more at its end": lambda data: data + b"\0",
    "random bytes": lambda data: random.Random(3).randbytes(len(data)),
    "zeros": lambda data: bytes(len(data)),
    "a pickle": lambda data: b"cos\nsystem\n(S'touch hacked'\ntR.",
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_damaged_is_found_again(kept: Path, name: str) -> None:
    before = told()
    for path in kept.parent.rglob("*.msgpack"):
        path.write_bytes(DAMAGES[name](path.read_bytes()))
    assert told() == before
    assert not Path("hacked").exists()


def forged(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what a file holds, with the checksum that belongs to it."""
    data = path.read_bytes()[16:]
    content = msgspec.msgpack.encode(change(msgspec.msgpack.decode(data)))
    path.write_bytes(storing.checksum(content) + content)


def each(change: Callable[[Any], object]) -> Callable[[dict[str, Any]], object]:
    """A change of every result in a file."""

    def changed(content: dict[str, Any]) -> object:
        return {name: (digest, change(packed)) for name, (digest, packed) in content.items()}

    return changed


def in_findings(**fields: object) -> Callable[[Any], object]:
    def changed(result: Any) -> object:
        for script in result.get("scripts", ()) if isinstance(result, dict) else ():
            for finding in script["findings"]:
                finding.update(fields)
        return result

    return changed


def in_facts(value: object) -> Callable[[Any], object]:
    def changed(result: Any) -> object:
        for script in result.get("scripts", ()) if isinstance(result, dict) else ():
            for facts in script["facts"]:
                for _, _, packed in facts["kinds"]:
                    for fact in packed:
                        fact["value"] = value
        return result

    return changed


FORGERIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a list": lambda content: [1, 2],
    "nothing": lambda content: None,
    "numbers": each(lambda result: 7),
    "empty results": each(lambda result: {}),
    "results of other files": lambda content: dict(
        zip(content, [*list(content.values())[1:], *list(content.values())[:1]], strict=True)
    ),
    "other results under the same digest": lambda content: {
        name: (own[0], other[1])
        for (name, own), other in zip(content.items(), list(content.values())[::-1], strict=True)
    },
    "spans outside of the file": each(in_findings(start=10**9, end=10**9 + 5)),
    "spans turned round": each(in_findings(start=9, end=3)),
    "negative spans": each(in_findings(start=-5, end=-1)),
    "huge numbers": each(in_findings(line=2**63)),
    "other excerpts": each(in_findings(excerpt="\x1b[31m")),
    "other paths": each(in_findings(path="/etc/passwd")),
    "other levels": each(in_findings(level="fatal")),
    "channels of a wrong type": each(in_findings(channels="email")),
    "facts that are numbers": each(in_facts(5)),
    "facts that are lists": each(in_facts([[]])),
    "facts that are missing": each(in_facts(None)),
    "very deep": each(lambda result: deep(5_000)),
}


def deep(levels: int) -> object:
    return msgspec.Raw(b"\x91" * levels + b"\xc0")


@pytest.mark.parametrize("name", FORGERIES)
def test_what_is_forged_and_does_not_fit_is_found_again(kept: Path, name: str) -> None:
    before = told()
    own = of_files(kept)
    for path in kept.glob("*.msgpack"):
        if path in own:
            forged(path, FORGERIES[name])
        else:
            path.unlink()  # so that the facts are asked for
    assert run() == before
    assert told() == before


def of_files(kept: Path) -> list[Path]:
    """What is kept of files, without what is kept of the library."""
    paths = list(kept.glob("*.msgpack"))
    return [own for own in paths if b"plain.md" in b"".join(map(str.encode, names(own)))]


def names(path: Path) -> list[str]:
    return list(msgspec.msgpack.decode(path.read_bytes()[16:]))


PLACES: dict[str, Callable[[Path], object]] = {
    "a folder in place of the file": lambda path: path.unlink() or path.mkdir(),
    "a pipe in place of the file": lambda path: path.unlink() or os.mkfifo(path),
    "a device in place of the file": lambda path: path.unlink() or path.symlink_to("/dev/zero"),
    "a link in a circle": lambda path: path.unlink() or path.symlink_to(path),
    "a huge file": lambda path: os.truncate(path, 1 << 33),
}


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and devices")
@pytest.mark.parametrize("name", PLACES)
def test_what_is_no_file_of_ours_is_passed_over(kept: Path, name: str) -> None:
    before = told()
    for path in list(kept.parent.rglob("*.msgpack")):
        PLACES[name](path)
    assert told() == before


@pytest.mark.parametrize("place", ["/proc/none", "/dev/null", "a file", "relative/folder", ""])
def test_a_cache_folder_that_takes_nothing_is_no_matter(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere/\0"[:-1]))
    if place == "a file":
        place = str(tmp_path / "file")
        Path(place).touch()
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    told()
    assert not Path("relative").exists()


def test_a_user_without_home_has_no_cache(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def home() -> Path:
        raise RuntimeError

    before = told()
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(storing.Path, "home", home)
    assert run() == before


def test_another_version_begins_anew(
    kept: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told()
    looked_at.clear()
    monkeypatch.setattr(store, "program", lambda: "another version")
    assert run() == before
    assert len(looked_at) == len(FILES)


def test_two_runs_at_once_find_the_same(kept: Path) -> None:
    for number in range(60):
        write(
            f"email/{number}.md",
            f"---\nchannel: email\n---\n\n{SORRY * (number % 3)}Hi {number}.\n",
        )()
    fresh = run(use_cache=False)
    command = [sys.executable, "-m", "protolint", "check", "--format", "json"]
    for _ in range(2):
        runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
        assert [run.communicate()[0].decode() for run in runs] == [fresh] * 3
    assert [path.name for path in kept.iterdir() if path.suffix != ".msgpack"] == []


def test_a_run_keeps_what_another_has_written_meanwhile(kept: Path) -> None:
    first, second = store.Store("rules"), store.Store("rules")
    for number, own in enumerate((first, second)):
        own.put(f"{number}", Kept(b"digest", msgspec.Raw(b"\xc0")))
    first.save(dict)
    second.save(dict)
    both = store.Store("rules")
    assert both.get("0") is not None
    assert both.get("1") is not None


def test_what_is_gone_is_forgotten(kept: Path) -> None:
    check(Request())
    Path("email/late.md").unlink()
    write("email/new.md", SORRY)()
    check(Request())
    known = {name for path in of_files(kept) for name in names(path)}
    assert known == {*FILES, "email/new.md"} - {"email/late.md", "sms/bytes.md"}


def test_few_sets_of_rules_are_kept_and_none_for_ever(kept: Path) -> None:
    for number in range(40):
        own = store.Store(number)
        own.put("a", Kept(b"digest", msgspec.Raw(b"\xc0")))
        own.save(dict)
    assert len(list(kept.iterdir())) == 32
    for path in kept.iterdir():
        os.utime(path, (0, 0))
    own = store.Store("last")
    own.put("a", Kept(b"digest", msgspec.Raw(b"\xc0")))
    own.save(dict)
    assert len(list(kept.iterdir())) == 1
