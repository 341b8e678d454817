"""All that the page of a report shows, ready for its templates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from protolint.linting.report import Report
from protolint.linting.scorecard import Scorecard, scorecard
from protolint.outputs import _rule_help
from protolint.outputs._page_moves import FAMILIES
from protolint.outputs._page_scripts import Card, cards
from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Rulebook


class Source(NamedTuple):
    """A source of a rule; `address` is None where it cannot be read on the web."""

    title: str
    address: str | None


class RuleHelp(NamedTuple):
    """Why a rule that found something is one."""

    rule: Rule
    title: str
    findings: int
    sources: tuple[Source, ...]
    bad: str
    good: str


class Page(NamedTuple):
    """A report as one page."""

    report: Report
    card: Scorecard
    scripts: tuple[Card, ...]
    rules: tuple[RuleHelp, ...]
    families: dict[str, tuple[str, ...]]

    @property
    def departed(self) -> list[Card]:
        """The scripts that depart from a protocol on some channel."""
        return [own for own in self.scripts if any(of.missing or of.late for of in own.protocols)]

    @property
    def without_moment(self) -> list[Card]:
        """The scripts that have no moment, from their author or in their words."""
        return [own for own in self.scripts if not own.preview.outline.moments]


def page(report: Report) -> Page:
    """Return what the page of a report shows. The report has previews of its scripts."""
    return Page(report, scorecard(report), tuple(cards(report)), tuple(_rules(report)), FAMILIES)


def _rules(report: Report) -> Iterator[RuleHelp]:
    counts: dict[str, int] = {}
    for finding in report.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    for name in sorted(counts):
        rule = report.book.by_id.get(name)
        if rule is not None:
            first = next((own for own in rule.examples if own.bad), None)
            yield RuleHelp(
                rule,
                _rule_help.title(name),
                counts[name],
                tuple(_sources(rule, report.book)),
                (first.bad or "").strip() if first else "",
                (first.good or "").strip() if first else "",
            )


def _sources(rule: Rule, book: Rulebook) -> Iterator[Source]:
    for key in rule.sources:
        own = book.sources.get(key)
        yield Source(own.title, _rule_help.address(own)) if own else Source(key, None)
