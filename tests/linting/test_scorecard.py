"""The report per channel: shares, rates, rules, protocols, and what was not looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from protolint.linting.run import Request, check
from protolint.linting.scorecard import ChannelCard, Scorecard, scorecard

BAD = "We are sorry if the delay caused you any problem."
SORRY = "I am sorry for the delay. The oak was cracked, so it comes a week late, on Friday 3 May."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def card(**scripts: str) -> Scorecard:
    for name, text in scripts.items():
        head, _, body = text.rpartition("|")
        Path(f"{name}.md").write_text(f"---\n{head.replace(';', chr(10))}\n---\n\n{body}\n")
    return scorecard(check(Request(paths=(".",), is_previewed=True, allow_empty=True)))


def channel(found: Scorecard, name: str | None) -> ChannelCard:
    return next(own for own in found.channels if own.channel == name)


def test_a_library_without_scripts_has_no_channels() -> None:
    found = card()
    assert (found.channels, found.scripts, found.on_brand) == ((), (), 0)


def test_a_script_is_on_brand_with_suggestions_alone() -> None:
    found = card(bad=f"channel: chat|{BAD}", good="channel: chat|Please utilise it.")
    assert [(own.script, own.is_on_brand) for own in found.scripts] == [
        ("bad", False),
        ("good", True),
    ]
    assert found.scripts[1].cells[0].worst == "suggestion"
    assert (found.on_brand, channel(found, "chat").on_brand) == (1, 1)


def test_a_script_has_a_cell_for_each_of_its_channels() -> None:
    found = card(both="channel: [email, sms]|It’s here.", none="title: None|Hello.")
    cells = {own.script: [cell.channel for cell in own.cells] for own in found.scripts}
    assert cells == {"both": ["email", "sms"], "none": [None]}
    on_email, on_sms = (cell.worst for cell in found.scripts[0].cells)
    assert (on_email, on_sms) == (None, "warning")  # the curly quote matters in an SMS alone


def test_rates_are_findings_per_100_words() -> None:
    found = channel(card(a=f"channel: chat|{BAD} {'Your table is here. ' * 10}"), "chat")
    (rate,) = [own for own in found.rates if own.category == "empathy"]
    assert found.words == 50
    assert rate.per_100_words == 2.0 * rate.findings


def test_no_words_have_no_rate() -> None:
    found = card(a="channel: email;subject: Update|")
    for rate in channel(found, "email").rates:
        assert rate.per_100_words is None


def test_the_rules_most_broken_come_first() -> None:
    found = card(a=f"channel: chat|{BAD}", b=f"channel: chat|{BAD} Please utilise it.")
    first, *others = channel(found, "chat").most_broken
    assert (first.rule, first.findings, first.scripts) == ("conditional-apology", 2, 2)
    assert others


@pytest.mark.parametrize(
    ("head", "body", "counts"),
    [
        ("moment: delay", SORRY, (1, 0, 1, 1)),
        ("moment: delay", "It is late.", (1, 0, 1, 0)),
        ("moment: safety", "Here it is.", (1, 0, 0, 0)),
        ("title: None", "Here it is.", (0, 0, 0, 0)),
        ("title: Told", "I am sorry: your order is delayed by a week.", (0, 1, 1, 0)),
    ],
)
def test_protocols_cover_scripts_by_their_moment(
    head: str, body: str, counts: tuple[int, ...]
) -> None:
    found = channel(card(a=f"channel: email;{head}|{body}"), "email").protocols
    assert (found.given, found.inferred, found.held, found.kept) == counts
    assert len(found.without) == 1 - found.given - found.inferred
    assert bool(found.departed) == (found.held > found.kept)


def test_what_would_wake_silent_rules_is_told_by_key() -> None:
    found = card(a="channel: email|Hello.", b="channel: email;moment: delay|Hello.")
    moment = next(own for own in found.silent if own.key == "moment")
    assert moment.scripts == 1
    assert "emoji-after-failure" in moment.rules
