"""What a template tag does to the text around it: opens a branch, ends it, hides, or shows."""

from __future__ import annotations

from typing import Literal, NamedTuple

from protolint.text.lazy import lazy_pattern

#: `open`, `else` and `close` bound the branches of a conditional; `hidden` leaves nothing in the
#: text; `value` is shown as text; what lies between a `comment` and its close is hidden too.
Role = Literal["open", "else", "close", "hidden", "comment", "value"]


class Part(NamedTuple):
    """The role of a tag. `word` is what an opening and its closing have in common."""

    role: Role
    word: str = ""


_VALUE = Part("value")
_HIDDEN = Part("hidden")
_ELSE = frozenset({"else", "elsif", "elseif", "elif", "when", "empty"})
_OPEN = frozenset({"if", "unless", "case", "for", "tablerow", "ifchanged", "ifequal", "ifnotequal"})
_SHOWN = frozenset(
    {"include", "render", "echo", "cycle", "increment", "decrement", "url", "now", "trans"}
)
_LIQUID_WORD = lazy_pattern(r"\{%[-~+]?[ \t]*(\w+|#)")
_SECTION_WORD = lazy_pattern(r"[\w.\-/ ]*")
_RUBY_WORD = lazy_pattern(r"\w+")
_RUBY_OPEN = frozenset({"if", "unless", "case", "while", "until", "for", "begin"})
_RUBY_ELSE = frozenset({"else", "elsif", "when", "in", "rescue", "ensure"})
_RUBY_BLOCK = lazy_pattern(r"\bdo[ \t]*(?:\|[^|\r\n]*\|)?[ \t]*$")
_TOOLKIT_OPEN = frozenset(
    {"IF", "UNLESS", "FOREACH", "FOR", "WHILE", "SWITCH", "BLOCK", "FILTER", "WRAPPER"}
)
_TOOLKIT_ELSE = frozenset({"ELSE", "ELSIF", "CASE"})
_TOOLKIT_HIDDEN = frozenset({"SET", "DEFAULT", "USE", "META", "CALL", "NEXT", "LAST", "RETURN"})
_ASSIGNMENT = lazy_pattern(r"[\w.]+[ \t]*=[^=]")


def part(family: str, raw: str) -> Part:
    """Return what a token of a family does; most are values."""
    if family in {"mustache", "hml"}:
        return _section(raw.strip("{}").strip("~- \t\xa0"))
    if family == "liquidtag":
        return _liquid(raw)
    if family == "erb":
        return _ruby(raw[2:-2])
    if family == "toolkit":
        return _toolkit(raw[2:-2].strip("-+ \t"))
    return _HIDDEN if family == "comment" else _VALUE


def _section(inner: str) -> Part:
    """A tag of Mustache or Handlebars: sections close by their name, helpers by theirs."""
    sign, rest = inner[:1], inner[1:].strip()
    if inner in {"^", "else"} or inner.startswith("else "):
        return Part("else")
    if sign in {"#", "^"}:
        named = _SECTION_WORD.match(rest)
        return Part("open", named[0].split(" ")[0] if named else "")
    if sign == "/":
        return Part("close", rest)
    return _HIDDEN if sign == "!" else _VALUE


def _liquid(raw: str) -> Part:
    """A tag of Liquid, Jinja, Twig or Django."""
    found = _LIQUID_WORD.match(raw)
    word = found[1] if found else ""
    if word in _OPEN:
        return Part("open", word)
    if word in _ELSE:
        return Part("else")
    if word == "comment":
        return Part("comment", word)
    if word.startswith("end") and word[3:] in _OPEN | {"comment"}:
        return Part("close", word[3:])
    return _VALUE if word in _SHOWN else _HIDDEN


def _ruby(code: str) -> Part:
    """A tag of ERB, or of the templates that borrow its marks for a language with braces."""
    if code.startswith("#"):
        return _HIDDEN
    shown = code.startswith(("=", "-="))
    inner = code.lstrip("-=").strip("- \t\r\n")
    word = _RUBY_WORD.match(inner)
    if inner.startswith("}"):
        return Part("else") if inner.endswith("{") else Part("close", "end")
    if _RUBY_BLOCK.search(inner) or inner.endswith("{") or (word and word[0] in _RUBY_OPEN):
        return Part("open", "end")
    if word and not shown and word[0] in _RUBY_ELSE:
        return Part("else")
    if word and not shown and word[0] == "end":
        return Part("close", "end")
    return _VALUE if shown else _HIDDEN


def _toolkit(inner: str) -> Part:
    """A tag of the Template Toolkit, whose blocks all close with END."""
    found = _RUBY_WORD.match(inner)
    word = found[0] if found else ""
    if word in _TOOLKIT_OPEN:
        return Part("open", "END")
    if word in _TOOLKIT_ELSE:
        return Part("else")
    if word == "END":
        return Part("close", "END")
    hidden = not word or word in _TOOLKIT_HIDDEN or inner.startswith("#")
    return _HIDDEN if hidden or _ASSIGNMENT.match(inner) else _VALUE
