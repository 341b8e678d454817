"""Parts that are missing, forbidden, too often, out of place or out of order."""

import pytest

from protolint.checks.structure import Check, Part

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
        (ORDERED, "I am sorry. I refunded it.\n\nBye.", [(0, 26, 26, "next step is missing")]),
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
