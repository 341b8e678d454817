"""Parts of a message that are no prose: greetings, sign-offs, signatures, fields, list items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protolint.script import Stretch

_OPAQUE = "\ue000-\uf8ff"
_NAME = rf"(?:[\w{_OPAQUE}][\w.'’{_OPAQUE}-]*)"
_GREETING = re.compile(
    rf"""\W{{0,3}}
    (?: (?:hi|hello|hey|hiya|dear|greetings|welcome|good\s(?:morning|afternoon|evening|day))
        (?:\s+{_NAME}|,\s*{_NAME}){{0,5}}
      | to\swhom\sit\smay\sconcern
      | {_NAME}(?:\s[A-Z{_OPAQUE}][\w.'’{_OPAQUE}-]*)?(?=,\s*$)
    )
    \s*[,!:.–—-]?\s*[^\w\s{_OPAQUE}]{{0,3}}\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSINGS = r"""
    (?:(?:kind(?:est)?|warm(?:est|ly)?|best|many|with(?:\skind|\sbest)?)\s)?
      (?:regards|wishes|thanks)(?:\sagain)?
  | best | all\sthe\sbest | cheers | take\scare | warmly | respectfully | cordially | thx
  | (?:yours\s)?(?:sincerely|faithfully|truly)(?:\syours)? | yours
  | (?:many\s|thanks\sand\s)?thanks(?:\s(?:again|so\smuch|a\slot|and\s(?:best|kind)\sregards))?
  | thank\syou(?:\s(?:again|so\smuch|very\smuch|and\s(?:best|kind)\sregards))?
  | (?:with\s)?(?:gratitude|appreciation)
"""
_SIGN_OFF = re.compile(
    rf"""\s*(?:
        (?:{_CLOSINGS})\s*(?:[,!.]|[–—-]+|$)\s*(?:{_NAME}(?:\s{_NAME}){{0,4}})?\s*$
      | [-–—~]{{1,2}}\s?(?:the\s)?(?:[A-Z{_OPAQUE}][\w.'’{_OPAQUE}-]*)(?:\s{_NAME}){{0,4}}\s*$
      | \^[A-Z]{{1,3}}\s*$
      | (?:the|your)\s(?:{_NAME}\s){{0,4}}team\s*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FIELD = re.compile(
    rf"\W*[^\W\d_][\w /()'’&#-]{{0,40}}\s*[:?]?\s*(?:[_.…]{{3,}}|:)\s*[_.…{_OPAQUE}\s]*$"
)
_LABEL = re.compile(rf"[\"“*_]*[A-Z{_OPAQUE}][\w'’&/-]*(?: [\w'’&/-]+){{0,3}}:(?:[\s*_]|$)")
_BULLET = re.compile(r"\s*(?:[•‣◦●▪■⁃∙✓✔✅☑☐❌✗✘➤►→·*–-]\s|[•✓✔✅☑☐❌✗✘]|\d{1,2}[.)]\s)")
_BRACKETED = re.compile(
    r"\s*(?:\[[^\]\n]+\]\s*(?:$|(?![\[(]))|\((?:[^()\n]*\)\s*$|if\b))", re.IGNORECASE
)
_BRACKETED_END = re.compile(r"(?:^|\s)\[[^\]\n]+\]\s*$")


def is_greeting(line: str) -> bool:
    """Return whether a line is only a greeting: “Hi Sam,”, “Dear {placeholder}”, “Hello there!”."""
    return len(line) < 80 and _GREETING.match(line) is not None


def is_sign_off(line: str) -> bool:
    """Return whether a line closes a message: “Kind regards,”, “- The Acme team”, “^NC”."""
    return len(line) < 80 and _SIGN_OFF.match(line) is not None


def is_field(line: str) -> bool:
    """Return whether a line is a field to fill in: “Name:”, “Order number: ____”."""
    return len(line) < 120 and _FIELD.match(line) is not None


def is_bullet(line: str) -> bool:
    """Return whether a line begins with a bullet character or a number of a list."""
    return _BULLET.match(line) is not None


def line_break_ends_line(before: str, after: str) -> bool:
    """Return whether a soft line break between two lines of a paragraph ends a line for the reader.

    It does where either line is a greeting or a sign-off, begins with a bullet, a label or a
    direction in brackets, or the first one ends in a label or a direction.
    """
    return (
        is_bullet(after)
        or _LABEL.match(after) is not None
        or _BRACKETED.match(after) is not None
        or before.rstrip().endswith(":")
        or _BRACKETED_END.search(before) is not None
        or is_greeting(before)
        or is_sign_off(before)
        or is_sign_off(after)
    )


def pooled_prose(stretches: Iterable[Stretch]) -> Iterator[str]:
    """Yield the prose of a script for pooled readability, a text for each stretch that has any.

    List items, fields, headings, subjects, greetings and signatures are left out, and all that is
    not said to the customer.
    """
    signed = False
    for stretch in stretches:
        if stretch.kind not in {"public", "spoken"} or stretch.shape not in {"paragraph", "cell"}:
            continue
        kept = []
        for line in stretch.prose.text.split("\n"):
            signed = is_sign_off(line) or (signed and _is_signature(line))
            if not signed and is_prose(line):
                kept.append(line)
        if kept:
            yield "\n".join(kept)


def is_prose(line: str) -> bool:
    """Return whether a line is prose: no greeting, field, bullet or pseudo-heading in capitals."""
    return not (
        is_greeting(line) or is_field(line) or is_bullet(line) or line.isupper() or not line.strip()
    )


def _is_signature(line: str) -> bool:
    return len(line.split()) <= 6 and not line.rstrip().endswith((".", "!", "?"))
