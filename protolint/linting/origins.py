"""The profile in force for a file, and where each value of it comes from (contract §7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec

from protolint import folder
from protolint.linting import files
from protolint.linting.held import Held, Request
from protolint.linting.work import suffixes
from protolint.placed import Node
from protolint.rulebook.loading import read
from protolint.rulebook.page import Page
from protolint.rulebook.profile import Step, steps
from protolint.rulebook.project import ProjectFile, glob_paths
from protolint.rulebook.rule import Level, Rule
from protolint.script import Metadata, Problem, Script

#: Who gave a value. `file`: the file's name or its words.
By = Literal[
    "default", "opt-in", "base", "pack", "brand", "project", "front-matter", "command-line", "file"
]
#: The keys of a project that say something of certain files or rules, and are shown with those.
_APART = frozenset({"channels", "settings", "rules"})
_FIELDS = {"channel": "channels", "moment": "moments"}


class Value(msgspec.Struct, frozen=True, rename={"by": "from"}):
    """A value, who gave it, and where; line 0 where no line says it."""

    key: str
    value: Any
    by: By
    path: str = ""
    line: int = 0
    column: int = 0


class Given(msgspec.Struct, frozen=True, rename={"by": "from"}):
    """A level that somebody gave a rule."""

    level: Level
    by: By
    path: str = ""
    line: int = 0
    column: int = 0


class RuleLevel(msgspec.Struct, frozen=True):
    """A rule with its level, and all that it was given, the last one counting."""

    rule: str
    pack: str
    level: Level
    given: tuple[Given, ...]


class ChannelProfile(msgspec.Struct, frozen=True):
    """The rules that can hold on a channel."""

    channel: str | None
    rules: tuple[RuleLevel, ...]


class ScriptValues(msgspec.Struct, frozen=True):
    """What is known about a script beside its words."""

    script: str
    values: tuple[Value, ...]


class Origins(msgspec.Struct, frozen=True):
    """The profile in force: of the project, and of the scripts of one file where one is named."""

    version: int
    project: str | None
    file: str | None
    settings: tuple[Value, ...]
    scripts: tuple[ScriptValues, ...]
    profiles: tuple[ChannelProfile, ...]
    problems: tuple[Problem, ...] = ()


def origins(held: Held, request: Request) -> Origins:
    """Return where all comes from that a run with this request would hold its first path to."""
    return _Origins(held, request).all()


class _Origins:
    """The files that values may come from, each read once."""

    def __init__(self, held: Held, request: Request) -> None:
        self._held = held
        self._request = request
        self._project = held.project
        self._pages: dict[str, Page] = {}

    def all(self) -> Origins:
        name = next(iter(self._request.paths), None)
        found, problems = self._scripts(Path(name)) if name else ((), ())
        channels: list[str | None] = [None, *self._held.rulebook.allowed["channel"]]
        if found:
            channels = list(dict.fromkeys(own for one in found for own in _channels(one)))
        return Origins(
            1,
            self._project.path or None,
            files.shown(name) if name else None,
            tuple(self._settings()),
            tuple(ScriptValues(one.id, tuple(self._values(one))) for one in found),
            tuple(ChannelProfile(own, tuple(self._rules(own))) for own in channels),
            problems,
        )

    def _scripts(self, path: Path) -> tuple[tuple[Script, ...], tuple[Problem, ...]]:
        work = self._held.work(self._request.channel)
        source = files.read(path, self._project.files.max_bytes)
        if isinstance(source, Problem):
            return (), (source,)
        reader = folder.load("protolint.readers", suffixes().get(path.suffix.lower(), "markdown"))
        read = reader.read(source, work.settings_for(source.path))
        return tuple(read.scripts), tuple(read.problems)

    def _settings(self) -> Iterator[Value]:
        given = self._page(self._project.path).node if self._project.path else None
        for key in ProjectFile.__struct_fields__:
            if key in _APART:
                continue
            value = msgspec.to_builtins(getattr(self._project, key))
            is_said = given is not None and key in given.entries
            path = (key,)
            yield Value(key, value, *(self._in_project(path) if is_said else ("default",)))

    def _values(self, script: Script) -> Iterator[Value]:
        own = glob_paths(self._project, script.source.path)
        usual = Metadata()
        for key in ("id", "title", *_FIELDS, *_KEYS):
            name = _FIELDS.get(key, key)
            value = getattr(script.metadata, name)
            line = self._front_matter(script, key)
            if key == "id":
                value = script.id
            if line:
                yield Value(key, value, "front-matter", script.source.path, line, 1)
            elif key in own and value:
                yield Value(key, value, *self._in_project(own[key]))
            elif key == "channel" and self._request.channel and value:
                yield Value(key, value, "command-line")
            elif key == "id" or (value and value != getattr(usual, name)):
                yield Value(key, value, "file", script.source.path)
            elif value:
                yield Value(key, value, "default")

    @staticmethod
    def _front_matter(script: Script, key: str) -> int:
        """Return the line of a key in the front matter of a script's file; 0 where it is not."""
        head = script.source.text[: script.body.start]
        names = "locale|lang" if key == "locale" else key
        if not head.startswith("---"):
            return 0
        for number, line in enumerate(re.split(r"\r\n?|\n", head), 1):
            if re.match(rf"[\"']?(?:{names})[\"']?[ \t]*:", line):
                return number
        return 0

    def _rules(self, channel: str | None) -> Iterator[RuleLevel]:
        by_key = {rule.key: rule for rule in self._held.rulebook.rules}
        levels: Mapping[str, Any] = self._held.plan.profiles[channel]
        for key, own in steps(self._held.rulebook, self._project, channel).items():
            rule = by_key[key]
            level = levels.get(key, "off")
            given = [self._given(rule, step) for step in own]
            if given[-1].level != level:
                given.append(Given(level, "command-line"))
            yield RuleLevel(rule.id, rule.category, level, tuple(given))

    def _given(self, rule: Rule, step: Step) -> Given:
        if step.by == "project":
            return Given(step.level, *self._in_project(step.path))
        if step.by == "base":
            return Given(step.level, "base", f"rules/bases/{self._project.base}.yaml")
        if step.by == "brand":
            return Given(step.level, "brand", *self._in_brand(rule))
        if step.by == "opt-in" or rule.is_shipped:
            return Given(step.level, step.by, rule.path, *rule.place())
        by: By = "brand" if rule.path == self._brand else "pack"
        return Given(step.level, by, rule.path, *rule.place())

    def _in_project(self, path: tuple[str | int, ...]) -> tuple[By, str, int, int]:
        return "project", self._project.path, *_place(self._page(self._project.path), path)

    def _in_brand(self, rule: Rule) -> tuple[str, int, int]:
        """Return where the voice of the brand names a rule; no line where it does not."""
        page = self._page(self._brand)
        named = (
            item
            for trait in page.node.at("voice").items
            for item in trait.at("rules").items
            if item.text == rule.id
        )
        node = next(named, None)
        return self._brand, *(page.position(node.span) if node else (0, 0))

    @cached_property
    def _brand(self) -> str:
        return files.shown(self._project.own_brand) if self._project.own_brand else ""

    def _page(self, path: str) -> Page:
        if path not in self._pages:
            self._pages[path] = Page(path, read(Path(path)).data)
        return self._pages[path]


_KEYS = (
    "platform", "intent", "fault", "severity", "author", "shape", "type", "audience",
    "container", "locale", "placeholders", "owner", "review_by",
)  # fmt: skip


def _channels(script: Script) -> tuple[str | None, ...]:
    return script.metadata.channels or (None,)


def _place(page: Page, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return the line and column of a value in a file, at its key where it has one."""
    *above, last = path
    node: Node = page.node.at(*above)
    span = node.key(last) if isinstance(last, str) else node.place(last)
    return tuple(page.position(span))  # type: ignore[return-value]
