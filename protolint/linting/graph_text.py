"""The graphs of scripts drawn: for a terminal, and as Mermaid."""

from __future__ import annotations

from collections.abc import Iterator

from protolint.linting.graph_outline import BranchOutline, GraphOutline
from protolint.linting.outline import ScriptOutline
from protolint.linting.outlines import Outlines

_ENDS = {
    "closing": "closing",
    "hand-over": "hand-over",
    "elsewhere": "another script",
    "nowhere": "no such step",
    "": "dead end",
}
_LONGEST = 72
#: Mermaid reads these in a quoted label as its own; it knows entities by number.
_ESCAPED = str.maketrans({each: f"#{ord(each)};" for each in '"#<>&;`|\\{}[]()'})


def drawn(outlines: Outlines) -> str:
    """Return the steps of all scripts that have some, with the ways out of each."""
    parts = ("\n".join(_script(script)) for script in outlines.scripts if script.graph.steps)
    text = "\n\n".join(parts)
    return text + "\n" if text else "No script here has steps.\n"


def _script(script: ScriptOutline) -> Iterator[str]:
    graph = script.graph
    yield f"{script.path}:{script.line}  {script.script}"
    yield f"  the longest path takes {graph.minutes or 0:.1f} minutes to say"
    for step in graph.steps:
        yield f"  {step.line:>4}  {_plain(step.id)}  {_short(_plain(step.title))}"
        ways = list(_ways(graph, step.id))
        for at, way in enumerate(ways):
            yield f"        {'└' if at == len(ways) - 1 else '├'}─ {way}"


def _ways(graph: GraphOutline, step: str) -> Iterator[str]:
    for branch in graph.branches:
        if branch.source == step:
            yield f"{_label(branch)}→ {_plain(_goal(branch))}".strip()


def _label(branch: BranchOutline) -> str:
    return f"{_short(_plain(branch.condition))} " if branch.condition else ""


def _goal(branch: BranchOutline) -> str:
    return branch.target if branch.target is not None else f"({_ENDS[branch.end]})"


def mermaid(outlines: Outlines) -> str:
    """Return a Mermaid flowchart for each script that has steps, as one Markdown text."""
    parts = (
        f"{_heading(script)}\n\n```mermaid\n" + "\n".join(_chart(script.graph)) + "\n```\n"
        for script in outlines.scripts
        if script.graph.steps
    )
    return "\n".join(parts)


def _heading(script: ScriptOutline) -> str:
    title = "".join(
        f"\\{each}" if each in "\\`*_[]<>#&|" else each for each in _plain(script.title)
    )
    return f"## {title or _plain(script.script)}"


def _chart(graph: GraphOutline) -> Iterator[str]:
    """Yield the lines of a flowchart; steps are numbered, for an id may hold anything."""
    names = {step.id: f"s{number}" for number, step in enumerate(graph.steps)}
    yield "flowchart TD"
    for step in graph.steps:
        yield f'  {names[step.id]}["{_escaped(step.title or step.id)}"]'
    ends: dict[str, str] = {}
    for number, branch in enumerate(graph.branches):
        goal = names[branch.target] if branch.target is not None else f"e{number}"
        if branch.target is None:
            ends[goal] = _ENDS[branch.end]
        label = f'|"{_escaped(branch.condition)}"|' if branch.condition else ""
        yield f"  {names[branch.source]} -->{label} {goal}"
    yield from (f'  {name}(["{_escaped(told)}"])' for name, told in ends.items())


def _escaped(text: str) -> str:
    return _short(_plain(text)).translate(_ESCAPED)


def _plain(text: str) -> str:
    """Return a text on one line, without characters that a terminal would obey."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
