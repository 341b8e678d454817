"""What a project file says that does not exist: packs, rules, channels, front matter values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from protolint.rulebook import words
from protolint.rulebook.project import Project, RuleSetting, is_path
from protolint.rulebook.rulebook import Rulebook


class Flaw(NamedTuple):
    """A value (or key) of a project file, by the keys that lead to it, and what is wrong there."""

    path: tuple[str | int, ...]
    message: str
    is_key: bool = False


def flaws(project: Project, book: Rulebook) -> Iterator[Flaw]:
    """Yield everything that is sound YAML of the right types and yet cannot hold."""
    bases = tuple(base.base for base in book.bases)
    if project.base is not None and project.base not in bases:
        yield Flaw(("base",), _message("base", project.base, bases))
    yield from _packs(project, book)
    for glob, named in project.channels.items():
        for item, channel in _items(named):
            if channel not in book.allowed["channel"]:
                yield Flaw(("channels", glob, *item), _unknown("channel", channel, book))
    for glob, given in project.settings.items():
        yield from _settings(("settings", glob), given, book)
    if project.placeholders:
        yield from _settings((), {"placeholders": project.placeholders}, book)
    yield from _settings((), {"locale": project.locale}, book)
    yield from _rules(project, book)


def _packs(project: Project, book: Rulebook) -> Iterator[Flaw]:
    for item, name in enumerate(project.packs):
        if not is_path(name) and name not in book.pack_names:
            message = _message("pack", name, book.pack_names)
            yield Flaw(("packs", item), f"{message}; a file of your own ends with .yaml")


def _settings(
    path: tuple[str, ...], given: Mapping[str, str | tuple[str, ...]], book: Rulebook
) -> Iterator[Flaw]:
    for key, value in given.items():
        if key not in words.KEYS:
            message = _message("front matter key", key, words.KEYS)
            yield Flaw((*path, key), message, is_key=True)
            continue
        if key not in ("channel", "moment") and not isinstance(value, str):
            yield Flaw((*path, key), f"“{key}” takes one text, and this is a list")
            continue
        for item, name in _items(value):
            if key in ("locale", "lang") and not words.LOCALE.fullmatch(name):
                message = f"“{name}” is no language tag: write one like “en” or “en-GB”"
                yield Flaw((*path, key, *item), message)
            elif key in book.allowed and name not in book.allowed[key]:
                yield Flaw((*path, key, *item), _unknown(key, name, book))


def _rules(project: Project, book: Rulebook) -> Iterator[Flaw]:
    known = (*book.by_id, *book.pack_names)
    for name, given in project.rules.items():
        if name not in known:
            message = _message("rule or pack", name, known)
            yield Flaw(("rules", name), message, is_key=True)
        if isinstance(given, RuleSetting):
            yield from _rule_channels(("rules", name), name, given, book)
        elif isinstance(given, tuple):
            for item, one in enumerate(given):
                yield from _rule_channels(("rules", name, item), name, one, book)


def _rule_channels(
    path: tuple[str | int, ...], name: str, setting: RuleSetting, book: Rulebook
) -> Iterator[Flaw]:
    rule = book.by_id.get(name)
    for item, channel in enumerate(setting.channels):
        place = (*path, "channels", item)
        if channel not in book.allowed["channel"]:
            yield Flaw(place, _unknown("channel", channel, book))
        elif rule and rule.channels and channel not in rule.channels:
            own = ", ".join(rule.channels)
            message = f"the rule “{name}” never holds on {channel}, only on {own}: take it out"
            yield Flaw(place, message)


def _items(value: str | tuple[str, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield one value, or each of a list, with the steps that lead to it."""
    if isinstance(value, str):
        yield (), value
    else:
        yield from (((item,), name) for item, name in enumerate(value))


def _message(what: str, name: str, known: Iterable[str]) -> str:
    from protolint.placed import guess  # noqa: PLC0415  a project without flaws needs no YAML

    return guess.unknown(what, name, known)


def _unknown(key: str, name: str, book: Rulebook) -> str:
    what = "placeholder dialect" if key == "placeholders" else key
    return _message(what, name, book.allowed[key])
