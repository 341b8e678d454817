"""The files that a new project begins with, as text: project, brand, and the pre-commit entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

import msgspec

from protolint.rulebook.brand import BrandTerm
from protolint.rulebook.style_guide import Gathered

_PLAIN = re.compile(r"[A-Za-z][\w '’&/.-]*[\w.]|[A-Za-z]")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_GREETED = ("email", "letter")

PRE_COMMIT = """\
repos:
{entry}"""
#: What a pre-commit configuration needs, below `repos:`.
ENTRY = """\
  - repo: local
    hooks:
      - id: protolint
        name: protolint
        entry: protolint check --with-library --allow-empty
        language: system
        types_or: [markdown, mdx]
        require_serial: true
"""

_REST = """
# More that a brand can say; take the “#” away from what you want.
# voice:                                # a trait without rules is told as unchecked
#   - {is: warm, not: gushing, rules: [exclamation-overuse, hype]}
# names: [Acme Prime]                   # exact spelling and case
# sign_offs: {email: [Kind regards]}
# facts:                                # the only ones scripts may state
#   - {about: refund, times: [5 working days]}
#   - {about: contact, phones: [0800 123 456], links: [acme.example/help]}
# reading: {email: {flesch_kincaid_grade: 8}, sms: {sentence_words: 15}}
# verbatim:                             # used to the letter, and judged by no rule of tone
#   - {id: recording-notice, text: Calls are recorded for training.}
# intents: [refund, cancel, login]      # what the library must cover
# moments: [bereavement]                # situations of your own
# protocols: [protocols/bereavement.yaml]
"""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said of a new project."""

    brand: str
    scripts: str = "."
    channels: tuple[str, ...] = ()
    placeholders: str | None = None
    agent: str | None = None
    contractions: str | None = None
    exclamations: int | None = None
    emoji: int | None = None


def project_text(answers: Answers) -> str:
    """Return `protolint.yaml`."""
    scripts = PurePath(answers.scripts).as_posix().strip("/")
    folder = "" if scripts == "." else f"{scripts}/"
    lines = ["# What protolint checks here. All keys: the section “Configuration” of its README."]
    lines.append("brand: brand.yaml")
    if answers.placeholders:
        lines.append(f"placeholders: {answers.placeholders}")
    if folder:
        lines.append(f"files: {{include: [{_scalar(f'{folder}**')}]}}")
    lines += list(_channels(answers.channels, folder))
    return "\n".join(lines) + "\n"


def _channels(channels: tuple[str, ...], folder: str) -> Iterator[str]:
    """Yield the globs by which scripts have their channel: one for all, or a folder for each."""
    if not channels:
        return
    yield "channels:                # the first glob that matches wins; front matter beats it"
    globs = {f"{folder}{name}/**": name for name in channels}
    if len(channels) == 1:
        globs = {f"{folder}**": channels[0]}
    yield from (f'  "{glob}": {name}' for glob, name in globs.items())


def brand_text(answers: Answers, guide: Gathered | None = None, source: str = "") -> str:
    """Return `brand.yaml`, with the terms of a style guide and what could not be used of it."""
    lines = [f"# What {' '.join(answers.brand.split())} stands for in words."]
    lines.append(f"brand: {_scalar(answers.brand)}")
    if answers.agent:
        lines.append(f"pronouns: {{agent: {answers.agent}, organisation: we}}")
    if answers.contractions:
        lines.append(f"contractions: {answers.contractions}")
    limits = {"exclamation": answers.exclamations, "emoji": answers.emoji}
    budgets = [f"{key}: {{default: {most}}}" for key, most in limits.items() if most is not None]
    if budgets:
        lines.append(f"budgets: {{{', '.join(budgets)}}}")
    greeted = [name for name in answers.channels if name in _GREETED]
    if greeted:
        lines.append("# greetings:            # {name} stands for a placeholder or a word or two")
        lines += [f'#   {name}: ["Dear {{name}},"]' for name in greeted]
    if guide is not None:
        lines += ["", *_terms(guide, source)]
    return "\n".join(lines) + "\n" + _REST


def _terms(guide: Gathered, source: str) -> Iterator[str]:
    if guide.terms:
        yield f"terms:                  # from {source}"
    for term in guide.terms:
        yield from _term(term)
    if guide.unused:
        yield f"# What {source} says beside, and no term can hold:"
    for own in guide.unused:
        text = " ".join(own.text.split())
        yield f"#   line {own.line}: “{text}”: {own.reason}"


def _term(term: BrandTerm) -> Iterator[str]:
    mark = "  - "
    if term.use:
        yield f"{mark}use: {_scalar(term.use)}"
        mark = "    "
    yield f"{mark}not: [{_listed(term.avoided)}]"
    if term.why:
        yield f"    why: {_scalar(term.why)}"


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(map(_scalar, texts))


def _scalar(text: str) -> str:
    """Return a text as a YAML scalar on one line, in quotes where it needs them."""
    line = "".join(char for char in " ".join(text.split()) if char.isprintable())
    if _PLAIN.fullmatch(line) and line.casefold() not in _WORDS:
        return line
    doubled = line.replace("'", "''")
    return f"'{doubled}'"
