"""What a project says in `protolint.yaml`, and which of its globs hold for a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from protolint.rulebook.globs import matches
from protolint.rulebook.rule import Level
from protolint.script import Settings

NAMES = ("protolint.yaml", ".protolint.yaml")
#: Which level makes a run fail.
FailLevel = Literal["error", "warning", "suggestion"]
Length = Annotated[int, Meta(ge=0)]
Channels = dict[str, str | tuple[str, ...]]
FileSettings = dict[str, dict[str, str | tuple[str, ...]]]


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """Which files are scripts. Globs are relative to the project file, as in `.gitignore`."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_bytes: Annotated[int, Meta(ge=1)] = 5_000_000


class RuleSetting(msgspec.Struct, frozen=True):
    """The level of a rule or pack, on some channels or on all."""

    level: Level
    channels: tuple[str, ...] = ()


class ProjectFile(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of `protolint.yaml` (contract §7)."""

    base: str | None = None
    brand: str | None = None
    packs: tuple[str, ...] = ()
    files: Files = Files()
    #: Glob to channel or channels; the first glob that matches a file wins.
    channels: Channels = {}
    #: Glob to front matter keys and their defaults; for each key the first glob wins.
    settings: FileSettings = {}
    rules: dict[str, Level | RuleSetting | tuple[RuleSetting, ...]] = {}
    fail_level: FailLevel = "warning"
    trust_inference: bool = False
    placeholders: str | None = None
    #: How many characters a placeholder is taken to have when it is shown, by its name.
    placeholder_lengths: dict[str, Length] = {}
    locale: str = "en"
    baseline: str | None = None


class Project(ProjectFile, frozen=True, kw_only=True):
    """A project file, and where it is. Without a file, `path` is empty and all has its default."""

    folder: str = "."
    path: str = ""

    @property
    def own_packs(self) -> tuple[Path, ...]:
        """The files of the packs that are the project's own."""
        return tuple(Path(self.folder, name) for name in self.packs if is_path(name))

    @property
    def own_brand(self) -> Path | None:
        """The brand file of the project, if it names one."""
        return Path(self.folder, self.brand) if self.brand else None

    def settings_for(
        self, path: str | Path, allowed: dict[str, tuple[str, ...]], channel: str | None = None
    ) -> Settings:
        """Return what holds for a file that says nothing itself; `channel` where no glob does."""
        name = self.relative(path)
        defaults: dict[str, str | list[str]] = {"locale": self.locale}
        if self.placeholders:
            defaults["placeholders"] = self.placeholders
        if channel:
            defaults["channel"] = [channel]
        for glob, values in reversed(self.settings.items()):
            if matches([glob], name):
                defaults |= {key: _plain(value) for key, value in values.items()}
        named = next((own for glob, own in self.channels.items() if matches([glob], name)), ())
        if named:
            defaults["channel"] = [named] if isinstance(named, str) else list(named)
        lengths = dict(self.placeholder_lengths)
        usual = lengths.pop("default", Settings().placeholder_length)
        return Settings(
            defaults=defaults,
            allowed=allowed,
            placeholder_lengths=lengths,
            placeholder_length=usual,
        )

    def includes(self, path: str | Path) -> bool:
        """Return whether a file that lies in a searched folder is one of the project's scripts."""
        return not self.files.include or matches(self.files.include, self.relative(path))

    def excludes(self, path: str | Path) -> bool:
        """Return whether the project leaves a file out, even where it is named."""
        return bool(self.files.exclude) and matches(self.files.exclude, self.relative(path))

    def relative(self, path: str | Path) -> str:
        """Return a path as globs see it: POSIX, relative to the project file."""
        full, folder = os.path.abspath(path), os.path.join(os.path.abspath(self.folder), "")
        if full.startswith(folder):
            return full.removeprefix(folder).replace(os.sep, "/")
        try:
            return os.path.relpath(full, folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return full.replace(os.sep, "/")


def glob_paths(project: Project, path: str | Path) -> dict[str, tuple[str, ...]]:
    """Return the front matter keys that a project gives a file, each with the keys that lead there.

    They are those of `Project.settings_for`, without what the command line says.
    """
    name = project.relative(path)
    found: dict[str, tuple[str, ...]] = {}
    for key in ("locale", "placeholders"):
        if getattr(project, key) != getattr(ProjectFile(), key):
            found[key] = (key,)
    for glob, values in reversed(project.settings.items()):
        if matches([glob], name):
            found |= {key: ("settings", glob, key) for key in values}
    named = next((glob for glob in project.channels if matches([glob], name)), None)
    return found if named is None else found | {"channel": ("channels", named)}


def is_path(name: str) -> bool:
    """Return whether a pack of a project is a file of its own, not the name of a shipped one."""
    return "/" in name or name.endswith((".yaml", ".yml"))


def find(config: str | None, first: str | Path) -> Path | None:
    """Return the project file: the one named, else the nearest above (or in) a path, or None."""
    if config is not None:
        return Path(config)
    start = Path(os.path.abspath(first))
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def _plain(value: str | tuple[str, ...]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)
