from __future__ import annotations

import pytest

import protolint
from protolint.linting.moves import recogniser
from protolint.script import MOVES
from protolint.text.lexicon import Cue, Lexicon
from protolint.text.lines import Line
from protolint.text.recogniser import Recogniser

#: Of each move, sentences that make it, and sentences that look as if they did.
YES: dict[str, list[str]] = {
    "greeting": [
        "Hi {{first_name}},", "Hey Sam!", "Good afternoon, you're through to Ana at Brightline.",
        "Thank you for calling Acme Bank, my name is Joe.", "Welcome to Acme Mobile.",
        "Dear Ms Jones,",
        "Hi @sam_k, your bag is here.", "Hope you're well!",
    ],
    "thanks": [
        "Thanks for your patience while we looked into this.", "Your feedback is much appreciated.",
        "We really appreciate you taking the time to write.", "Many thanks for the photos.",
        "I'm grateful for your understanding.",
    ],
    "acknowledgement": [
        "I understand how frustrating it is to wait in for a parcel.", "What a pain.",
        "That's really not the experience we want you to have.", "We hear you.",
        "I can see that you were charged twice on 4 March.", "You're right, this took too long.",
        "It must have been worrying to see that on your statement.",
        "You've been without broadband for three days.", "I'm sorry to hear your order came late.",
        "It sounds like you've had a rough week.", "We're so happy to hear you enjoyed your stay!",
    ],
    "apology": [
        "We're sorry for the delay to your delivery.", "Oh no, sorry about that!", "My bad!",
        "Please accept our sincere apologies.", "I do apologise for the mix-up.",
        "I'm so sorry, can you tell me your order number?", "Apologies for the late reply.",
        "We are sorry for the noise, and apologise for the late notice.",
    ],
    "responsibility": [
        "This was our mistake.", "We sent you the wrong size.", "We let you down.",
        "That one's on us.", "We should have told you sooner.", "We got this wrong.",
        "I entered your address incorrectly.", "Our system charged your card twice by mistake.",
        "We take full responsibility for the error on your bill.",
    ],
    "explanation": [
        "Your parcel was delayed because of snow.", "This happened because your card had expired.",
        "The reason for the higher price is a change in tax.", "That's why your balance is zero.",
        "The courier lost the parcel, so it has to be sent again.",
        "For security reasons, we can't talk about your account here.",
        "Posting the same question twice is against the rules of the forum.",
        "We're receiving more messages than usual right now.",
    ],
    "action": [
        "I've cancelled the duplicate order for you.", "We're looking into this with the courier.",
        "Our engineers are working on a fix.", "Your request has been processed.",
        "I've spoken to the restaurant manager.", "Let me look into that for you.",
        "I refunded it this morning.", "Your refund of $45 has been issued.",
        "We were able to recover your files.", "Since it broke we will replace it.",
        "Your tax specialist will review your form.", "I have rewired the lamp for you.",
    ],
    "redress": [
        "I've refunded £20 to your card.", "We've added a $15 credit to your account.",
        "We'll send you a new one free of charge.", "I have waived the $35 overdraft fee.",
        "I've taken the late fee off.", "We'd like to offer you a 20% discount on your next stay.",
    ],
    "refusal": [
        "We can't change the name on a ticket.", "We don't offer refunds on sale items.",
        "Unfortunately, this item can't be returned once opened.", "Your claim was declined.",
        "I'm afraid we're not able to extend the deadline.", "We no longer support this version.",
        "It isn't possible to move your booking.", "There's nothing more we can do on our end.",
        "We turned your second request down.", "I was sadly not able to fund the choir.",
        "We are not able to recommend another shop.", "Sorry, we don't have a guide for that tool.",
    ],
    "alternative": [
        "You can return it to any shop instead.", "Alternatively, you can pay by bank transfer.",
        "What I can do is book you on the next flight.",
        "Another option is to pick it up in store.",
        "If you can't make it, you can reschedule online.",
    ],
    "instruction": [
        "Please reply with your order number.", "Open Settings and choose Billing.",
        "To reset your password, tap Forgot password.", "You'll need to bring photo ID.",
        "Make sure your router is plugged in.", "Could you send us a photo of the damage?",
        "Don't share this code with anyone.", "Simply follow the steps below:",
        "We recommend updating the app.", "You can find the form at {{url}}.",
        "Under the “Security” section, click “Edit”.", "Take a photo of your passport to continue.",
        "Loosen the four screws by half a turn.", "Unscrew the cap and rinse it.",
        "You may then login or edit your profile.", "We would like your consent to call your GP.",
    ],
    "information": [
        "Refunds take five working days.", "Our office is closed on Monday.",
        "Your order number is {{order.id}}.", "We received your message.",
        "Your statement is ready.",
        "Due by: {{date}}", "This code will expire after 10 minutes.",
    ],
    "next-step": [
        "You will get a text when it ships.", "Your new card will arrive within 5 working days.",
        "Once we receive the return, we'll issue your refund.", "The driver will call you first.",
        "You should expect to see a message from them today.",
    ],
    "promise": [
        "I'll write again by Friday noon.", "We will get back to you shortly.",
        "We're going to replace the part on Tuesday.", "We promise to do better.",
        "Someone from our team will contact you within 24 hours.",
    ],
    "question": [
        "Which size would you like?", "May I have your booking reference?", "What's your name? 🙂",
        "Please let us know which date suits you best.", "Are you seeing an error message?",
    ],
    "invitation": [
        "Reply here if anything is unclear.", "We hope to see you again soon.",
        "We're here to help.",
        "If you have any other questions, just reply to this email.",
        "Feel free to reach out any time.",
        "Don't hesitate to call us on 0800 123 456.", "Give us a shout if you get stuck.",
        "Is there anything else I can help you with today?",
        "If this is wrong, contact us.", "Our team is always excited to help you.",
    ],
    "sign-off": [
        "Kind regards, Ana", "Best wishes,", "Warm wishes from all of us at Fern",
        "The Acme Team", "Have a lovely day!", "Take care,",
        "Hope that helps!", "Thanks,", "^NC", "— Ana, Customer Care",
        "[Sender Name] and the [Product Name] team", "From {{company}}",
        "We look forward to hearing from you.",
        "It was a pleasure to help you.",
    ],
}  # fmt: skip
NO: dict[str, list[str]] = {
    "greeting": ["This is the number of your order.", "Welcome packs ship on Monday."],
    "thanks": [
        "Thanks to the new cable, it is fast.", "Thanks,",
        "We would appreciate it if you could wait.",
    ],
    "acknowledgement": ["We received your message.", "It is important to keep the code."],
    "apology": ["Sorry, which order is this about?", "Better safe than sorry."],
    "responsibility": ["An error occurred.", "You sent us the wrong form."],
    "explanation": [
        "Your payment is due on Monday.", "Please tell us the reason why you left.",
        "Your plan stays as it is.", "We tell you as soon as it is done.",
        "The visit is due to take place on Monday.",
    ],
    "action": [
        "We have received your message.", "We have two shops.", "You have changed your plan.",
        "We have loved every minute.", "We have delayed your order.",
    ],
    "redress": [
        "Your credit card has expired.", "You can ask for a refund until Friday.",
        "File your return for free with Acme!",
    ],
    "refusal": [
        "You can't miss it.", "We can't wait to see you.", "Don't hesitate to ask.",
        "We turned the heating down at night.", "We were able to give you a seat.",
    ],
    "alternative": ["Restart it, then open the app.", "There is no other way."],
    "instruction": [
        "Contact details are on the website.", "Order number 123 has shipped.",
        "Have a lovely day!",
        "Please accept our apologies.", "Friday the shop is closed.", "Ctrl+V – Paste the text.",
        "I'm your assistant.", "There is nothing you need to do.",
        "It helps you find a room and take the next step.",
    ],
    "information": [
        "Order number", "Opening hours", "Open the app.", "Sorry, that is not a code we know.",
    ],
    "next-step": [
        "Your order is here.", "We were open on Monday.",
        "When you turn on your profile, it will be visible to shops.",
    ],
    "promise": ["It should arrive soon.", "We'll be happy to help.", "You can call us on Monday."],
    "question": ["This answers the question.", "Tell your friends."],
    "invitation": ["Please reply with your address.", "You need a new form."],
    "sign-off": ["Best before June.", "The team is in the office.", "Many thanks for the photos."],
}  # fmt: skip


def names(*sentences: str) -> list[set[str]]:
    return [{move.name for move in made} for made in protolint.moves(sentences)]


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    assert list(table) == list(MOVES)
    return [(move, sentence) for move, own in table.items() for sentence in own]


@pytest.mark.parametrize(("move", "sentence"), cases(YES))
def test_a_sentence_makes_a_move(move: str, sentence: str) -> None:
    assert move in names(sentence)[0]


@pytest.mark.parametrize(("move", "sentence"), cases(NO))
def test_a_sentence_only_looks_like_a_move(move: str, sentence: str) -> None:
    assert move not in names(sentence)[0]


@pytest.mark.parametrize(
    ("sentence", "moves"),
    [
        (
            "I've refunded you and you'll see it within five days.",
            {"action", "redress", "next-step"},
        ),
        ("I'll look into this and call you tomorrow.", {"action", "promise", "next-step"}),
        ("We will get back to you shortly.", {"promise", "next-step"}),
        ("I'm sorry you're having trouble signing in.", {"apology", "acknowledgement"}),
        ("Sorry for the trouble.", {"apology"}),
        ("Thanks!", {"thanks", "sign-off"}),
        ("Can you DM me your order number?", {"question", "instruction"}),
        ("Hi Sam, thanks for getting in touch!", {"greeting", "thanks"}),
        ("Hope that helps!", {"sign-off"}),
    ],
)
def test_a_sentence_makes_just_these_moves(sentence: str, moves: set[str]) -> None:
    assert names(sentence) == [moves]


@pytest.mark.parametrize(
    "text",
    ["# We refund you", "Order number", "OWNER ROLE UPDATED",
    "[Set up your account](https://a.example)",
     "Pay now ( {{url}} )", "Ask the customer for their postcode.", "How do I change my plan?", ""],
)  # fmt: skip
def test_titles_labels_and_notes_make_no_move(text: str) -> None:
    assert names(text) == [set()]


def test_a_note_tells_what_the_lines_beside_it_are() -> None:
    note = "Ask the customer for their card number."
    assert names(note, "Then enter the date.") == [set(), set()]
    assert names("Then enter the date.") == [{"instruction"}]
    assert names(note, "Please enter your date.") == [set(), {"instruction"}]


def test_neighbours_count() -> None:
    other = "But we can send you to our shop."
    assert "alternative" not in names(other)[0]
    assert "alternative" in names("We can't deliver it.", other)[1]


def test_a_name_below_a_closing_formula_signs() -> None:
    assert names("Kind regards,", "Ana Cruz", "Acme Support")[1:] == [{"sign-off"}, {"sign-off"}]
    assert names("It shipped.", "Ana Cruz")[1] == set()


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("{{agent.name}}", True),
        ("{{ticket.assignee.first_name}}", True),
        ("[Your Name]", True),
        ("{{order.name}}", False),
        ("{{message.sender}}", False),
        ("{{agent.email}}", False),
    ],
)
def test_the_name_of_an_agent_alone_in_a_line_signs(line: str, *, signs: bool) -> None:
    assert ("sign-off" in names("It shipped.", line)[1]) == signs


@pytest.mark.parametrize(
    ("sentence", "with_time"),
    [
        ("I'll write again by Friday noon.", True),
        ("We'll call you within 24 hours.", True),
        ("You'll hear from us tomorrow.", True),
        ("We'll get back to you in {{hours}} hours.", True),
        ("We'll get back to you as soon as possible.", False),
        ("I'll let you know shortly.", False),
    ],
)
def test_a_promise_is_with_a_time_or_without(sentence: str, with_time: bool) -> None:
    (promise,) = (move for move in protolint.moves([sentence])[0] if move.name == "promise")
    assert promise.with_time is with_time


def test_several_witnesses_make_a_move_surer() -> None:
    cues = (Cue(any=("sorry",), confidence=0.6), Cue(any=("apologies",), confidence=0.6))
    own = Recogniser(Lexicon(lexicon="en", moves={"apology": cues}))
    told = own.of_lines([Line("Sorry, my apologies."), Line("Sorry."), Line("No.")])
    assert [[move.confidence for move in made] for made in told] == [[0.84], [0.6], []]


def test_a_cue_asks_for_what_stands_around_it() -> None:
    cue = Cue(any=("credit",), near=("your",), unless=("card",))
    own = Recogniser(Lexicon(lexicon="en", moves={"redress": (cue,)}))
    texts = ["Credit to your account.", "Credit to it.", "Your credit card.", "If so, your credit."]
    assert [bool(made) for made in own.of_lines(list(map(Line, texts)))] == [
        True, False, False, True,
    ]  # fmt: skip


def test_no_lexicon_no_moves() -> None:
    with pytest.raises(LookupError, match="“xx”"):
        protolint.moves(["Hi"], locale="xx")
    assert recogniser("en-GB") is recogniser("en-GB")
    assert protolint.text.moves is protolint.moves
