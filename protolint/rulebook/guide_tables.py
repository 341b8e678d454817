"""The tables of a style guide that say what to avoid, what to use instead, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from protolint.rulebook.guide_words import Advice, plain

Role = Literal["avoid", "use", "why"]

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_CELL = re.compile(r"(?<!\\)\|")
#: What the head of a column says of it, tried in this order.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "why",
        re.compile(
            r"(?:the )?(?:why\b.*|reason(?:s|ing)?\b.*|because|rationale|explanation|notes?"
            r"|comments?|context|background)"
        ),
    ),
    (
        "avoid",
        re.compile(
            r".*[❌🚫✗✘✖⛔👎].*|.*\b(?:avoid\w*|don t|do not|dont|never|instead of|rather than|not"
            r"|wrong|bad|poor|incorrect|banned|forbidden|prohibited|unacceptable|off[- ]brand"
            r"|discouraged|deprecated|replace(?: this)?|less|weak|no|before|x)\b.*"
        ),
    ),
    (
        "use",
        re.compile(
            r".*[✅✓✔☑👍].*|.*\b(?:use|say|write|try|prefer\w*|better|good|right|correct|instead"
            r"|alternatives?|replacements?|replace with|with|recommended|suggest\w*|approved"
            r"|on[- ]brand|strong|do|yes|after|more)\b.*"
        ),
    ),
)
_USE_FIRST = re.compile(r"(?:use|say|write|replace with|replacement|use this) ?(?:instead|this)?")


def tables(lines: Sequence[str]) -> Iterator[Advice]:
    """Yield the rows of all tables that have a column of what to avoid. Lines count from 1."""
    fence = ""
    for at, line in enumerate(lines):
        found = _FENCE.match(line)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        is_head = "|" in line and at + 1 < len(lines) and _DELIMITER.fullmatch(lines[at + 1])
        if not fence and is_head and "-" in lines[at + 1]:
            yield from _rows(lines, at)


def _rows(lines: Sequence[str], at: int) -> Iterator[Advice]:
    roles = [role_of(cell) for cell in _cells(lines[at])]
    if "avoid" not in roles:
        return
    for number in range(at + 2, len(lines)):
        if "|" not in lines[number]:
            return
        said: dict[Role, str] = {}
        for role, cell in zip(roles, _cells(lines[number]), strict=False):
            if role and cell:
                said[role] = f"{said[role]} ; {cell}" if role in said else cell
        if said.get("avoid"):
            yield Advice(number + 1, said["avoid"], said.get("use", ""), said.get("why", ""))


def role_of(head: str) -> Role | None:
    """Return what a column is for by its head, in whatever words; None where it says neither."""
    folded = plain(head).casefold().replace("’", "'")
    words = re.sub(r"[^\w\s❌🚫✗✘✖⛔👎✅✓✔☑👍-]+", " ", folded).strip()
    if _USE_FIRST.fullmatch(words):
        return "use"
    return next((role for role, pattern in _ROLES if pattern.fullmatch(words)), None)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip() for cell in _CELL.split(inner)]
