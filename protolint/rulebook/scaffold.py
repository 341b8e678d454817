"""A rule as YAML to begin with, and files of rules and projects with something added to them.

What is added goes in as text, so that all else in a file stays as people wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from protolint.placed import Node
from protolint.rulebook.page import Page

#: The checks that a rule can be begun with.
CHECKS = ("phrase", "substitution", "structure")
_ITEM = re.compile(r"[ \t]*(?:-[ \t]+)")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that somebody begins. What they leave out is filled in with words to write over.

    `words` are patterns; for a substitution, of each pair `words` has the wrong one and `instead`
    the right one; for a structure they are what a script has to have.
    """

    id: str
    check: str = "phrase"
    level: str = ""
    message: str = ""
    why: str = ""
    words: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    bad: str = ""
    good: str = ""


_MESSAGES = {
    "phrase": "“{match}” is not what we say. Say what to write instead.",
    "substitution": "We say “{replacement}”, not “{match}”.",
    "structure": "Something is missing here. Say what to add.",
}
_WHY = "Say here what it does to the customer."
_WORDS = {"phrase": "words to avoid", "substitution": "old word", "structure": "words it needs"}
_BARE = "This says something else."


def rule_text(draft: Draft) -> str:
    """Return a rule as an entry of a list that is not indented, with an example."""
    words = draft.words or (_WORDS[draft.check],)
    instead = draft.instead or tuple("new word" for _ in words)
    lines = [
        f"- id: {draft.id}",
        f"  check: {draft.check}",
        f"  level: {draft.level or _level(draft)}",
        f"  message: {quoted(draft.message or _MESSAGES[draft.check])}",
        f"  why: {quoted(draft.why or _WHY)}",
        *_options(draft.check, words, instead),
        *([f"  channels: [{', '.join(draft.channels)}]"] if draft.channels else ()),
        "  examples:",
    ]
    first, other = words[0], instead[0]
    bad = _BARE if draft.check == "structure" else f"Here it says {first} to you."
    good = {
        "phrase": "Here it says what we say.",
        "substitution": f"Here it says {other} to you.",
        "structure": f"This has {first} in it.",
    }[draft.check]
    lines += [f"    - bad: {quoted(draft.bad or bad)}", f"      good: {quoted(draft.good or good)}"]
    return "\n".join(lines) + "\n"


def _level(draft: Draft) -> str:
    """Return a level for a rule that has none; one that would fire everywhere begins turned off."""
    return "off" if draft.check == "structure" and not draft.words else "warning"


def _options(check: str, words: tuple[str, ...], instead: tuple[str, ...]) -> Iterator[str]:
    if check == "substitution":
        pairs = zip(words, instead, strict=True)
        listed = ", ".join(f"{quoted(wrong)}: {quoted(right)}" for wrong, right in pairs)
        yield f"  swaps: {{{listed}}}"
    elif check == "structure":
        listed = ", ".join(map(quoted, words))
        yield f"  parts: [{{name: {quoted(words[0])}, any: [{listed}]}}]"
    else:
        yield f"  any: [{', '.join(map(quoted, words))}]"


def pack_text(name: str, entry: str) -> str:
    """Return a new file of rules with one entry, for editors that know YAML too."""
    head = [
        "# yaml-language-server: $schema=schema.json",
        f"pack: {quoted(name)}",
        "about: 'Say here what these rules have in common.'",
        "rules:",
    ]
    return "\n".join(head) + "\n" + _indented(entry, 2, "\n")


def with_rule(page: Page, entry: str) -> str | None:
    """Return a file of rules with an entry at the end of its list; None where that is in one line.

    Comments, line ends and everything else stay.
    """
    text = page.source.text
    node = page.node.entries.get("rules")
    if node is None:
        return _ended(text) + f"rules:{_end(text)}" + _indented(entry, 2, _end(text))
    if node.items:
        return _appended(text, node, entry)
    at = _line_end(text, page.node.key("rules").end)
    is_empty = node.value is None and not text[page.node.key("rules").end + 1 : at].strip()
    return _inserted(text, at, _indented(entry, 2, _end(text))) if is_empty else None


def with_pack(page: Page, name: str) -> str | None:
    """Return a project file that names one pack more; None where that cannot be put in."""
    text = page.source.text
    node = page.node.entries.get("packs")
    if node is None:
        return f"{_ended(text)}packs: [{name}]{_end(text)}"
    if text[node.span.start : node.span.start + 1] == "[":
        at = text.rindex("]", node.span.start, node.span.end)
        return f"{text[:at].rstrip()}{', ' if node.items else ''}{name}{text[at:]}"
    return _appended(text, node, f"- {name}\n", is_apart=False) if node.items else None


def _appended(text: str, node: Node, entry: str, *, is_apart: bool = True) -> str | None:
    """Return a text with an entry below the last item of a list; None where it is in one line."""
    first, end = node.items[0].span, _last(node.items[-1], text)
    begin = max(text.rfind("\n", 0, first.start), text.rfind("\r", 0, first.start)) + 1
    before = _ITEM.fullmatch(text, begin, first.start)
    if before is None:
        return None
    indent = before[0].index("-")
    at = _line_end(text, len(text[:end].rstrip()))
    gap = _end(text) if is_apart else ""
    return _inserted(text, at, gap + _indented(entry, indent, _end(text)))


def _last(node: Node, text: str) -> int:
    """Return where the last value of a node ends; after it there may be comments."""
    inner = node.items or tuple(node.entries.values())
    if not inner or text[node.span.start] in "[{":
        return node.span.end
    return _last(max(inner, key=lambda own: own.span.end), text)


def _inserted(text: str, at: int, lines: str) -> str:
    """Return a text with whole lines after the line that ends at an offset."""
    rest = text[at:]
    end = _end(text)
    if not rest:
        return f"{text}{end}{lines}"
    size = len(end) if rest.startswith(end) else 1
    return text[: at + size] + lines + rest[size:]


def _line_end(text: str, at: int) -> int:
    """Return where the line ends that an offset lies in, without its line break."""
    found = re.compile(r"\r\n?|\n").search(text, at)
    return found.start() if found else len(text)


def _end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _ended(text: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else f"{text}{_end(text)}"


def _indented(entry: str, indent: int, end: str) -> str:
    return "".join(f"{' ' * indent}{line}{end}" for line in entry.splitlines())


def quoted(text: str) -> str:
    """Return a text as a YAML scalar on one line, in single quotes."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    doubled = line.replace("'", "''")
    return f"'{doubled}'"


def names_of(texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the wrong and the right words of pairs such as `log in=sign in`."""
    pairs = [text.partition("=") for text in texts]
    return tuple(own[0].strip() for own in pairs), tuple(own[2].strip() for own in pairs)
