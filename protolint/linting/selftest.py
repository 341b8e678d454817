"""The examples of rules run as tests: a bad one must give a finding, a good one none."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from protolint import folder
from protolint.linting.finding import Finding
from protolint.linting.library import lint_library
from protolint.linting.plan import Plan
from protolint.linting.script_pass import FileResult, lint_script
from protolint.rulebook import words
from protolint.rulebook.rule import Example, Level, Rule
from protolint.rulebook.rulebook import Rulebook
from protolint.script import Problem, Settings, Source
from protolint.text.lexicon import Lexicon

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
        found = _findings(rule, example.bad, example, plan)
        if not found:
            yield "bad", "the rule finds nothing in it; change the text or the rule"
        elif example.finds is not None and found[0].excerpt != example.finds:
            yield "finds", f"the rule finds “{found[0].excerpt}” first, not “{example.finds}”"
    if example.good is not None:
        found = _findings(rule, example.good, example, plan)
        if found:
            excerpt = f"“{found[0].excerpt}”" if found[0].excerpt else "something missing"
            yield "good", f"the rule finds {excerpt} in it; change the text or the rule"


def _findings(rule: Rule, text: str, example: Example, plan: Plan) -> list[Finding]:
    given = _given(rule, example)
    subject = given.pop("subject", None)
    if subject is None and rule.scope == ("subject",):
        subject, text = text, ""
    quoted = str(subject).strip().replace("'", "''")
    source = Source(rule.path, f"---\nsubject: '{quoted}'\n---\n{text}" if subject else text)
    reader = folder.load("protolint.readers", "markdown")
    scripts = reader.read(source, Settings(defaults=given)).scripts
    results = tuple(lint_script(script, plan) for script in scripts)
    found = lint_library([FileResult(rule.path, results, (), {})], plan, _TODAY)
    return [finding for finding in found if finding.rule == rule.id]


def _given(rule: Rule, example: Example) -> dict[str, str | list[str]]:
    """Return the front matter of an example: its own, then what the gates of the rule ask for."""
    given: dict[str, str | list[str]] = dict(example.given)
    for gate, key in words.GATES.items():
        wanted: tuple[str, ...] = getattr(rule, gate)
        if wanted and key not in given:
            given[key] = [wanted[0]] if key in _LISTS else wanted[0]
    for key in rule.needs:
        given.setdefault(key, [_ANY_VALUE] if key in _LISTS else _ANY_VALUE)
    if "locale" not in given and "lang" not in given and "*" not in rule.locales:
        given["locale"] = rule.locales[0]
    return given
