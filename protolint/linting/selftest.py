"""The examples of rules run as tests: a bad one must give a finding, a good one none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from protolint import folder
from protolint.linting.finding import Finding
from protolint.linting.library import lint_library
from protolint.linting.plan import Plan
from protolint.linting.script_pass import lint_script
from protolint.linting.told import told
from protolint.rulebook import words
from protolint.rulebook.rule import Example, Level, Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Problem, Settings, Source
from protolint.text.lexicon import Lexicon

#: Where a file begins in an example of several: `==> email/refund.md <==`.
_FILE = re.compile(r"^==> (?P<path>\S+) <==\n", re.MULTILINE)
_LISTS = ("channel", "moment")
#: The day on which examples are run, whatever the day is.
_TODAY = datetime.date(2026, 1, 1)
#: What stands for the value of a front matter key that a rule needs and its example leaves out.
_ANY_VALUE = "example"


def examples(rulebook: Rulebook, rules: Iterable[Rule]) -> list[Problem]:
    """Return a problem for each example that does not show what its rule says, at its place."""
    channels = (None, *rulebook.allowed["channel"])
    return [problem for rule in rules for problem in _of_rule(rule, channels, rulebook.lexicons)]


def _of_rule(
    rule: Rule, channels: tuple[str | None, ...], lexicons: tuple[Lexicon, ...]
) -> Iterator[Problem]:
    level: Level = "warning"
    plan = Plan((rule,), {channel: {rule.key: level} for channel in channels}, lexicons)
    for number, example in enumerate(rule.examples):
        for part, message in _failures(rule, example, plan):
            place = rule.place(f"examples/{number}/{part}")
            yield Problem(rule.path, *place, f"the example of “{rule.id}” fails: {message}")


def _failures(rule: Rule, example: Example, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the part of an example that fails, and how."""
    if example.bad is not None:
        sources = _sources(rule, example.bad, example)
        found = _findings(rule, sources, example, plan)
        if not found:
            yield "bad", "the rule finds nothing in it; change the text or the rule"
        elif example.finds is not None and found[0].excerpt != example.finds:
            yield "finds", f"the rule finds “{found[0].excerpt}” first, not “{example.finds}”"
        if example.fixed is not None and _fixed(sources[0], found) != example.fixed.strip():
            yield "fixed", f"the fixes make it “{_fixed(sources[0], found)}”"
    if example.good is not None:
        found = _findings(rule, _sources(rule, example.good, example), example, plan)
        if found:
            excerpt = f"“{found[0].excerpt}”" if found[0].excerpt else "something missing"
            yield "good", f"the rule finds {excerpt} in it; change the text or the rule"


def _sources(rule: Rule, text: str, example: Example) -> list[Source]:
    """Return the files of an example: one, or those that begin with lines such as `_FILE`."""
    marks = list(_FILE.finditer(text))
    if not marks:
        return [_source(rule, text, example)]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [
        Source(mark["path"], text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)
    ]


def _source(rule: Rule, text: str, example: Example) -> Source:
    """Return an example as a file; its subject, or the text of a rule about subjects, above it."""
    subject = example.given.get("subject")
    if subject is None and rule.scope == ("subject",):
        subject, text = text, ""
    quoted = str(subject).strip().replace("'", "''")
    return Source(rule.path, f"---\nsubject: '{quoted}'\n---\n{text}" if subject else text)


def _fixed(source: Source, found: Sequence[Finding]) -> str:
    """Return the text of an example after the fixes of all findings, without its front matter."""
    text = source.text
    edits = {edit for finding in found if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text.rpartition("---\n")[2].strip()


def _findings(rule: Rule, sources: Sequence[Source], example: Example, plan: Plan) -> list[Finding]:
    reader = folder.load("protolint.readers", "markdown")
    settings = Settings(defaults=given(rule, example))
    results = [
        told(
            source.path,
            [
                lint_script(script, plan, reader.encode)
                for script in reader.read(source, settings).scripts
            ],
        )
        for source in sources
    ]
    return [own for own in lint_library(results, plan, _TODAY, is_all=True) if own.rule == rule.id]


def given(rule: Rule, example: Example) -> dict[str, str | list[str]]:
    """Return the front matter of an example: its own, then what the gates of the rule ask for."""
    values: dict[str, str | list[str]] = dict(example.given)
    values.pop("subject", None)
    for gate, key in words.GATES.items():
        wanted: tuple[str, ...] = getattr(rule, gate)
        if wanted and key not in values:
            values[key] = [wanted[0]] if key in _LISTS else wanted[0]
    for key in rule.needs:
        values.setdefault(key, [_ANY_VALUE] if key in _LISTS else _ANY_VALUE)
    if "locale" not in values and "lang" not in values and "*" not in rule.locales:
        values["locale"] = rule.locales[0]
    return values
