"""How rules write patterns: shorthands and plain spaces, turned into what RE2 reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.script import OPAQUE
from protolint.text.fold import fold
from protolint.text.lazy import lazy_pattern

_TOKENS: dict[str, str] = {kind: f"\\x{{{ord(character):X}}}" for kind, character in OPAQUE.items()}
_ANY_TOKEN = f"[{_TOKENS['placeholder']}-{_TOKENS['image']}]"
_TOKENS["opaque"] = _ANY_TOKEN

_PIECE = lazy_pattern(
    r"""(?P<plain>[A-Za-z0-9_,;:!@\#%&=<>~/"'.^$|)-]+|\(\?:|\((?!\?))
    |(?P<quoted>\\Q.*?(?:\\E|$))
    |(?P<back>\\(?:[1-9]|[kg][<{']))
    |(?P<property>\\[pPx]\{[^}]*\})
    |(?P<escape>\\.)
    |(?P<set>\[\^?\]?(?:\[:\w*:\]|\\.|[^\]\\])*\])
    |(?P<group>\(\?(?:<[=!]|[=!>|&(]|P[=>]|\#|R))
    |(?P<open>\(\?[^:)<]*[:)]|\(\?P?<)
    |(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?)
    |(?P<token>\{[^{}]*\}?)
    |(?P<space>[ ]+(?P<counted>(?=[*+?]|\{\d+(?:,\d*)?\}))?)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)

_UNKNOWN_TO_RE2 = {
    "(?=": "RE2 cannot look ahead; give what must follow as `then`, or what must be near as `near`",
    "(?!": "RE2 cannot look ahead; give what must not be there as `unless` or `exceptions`",
    "(?<=": "RE2 cannot look behind; give what must be in the sentence as `near`",
    "(?<!": "RE2 cannot look behind; give what must not be there as `unless` or `exceptions`",
    "(?>": "RE2 has no atomic groups and never needs them; write (?:…)",
    "(?(": "RE2 has no conditions in patterns; write two patterns, or use `near` or `unless`",
    "(?#": "RE2 has no comments in patterns; write a YAML comment",
}
_BACKREFERENCE = (
    "RE2 has no references back to a group; for a doubled word use the check “repetition”, for a "
    "replacement the option `swaps`"
)

_FAULTS = {
    "missing )": "a “(” has no “)”",
    "unexpected )": "a “)” has no “(”",
    "missing ]": "a “[” has no “]”",
    "no argument for repetition operator": "there is nothing before this to repeat",
    "bad repetition operator": "this repeats a repetition; keep one of them",
    "invalid repetition size": "a repetition goes from the smaller to the larger, up to 1000",
    "invalid character class range": "this is no set of characters that RE2 knows",
    "invalid escape sequence": "RE2 knows no such escape",
    "trailing \\": "a backslash at the end escapes nothing; write \\\\ for a backslash",
    "invalid perl operator": "RE2 knows no such group",
    "invalid named capture group": "the name of this group is not closed, or not plain letters",
}


class PatternError(ValueError):
    """What is wrong with a pattern, and the offset in it, as it was written, where that is."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def expand(pattern: str) -> str:
    """Return a rule's pattern as RE2 reads it, to be matched on folded text.

    A space stands for any white space; {placeholder}, {blank}, {marker}, {url}, {address}, {code}
    and {image} for one token of that kind, {opaque} for any of them; curly quotes, long dashes and
    no-break spaces for plain ones, as in the text. Raises PatternError.
    """
    return "".join(_pieces(pattern))


def explain(error: str | bytes, pattern: str) -> PatternError:
    """Return what RE2 said of a pattern as a PatternError, in our words."""
    said = error.decode() if isinstance(error, bytes) else error
    fault, _, fragment = said.partition(": ")
    message = _FAULTS.get(fault, f"RE2 cannot read this pattern ({fault})")
    offset = max(pattern.find(fragment), 0) if fragment else 0
    if fragment and len(fragment) < len(pattern):
        message = f"{message}: “{fragment}”"
    return PatternError(message, offset)


def _pieces(pattern: str) -> Iterator[str]:
    for piece in _PIECE.finditer(pattern):
        kind, found, place = piece.lastgroup or "other", piece.group(), piece.start()
        if kind in {"counted", "space"}:
            yield r"(?:\s+)" if piece["counted"] is not None else r"\s+"
        elif kind == "back":
            raise PatternError(_BACKREFERENCE, place)
        elif kind == "group":
            raise PatternError(_unknown(found), place)
        elif kind == "repeat" and found.endswith("+") and len(found) > 1:
            raise PatternError(
                f"RE2 has no possessive “{found}” and never needs it; write “{found[:-1]}”", place
            )
        elif kind == "token":
            yield _token(found, place)
        elif kind == "set":
            yield _folded_set(found)
        elif kind == "other":
            yield from _folded(found)
        else:
            yield found


def _unknown(opening: str) -> str:
    known = _UNKNOWN_TO_RE2.get(opening)
    return known or (_BACKREFERENCE if opening == "(?P=" else f"RE2 has no group “{opening}”")


def _token(found: str, place: int) -> str:
    name = found[1:-1].strip() if found.endswith("}") else ""
    if name in _TOKENS:
        return _TOKENS[name]
    from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

    near = get_close_matches(name, _TOKENS, 1)
    meant = f"did you mean {{{near[0]}}}?" if near else "known are {" + "}, {".join(_TOKENS) + "}"
    raise PatternError(f"“{found}” is no token; {meant} For a brace write \\{{", place)


def _folded(character: str) -> Iterator[str]:
    """Yield one character outside a set as the folded text has it."""
    plain = fold(character)
    yield r"\s+" if plain == " " else plain


def _folded_set(found: str) -> str:
    """Return a set of characters as folded text has them; a folded dash must not make a range."""
    return "".join(
        rf"\{plain}" if plain == "-" != character else plain
        for character in found
        for plain in (fold(character),)
    )
