"""An outline for people: each script with its sentences, their moves and where it departs."""

from __future__ import annotations

from collections.abc import Iterator

from protolint.linting.outline import ScriptOutline, TextOutline
from protolint.linting.outlines import Outlines
from protolint.linting.protocols import Departure

#: A sentence is shown up to this many characters.
_LONGEST = 72


def shown(outlines: Outlines) -> str:
    """Return the outlines of all scripts as text, with an empty line between two scripts."""
    parts = (
        "\n".join(_script(script, outlines.sources[script.path])) for script in outlines.scripts
    )
    return "\n\n".join(parts) + "\n" if outlines.scripts else ""


def _script(script: ScriptOutline, source: str) -> Iterator[str]:
    yield f"{script.path}:{script.line}  {script.script}"
    yield f"  channel: {', '.join(script.channels) or 'none'}"
    yield f"  moment: {_moments(script)}"
    if script.container != "document":
        yield f"  container: {script.container}"
    if script.audience != "public":
        yield f"  audience: {script.audience}"
    for departure in script.protocols:
        yield f"  protocol: {_departure(departure)}"
    for version in script.versions:
        where = f" ({', '.join(version.channels)})" if version.channels else ""
        yield f"  version: {version.name}{where}, {version.locale}, from line {version.line}"
    for text in script.texts:
        yield from _text(text, source)


def _moments(script: ScriptOutline) -> str:
    told = {"front-matter": "from the front matter", "inferred": "inferred from the words"}
    found = ", ".join(f"{moment.value} ({told[moment.told_by]})" for moment in script.moments)
    return found or "none"


def _departure(departure: Departure) -> str:
    faults = [
        f"{name}: {', '.join(parts)}"
        for name, parts in (("missing", departure.missing), ("late", departure.late))
        if parts
    ]
    where = f" on {departure.channel}" if departure.channel else ""
    return f"{departure.id}{where} ({'; '.join(faults) or 'kept'})"


def _text(text: TextOutline, source: str) -> Iterator[str]:
    if not text.sentences:
        yield f"  {text.line:>4}  [{text.kind}] {_short(source[text.start : text.end])}"
        return
    line = text.line
    at = text.start
    for sentence in text.sentences:
        line += source.count("\n", at, sentence.start)
        at = sentence.start
        yield f"  {line:>4}  {_short(source[sentence.start : sentence.end])}"
        moves = ", ".join(f"{move.move} {move.confidence:.2f}" for move in sentence.moves)
        yield f"        {moves or '–'}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
