"""Findings as JUnit XML: a suite for each file, a test case for each script.

The shape is that of Jenkins' `junit-10.xsd`, which GitLab, Azure and others read too. It is written
with the standard library: `junitparser` compares each suite with all before it, writes attributes
which that schema does not have, and writes otherwise where lxml is installed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from protolint.linting.finding import Finding
from protolint.linting.report import Report
from protolint.outputs._wording import count, one_line
from protolint.script import Problem

#: What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, *, color: bool = False) -> str:
    """Return an XML document. Errors and warnings fail a script; suggestions stand in its output.

    A problem is an error of the file. A script that is as it should be is a passed test.
    """
    root = Element("testsuites", name=report.tool.name)
    problems = {path: list(own) for path, own in groupby(report.problems, lambda own: own.path)}
    findings = {path: list(own) for path, own in groupby(report.findings, lambda own: own.path)}
    for path in sorted({*report.scripts, *problems, *findings}):
        suite = _suite(root, path, report.scripts.get(path, ()), findings.get(path, []))
        for problem in problems.get(path, []):
            _problem(suite, problem)
        _counted(suite)
    _counted(root)
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(
    root: Element, path: str, scripts: Sequence[str], findings: Sequence[Finding]
) -> Element:
    suite = SubElement(root, "testsuite", name=_written(path))
    by_script: dict[str, list[Finding]] = {script: [] for script in scripts}
    for finding in findings:
        by_script.setdefault(finding.script, []).append(finding)
    for script, found in by_script.items():
        case = SubElement(suite, "testcase", name=_written(script), classname=_written(path))
        _failure(case, [own for own in found if own.level != "suggestion"])
        _output(case, [own for own in found if own.level == "suggestion"])
    return suite


def _failure(case: Element, findings: Sequence[Finding]) -> None:
    """Add one failure for all findings: many readers show only the first."""
    if not findings:
        return
    rules = list(dict.fromkeys(own.rule for own in findings))
    single = one_line(findings[0].message) if len(findings) == 1 else ""
    told = single or f"{count(len(findings), 'finding')}: {', '.join(rules)}"
    failure = SubElement(case, "failure", type=rules[0], message=_written(told))
    failure.text = _listed(findings)


def _output(case: Element, findings: Sequence[Finding]) -> None:
    if findings:
        SubElement(case, "system-out").text = _listed(findings)


def _problem(suite: Element, own: Problem) -> None:
    path = _written(own.path)
    case = SubElement(suite, "testcase", name=f"{path} can be read", classname=path)
    error = SubElement(case, "error", type="problem", message=_written(one_line(own.message)))
    error.text = _written(str(own))


def _listed(findings: Sequence[Finding]) -> str:
    lines = (
        f"{own.path}:{own.line}:{own.column}: {own.level} {own.rule}: {one_line(own.message)}"
        for own in findings
    )
    return _written("\n".join(lines))


def _counted(element: Element) -> None:
    """Set the attributes in which JUnit counts the test cases below an element."""
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def _written(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
