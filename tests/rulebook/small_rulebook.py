"""A small rulebook for tests: two channels, two sources, and a pack to be filled."""

from __future__ import annotations

from protolint.rulebook import loading
from protolint.rulebook.rulebook import Rulebook
from protolint.rulebook.shipped import File
from protolint.script import Problem

EMAIL = "channel: email\nabout: Mail.\n"
SOCIAL = "channel: social\nplatforms: [x, facebook]\n"
SOURCES = "PL: {title: Plain language, status: read}\nOLD: {title: Old, status: memory}\n"
RULE = """\
pack: words
rules:
  - id: sorry-if
    check: phrase
    level: warning
    message: “{match}” makes the harm a maybe.
    any: ['sorry if']
"""


def files(**texts: str) -> list[File]:
    """Files of a rulebook: the given ones, by name, after channels and sources."""
    fixed = {"email": EMAIL, "social": SOCIAL, "sources": SOURCES}
    return [File(f"{name}.yaml", text.encode()) for name, text in {**fixed, **texts}.items()]


def load(**texts: str) -> tuple[Rulebook, list[Problem]]:
    """The rulebook that the texts make, and what is wrong with them."""
    return loading.load(files(**texts))
