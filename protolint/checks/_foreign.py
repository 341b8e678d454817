"""Placeholders that are written as another tool writes them than the rest of a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.checks._check import View
from protolint.script import Opaque
from protolint.text.lazy import lazy_pattern

#: The families of placeholders with two braces or three.
_BRACED = frozenset({"mustache", "hml"})
#: Those of tools that know no others.
_OF_THEIR_OWN = frozenset({"sml"})
#: Placeholders of mailing tools and programs, which no tool that knows braces reads.
_FOREIGN = lazy_pattern(
    r"%(?=[A-Za-z][^\W_]*+[._]\w)[\w.]++%|%[A-Z]{4,}%|\$\{[A-Za-z_][\w.]*\}|\*?\|[A-Z_:]{3,}\|\*?"
    r"|\(\([a-z]+(?:[_ ][a-z]+)+\)\)|@@[a-z_.]+@@|##[A-Za-z_.]+##|\[\[[a-z]+(?:[_.][a-z]+)+\]\]"
)
#: A blank with the name of a variable, in braces: `{order_number}`; or in other brackets.
_SINGLE = lazy_pattern(r"\{[a-z]+(?:[_.][a-z]+)+\}")
_OTHER = lazy_pattern(r"[\[<][a-z]+(?:[_.][a-z]+)+[\]>]")

#: The number of a text in a view, and the first and last place of what is in it.
Place = tuple[int, int, int]


def double_braced(view: View) -> Iterator[str]:
    """Yield the names of the placeholders that are written with two braces."""
    for _, _, opaque in _opaques(view):
        if opaque.kind == "placeholder" and opaque.family in _BRACED:
            yield opaque.name


def foreign(view: View) -> Iterator[tuple[Place, str]]:
    """Yield what is written unlike the placeholders in braces around it, as it is written.

    WhatsApp fills `{{1}}` by its number, and no name beside it.
    """
    names = list(double_braced(view))
    if not (names or any(_is_blank(opaque, _SINGLE) for _, _, opaque in _opaques(view))):
        return
    for number, reading in enumerate(view.readings):
        for found in _FOREIGN.finditer(reading.text):
            yield (number, *found.span()), found[0]
    is_numbered = any(name.isdigit() for name in names)
    for number, at, opaque in _opaques(view):
        named = opaque.family in _BRACED and not opaque.name.isdigit()
        odd = (is_numbered and named) or (names and _is_blank(opaque, _SINGLE))
        if odd or (names and opaque.family in _OF_THEIR_OWN) or _is_blank(opaque, _OTHER):
            yield (number, at, at + 1), opaque.raw


def _opaques(view: View) -> Iterator[tuple[int, int, Opaque]]:
    for number, reading in enumerate(view.readings):
        for at, opaque in reading.stretch.prose.opaques.items():
            yield number, at, opaque


def _is_blank(opaque: Opaque, pattern: re.Pattern[str]) -> bool:
    """Return whether a blank is written in one way."""
    return opaque.kind == "blank" and pattern.fullmatch(opaque.raw) is not None
