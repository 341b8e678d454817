"""Comments that allow a rule to be broken (contract §8), and what each of them covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protolint.script import Allowance, Problem, Source, Span

_DIRECTIVE = re.compile(
    r"<!--\s*protolint(?![\w-])\s*(?P<verb>[\w-]*)(?P<rules>[^:]*?)(?::(?P<reason>.*?))?\s*-->",
    re.DOTALL,
)
_SEPARATOR = re.compile(r"[\s,]+")
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
    problems = [
        _problem(source, comment, said["verb"])
        for comment, said in found
        if said["verb"] not in _VERBS
    ]
    return tuple(_allowances(found, body, len(source.text))), tuple(problems)


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


def _problem(source: Source, comment: Comment, verb: str) -> Problem:
    said = f"“protolint {verb}” means nothing" if verb else "“protolint” alone means nothing"
    return Problem(
        source.path,
        *source.position(comment.span.start),
        f"{said} in a comment: write “protolint allow RULE: reason”, “allow-file”, “off” or “on”",
    )
