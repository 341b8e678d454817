"""Files of many shapes beside what a person reads in them: scripts, and the kind of each text."""

from collections.abc import Iterable
from pathlib import Path

from protolint.readers.markdown import read
from protolint.rulebook.loading import rulebook
from protolint.script import Script, Settings, Source

FOLDER = Path(__file__).parent / "libraries"


def scripts_in(path: Path, **defaults: str | list[str]) -> tuple[Script, ...]:
    settings = Settings(allowed=rulebook().allowed, defaults=dict(defaults))
    found = read(Source(path.name, path.read_bytes().decode()), settings)
    assert not found.problems
    return found.scripts


def written(scripts: Iterable[Script]) -> str:
    """Return scripts as a person labels them: a line for each script and each of its texts."""
    return "\n\n".join("\n".join(_lines(script)) for script in scripts) + "\n"


def _lines(script: Script) -> Iterable[str]:
    known = script.metadata
    version = f" | {script.version}" if script.version else ""
    yield f"# {script.id} | {script.title} | {known.container}{version}"
    said = {"locale": known.locale, "audience": known.audience, "channel": ",".join(known.channels)}
    usual = {"locale": "en", "audience": "public", "channel": ""}
    yield from (f"#   {key}: {value}" for key, value in said.items() if value != usual[key])
    for stretch in script.stretches:
        shown = stretch.prose.shown(0, len(stretch.prose.text))
        yield f"{stretch.kind}: {' / '.join(shown.splitlines())}"
