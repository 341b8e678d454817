"""What is kept of a run is never stale: whatever has changed is looked at again."""

from __future__ import annotations

import datetime
import dis
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_runs import BRAND, FILES, SORRY, run, told, write

from protolint import folder
from protolint.linting import first_pass
from protolint.linting.run import Request, check


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
    monkeypatch.setattr(first_pass, "FEWEST", 2)
    monkeypatch.setattr(first_pass, "MOST", 2)
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
