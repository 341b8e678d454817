"""Blanks and markers are told from buttons, directions, conditions, remarks and tags."""

import time

import pytest

from protolint.readers._blanks import blanks, is_blank_tag

BLANKS = [
    "Hello [Customer Name], welcome", "your order [order number] has left",
    "about the [small thing they asked for], we", "Good [morning/evening], Sam",
    "[Agent Name] rings you", "Best,\n[Your Name]", "Take it [X tablets a day] daily",
    "Dear [Mr./Ms. Last Name],", "It is $[amount] a month", "Order #[ORDER_NUMBER] is late",
    "[FIRST_NAME]'s parcel", "in [2-3 working days] or so", "We post to [country].",
    "[Company Name, Inc]", "again in [x] days", "Click [LINK] now", "[Company] Care Team",
    "for {patient_name} today", "{Customer Name}, hello", "a {full/partial} refund",
    "{e.g., cannot log in}", "Hello <customer name>,", "dear <Agent Name>", "{cost}5 each",
    "because [reason for the delay], we", "Ask the [Product Name] team", "[Tracking Number]",
    "[Link to the returns form]", "ring [phone number]",
]  # fmt: skip
MARKERS = [
    "[INSERT LINK]", "Go to [PASTE RECEIPT LINK].", "{Insert Screenshot}", "[Insert reply: refund]",
    "Your code is XXXX.", "I will come ____ today", "ring #####.", "use [add tracking number] here",
    "[ADD DATE]", "TODO: ask Kim", "due XX/XX/XXXX", "[date TBC]", "<insert link>", "[XXX]",
    "[____]", "up by XX%", "Dear [TBD],",
    "on [date - confirm w/ Ana] at 9", "It is [day, Ana to confirm].",
    "costs [price to follow]", "[van - Bo to check] comes at 9",
    "it comes on [day, please add].", "costs [price - agree with Bo] now", "to [town, ask Ana] now",
    "costs [price: check] today",
]  # fmt: skip
TEXT = [
    "[ ] milk", "[x] done", "see [1] and [^2]", "[Verify Identity]", "[Client gives name]",
    "[Client gives name] Nice to meet you", "[pause]", "[If yes:] OK", "[Wants help] – OK, I will",
    "[If no, try another day.]", "click [Update Order] and wait", "the [Account] tab",
    "press [Ctrl] + [C]", "Go to [Account] > [Orders]", "[Tier 1] agents", "he said [sic] that",
    "[email protected]", "[emphasis added] is", "colou[u]r and [T]he", "list[index]",
    "[Agent]: hello", "[Customer] Hi, I need help", "[N/A]", "[1, 2]", "[Click here to view]",
    "[Start over button]", "[After confirmation]", "[laughs] yes", "a {red} button", "set {1,2}",
    "x < y and y > z", "I <3 you", "b <b and c>", "(see [Smith 2004])", "XXL shirts",
    "the card ending XXXX 1234", "the format is XXX", "C# {get; set;}", "[No, cancel it]",
    "snake___case", "[Transferred to a colleague.]", '{"name": 1}', "choose [Yes] or [No]",
    "[Greet the customer]", "['order', 'refund']", "[a, b](c", "[Name](x", "as per [GDPR] rules",
    "Yes. [Caller to confirm]", "[Wait for the code to come]",
    "Tap [Yes, add it] to go on.", "Tap [Yes, confirm] now", "It says [No, get help] there",
    "Use [Cancel, ask again] now", "Use [Card: add new] now", "Open [Account - get help] now",
    "Hello. [pause, ask for the name] Now we go", "Press [Orders: check status] to see it",
    "Thank you. [Verify: ask for the postcode] Now we go", "so [check: confirm the address] OK",
]  # fmt: skip


@pytest.mark.parametrize("text", BLANKS)
def test_a_blank_in_a_sentence_or_signature_is_found(text):
    found = blanks(text)
    assert [each.kind for each in found] == ["blank"]
    assert text[found[0].start] in "[{<"
    assert text[found[0].end - 1] in "]}>"


@pytest.mark.parametrize("text", MARKERS)
def test_a_note_to_fill_something_in_is_a_marker(text):
    assert [each.kind for each in blanks(text)] == ["marker"]


@pytest.mark.parametrize("text", TEXT)
def test_other_brackets_and_runs_stay_text(text):
    assert blanks(text) == []


def test_in_a_link_only_markers_count():
    assert blanks("Use [Your Link] or [INSERT LINK]", [(4, 15), (19, 32)])[0].start == 19


@pytest.mark.parametrize("raw", [
    "<Agent Name>", "<ISSUE_NUMBER>", "<customer-name>", "<name>", "<Name>", "<insert link>",
    "<OrderNumber>", "<YOUR NAME>",
])  # fmt: skip
def test_a_tag_that_no_browser_knows_and_that_names_a_field_is_a_blank(raw):
    assert is_blank_tag(raw)


@pytest.mark.parametrize("raw", [
    "<b>", "<br/>", "<title>", "<address>", "<input disabled>", "<details open>", '<a href="x">',
    "</name>", "<Note>", "<Steps>", "<InfoCard>", "<Image />", "<!-- name -->", "<my-widget>", "<>",
])  # fmt: skip
def test_other_tags_are_no_blanks(raw):
    assert not is_blank_tag(raw)


@pytest.mark.parametrize("text", [
    "[" * 100_000, "[a" * 100_000, "[Name] " * 20_000, "<A" * 100_000, "XX/" * 100_000,
    "XX " * 100_000, "__" * 100_000,
])  # fmt: skip
def test_hostile_text_is_read_in_linear_time(text):
    start = time.process_time()
    blanks(text)
    assert time.process_time() - start < 3
