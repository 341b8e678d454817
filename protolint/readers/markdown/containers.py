"""What holds the customer's words in a file: a guess from what its headings own (contract §2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from protolint.readers.markdown import titles
from protolint.readers.markdown.bare import (
    is_bare,
    is_many,
    is_many_by_name,
    is_versioned,
    may_be_bare,
)
from protolint.readers.markdown.labels import heads_note, labels, role_of, version_at
from protolint.readers.markdown.sections import Section
from protolint.readers.markdown.stages import calls, fences_flow, is_call, is_flow, others_of_call
from protolint.readers.markdown.tables import columns
from protolint.readers.markdown.titles import plain
from protolint.readers.markdown.top_blocks import TopBlock
from protolint.readers.markdown.versions import is_version, versions
from protolint.readers.markdown.wording import greets, is_alert, is_remark, opens

#: How many headings must own such a container for it to be guessed.
_MANY = 3
#: The level from which what serves as a heading is none.
_TITLED = 7
_LEAST = {"fence": 3, "quote": 2, "label": 2, "table": 1}


class Holding(NamedTuple):
    """The container of a file, and the headings that are scripts; none if it is one script."""

    container: str
    owners: tuple[Section, ...] = ()


def holding(found: Sequence[Section], given: str | None, name: str) -> Holding:
    """Return what holds the customer's words; `given` is what was set, `name` that of the file."""
    if given is not None:
        owners = owners_of(found, given, is_set=True)
        is_library = len(owners) > 1 or (given == "table" and bool(owners))
        return Holding(given, tuple(owners) if is_library and not is_flow(owners) else ())
    return _guess(found, name)


def of_one(found: Sequence[Section]) -> str:
    """Return what holds the words of a file that is one script, such as a call script."""
    fenced = [each for each in found if each.level and sum(own.is_plain for own in each.own) == 1]
    is_fence = len(fenced) >= _LEAST["fence"] or any(map(fences_flow, found))
    return "fence" if is_fence else "document"


def _guess(found: Sequence[Section], name: str) -> Holding:
    """Return the container that most headings own, the plainest mark of it first."""
    if len(own_calls := calls(found)) > 1:
        return Holding("section", tuple(own_calls))
    owning = {container: owners_of(found, container) for container in _LEAST}
    counts = {container: len(owners) for container, owners in owning.items()}
    counts["fence"] = sum(map(_single_fences, owning["fence"]))
    bare = owners_of(found, "section")
    is_named = any(map(titles.is_library, (name, *(each.title for each in found[:1]))))
    few = 1 if is_named and _all_open(owning["fence"]) else 0
    for container, least in {**_LEAST, "fence": _LEAST["fence"] - few}.items():
        rivals = [count for other, count in counts.items() if other not in ("fence", container)]
        if counts[container] < least or counts[container] * 2 < max(rivals):
            continue
        if container == "table" and len(bare) > 2 * counts["table"]:
            continue
        if is_call(found, name):
            beside = others_of_call(found)
            return Holding(container, (found[0], *beside) if beside else ())
        return Holding(container, () if is_flow(owning[container]) else tuple(owning[container]))
    if is_many(found, bare, name):
        return Holding("section", tuple(bare))
    if (loose := _owners_below_titles(found, may_be_bare)) and is_many_by_name(found, loose, name):
        return Holding("section", tuple(loose))
    is_procedure = any(map(titles.is_procedure, (name, *(each.title for each in found[:1]))))
    return Holding(_single(owning, bare, is_procedure=is_procedure))


def _single(
    owning: Mapping[str, Sequence[Section]], bare: Sequence[Section], *, is_procedure: bool
) -> str:
    """Return the container of a file that is one script, beside which agents are told something."""
    for container in ("quote", "fence", "label") if is_procedure else ("quote", "label"):
        own = owning[container]
        if len(own) != 1 or any(each is not own[0] for each in bare):
            continue
        if is_procedure or _tells_agents(own[0]):
            return container
    fenced = owning["fence"]
    is_named = len(fenced) == 1 and role_of(fenced[0].title) == "message"
    return "fence" if is_named and not any(greets(each.text) for each in bare) else "document"


def of_versions(found: Sequence[Section]) -> Holding | None:
    """Return what holds the words of a file that is one message in several versions.

    None where it is not: where anything else in it is said, or its versions have no names.
    """
    if not any(is_version(each) or is_versioned(each) for each in found):
        return None
    for container in ("quote", "fence", "section"):
        own = tuple(each for each in found if _OWNS[container](each))
        if len(own) == 1 and any(version.name for version in versions(own[0], container)):
            return Holding(container, own)
        if len(own) > 1 and len({each.above for each in own}) == 1 and all(map(is_version, own)):
            return Holding(container, own)
    return None


def _tells_agents(section: Section) -> bool:
    names = [label.name for block in section.own for _, label in labels(block.content)]
    names += [plain(block.content) for block in section.own if block.kind == "heading"]
    return any(role_of(name) in ("note", "condition", "direction") for name in names)


def owners_of(found: Sequence[Section], container: str, *, is_set: bool = False) -> list[Section]:
    """Return the sections that hold words for a customer in such a container.

    Where the words stand bare, a heading below that of a script is part of the script. `is_set`:
    the container was not guessed, so whatever words it holds are meant.
    """
    owns = (_OWNS_IF_SET if is_set else _OWNS).get(container) or _OWNS.get(container)
    owners = [each for each in found if owns and owns(each)]
    if container not in ("section", "document"):
        above = {title for each in owners for title in each.above}
        return [
            each
            for each in owners
            if (each.level or container == "table")
            and not heads_note(each.title)
            and not (each.title in above and _introduces(each, container))
        ]
    return _owners_below_titles(found, owns) if owns else []


def _owners_below_titles(
    found: Sequence[Section], owns: Callable[[Section], bool]
) -> list[Section]:
    """Return the sections that hold words of their own, on the level where most of them do."""
    owners = [each for each in found if each.level and owns(each)]
    level = _usual_level(owners)
    parents: set[str] = {title for each in found for title in each.above}
    beside = {each.above for each in owners if each.level == level >= _TITLED}
    saying = set(map(id, owners))
    return [
        each
        for each in found
        if (each.level == level and each.above in beside and _follows(each))
        or (id(each) in saying and (each.level == level or _is_alone(each, level, parents)))
    ]


def _is_alone(section: Section, level: int, parents: set[str]) -> bool:
    """Return whether a section stands above a level and has no others below it."""
    return section.level < level and section.title not in parents


def _follows(section: Section) -> bool:
    """Return whether a section can be one of the scripts beside it, whatever it says."""
    return bool(section.own) and not titles.is_about(section.title)


def _all_open(owners: Sequence[Section]) -> bool:
    """Return whether each fence that sections own begins as a message does."""
    held = [block.content for each in owners for block in each.own if block.is_wording]
    return all(map(opens, held))


def _introduces(section: Section, container: str) -> bool:
    """Return whether what a section above others quotes is no message, but about them."""
    quotes = [block.content for block in section.own if block.kind == "quote"]
    return container == "quote" and not any(map(opens, quotes))


def _single_fences(section: Section) -> int:
    """Return how many fences a heading owns alone, or each under a name of its version."""
    held = [block for block in section.own if block.is_wording]
    named = [block for block in section.own if block.kind == "text" and _names_version(block)]
    return len(held) if len(held) == 1 or len(held) == len(named) else 0


def _names_version(block: TopBlock) -> bool:
    name, rest = version_at(block.content)
    return bool(name) and not rest.strip(" :*")


def _usual_level(owners: Sequence[Section]) -> int:
    """Return the level that most headings have, the deeper of two; 0 for none."""
    levels = [each.level for each in owners]
    return max(set(levels), key=lambda level: (levels.count(level), level)) if levels else 0


def _fenced(section: Section) -> bool:
    return any(block.is_wording for block in section.own)


def _quoted(section: Section) -> bool:
    """Return whether a quote holds a message; notes for colleagues are told of customers."""
    is_internal = any(map(titles.is_internal, (section.title, *section.above)))
    quotes = (
        block for block in section.own if block.kind == "quote" and not is_alert(block.content)
    )
    return any(is_internal or not is_remark(block.content) for block in quotes)


def _labelled(section: Section) -> bool:
    """Return whether a label gives a message that is neither quoted nor fenced."""
    own = [block for block in section.own if block.kind != "rule"]
    for block, after in zip_longest(own, own[1:]):
        is_bare = after is not None and after.kind in ("text", "list")
        if block.kind == "heading" and is_bare and role_of(plain(block.content)) == "message":
            return True
        if block.kind not in ("text", "list"):
            continue
        for line, label in labels(block.content):
            is_last = block.content.rstrip().endswith(line.rstrip())
            rest = line[label.end :].strip() or not is_last
            if label.role == "message" and (rest or is_bare):
                return True
    return False


def _tabled(section: Section) -> bool:
    return any(block.kind == "table" and columns(block) is not None for block in section.own)


_OWNS: dict[str, Callable[[Section], bool]] = {
    "fence": _fenced,
    "quote": _quoted,
    "label": _labelled,
    "table": _tabled,
    "section": is_bare,
}


_OWNS_IF_SET: dict[str, Callable[[Section], bool]] = {
    "fence": lambda section: any(block.is_plain for block in section.own),
    "quote": lambda section: any(block.kind == "quote" for block in section.own),
    "table": lambda section: any(columns(block, is_set=True) for block in section.own),
    "section": lambda section: (
        not titles.is_about(section.title)
        and any(block.kind in ("text", "list", "quote") for block in section.own)
    ),
}
