"""What is kept of a run is never stale, and no harm if it is damaged, forged or not to be had."""

from __future__ import annotations

import datetime
import dis
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from protolint import folder
from protolint.linting import first_pass, store
from protolint.linting.results import Kept
from protolint.linting.run import Request, check
from protolint.outputs import json
from protolint.rulebook import storing

SORRY = "We are sorry if the delay caused you any problem.\n"
FILES = {
    "email/late.md": f"---\nchannel: email\nreview_by: 2026-03-01\n---\n\n{SORRY}",
    "email/plain.md": "---\nchannel: email\n---\n\nYour parcel comes on Friday.\n",
    "sms/late.md": f"---\nchannel: sms\n---\n\n{SORRY}\nPlease login to see more.\n",
    "sms/wrong.md": "---\nchannel: emial\n---\n\nHello.\n",
    "sms/bytes.md": "",
    "free/plain.md": f"{SORRY}\nKind regards\n",
}
BRAND = "brand: Acme\nterms:\n  - {use: sign in, not: [login], why: One word.}\n"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the rulebooks of all tests: to read the rules takes a second."""
    return tmp_path_factory.mktemp("books")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, books: Path) -> Path:
    """The folder of what is kept of findings, in a project with a brand."""
    monkeypatch.setenv("BOOKS", str(books))
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    if (books / "protolint").exists():
        shutil.copytree(books, tmp_path / "cache")
    project = tmp_path / "project"
    for name, text in FILES.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (project / "sms/bytes.md").write_bytes(b"Caf\xe9")
    (project / "brand.yaml").write_text(BRAND, encoding="utf-8")
    (project / "protolint.yaml").write_text("brand: brand.yaml\n", encoding="utf-8")
    monkeypatch.chdir(project)
    return tmp_path / "cache/protolint/findings"


def run(**options: Any) -> str:
    return json.render(check(Request(**options)))


def told(**options: object) -> str:
    """The JSON report of a run with what is kept, once it has been held against one without."""
    with pytest.MonkeyPatch.context() as patch:
        books = Path(os.environ["BOOKS"])
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(books))
        fresh = run(**options)
        shutil.rmtree(books / "protolint/findings")
    assert run(**options) == fresh
    return fresh


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are looked at, and not only remembered."""
    names: list[str] = []
    before = first_pass._found

    def found(paths: list[Path], *others: object) -> object:
        names.extend(path.name for path in paths)
        return before(paths, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(first_pass, "_found", found)
    return names


def test_what_is_known_is_not_looked_for_again(kept: Path, looked_at: list[str]) -> None:
    first = run()
    assert len(looked_at) == len(FILES)
    looked_at.clear()
    assert run() == first == told()
    assert set(looked_at) == {"bytes.md", *(Path(name).name for name in FILES)}
    looked_at.clear()
    check(Request())
    assert looked_at == ["bytes.md"]  # nothing is kept of what cannot be read


def test_only_what_has_changed_is_looked_at(kept: Path, looked_at: list[str]) -> None:
    check(Request())
    looked_at.clear()
    Path("email/plain.md").write_text(FILES["email/late.md"], encoding="utf-8")
    check(Request())
    assert looked_at == ["plain.md", "bytes.md"]
    told()


def write(name: str, text: str) -> Callable[[], None]:
    def written() -> None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    return written


def own_pack() -> None:
    rule = (
        "pack: own\nrules:\n"
        "- {id: no-friday, check: phrase, level: error, message: No., any: [friday],\n"
        "   examples: [{bad: On Friday., good: On Monday.}]}\n"
    )
    Path("own.yaml").write_text(rule, encoding="utf-8")
    Path("protolint.yaml").write_text("packs: [./own.yaml]\n", encoding="utf-8")


def own_baseline() -> None:
    one = check(Request()).findings[0]
    entry = f"{{rule: {one.rule}, script: {one.script}, fingerprint: {one.fingerprint}}}"
    write("old.yaml", f"version: 1\nentries:\n  - {entry}\n")()
    write("protolint.yaml", "brand: brand.yaml\nbaseline: old.yaml\n")()


CHANGES: dict[str, Callable[[], object]] = {
    "text": write("email/plain.md", SORRY),
    "text of the same length": write(
        "sms/late.md", FILES["sms/late.md"].replace("caused", "gave a")
    ),
    "front matter": write("email/late.md", f"---\nchannel: sms\n---\n\n{SORRY}"),
    "brand": write("brand.yaml", BRAND.replace("login", "see more")),
    "brand gone": write("protolint.yaml", "{}\n"),
    "level": write("protolint.yaml", "brand: brand.yaml\nrules: {conditional-apology: error}\n"),
    "rule off": write("protolint.yaml", "brand: brand.yaml\nrules: {empathy: off}\n"),
    "channels": write("protolint.yaml", "brand: brand.yaml\nchannels: {'free/**': letter}\n"),
    "settings": write("protolint.yaml", "settings: {'**': {audience: internal}}\n"),
    "base": write("protolint.yaml", "base: nhs\n"),
    "locale": write("protolint.yaml", "locale: de\n"),
    "pack": own_pack,
    "file gone": lambda: Path("email/late.md").unlink(),
    "file renamed": lambda: Path("email/late.md").rename("sms/renamed.md"),
    "file excluded": write("protolint.yaml", "files: {exclude: [sms/]}\n"),
    "file too large": write("protolint.yaml", "files: {max_bytes: 60}\n"),
    "baseline": own_baseline,
    "working directory": lambda: os.chdir("email"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_never_missed(kept: Path, name: str) -> None:
    before = told()
    CHANGES[name]()
    assert told() != before


@pytest.mark.parametrize(
    "options",
    [
        {"channel": "letter"},
        {"select": ("empathy",)},
        {"ignore": ("conditional-apology",)},
        {"today": datetime.date(2026, 3, 2)},
        {"paths": ("email",)},
        {"config": "other.yaml"},
    ],
    ids=str,
)
def test_an_option_is_never_missed(kept: Path, options: dict[str, object]) -> None:
    write("free.md", SORRY)()
    write("other.yaml", "rules: {empathy: off}\n")()
    before = told(today=datetime.date(2026, 2, 1))
    assert told(**{"today": datetime.date(2026, 2, 1), **options}) != before


def test_globs_of_a_project_elsewhere_go_by_the_working_directory(kept: Path) -> None:
    write("protolint.yaml", "channels: {'here/**': sms, 'there/**': letter}\n")()
    config = str(Path("protolint.yaml").absolute())
    found = []
    for name in ("here", "there"):
        write(f"{name}/note.md", SORRY)()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(name)
            found.append(told(config=config, paths=("note.md",)))
    assert '"sms"' in found[0]
    assert '"letter"' in found[1]


def test_what_depends_on_the_day_is_judged_each_day(kept: Path, looked_at: list[str]) -> None:
    days = [datetime.date(2026, 2, 28) + datetime.timedelta(days) for days in range(4)]
    late = [told(today=day).count("overdue") for day in days]
    assert [bool(count) for count in late] == [False, False, True, True]
    looked_at.clear()
    check(Request(today=datetime.date(2027, 1, 1)))
    assert looked_at == ["bytes.md"]


@pytest.mark.parametrize("name", folder.names("protolint.checks"))
def test_a_check_that_goes_by_the_day_says_so(name: str) -> None:
    check = folder.load("protolint.checks", name).Check
    read = [
        own.argval for own in dis.get_instructions(check.find_in_library) if "LOAD" in own.opname
    ]
    assert check.is_dated == ("today" in read)


def test_the_number_of_processes_changes_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_pass, "MANY", 1)
    monkeypatch.setattr(first_pass, "CHUNK", 2)
    before = told(jobs=1)
    for path in kept.iterdir():
        path.unlink()
    assert told(jobs=2) == before


def test_without_the_cache_nothing_is_read_or_written(kept: Path) -> None:
    shutil.rmtree(kept.parent, ignore_errors=True)
    run(use_cache=False)
    assert not kept.parent.exists()


def test_a_run_that_knows_all_imports_none_of_what_looks_at_text(kept: Path) -> None:
    Path("sms/bytes.md").unlink()
    command = (
        "import sys; from protolint.cli.main import run; run(['check', '--format', 'json=out']);"
        "print(*sys.modules)"
    )
    told()
    found = subprocess.run(
        [sys.executable, "-c", command], check=True, capture_output=True, text=True
    )
    modules = found.stdout.split()
    unwanted = ("markdown_it", "re2", "yaml", "textstat", "multiprocessing", "pathspec")
    deep = ("protolint.checks.", "protolint.readers.", "protolint.linting.engine")
    assert "protolint.linting.run" in modules
    assert [name for name in modules if name in unwanted or name.startswith(deep)] == []


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
