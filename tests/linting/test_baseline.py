"""Which findings a baseline lets pass, and which of its entries are stale."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from protolint.linting.baseline import Extent, Judged, judge
from protolint.linting.baseline_file import Entry, Placed, load, written
from protolint.linting.finding import Also, Finding
from protolint.linting.fingerprint import fingerprint, numbered, parts
from protolint.rulebook.problems import RulebookError
from protolint.script import Span

TODAY = datetime.date(2026, 5, 31)


def finding(script: str, said: str, anchor: str | None = None, rule: str = "vague") -> Finding:
    return Finding(
        rule, "test", "warning", ("email",), script, f"{script}.md", 1, 1, 1, 2, 0, 1, "x", "x!",
        (), fingerprint=fingerprint(rule, said, anchor),
    )  # fmt: skip


def entries(*findings: Finding, expires: str = "") -> list[Placed]:
    return [
        Placed(
            Entry(own.rule, own.script, own.fingerprint, expires=expires),
            Span(0, 0), (1, 1), (1, 1), "",
        )
        for own in findings
    ]  # fmt: skip


def judged(then: list[Placed], now: list[Finding], *elsewhere: str) -> Judged:
    names = frozenset({"vague", "late"})
    scripts = frozenset(own.script for own in now)
    own = Extent(scripts, lambda: frozenset(elsewhere), frozenset({"vague"}), names, TODAY)
    return judge(list(numbered(now)), then, own)


def told(found: Judged) -> tuple[list[str], list[str]]:
    """The scripts of new findings, and those of entries whose fault is gone."""
    return [own.script for own in found.new], [own.entry.script for own in found.mended]


A, B = finding("a", "We may call."), finding("b", "We may write.")
SAME = [finding(name, "We may call.") for name in "abc"]
MISSING = finding("a", "sign-off", "Refund")


@pytest.mark.parametrize(
    ("then", "now", "new", "mended"),
    [
        ([A, B], [B, A], [], []),
        ([A], [A, B], ["b"], []),
        ([A, B], [B], [], ["a"]),
        ([A], [finding("renamed", "We  may CALL.")], [], []),
        ([A], [finding("a", "We may call you.")], ["a"], ["a"]),
        (SAME, [*reversed(SAME)], [], []),
        (SAME, [finding("0", "We may call."), *SAME], ["0"], []),
        (SAME, [finding("0", "We may call."), *SAME[1:]], [], []),
        (SAME, SAME[:2], [], ["c"]),
        ([A], [A, A], ["a"], []),
        ([MISSING], [finding("a", "sign-off", "Money back")], [], []),
        ([MISSING], [finding("z", "sign-off", "Refund")], [], []),
        ([MISSING], [finding("z", "sign-off", "Money back")], ["z"], ["a"]),
        ([MISSING, A], [finding("z", "sign-off", "?"), finding("z", "We may call.")], [], []),
        ([MISSING], [finding("a", "greeting", "Refund")], ["a"], ["a"]),
        (
            [MISSING, A],
            [finding("a", "ours"), finding("z", "sign-off", "?"), finding("z", "We may call.")],
            ["a", "z"],
            ["a"],
        ),
        (
            [finding("a", "x", "T")],
            [finding("b", "x", "T"), finding("a", "x", "T2")],
            ["b"],
            [],
        ),
    ],
)
def test_a_finding_is_known_again(
    then: list[Finding], now: list[Finding], new: list[str], mended: list[str]
) -> None:
    assert told(judged(entries(*numbered(then)), now)) == (new, mended)


def test_an_entry_of_a_script_that_was_not_read_lets_nothing_pass_elsewhere() -> None:
    assert told(judged(entries(A), [finding("b", "We may call.")], "a")) == (["b"], [])
    assert told(judged(entries(A), [finding("b", "We may call.")])) == ([], [])


def test_entries_are_judged_only_for_rules_that_are_on_or_gone() -> None:
    off, gone = (finding("a", "x", rule=rule) for rule in ("late", "no-such-rule"))
    assert told(judged(entries(off, gone), [])) == ([], ["a"])


def test_an_entry_whose_rule_another_one_speaks_for_is_not_mended() -> None:
    graver = msgspec.structs.replace(finding("a", "x", rule="hard"), also=(Also("vague", "!"),))
    assert told(judged(entries(finding("a", "x")), [graver])) == (["a"], [])


def test_an_expired_entry_lets_nothing_pass() -> None:
    found = judged(entries(A, expires="2026-05-30"), [A])
    assert told(found) == (["a"], [])
    assert [own.entry.script for own, _ in found.expired] == ["a"]
    assert told(judged(entries(A, expires="2026-05-31"), [A])) == ([], [])


def test_an_entry_that_has_not_expired_goes_first() -> None:
    both = [*entries(A, expires="2020-01-01"), *entries(A)]
    assert [own.entry.expires for own, _ in judged(both, [A]).old] == [""]


def test_a_fingerprint_says_what_and_where_and_which() -> None:
    plain, placed = fingerprint("r", "So  it IS."), fingerprint("r", "", "Refund")
    assert plain == fingerprint("r", "so it is.") != fingerprint("q", "so it is.")
    assert parts(f"{plain}+3") == (plain, "")
    assert parts(placed) == tuple(placed.split("@"))
    ends = [own.fingerprint.partition("+")[2] for own in numbered(SAME)]
    assert ends == ["", "2", "3"]


def test_what_is_written_is_read_again_and_does_not_depend_on_order(tmp_path: Path) -> None:
    texts = ["true", "0123", "a: b # c", '"\\\n\u2028', "Ünï😀", "refund#late", "12e4"]
    made = [Entry("vague", text, "0" * 15 + str(at), text) for at, text in enumerate(texts)]
    path = tmp_path / "b.yaml"
    path.write_text(written(made), encoding="utf-8")
    found = [own.entry for own in load(path, use_cache=False).entries]
    assert sorted(found, key=str) == sorted(made, key=str)
    assert written(found) == written(reversed(made)) == path.read_text("utf-8")


def test_an_entry_knows_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(f"entries:\r\n- {{script: a, rule: vague, fingerprint: {'a' * 16}}}".encode())
    for use_cache in (False, True, True):
        (own,) = load(path, use_cache=use_cache).entries
        assert path.read_bytes().decode()[own.span.start : own.span.end] == own.excerpt == "vague"
        assert own.start == (2, 21)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("entries: [", "1:11: "),
        ("entris: []", "1:1: there is no key “entris”"),
        ("entries: {}", "1:10: "),
        ("version: 2\nentries: []", "1:10: this protolint reads version 1"),
        ("entries:\n- {rule: a, script: b}", "2:4: the key “fingerprint” is missing"),
        ("entries:\n- {rule: a, script: b, fingerprint: ab}", "2:37: “ab” is no fingerprint"),
        (
            f"entries:\n- {{rule: a, script: b, fingerprint: {'b' * 16}, expires: soon}}",
            "2:64: “soon” is no date",
        ),
    ],
)
def test_what_is_wrong_has_its_place(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        load(tmp_path / "b.yaml")
    assert str(caught.value.problems[0]).split("b.yaml:", 1)[1].startswith(place)
