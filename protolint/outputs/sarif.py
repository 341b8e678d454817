"""Findings as SARIF 2.1.0, which code scanning services and editors read.

Written without a library: `sarif-om` is of 2019, the others bring pydantic with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from protolint.linting.finding import LEVELS, Finding, Level, Related, SourceEdit
from protolint.linting.guide import explained
from protolint.linting.report import Report
from protolint.outputs import _rule_help
from protolint.outputs._change import change
from protolint.outputs._wording import one_line
from protolint.script import Problem, Source

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVEL = {"error": "error", "warning": "warning", "suggestion": "note"}
_SEVERITY = {"error": "error", "warning": "warning", "suggestion": "recommendation"}
_ROOT = "%SRCROOT%"

Object = dict[str, Any]


def render(report: Report, *, color: bool = False) -> str:
    """Return one run: the rules that found something, with help; results; problems."""
    levels = _levels(report)
    numbers = {rule: number for number, rule in enumerate(levels)}
    run = {
        "tool": {"driver": _driver(report, levels)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder that protolint was run in."}}
        },
        "invocations": [_invocation(report)],
        "results": _results(report, numbers),
    }
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode("utf-8") + "\n"


def _levels(report: Report) -> dict[str, Level]:
    """Return the rules that found something, sorted, and the gravest level of each."""
    found: dict[str, Level] = {}
    for own in report.findings:
        found[own.rule] = min(found.get(own.rule, own.level), own.level, key=LEVELS.index)
    return dict(sorted(found.items()))


def _driver(report: Report, levels: Mapping[str, Level]) -> Object:
    return {
        "name": report.tool.name,
        "version": report.tool.version,
        "rules": [_rule(rule, level, report) for rule, level in levels.items()],
        "properties": {"rulebook": report.rulebook.digest},
    }


def _rule(name: str, level: Level, report: Report) -> Object:
    """Return a rule as viewers show it; GitHub reads `tags` and `problem.severity`."""
    told = {
        "id": name,
        "shortDescription": {"text": _rule_help.title(name)},
        "defaultConfiguration": {"level": _LEVEL[level]},
    }
    rule = report.book.by_id.get(name)
    if rule is None:
        return told
    home = _rule_help.home(rule, report.book)
    return {
        **told,
        "fullDescription": {"text": one_line(rule.why or rule.message)},
        **({"helpUri": home} if home else {}),
        "help": {
            "text": explained(rule, report.book, level),
            "markdown": _rule_help.markdown(rule, report.book),
        },
        "properties": {"tags": [rule.category], "problem.severity": _SEVERITY[level]},
    }


def _invocation(report: Report) -> Object:
    return {
        "executionSuccessful": not report.problems,
        "toolExecutionNotifications": [_notification(own) for own in report.problems],
    }


def _notification(own: Problem) -> Object:
    physical: Object = {"artifactLocation": _artifact(own.path)}
    if own.line:
        physical["region"] = {"startLine": own.line, "startColumn": own.column}
    return {
        "level": "error",
        "message": {"text": one_line(own.message)},
        "locations": [{"physicalLocation": physical}],
    }


def _results(report: Report, numbers: Mapping[str, int]) -> list[Object]:
    since = change(report)
    if since is None:
        return [_result(own, numbers[own.rule]) for own in report.findings]
    new = {own.fingerprint for own in since.new}
    return [
        _result(own, numbers[own.rule])
        | {"baselineState": "new" if own.fingerprint in new else "unchanged"}
        for own in report.findings
    ]


def _result(own: Finding, number: int) -> Object:
    """Return a finding. Braces and brackets of its message stay as they are.

    SARIF (§3.11.5) asks to double braces, but common viewers show them as they stand, and
    placeholders are full of them.
    """
    also = [f"{one_line(other.message)} ({other.rule})" for other in own.also]
    return {
        "ruleId": own.rule,
        "ruleIndex": number,
        "level": _LEVEL[own.level],
        "message": {"text": "\n".join([one_line(own.message), *also])},
        "locations": [_location(own)],
        "relatedLocations": [_related(at, other) for at, other in enumerate(own.related, 1)],
        "partialFingerprints": {"protolint/v1": own.fingerprint},
        "fixes": _fixes(own),
        "properties": {"channels": [channel or "none" for channel in own.channels]},
    }


def _location(own: Finding) -> Object:
    region = {
        "startLine": own.line,
        "startColumn": own.column,
        "endLine": own.end_line,
        "endColumn": own.end_column,
        "charOffset": own.start,
        "charLength": own.end - own.start,
        "snippet": {"text": own.excerpt},
    }
    return {
        "physicalLocation": {"artifactLocation": _artifact(own.path), "region": region},
        "logicalLocations": [{"name": own.script, "kind": "resource"}],
    }


def _related(number: int, own: Related) -> Object:
    region = {"startLine": own.line, "startColumn": own.column}
    return {
        "id": number,
        "message": {"text": f"See the script “{own.script}”."},
        "physicalLocation": {"artifactLocation": _artifact(own.path), "region": region},
    }


def _fixes(own: Finding) -> list[Object]:
    if own.fix is None:
        return []
    told = "Keeps what the text says." if own.fix.safety == "safe" else "May change what it says."
    changes = [{"deletedRegion": _deleted(own, edit), **_inserted(edit)} for edit in own.fix.edits]
    artifact = {"artifactLocation": _artifact(own.path), "replacements": changes}
    return [{"description": {"text": told}, "artifactChanges": [artifact]}]


def _inserted(edit: SourceEdit) -> Object:
    return {"insertedContent": {"text": edit.text}} if edit.text else {}


def _deleted(own: Finding, edit: SourceEdit) -> Object:
    """Return the place of an edit; with lines and columns where it lies within the finding."""
    region: Object = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    if not own.start <= edit.start <= edit.end <= own.end:
        return region
    ends = [_position(own, offset) for offset in (edit.start, edit.end)]
    (line, column), (end_line, end_column) = ends
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return dict(zip(names, (line, column, end_line, end_column), strict=True)) | region


def _position(own: Finding, offset: int) -> tuple[int, int]:
    line, column = Source(own.path, own.excerpt).position(offset - own.start)
    return own.line + line - 1, column + (own.column - 1 if line == 1 else 0)


def _artifact(path: str) -> Object:
    """Return where a file is: below the folder of the run, or by its whole path."""
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": _ROOT}
