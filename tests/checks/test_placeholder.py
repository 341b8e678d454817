"""Broken, unknown and unfilled placeholders."""

from collections.abc import Callable
from typing import get_args

import msgspec
import pytest

from protolint.checks import placeholder
from protolint.checks._check import Match
from protolint.checks.placeholder import Check
from protolint.script import OPAQUE, Opaque, Prose, Run, Span, Stretch
from protolint.text.reading import Reading

ALL = get_args(placeholder.Fault)
DAMAGE = Check(of=tuple(set(ALL) - {"unknown", "no-fallback", "blank"}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi {{name}}, you", []),
        ("Hi {{name, you", ["{{"]),
        ("Hi {{name}, you", ["{{name}"]),
        ("Hi {name}}, you", ["{name}}"]),
        ("Hi { {name} }, you", ["{ {name} }"]),
        ("Hi {% if x, you", ["{%"]),
        ("{{ticket.name}} and {ticket.name}", ["{ticket.name}"]),
        ("{{ticket.name}} and {ticket.id}", ["{ticket.id}"]),
        ("Fill in {patient_name} here", []),
        ("{{name}} and {full/partial}", []),
        ("Hi {{name | default: “you”}}", ["{{name | default: “you”}}"]),
        (r"Hi {{ticket.field\_1}}", [r"{{ticket.field\_1}}"]),
        ("Hi {{a<b>b</b>}} there", ["{{a<b>b</b>}}"]),
        ("See [INSERT LINK] now", ["[INSERT LINK]"]),
        ("[Pay](https://a.example/%7B%7Bid%7D%7D)", ["[Pay](https://a.example/%7B%7Bid%7D%7D)"]),
        ("{{order_id}} {{orderId}} {{order_id}}", ["{{orderId}}"]),
        ("Hi {name, it is on {day) now", ["{name", "{day"]),
        ("It comes on pick_up_day} at {time}", ["pick_up_day}"]),
        ("A smile :-} or {so it goes}", []),
        ("{{name}}, {order_id}, [[due_day]]", ["[[due_day]]"]),
        ("{{1}} on {{2}} at {{time}}", ["{{time}}"]),
        ("We are 50 % done, or 100% sure", []),
        ("{{name}} for %order.id% and %a_b%", ["%order.id%", "%a_b%"]),
        ("{Hi|Hello {there|you}}, thanks.", []),
        ("{Hello {there|you}|Hi}, thanks.", []),
        ("{sex, select, male {He} female {She} other {They}} will call.", []),
        ("{n, plural, one {{n} card} other {{n} cards}} came, {name", ["{name"]),
        ("The set {a, b is open, :-{D and :{ab.", []),
        ("Hi {{full|half}, you", ["{{full|half}"]),
        ("Hi {full|half}}, you", ["{full|half}}"]),
    ],
)
def test_damage(excerpts, text: str, found: list[str]) -> None:
    assert excerpts(DAMAGE, text) == found


def _hidden(raw: str, shown: str) -> Reading:
    prose = Prose(shown, (Run(0, 0, len(raw)),))
    return Reading(Stretch("public", prose))


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ("&#123;&#123;name&#125;&#125;", "encoded"),
        ("{{na**m**e}}", "markup"),
        (r"\{\{name\}\}", "escaped"),
        ("{{ }}", "stray-braces"),
    ],
)
def test_a_whole_placeholder_in_readable_text_was_hidden(view, raw: str, fault: str) -> None:
    shown = "{{name}}" if "name" in raw or "na" in raw else raw
    seen = msgspec.structs.replace(view(raw), readings=(_hidden(raw, shown),))
    assert [match.values["fault"] for match in DAMAGE.find(seen, ())] == [placeholder._SAID[fault]]


def test_names_choose_the_placeholders_that_need_a_fallback(excerpts) -> None:
    check = Check(of=("no-fallback",), names=(r"(?:.*\.)?first_name",))
    text = "{{user.first_name}} {{first_name|there}} {{order}} {{first_name_kana}}"
    assert excerpts(check, text) == ["{{user.first_name}}"]


def test_a_name_that_nobody_fills_names_the_one_that_is_meant(matches) -> None:
    check = Check(of=("unknown",), known=("ticket.requester", r"order\..*"))
    (match,) = matches(check, "{{ticket.requestor}} {{ticket.requester}} {{order.id}}")
    assert match.values["name"] == "ticket.requestor"
    assert match.values["meant"] == "ticket.requester"


def test_a_blank_is_found_where_blanks_are_no_use(view) -> None:
    prose = Prose(
        OPAQUE["blank"], (Run(0, 0, 6),), {0: Opaque("blank", "[Name]", Span(0, 6), 8, "Name")}
    )
    given = (Reading(Stretch("public", prose)),)
    seen = msgspec.structs.replace(view("[Name]"), readings=given)
    assert [match.start for match in Check(of=("blank",)).find(seen, ())] == [0]
    assert list(DAMAGE.find(seen, ())) == []


def test_a_tag_without_a_partner_is_shown_in_the_source(view) -> None:
    seen = view("Hi. {% if x %}")
    script = msgspec.structs.replace(seen.script, unbalanced=(Span(4, 14),))
    seen = msgspec.structs.replace(seen, script=script)
    (match,) = Check(of=("unbalanced",)).find(seen, ())
    assert match.span == Span(4, 14)
    assert match.values["placeholder"] == "{% if x %}"


def test_every_fault_has_words() -> None:
    assert set(placeholder._SAID) == set(ALL)


@pytest.mark.parametrize("check", [Check(of=("unknown",)), Check(of=("marker",), known=("x",))])
def test_known_names_and_unknown_ones_need_each_other(check: Check) -> None:
    assert [mistake.option for mistake in check.mistakes()] == ["known"]


def test_a_name_that_is_much_like_a_known_one_is_a_slip(
    matches: Callable[[Check, str], list[Match]],
) -> None:
    check = Check(of=("slip",), known=("ticket.requester.name", "first_name"))
    text = "Hi {{ticket.requestor.name}}, {{firstname}}, {{frist_name}}, {{last_name}}, {{name}}."
    assert [one.values["meant"] for one in matches(check, text)] == [
        "ticket.requester.name",
        "first_name",
    ]


def test_a_rule_finds_unknown_names_after_one_that_asks_for_slips(view) -> None:
    seen = view("Hi {{nickname}}, you")
    slips, unknown = (Check(of=(own, "unbalanced"), known=("name",)) for own in ("slip", "unknown"))
    assert list(slips.find(seen, ())) == []
    assert [one.values["name"] for one in unknown.find(seen, ())] == ["nickname"]
