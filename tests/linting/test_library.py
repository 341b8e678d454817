"""The second pass over real files: levels, both places of a finding, and parts of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from protolint.linting.report import Report
from protolint.linting.run import Request, check

EMAIL = "---\nchannel: email\nintent: refund\n---\nRefunds take 5 working days.\n"
SMS = "---\nchannel: sms\nintent: refund\n---\nRefunds take 9 working days.\n"
RULE = "contradicting-time"
COMMENT = f"<!-- protolint allow {RULE}: the bank of our sms customers is slow -->\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*paths: str, select: tuple[str, ...] = (), use_cache: bool = False) -> Report:
    return check(Request(paths=paths, select=select, use_cache=use_cache))


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        suffix = "yaml" if name in ("protolint", "brand") else "md"
        (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_a_finding_tells_both_places(project: Path) -> None:
    write(project, email=EMAIL, sms=SMS)
    (finding,) = run(select=(RULE,)).findings
    assert (finding.path, finding.line, finding.channels) == ("sms.md", 5, ("sms",))
    assert [(own.path, own.line) for own in finding.related] == [("email.md", 5)]
    assert "9 working days" in finding.message
    assert "email.md" in finding.message


@pytest.mark.parametrize("at", ["email", "sms"])
def test_a_comment_at_either_place_allows_it(project: Path, at: str) -> None:
    files = {"email": EMAIL, "sms": SMS}
    files[at] = files[at].replace("Refunds", f"{COMMENT}Refunds")
    write(project, **files)
    assert rules(run(select=(RULE, "unused-allowance"))) == []


def test_a_comment_for_what_another_file_does_is_idle_only_where_all_are_seen(
    project: Path,
) -> None:
    write(project, email=EMAIL.replace("Refunds", f"{COMMENT}Refunds"), sms=EMAIL)
    select = (RULE, "unused-allowance")
    assert rules(run("email.md", select=select)) == []
    assert rules(run(select=select)) == ["unused-allowance"]


def test_a_channel_has_its_own_level(project: Path) -> None:
    rule = f"rules:\n  {RULE}: {{level: error, channels: [sms]}}\n"
    write(project, email=EMAIL, sms=SMS, protolint=rule)
    assert [own.level for own in run().findings if own.rule == RULE] == ["error"]


def test_what_the_brand_lists_is_looked_for_in_the_whole_project_alone(project: Path) -> None:
    brand = "brand: Acme\nintents: [refund, cancel]\n"
    write(project, email=EMAIL, brand=brand, protolint="brand: brand.yaml\n")
    rule = ("unanswered-intent",)
    (finding,) = run(select=rule).findings
    text = (project / finding.path).read_text(encoding="utf-8")
    assert finding.path == "brand.yaml"
    assert text[finding.start : finding.end] == finding.excerpt == "cancel"
    assert run("email.md", select=rule).findings == ()


def test_intents_can_name_their_channels(project: Path) -> None:
    brand = "brand: Acme\nintents: {refund: [email, letter]}\n"
    write(project, email=EMAIL, brand=brand, protolint="brand: brand.yaml\n")
    (finding,) = run(select=("unanswered-intent",)).findings
    assert finding.path == "email.md"
    assert "is answered on email, but not on letter" in finding.message


def test_what_is_found_does_not_depend_on_the_number_of_processes(project: Path) -> None:
    for number in range(70):
        write(project, **{f"s{number:02}": EMAIL if number % 2 else SMS})
    one = check(Request(jobs=1, use_cache=False)).findings
    two = check(Request(jobs=2, use_cache=False)).findings
    assert one == two
    assert {own.rule for own in one} >= {RULE}
