"""Two answers to one question are told, and two questions are not taken for one."""

from __future__ import annotations

import pytest
from library import found, front

from protolint.checks.contradiction import Check


def shown(of: str, *texts: str, intents: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return the pairs of claims that are at odds in scripts of one intent."""
    channels = ("chat", "email", "letter", "phone", "sms")
    files = {
        f"{channels[at]}/a{at}.md": front(
            text, channel=channels[at], intent=intents[at] if intents else "refund"
        )
        for at, text in enumerate(texts)
    }
    matches = found(Check(of=of), files)  # type: ignore[arg-type]
    return [(own.values["match"], own.values["other"]) for own in matches]


@pytest.mark.parametrize(
    ("of", "one", "other"),
    [
        ("times", "Refunds take 5 working days.", "Refunds take 10 working days."),
        ("times", "Your money is back within 3 days.", "We refund you in 2 weeks."),
        ("times", "Return it within 30 days.", "You have 14 days to send it back."),
        ("times", "We reply within 24 hours.", "Expect an answer within two days."),
        ("times", "The link is valid for 24 hours.", "This link expires in 2 hours."),
        ("times", "We are open 9am to 5pm.", "Our lines are open from 8am to 8pm."),
        ("times", "We are here Monday to Friday.", "Call us Monday to Saturday."),
        ("times", "Order before 2pm for the next van.", "Order by 4pm to make the next van."),
        ("times", "Claim your refund by 31 May.", "Claim your refund before 30 June."),
        ("amounts", "Delivery costs £4.95.", "We charge £3.50 for delivery."),
        ("amounts", "Returns are free.", "A return costs £2.50."),
        ("amounts", "You get 10% off.", "We take 15% off for you."),
        ("amounts", "Free delivery on orders over £50.", "Delivery is free for orders over £40."),
        ("amounts", "We text you a 6-digit code.", "Type the 4-digit code that we text you."),
        ("phones", "Call 0800 111 2222.", "Ring us on 0800 111 2223."),
        ("links", "Track it: https://a.example/t/one", "Track it at https://a.example/status."),
        ("links", "Write to help@a.example.", "Email care@a.example."),
        ("conditions", "You need your receipt.", "You don’t need a receipt."),
        ("conditions", "Sale shoes can be returned.", "Sale shoes cannot be returned."),
        ("conditions", "Goods must be unopened.", "Send goods back even if you have opened them."),
    ],
)
def test_two_answers(of: str, one: str, other: str) -> None:
    assert len(shown(of, one, other)) == 1


@pytest.mark.parametrize(
    ("of", "one", "other"),
    [
        ("times", "Refunds take 5 working days.", "You get your refund in five business days."),
        ("times", "Refunds take 48 hours.", "Refunds take two days."),
        ("times", "Refunds take 3 to 5 working days.", "Refunds take up to 5 working days."),
        ("times", "Refunds take one week.", "Refunds take 5 working days."),
        ("times", "Refunds take 5 days.", "You have 30 days to return it."),
        ("times", "We refund within 5 days of your return.", "Return it within 30 days."),
        ("times", "We reply within 2 days.", "Please reply within 7 days."),
        ("times", "Standard delivery takes 3 days.", "Express delivery takes 2 days."),
        ("times", "Refunds take 5 days.", "You asked us for a refund 3 days ago."),
        ("times", "Refunds take {{days}} days.", "Refunds take 5 days."),
        ("amounts", "Delivery costs £5.", "Delivery costs 5 pounds."),
        ("amounts", "Delivery costs £5.", "Express delivery costs £9."),
        ("amounts", "Delivery costs £5.", "We charge £12 for a repair."),
        ("amounts", "Delivery costs £5.", "Delivery is free on orders over £50."),
        ("phones", "Call 0800 111 2222.", "Ring us on (0800) 111-2222."),
        ("phones", "Call 0800 111 2222.", "From abroad, call +44 20 7946 0000."),
        ("phones", "Call 0800 111 2222.", "Call 0800 111 2222 or 020 7946 0000."),
        ("links", "Track it: https://a.example/t", "Track it at https://www.a.example/t/?x=1."),
        ("links", "Track it: https://a.example/t", "Rate us: https://a.example/rate"),
        ("links", "Help is at https://a.example/help", "Help: https://a.example/help/refund"),
        ("conditions", "You need your receipt.", "You don’t need to print the label."),
        ("conditions", "You can cancel the plan.", "You can’t cancel the plan once it has begun."),
    ],
)
def test_no_two_answers(of: str, one: str, other: str) -> None:
    assert shown(of, one, other) == []


def test_what_most_scripts_say_is_held_against_the_others() -> None:
    texts = [f"Refunds take {days} working days." for days in (5, 8, 5, 5)]
    assert shown("times", *texts) == [("8 working days", "5 working days")]


def test_scripts_that_all_say_something_else_speak_of_several_things() -> None:
    texts = [f"Refunds take {days} working days." for days in (3, 6, 9, 4)]
    assert shown("times", *texts) == []


def test_scripts_of_other_intents_may_say_other_things() -> None:
    texts = ("We reply within 2 hours.", "We reply within 2 days.")
    assert shown("times", *texts, intents=("outage", "feedback")) == []


def test_scripts_of_one_name_are_compared_where_nobody_gave_an_intent() -> None:
    files = {
        "email/refund.md": front("Refunds take 5 days.", channel="email"),
        "sms/refund.md": front("Refunds take 9 days.", channel="sms"),
        "sms/other.md": front("Refunds take 2 days.", channel="sms"),
    }
    matches = found(Check(of="times"), files)
    assert [(own.script.path, own.values["file"]) for own in matches] == [
        ("sms/refund.md", "email/refund.md")
    ]


def test_the_other_place_is_related() -> None:
    files = {
        "a.md": front("Refunds take 5 days.", intent="refund"),
        "b.md": front("Thanks.\n\nRefunds take 9 days.", intent="refund"),
    }
    (match,) = found(Check(of="times"), files)
    assert [(script.path, fact.line) for script, fact in match.related] == [("a.md", 4)]
    assert match.fact.line == 6
