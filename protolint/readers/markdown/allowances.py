"""Comments that allow a rule to be broken (contract §8), and what each of them covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protolint.script import Allowance, Problem, Source, Span
from protolint.text.lazy import lazy_pattern

_DIRECTIVE = lazy_pattern(
    r"(?:<!--|\{/\*)\s*protolint(?![\w-])\s*(?P<verb>[\w-]*)"
    r"(?P<rules>[^:]*?)(?::(?P<reason>.*?))?\s*(?:-->|\*/\})",
    re.DOTALL,
)
_SEPARATOR = lazy_pattern(r"[\s,]+")
_VERBS = ("allow", "allow-file", "off", "on")


class Comment(NamedTuple):
    """A comment in a script, and the block it speaks of."""

    span: Span
    covers: Span


def allowances(
    comments: Iterable[Comment], source: Source, body: Span
) -> tuple[tuple[Allowance, ...], tuple[Problem, ...]]:
    """Return what the comments of a script allow, in order, and the ones that say nothing known.

    An allowance without a reason has an empty one.
    """
    found = [
        (comment, said)
        for comment in comments
        if (said := _DIRECTIVE.match(source.text, *comment.span))
    ]
    wrong = [(comment, _fault(said)) for comment, said in found]
    problems = tuple(
        Problem(source.path, *source.position(comment.span.start), message)
        for comment, message in wrong
        if message
    )
    known = [each for each in found if not _fault(each[1])]
    return tuple(_allowances(known, body, len(source.text))), problems


def _fault(said: re.Match[str]) -> str:
    """Return what is wrong with a comment, or nothing."""
    verb, names = said["verb"], said["rules"].strip(" ,\t\r\n")
    if verb not in _VERBS:
        return (
            f"“protolint{' ' * bool(verb)}{verb}” in a comment means nothing:"
            " write “protolint allow RULE: reason”, “allow-file”, “off” or “on”"
        )
    if verb.startswith("allow") and not names:
        return f"“protolint {verb}” names no rule: write “protolint {verb} RULE: reason”"
    return ""


def _allowances(
    found: list[tuple[Comment, re.Match[str]]], body: Span, length: int
) -> Iterator[Allowance]:
    ons = [comment.span.start for comment, said in found if said["verb"] == "on"]
    for comment, said in found:
        rules = tuple(rule for rule in _SEPARATOR.split(said["rules"]) if rule)
        reason = " ".join((said["reason"] or "").split())
        if said["verb"] == "allow":
            yield Allowance(rules, reason, comment.span, comment.covers)
        elif said["verb"] == "allow-file":
            yield Allowance(rules, reason, comment.span, Span(0, length))
        elif said["verb"] == "off":
            end = next((on for on in ons if on > comment.span.start), body.end)
            yield Allowance((), reason, comment.span, Span(comment.span.start, end))
