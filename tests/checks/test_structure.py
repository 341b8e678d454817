"""Parts that are missing, forbidden, too often, out of place or out of order."""

import pytest

from protolint.checks._check import Hit, View
from protolint.checks._parts import Finder
from protolint.checks.structure import Check, Part
from protolint.script import Move

SAD = Part(name="apology", any=("sorrow",))
SORRY = Part(name="apology", any=("sorry", "apologi[sz]e"))
REPAIR = Part(name="repair", any=("refunded", "I will send"))
NEXT = Part(name="next step", any=("you will get", "by (?:friday|monday)"))


@pytest.fixture
def faults(matches):
    """Return where each fault stands (reading, start, end), and what is said of it."""

    def told(check: Check, text: str) -> list[tuple[int, int, int, str]]:
        return [
            (one.reading, one.start, one.end, f"{one.values['part']} {one.values['fault']}")
            for one in matches(check, text)
        ]

    return told


BLAME = Check(parts=(Part(name="blame", any=("you failed",), presence="forbidden"),))
ONCE = Check(parts=(Part(name="apology", any=("sorry",), at_most=1),))
TURNED = "repair comes before the apology"
ORDERED = Check(parts=(SORRY, REPAIR, NEXT), order=("apology", "repair", "next step"))


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (ORDERED, "I am sorry. I refunded it. You will get it.", []),
        (ORDERED, "Hi Sam,\n\nWe refunded it. You will get it.", [(1, 0, 0, "apology is missing")]),
        (ORDERED, "I am sorry. You will get it.", [(0, 11, 11, "repair is missing")]),
        (ORDERED, "I am sorry. I refunded it.\n\nBye.", [(1, 4, 4, "next step is missing")]),
        (ORDERED, "Refunded. Sorry. You will get it.", [(0, 0, 8, TURNED)]),
        (Check(parts=(SORRY,)), "", [(0, 0, 0, "apology is missing")]),
        (Check(parts=(SORRY,), min_sentences=2), "No.", []),
        (Check(parts=(SORRY,), when=("delay",)), "No trouble.", []),
        (Check(parts=(SORRY,), when=("delay",)), "A delay.", [(0, 0, 0, "apology is missing")]),
        (Check(parts=(SORRY,), unless=("thanks",)), "Thanks.", []),
        (BLAME, "You failed. Ok.", [(0, 0, 10, "blame does not belong here")]),
        (ONCE, "Sorry, sorry. Ok.", []),
        (ONCE, "Sorry. Sorry.", [(0, 7, 12, "apology comes 2 times, and 1 is enough")]),
        (Check(parts=(Part(name="thanks", any=("thanks",), presence="optional"),)), "No.", []),
    ],
)  # fmt: skip
def test_structure(faults, check: Check, text: str, found: list) -> None:
    assert faults(check, text) == found


ASIDE = ("if you have questions[^.]*", "we have read (?:the|your)")
ANSWER = Check(parts=(Part(name="answer", any=("we have", "write"), exceptions=ASIDE),))
NO_ANSWER = "answer is missing"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We have a way. Bye.", []),
        ("If you have questions, write to us.", [(0, 0, 0, NO_ANSWER)]),
        ("Write to us if you have questions.", []),
        ("We have read your letter.", [(0, 0, 0, NO_ANSWER)]),
        ("We have read your letter, and we have a way.", []),
    ],
)
def test_what_lies_in_an_exception_is_not_the_part(faults, text: str, found: list) -> None:
    assert faults(ANSWER, text) == found


EARLY = Check(parts=(Part(name="apology", any=("sorry",), within_first=2),))
TOO_LATE = "apology comes too late: it belongs in the first 2 sentences"
TOO_EARLY = "thanks comes too early: it belongs in the last sentence"
LATE = Check(parts=(Part(name="thanks", any=("thanks",), within_last=1),))


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (EARLY, "Hi Sam,\n\nWe know. We are sorry. Bye.", []),
        (EARLY, "We know. We see. Sorry.", [TOO_LATE]),
        (EARLY, "We know.\n\n1.1|One. Two.\n\n1.2|Sorry.", []),
        (LATE, "Thanks. We know.", [TOO_EARLY]),
        (LATE, "We know. Thanks.", []),
    ],
)  # fmt: skip
def test_places_are_counted_after_the_greeting(faults, check, text: str, found: list) -> None:
    assert [fault[3] for fault in faults(check, text)] == found


def test_something_may_be_forbidden_only_at_the_start(faults) -> None:
    excuse = Part(name="excuse", any=("busy",), presence="forbidden", within_first=1)
    check = Check(parts=(excuse,))
    assert faults(check, "We were busy. Sorry.") == [(0, 8, 12, "excuse does not belong here")]
    assert faults(check, "Sorry. We were busy.") == []


def test_so_many_of_the_parts_are_enough(matches) -> None:
    check = Check(parts=(SORRY, REPAIR, NEXT), at_least=2)
    assert matches(check, "I am sorry. I refunded it.") == []
    (match,) = matches(check, "I am sorry.")
    assert match.values["missing"] == "repair, next step"
    assert match.values["count"] == "1"


def test_a_part_may_be_required_among_those_of_which_some_are_enough(faults) -> None:
    must = Part(name="repair", any=("refunded",), presence="required")
    check = Check(parts=(SORRY, must, NEXT), at_least=2)
    assert [fault[3] for fault in faults(check, "Sorry. You will get it.")] == ["repair is missing"]


def test_a_script_is_looked_at_only_where_something_can_be_wrong() -> None:
    assert ORDERED.always
    assert not Check(parts=(SORRY,), when=("delay",)).always
    assert not Check(parts=(Part(name="a", any=("a",), presence="forbidden"),)).always


@pytest.mark.parametrize(
    ("check", "option"),
    [
        (Check(parts=(SORRY,), order=("apologies",)), "order"),
        (Check(parts=(SORRY, SORRY)), "parts"),
        (Check(parts=(SORRY,), at_least=2), "at_least"),
        (Check(parts=(Part(name="a", any=("a",), presence="forbidden", at_most=1),)), "parts"),
    ],
)
def test_options_that_cannot_be_meant(check: Check, option: str) -> None:
    assert [mistake.option for mistake in check.mistakes()] == [option]


MADE = {"Sorry.": ("apology", 0.9), "Oh dear.": ("apology", 0.55), "By Friday.": ("promise", 0.9)}


@pytest.fixture
def moved(view):
    """Return what is said of a text whose sentences make the moves of `MADE`."""

    def told(check: Check, text: str) -> list[str]:
        bare = view(text)

        def moves_of(sentence: str) -> tuple[Move, ...]:
            name, sure = MADE.get(sentence, ("information", 0.9))
            return (Move(name, sure, with_time=sentence == "By Friday."),)

        moves = tuple(
            tuple(moves_of(reading.text[start:end]) for start, end in reading.sentences)
            for reading in bare.readings
        )
        seen = View(bare.script, bare.readings, lambda: moves)
        found = check.find(seen, ())
        return [
            f"{one.start}-{one.end} {one.values['fault']} {one.values['where']}" for one in found
        ]

    return told


def by_move(*moves: str, **options: object) -> Check:
    return Check(
        parts=(
            Part(name="apology", moves=moves, **options),
            Part(name="date", moves=("promise with time",), presence="optional"),
        )
    )


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (by_move("apology"), "It broke. Sorry.", []),
        (by_move("apology"), "It broke. Oh dear.", []),
        (by_move("apology"), "Hi Sam,\n\nIt broke.", ["0-0 is missing right after the greeting"]),
        (by_move("apology"), "{{what_we_did}}\n\nIt broke.", []),
        (by_move("apology"), "It broke.\n\n{{signature}}", ["0-0 is missing at the start"]),
        (by_move("apology", within_first=1), "It broke. Sorry.",
         ["10-16 comes too late: it belongs in the first sentence at the start"]),
        (by_move("apology", within_first=1), "It broke. Oh dear.", []),
        (by_move("apology", presence="forbidden"), "Sorry. Oh dear.",
         ["0-6 does not belong here at the start"]),
        (by_move("promise with time"), "By Friday.", []),
        (by_move("promise without time"), "By Friday.", ["0-0 is missing at the start"]),
    ],
)  # fmt: skip
def test_parts_are_known_by_moves(moved, check: Check, text: str, found: list) -> None:
    assert moved(check, text) == found


def test_where_no_lexicon_knows_the_language_no_move_is_missing(matches) -> None:
    assert matches(by_move("apology"), "Das ist kaputt.") == []


def test_parts_are_known_by_words_in_the_names_of_placeholders(matches) -> None:
    check = Check(parts=(Part(name="date", placeholders=("date", "eta")),))
    assert matches(check, "It comes on {{order.deliveryDate}}.") == []
    assert matches(check, "It comes on {{order.updated}}.") != []


def test_parts_are_known_by_the_findings_of_a_rule(matches) -> None:
    phrase = Finder("phrase", {"any": ["sorry"], "unless": ["if"]})
    check = Check(parts=(Part(name="apology", rules=(phrase,)),))
    assert matches(check, "We are sorry.") == []
    assert matches(check, "We are sorry if it hurt.") != []


@pytest.mark.parametrize(
    ("intent", "text", "found"),
    [
        ("help-reply", "It is here.", True),
        ("Help_Reply", "It is here.", True),
        ("helpless", "It is here.", False),
        (None, "It is here.", False),
        (None, "A delay.", True),
        ("help-reply", "I am sorry.", False),
    ],
)
def test_an_intent_stands_in_for_words(matches, intent: str | None, text: str, found: bool) -> None:
    check = Check(parts=(SORRY,), when=("delay",), intents=("help reply",))
    assert check.always
    told = matches(check, text, intent=intent)
    assert [one.values["part"] for one in told] == ["apology"] * found


def test_a_rule_may_tell_one_sort_of_fault_about_one_part(faults) -> None:
    missing = Check(parts=ORDERED.parts, tells="missing", of="repair")
    assert faults(missing, "No.") == [(0, 3, 3, "repair is missing")]
    late = Check(parts=EARLY.parts, tells="late")
    assert faults(late, "No.") == []
    assert [fault[3] for fault in faults(late, "We know. We see. Sorry.")] == [TOO_LATE]


def test_what_is_missing_belongs_among_the_parts_that_are_there(matches) -> None:
    check = Check(parts=(SORRY, REPAIR, NEXT), tells="missing")

    def where(text: str) -> list[str]:
        return [one.values["where"] for one in matches(check, text)]

    assert where("Hi Sam,\n\nI am sorry.\n\nKind regards,\nAna") == [
        "after the apology",
        "before the sign-off",
    ]
    assert where("You will get it.") == ["at the start", "before the next step"]


def test_a_sign_off_is_no_last_sentence(faults) -> None:
    assert faults(LATE, "We know. Thanks.\n\nKind regards,\n\nAna") == []


def test_rules_share_what_they_found_only_where_they_look_alike(view) -> None:
    seen = view("We are sorrowful.")
    whole, loose = (Check(parts=(SAD,), whole_words=own) for own in (True, False))
    assert [one.values["part"] for one in whole.find(seen, ())] == ["apology"]
    assert list(loose.find(seen, [Hit(0, 0, 7, 13)])) == []
