"""What divides a file into scripts: its shape, what is set, what it says of itself."""

import pytest

from protolint.readers.markdown import read
from protolint.script import Script, Settings, Source

CHANNELS = ("email", "chat", "sms")
REPLIES = "# Replies\n\n## Late\n\nHi {a}, sorry.\n\n## Lost\n\nHi {a}, thanks.\n"
TWO_FENCES = "# A\n\n## B\n\n```\nHi there, thanks.\n```\n\n## C\n\n```\nHi you, thanks.\n```\n"
THREE_FENCES = f"{TWO_FENCES}\n## D\n\n```\nHi all, thanks.\n```\n"


def scripts_in(text: str, name: str = "a.md", **defaults: str) -> tuple[Script, ...]:
    settings = Settings(defaults=dict(defaults), allowed={"channel": CHANNELS})
    return read(Source(name, text), settings).scripts


def said(script: Script) -> list[str]:
    return [own.prose.text for own in script.stretches if own.kind == "public"]


@pytest.mark.parametrize(
    ("text", "count", "container"),
    [
        (REPLIES, 2, "section"),
        (TWO_FENCES, 1, "document"),
        (THREE_FENCES, 3, "fence"),
        (THREE_FENCES.replace("```\nHi", "```text\nHi"), 3, "fence"),
        (THREE_FENCES.replace("```\nHi", "```python\nHi"), 1, "document"),
        (THREE_FENCES.replace("Hi", "$ send Hi --to"), 1, "document"),
        (f"---\ncontainer: fence\n---\n{TWO_FENCES}", 2, "fence"),
        (f"---\ncontainer: document\n---\n{THREE_FENCES}", 1, "document"),
        (f"---\nsubject: Late\n---\n{REPLIES}", 1, "document"),
        (f"---\nmoment: delay\n---\n{REPLIES}", 1, "document"),
        (f"Hi Sam,\n\n{REPLIES}", 1, "document"),
        ("# Late\n\nHi {a}, sorry.\n\nIt comes on Friday.\n", 1, "document"),
        ("", 1, "document"),
        ("# A\n\n## B\n\n## C\n", 1, "document"),
    ],
)
def test_a_file_is_as_many_scripts_as_headings_own_one(
    text: str, count: int, container: str
) -> None:
    scripts = scripts_in(text)
    assert [own.metadata.container for own in scripts] == [container] * count


def test_a_container_may_be_set_for_many_files() -> None:
    assert [said(own) for own in scripts_in(TWO_FENCES, container="fence")] == [
        ["Hi there, thanks."],
        ["Hi you, thanks."],
    ]


def test_ids_are_of_the_file_and_the_heading_and_no_two_alike() -> None:
    text = "## Late!\n\n> Hi, sorry.\n\n## Late\n\n> Hi, thanks.\n\n## Late 2\n\n> Hi, bye.\n"
    assert [own.id for own in scripts_in(text, "macros/post.md")] == [
        "post#late",
        "post#late-2",
        "post#late-2-2",
    ]
    assert scripts_in("---\nid: own\n---\n# A\n\nHi.")[0].id == "own"


def test_each_script_has_its_part_of_the_file_and_its_blocks_from_0() -> None:
    first, second = scripts_in(REPLIES)
    text = first.source.text
    assert text[slice(*first.body)].startswith("## Late\n")
    assert text[slice(*second.body)] == "## Lost\n\nHi {a}, thanks.\n"
    assert [own.block for own in second.stretches] == [0, 1]


def test_front_matter_holds_for_all_and_labels_for_one() -> None:
    text = (
        "---\nchannel: sms\nowner: care\n---\n# Macros\n\n"
        "## Late\n\n**Channel:** Email, chat\n**Language:** Deutsch\n\n"
        "> Hallo, es tut uns leid.\n\n"
        "## Lost\n\n**Channel:** pigeon\n\n> Hi, sorry.\n"
    )
    late, lost = (own.metadata for own in scripts_in(text))
    assert (late.channels, late.locale, late.owner) == (("email", "chat"), "de", "care")
    assert (lost.channels, lost.locale, lost.owner) == (("sms",), "en", "care")


def test_allowances_belong_to_the_script_that_they_stand_in() -> None:
    text = REPLIES.replace("Hi {a}, thanks", "<!-- protolint allow x: why -->\nHi {a}, thanks")
    first, second = scripts_in(text)
    (own,) = second.allowances
    assert not first.allowances
    assert text[slice(*own.covers)] == "Hi {a}, thanks."


def test_off_ends_with_the_file() -> None:
    text = REPLIES.replace("# Replies", "# Replies\n\n<!-- protolint off: why -->")
    (own,) = scripts_in(text)[0].allowances
    assert own.covers.end == len(text)


def test_titles_of_scripts_are_no_text_for_a_customer() -> None:
    inner = REPLIES.replace("sorry.", "sorry.\n\n### What happened\n\nA storm.")
    titles = {
        own.prose.text: own.is_title
        for script in scripts_in(inner)
        for own in script.stretches
        if own.kind == "heading"
    }
    assert titles == {"Replies": True, "Late": True, "What happened": False, "Lost": True}


@pytest.mark.parametrize(
    ("title", "audience"),
    [
        ("Internal notes", "internal"),
        ("Agent guidance", "internal"),
        ("Brand voice", "internal"),
        ("International orders", "public"),
        ("Replies for agents", "public"),
        ("Interns", "public"),
    ],
)
def test_a_file_is_internal_by_its_title(title: str, audience: str) -> None:
    (script,) = scripts_in(f"# {title}\n\nHi Sam, thanks.\n")
    assert script.metadata.audience == audience
    assert bool(said(script)) == (audience == "public")


GUIDE = "# Refund process\n\nOpen the order. If the customer paid by card, note the digits.\n"


@pytest.mark.parametrize(
    ("text", "name", "audience"),
    [
        (GUIDE, "refund.md", "internal"),
        (f"---\naudience: public\n---\n{GUIDE}", "refund.md", "public"),
        (f"---\nchannel: email\n---\n{GUIDE}", "refund.md", "public"),
        (GUIDE.replace("Open the order.", "Hi Sam,\n\nthanks."), "refund.md", "public"),
        (GUIDE.replace("Refund process", "Your refund"), "refund.md", "public"),
        ("# Refund policy\n\nYou can send it back for 30 days.\n", "refund.md", "public"),
        ("# Replies\n\nYou can copy these:\n\n- [Late](late.md)\n", "README.md", "internal"),
        ("# How we write\n\nYou keep it short.\n", "style.md", "internal"),
    ],
)
def test_a_guide_for_agents_is_internal_unless_somebody_says_otherwise(
    text: str, name: str, audience: str
) -> None:
    (script,) = scripts_in(text, name)
    assert script.metadata.audience == audience
