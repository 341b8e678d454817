"""Words that a sentence quotes or names are told from words that it uses."""

import pytest

from protolint.text.mentions import is_name, is_quoted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('You wrote that you were told to "calm down" at the desk.', "calm down"),
        ('The page says "Oops, try again" and stops.', "Oops"),
        ('"Sorry for any inconvenience" was the wrong thing to write.', "any inconvenience"),
        ('You wrote: "I feel that you don\'t care. Nobody did."', "Nobody did"),
        ("Our sign said 'mind your tone', and it's gone now.", "mind your tone"),
        ('We never say "calm down" to anyone.', "calm down"),
    ],
)
def test_words_of_another_are_quoted(text: str, words: str) -> None:
    start = text.index(words)
    assert is_quoted(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Please calm down."', "calm down"),
        ('Agent: "Please calm down."', "calm down"),
        ('Then say "please calm down" and wait.', "calm down"),
        ('"Calm down." That is what to say.', "Calm down"),
        ('The screen is 15" wide, so calm down, and 9" high.', "calm down"),
        ("It's the guests' turn to calm down, isn't it?", "calm down"),
        ('You must not calm down "now".', "calm down"),
    ],
)
def test_words_of_the_script_are_not_quoted(text: str, words: str) -> None:
    start = text.index(words)
    assert not is_quoted(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "is_one"),
    [
        ("See the Oops page of your bank.", "Oops", True),
        ("It is on the Rule of Thumb album.", "Rule of Thumb", True),
        ("Oops, that went wrong.", "Oops", False),
        ("Hi Sam, Unfortunately it is gone.", "Unfortunately", False),
        ("Call us, as I am sorry.", "I am sorry", False),
        ("Call the AWARD WINNING team.", "AWARD WINNING", False),
        ("This is a Seamless experience.", "Seamless experience", False),
    ],
)
def test_a_name_has_capitals_within_a_sentence(text: str, words: str, is_one: bool) -> None:
    start = text.index(words)
    assert is_name(text, 0, start, start + len(words)) is is_one
