"""YAML text to nodes with places."""

import pytest

from protolint.placed import YamlError, read, reading


def test_every_value_and_key_stands_at_its_place() -> None:
    text = "\ufeffa: b\r\nc: 😀x\r\n'd e': \"q\\n\"\r\nf: [1, no]\r\ng:\tt\u2028u\r\n"
    node = read(text)
    assert {key: text[slice(*span)] for key, span in node.keys.items()} == {
        "a": "a", "c": "c", "d e": "'d e'", "f": "f", "g": "g",
    }  # fmt: skip
    shown = {key: text[slice(*below.span)] for key, below in node.entries.items()}
    assert shown == {"a": "b", "c": "😀x", "d e": '"q\\n"', "f": "[1, no]", "g": "t\u2028u"}
    assert node.at("g").value == "t\u2028u"
    assert node.at("f", 1).value == "no"


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"), ("on", "on"), ("yes", "yes"), ("off", "off"), ("y", "y"), ("true", True),
        ("False", False), ("null", None), ("~", None), ("", None), ("12", 12), ("-3", -3),
        ("0o17", 15), ("017", 17), ("0x1F", 31), ("1_000", "1_000"), ("12:30", "12:30"),
        ("2024-01-01", "2024-01-01"), ("1.5", 1.5), (".5e3", 500.0), ("-.inf", float("-inf")),
        ("'12'", "12"), ("!!str 12", "12"), ("<<", "<<"), (".", "."), ("9" * 5000, "9" * 5000),
    ],
)  # fmt: skip
def test_scalars_follow_the_core_schema_of_yaml_1_2(word: str, value: object) -> None:
    assert read(f"- {word}").at(0).value == value


def test_a_collection_ends_with_its_last_line() -> None:
    text = "a:\n  - b\n  - c\n\nd: e\n"
    assert text[slice(*read(text).at("a").span)] == "- b\n  - c"


def test_an_alias_is_the_value_at_its_anchor() -> None:
    text = "a: &x word\nb: *x"
    node = read(text)
    assert node.at("b").value == "word"
    assert text[slice(*node.at("b").span)] == "word"


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "shown", "words"),
    [
        ("a: b: c", ": c", "put text that holds one in quotes"),
        ("a: 'x\n b", "'x", "never closed"),
        ("a: [1, 2\nb: 3", "[1, 2", "“[” here is never closed"),
        ("a:\n\t- b", "\t- b", "a tab"),
        ("a: @b", "@b", "“@” cannot begin a value"),
        ("a: {%if%}", "%if", "“%” cannot begin a value"),
        ("a: {{b}}", "{b", "in quotes"),
        ("a: *x", "*x", "there is none"),
        ("a: &x [*x]", "*x", "there is none"),
        ("a: 'it's'", "s'", "quotation mark before this"),
        ('a: "\\q"', "", "backslash"),
        ("a: 1\nb: 2\na: 3", "a: 3", "given twice"),
        ("😀: 1\n😀: 3", "😀: 3", "given twice"),
        ("a\nb: c", ": c", "a colon"),
        ("- a\nb: c", "b: c", "no item of the list"),
        ("? [a]\n: b", "[a]", "a key is a word"),
        ("--- a\n--- b", "--- b", "second document"),
        ("a: b\x07", "\x07", "U+0007"),
        ("\ufeffa: \ud800", "\ud800", "U+D800"),
        ("[" * 100_000, "[", "nested deeper than 64"),
        (BOMB, "*", "more than 200,000 values"),
    ],
)
def test_what_is_not_read_is_said_plainly_at_its_place(text: str, shown: str, words: str) -> None:
    with pytest.raises(YamlError) as caught:
        read(text)
    assert words in caught.value.message
    assert text[caught.value.offset :].startswith(shown)


def test_aliases_cannot_nest_deeper_than_allowed() -> None:
    lines = ["a0: &a0 [x]", *(f"a{at}: &a{at} [*a{at - 1}]" for at in range(1, 80))]
    with pytest.raises(YamlError, match="nested deeper"):
        read("\n".join(lines))


def test_an_empty_text_is_a_null() -> None:
    assert read("# nothing\n").value is None


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x [b, 'c', 😀]\nd: *x\ne: |\n  f\n  g\nh:\n"
    fast = read(text)
    monkeypatch.setattr(reading, "_Parser", reading.yaml.Loader)
    assert read(text) == fast
