"""What scripts state about a subject, against what the brand says of it."""

import pytest

from protolint.checks.facts import Check, Subject


def subject(about: str, *given: str, words: str | None = None) -> Subject:
    return Subject(about=about, words=(words or rf"{about}\w*",), intents=(about,), given=given)


TIMES = Check(
    of="times",
    subjects=(subject("refund", "2 business days"), subject("deliver", "3-5 days", "same day")),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We refund you within 24 hours.", ["24 hours"]),
        ("Your refund takes two working days.", []),
        ("Your refund takes 2 days.", ["2 days"]),
        ("You get your refund in a week.", ["a week"]),
        ("Your refund is here. It takes 24 hours to show.", ["24 hours"]),
        ("We refund the oak. It needs five days to dry.", []),
        ("We deliver in 3 to 5 days, or the same day.", []),
        ("We deliver within 120 hours.", []),
        ("We deliver the next working day.", ["next working day"]),
        ("Your refund and your delivery come within 5 days.", []),
        ("We open at 9. Call us within 24 hours.", []),
        ("You asked for a refund 3 weeks ago.", []),
        ("You waited ten days for your refund.", []),
        ("If you ask for a refund within 30 days, you get it.", []),
        ("Return it within 30 days for a refund.", []),
        ("Our refund line is open 24 hours a day.", []),
        ("You have 30 days to ask for a refund.", []),
        ("It takes 5 minutes to ask for a refund.", []),
        ("We refund you within 5 minutes.", ["5 minutes"]),
    ],
)
def test_time_frames(excerpts, text: str, found: list[str]) -> None:
    assert excerpts(TIMES, text) == found


def test_the_message_names_what_is_given(matches) -> None:
    (match,) = matches(TIMES, "We refund you within 24 hours.")
    assert match.values == {"about": "refund", "given": "“2 business days”"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will write back within 24 hours.", ["24 hours"]),
        ("We will write back within two business days.", []),
        ("You will hear from Jo in 3 days.", ["3 days"]),
        ("The film takes 3 hours.", []),
        ("It may take up to 48 hours to show.", []),
        ("We send you a text in a minute.", []),
        ("Your link expires in 15 minutes.", []),
        ("You must use the link within 2 hours.", []),
        ("We refund you within 24 hours.", []),  # a subject: the other rule's
    ],
)
def test_promises_about_no_subject(excerpts, text: str, found: list[str]) -> None:
    check = Check(of="times", subjects=TIMES.subjects, where="elsewhere")
    assert excerpts(check, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Delivery costs £35.", []),
        ("Delivery is 35.00 pounds, or £ 40.", ["£ 40"]),
        ("Delivery costs 10% more.", ["10%"]),
        ("The lamp costs £40.", []),
    ],
)
def test_amounts(excerpts, text: str, found: list[str]) -> None:
    check = Check(of="amounts", subjects=(subject("deliver", "£35"),))
    assert excerpts(check, text) == found


PHONES = Check(
    of="phones",
    subjects=(subject("contact", "0800 123 456", words="call|contact"),
              subject("refund", "0800 123 457")),
    where="anywhere",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 0800 123 456.", []),
        ("Call +44 800 123456.", []),
        ("Call 0800 123 999 now.", ["0800 123 999"]),
        ("Ring 0800-123-999.", ["0800-123-999"]),
        ("Ring 0800 123 457.", []),
        ("For refunds: 0800 123 456.", ["0800 123 456"]),
        ("On 12.03.2025 we wrote about £1,200.", []),
        ("Order 48213 is here.", []),
    ],
)
def test_phone_numbers(excerpts, text: str, found: list[str]) -> None:
    assert excerpts(PHONES, text) == found


LINKS = Check(of="links", subjects=(subject("help", "acme.example/help", "jo@acme.example"),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("For help see https://www.acme.example/help?x=1 today.", []),
        ("For help see https://acme.example/help/returns today.", []),
        ("For help see https://acme.example/faq today.", ["https://acme.example/faq"]),
        (
            "For help see [our page](https://acme.example/faq).",
            ["[our page](https://acme.example/faq)"],
        ),
        ("For help see [our page](https://acme.example/help/).", []),
        ("For news see https://acme.example/faq today.", []),
        ("For help [write](mailto:jo@acme.example) to us.", []),
        ("For help [write](mailto:al@acme.example) to us.", ["[write](mailto:al@acme.example)"]),
    ],
)
def test_links(excerpts, text: str, found: list[str]) -> None:
    found_texts = excerpts(LINKS, text)
    assert len(found_texts) == len(found)
