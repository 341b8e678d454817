"""What a placeholder is called, without its filters, and whether it has a fallback."""

from __future__ import annotations

from protolint.text.lazy import lazy_pattern

_DELIMITERS = "{}[]<>%#!$()&^/~=-@. \t\r\n\xa0"
_CALL = lazy_pattern(r"(?!\d)\w+\(\s*['\"]?")
_NAME = lazy_pattern(
    r"\w+(?:(?:[.:\-]|->|::)\w+|\[[^\]\r\n]*\]|[ ](?!(?:or|and|if|unless|else|as)\b)\w+)*[?!]?"
)
_FALLBACK = lazy_pattern(
    r"""\|[ \t]*(?:default|fallback)|\|\||\?\?|\bor[ \t]*["']|,[ \t]*fallback[=:]"""
    r"""|\bdefault=["']|\bBLANKVALUE\(|\bpersonalization_token\([^,]*,"""
)
_NOTHING = lazy_pattern(
    r"""(?:default|fallback)[ \t]*[(=:]?[ \t]*(?:['"]{2,})?[ \t]*(?:[)|}]|/?>|[-~]?\}|%\})"""
)
_ATTRIBUTE = lazy_pattern(r'key="([^"]*)"')


def name_of(family: str, raw: str) -> str:
    """Return the bare name in a placeholder, or nothing where it holds an expression or a text."""
    if family == "icattr":
        found = _ATTRIBUTE.search(raw)
        return found[1] if found else ""
    inner = raw.removeprefix("$['").lstrip(_DELIMITERS).removeprefix("sn.")
    call = None if family in {"erb", "toolkit"} else _CALL.match(inner)
    name = _NAME.match(inner, call.end() if call else 0)
    return name[0] if name else ""


def has_fallback(family: str, raw: str) -> bool:
    """Say whether a placeholder tells what to show when it is empty; nothing is no answer."""
    if family == "sml" and "(" not in raw:
        return "," in raw
    return _FALLBACK.search(raw) is not None and not _NOTHING.search(raw)
