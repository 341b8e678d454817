"""Placeholders are found in every dialect, keep their places, and nothing else is taken for one."""

import time
from collections.abc import Sequence

import pytest

from protolint.readers._placeholders import Masked, mask
from protolint.script import Opaque, Settings

#: (written, family, name, whether it has a fallback)
EVERYWHERE = [
    ("{{ticket.requester.name}}", "mustache", "ticket.requester.name", False),
    ('{{ticket.requester.name | default: "you"}}', "mustache", "ticket.requester.name", True),
    ('{{user.company|fallback:"your team"}}', "mustache", "user.company", True),
    ('{{ contact.name || "friend" }}', "mustache", "contact.name", True),
    ("{{ticket.ticket_field_360001}}", "mustache", "ticket.ticket_field_360001", False),
    ("{{ticket.comments[0].body}}", "mustache", "ticket.comments[0].body", False),
    ("{{contact.lastname|default('customer')}}", "mustache", "contact.lastname", True),
    ("{{ personalization_token('contact.city', 'you') }}", "mustache", "contact.city", True),
    ('{{ order.sent_at | date: "%d %B" }}', "mustache", "order.sent_at", False),
    ("{{2}}", "mustache", "2", False),
    ("{{0a8d51de-7a55-4c6c-9bb0-4e6ef54c9f0c}}", "mustache", None, False),
    ("{{~ Order Number ~}}", "mustache", "Order Number", False),
    ("{{ 'cart'|link({'id': cart.id}) }}", "mustache", "", False),
    ("{{ \"order/#{order.id}\"|url(area: 'shop') }}", "mustache", "", False),
    ('{{"now" | date: "%A"}}', "mustache", "", False),
    ("{{&agent.signature}}", "mustache", "agent.signature", False),
    ("{{{Recipient.LastName}}}", "hml", "Recipient.LastName", False),
    ("{%customer.email%}", "pctpct", "customer.email", False),
    ("{%customer.lastName,fallback=friend%}", "pctpct", "customer.lastName", True),
    ("{% mailbox.name %}", "pctpct", "mailbox.name", False),
    ("{% include 'footer' %}", "liquidtag", None, False),
    ("#{ticket.owner.lastname}", "zammad", "ticket.owner.lastname", False),
    ("#{t(ticket.priority.name)}", "zammad", "ticket.priority.name", False),
    ('#{dt(ticket.created_at, "%d %B", "UTC")}', "zammad", "ticket.created_at", False),
    ("%{recipient.name.first}", "pctbrace", "recipient.name.first", False),
    ("%{my_name,fallback:we}", "pctbrace", "my_name", True),
    ("{!Case.CaseNumber}", "sml", "Case.CaseNumber", False),
    ("{!Contact.LastName, friend}", "sml", "Contact.LastName", True),
    ('{!BLANKVALUE(Contact.LastName, "friend")}', "sml", "Contact.LastName", True),
    ('<attribute key="plan.name" default="plan"/>', "icattr", "plan.name", True),
    ('<attribute key="plan.name"/>', "icattr", "plan.name", False),
    ("[[sn.shop.returns]]", "kusnip", "shop.returns", False),
    ("{{ticket.id|default('')}}", "mustache", "ticket.id", False),
    ('{{ user.name | default: "" }}', "mustache", "user.name", False),
    ("{%customer.lastName,fallback=%}", "pctpct", "customer.lastName", False),
    ('<attribute key="plan.name" default=""/>', "icattr", "plan.name", False),
    ("<%= due_date(order) %>", "erb", "due_date", False),
    ("<%= order_number %>", "erb", "order_number", False),
    ('<%= name || "there" %>', "erb", "name", True),
    ("<<Client.LastName>>", "chevron", "Client.LastName", False),
    ("<<Parcel Number>>", "chevron", "Parcel Number", False),
    ("[% Ticket.Number %]", "toolkit", "Ticket.Number", False),
    ("<OTRS_CUSTOMER_SUBJECT[20]>", "otrs", "OTRS_CUSTOMER_SUBJECT[20]", False),
    ("{$Ticket->Status}", "smarty", "Ticket->Status", False),
]
IN_DIALECT = [
    ("notify", "((first name))", "first name"),
    ("rasa", "{order_id}", "order_id"),
    ("livechat", "%agent-name%", "agent-name"),
    ("twilio", "${event.From}", "event.From"),
    ("connect", "$.Attributes.orderId", "Attributes.orderId"),
    ("connect", "$['orderId']", "orderId"),
    ("rails", "%<count>d", "count"),
    ("jinja", "%(name)s", "name"),
    ("erb", "<%= t(\n  'greeting') %>", "t"),
]
TEXT = [
    "Press the {green} key", "It costs $15 (20%) on 3/4", "any of {1,2,3}", "30% off {limited}",
    "C# {get; set;}", "80%} ready", "for {$7}", ":-} {-:", "{y | y > 2}", "((see page 4))",
    "[Name] rang", "<customer name> rang", "this {{ that", "{{}}", "{{ }}", "{ {ticket.id} }",
    "p{color:blue}", '{"a": {"b": 2}}', '{"a":{"b":{}}}', "#tag {no} two", "#{}", "%{}",
    "use % and { here", "{% no such tag %}", '/ask{{"mood": "good"}}', "${PATH}", "a <% b",
    "{{...}}", "«<<Bonjour à tous>>»", "cat <<EOF", "1 << 2 >> 1", "[%{", "{{a\n}}", "100% {",
]  # fmt: skip


def read(text: str, dialect: str | None = None, lengths: Settings | None = None) -> Masked:
    return mask(text, dialect=dialect, lengths=lengths or Settings())


def raws(text: str, found: Sequence[Opaque]) -> list[str]:
    assert all(text[each.span.start : each.span.end] == each.raw for each in found)
    return [each.raw for each in found]


@pytest.mark.parametrize(("written", "family", "name", "fallback"), EVERYWHERE)
def test_a_placeholder_of_a_safe_family_is_found_without_a_dialect(written, family, name, fallback):
    text = f"Hi {written}, thanks."
    masked = read(text)
    assert raws(text, masked.opaques) == [written]
    found = masked.opaques[0]
    assert (found.family, found.has_fallback) == (family, fallback)
    assert name in (None, found.name)
    assert masked.text == f"Hi {masked.filler * len(written)}, thanks."


@pytest.mark.parametrize(("dialect", "written", "name"), IN_DIALECT)
def test_the_other_families_are_found_only_where_a_dialect_is_named(dialect, written, name):
    text = f"Hi {written}, thanks."
    assert raws(text, read(text, dialect).opaques) == [written]
    assert read(text, dialect).opaques[0].name == name
    assert not read(text).opaques


@pytest.mark.parametrize("text", TEXT)
def test_what_only_looks_like_a_placeholder_stays_text(text):
    masked = read(text)
    assert (masked.text, masked.opaques, masked.cuts) == (text, (), ())


def test_doubled_braces_are_plain_braces_in_rasa():
    text = "Say {{yes}} to {offer}."
    assert raws(text, read(text, "rasa").opaques) == ["{yes}", "{offer}"]


def test_placeholders_side_by_side_are_two():
    assert raws("{{a}}{{b}}", read("{{a}}{{b}}").opaques) == ["{{a}}", "{{b}}"]


def test_a_dialect_without_families_of_its_own_reads_what_holds_everywhere():
    assert read("{{ticket.id}} {x}", "zendesk").opaques == read("{{ticket.id}} {x}").opaques


def test_the_mask_keeps_length_and_line_breaks_and_is_new_to_the_text():
    text = "\ue100 <%= a\r\n  b %> {% comment %}\n\nx\n{% endcomment %}"
    masked = read(text, "erb")
    assert len(masked.text) == len(text)
    assert masked.filler not in text
    assert [at for at, each in enumerate(masked.text) if each in "\r\n"] == [
        at for at, each in enumerate(text) if each in "\r\n"
    ]


def test_the_length_of_a_placeholder_is_settable_by_its_name_or_its_last_part():
    lengths = Settings(placeholder_lengths={"ticket.id": 6, "name": 12}, placeholder_length=9)
    found = read("{{ticket.id}} {{user.name}} {{id}}", lengths=lengths).opaques
    assert [each.length for each in found] == [6, 12, 9]


@pytest.mark.parametrize("opening", [
    "{{", "{%", "{{{", "{{a", "{% if ", "<%", "<% %", "[%", "[% ", "<<A ", "#{t(", "%{a.", "{!a",
    "((", "((a", "((a(", "{{a{b}", "{{'a", '<attribute key="', "%a", "{#",
])  # fmt: skip
@pytest.mark.parametrize("dialect", [None, "notify", "jinja", "erb", "livechat"])
def test_a_text_of_nothing_but_openings_is_read_in_linear_time(opening, dialect):
    start = time.process_time()
    read(opening * 50_000 + " " * 50_000, dialect)
    assert time.process_time() - start < 3
