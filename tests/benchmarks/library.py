"""Writes the scripts that are measured: the same ones for the same seed, on any machine."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from wording import CLOSINGS, FAULTY, GREETINGS, PLACEHOLDERS, PLAIN, SLOTS

_SLOT = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
_CHANNELS = ("email", "chat", "letter", "social", "review", "whatsapp", "sms")
_MOMENTS = ("routine", "complaint", "service-failure", "delay", "refusal", "notice")
#: One sentence in so many is one that a linter has something to say about.
_FAULTY_SHARE = 0.12


class Library(NamedTuple):
    """Where the generated files lie."""

    scripts: Path
    large: Path
    larger: Path
    small: Path

    @property
    def files(self) -> list[Path]:
        """The scripts of the library, in order of their names."""
        return sorted(self.scripts.rglob("*.md"))


def write(folder: Path, *, scripts: int, seed: int) -> Library:
    """Write so many scripts of about 1 KB, files of 100 KB and 1 MB, and one small file."""
    chance = random.Random(seed)
    library = Library(
        folder / "scripts", folder / "100-kb.md", folder / "1-mb.md", folder / "small.md"
    )
    for number in range(scripts):
        path = library.scripts / f"{number // 100:02}" / f"script-{number:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script(chance, number, 1_000), encoding="utf-8")
    library.large.write_text(script(chance, 1, 100_000), encoding="utf-8")
    library.larger.write_text(script(chance, 2, 1_000_000), encoding="utf-8")
    library.small.write_text(script(chance, 3, 300), encoding="utf-8")
    return library


def script(chance: random.Random, number: int, size: int) -> str:
    """Return a script of about so many bytes, with front matter and the Markdown people write."""
    head = front_matter(chance, number)
    greeting, closing = filled(chance, GREETINGS), filled(chance, CLOSINGS)
    room = size - sum(len(part.encode()) + 2 for part in (head, greeting, closing))
    body: list[str] = []
    while room > 60:
        body.append(chance.choice(_BLOCKS)(chance))
        room -= len(body[-1].encode()) + 2
    return "\n\n".join([head, greeting, *body, closing]) + "\n"


def front_matter(chance: random.Random, number: int) -> str:
    """Return what a script says of itself; one in four says nothing of its moment."""
    moment = f"moment: {chance.choice(_MOMENTS)}\n" if chance.random() < 0.75 else ""
    return (
        f"---\nid: script-{number}\nchannel: {chance.choice(_CHANNELS)}\n{moment}author: agent\n"
        f"subject: Your {chance.choice(SLOTS['thing'])}\nplaceholders: zendesk\n---"
    )


def filled(chance: random.Random, choices: tuple[str, ...]) -> str:
    """Return one of the texts with its slots filled."""

    def value(slot: re.Match[str]) -> str:
        return chance.choice(PLACEHOLDERS if slot[1] == "placeholder" else SLOTS[slot[1]])

    return _SLOT.sub(value, chance.choice(choices))


def sentence(chance: random.Random) -> str:
    """Return one sentence, now and then a faulty one."""
    return filled(chance, FAULTY if chance.random() < _FAULTY_SHARE else PLAIN)


def paragraph(chance: random.Random) -> str:
    """Return two to four sentences, wrapped as mail programs wrap them or on one line."""
    words = " ".join(sentence(chance) for _ in range(chance.randint(2, 4))).split(" ")
    if chance.random() < 0.5:
        return " ".join(words)
    return "\n".join(" ".join(words[at : at + 14]) for at in range(0, len(words), 14))


def items(chance: random.Random) -> str:
    """Return a list, numbered or not, at times with one list in another."""
    marks: Iterator[str] = iter(chance.choice([("- ",) * 4, ("1. ", "2. ", "3. ", "4. ")]))
    lines = [f"{mark}{sentence(chance)}" for mark in marks]
    nested = f"   - {sentence(chance)}"
    return "\n".join([*lines[:2], nested, *lines[2:]] if chance.random() < 0.3 else lines)


def quote(chance: random.Random) -> str:
    """Return what somebody said, over two lines."""
    return f"> {sentence(chance)}\n> {sentence(chance)}"


def section(chance: random.Random) -> str:
    """Return a heading with a paragraph below it."""
    return f"## About your {chance.choice(SLOTS['thing'])}\n\n{sentence(chance)}"


def table(chance: random.Random) -> str:
    """Return a small table of prices."""
    rows = (f"| {chance.choice(SLOTS['thing'])} | {chance.choice(SLOTS['money'])} |" for _ in "123")
    return "\n".join(("| What | Price |", "| --- | ---: |", *rows))


_BLOCKS = (paragraph, paragraph, paragraph, paragraph, items, items, quote, section, table)
