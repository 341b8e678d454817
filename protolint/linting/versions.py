"""Versions of one message, by tone, language or channel, as the one script that they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import TypeVar

from msgspec import structs

from protolint.linting.outline import ScriptOutline
from protolint.linting.protocols import Departure

_One = TypeVar("_One")


def together(
    found: Iterable[_One], of: Callable[[_One], ScriptOutline]
) -> Iterator[tuple[_One, ...]]:
    """Yield what belongs to one script, version by version; `of` returns the outline of each."""
    for _, same in groupby(found, lambda own: (of(own).path, of(own).script)):
        yield tuple(same)


def merged(found: Iterable[ScriptOutline]) -> Iterator[ScriptOutline]:
    """Yield the outlines of scripts, those of versions as one.

    A script departs from a protocol where one of its versions does. Its steps are those of the
    first version that has any.
    """
    for same in together(found, lambda own: own):
        yield _merged(same) if len(same) > 1 else same[0]


def _merged(same: tuple[ScriptOutline, ...]) -> ScriptOutline:
    first = same[0]
    moments = {own.value: own for each in reversed(same) for own in each.moments}
    return structs.replace(
        first,
        channels=tuple(dict.fromkeys(chain.from_iterable(own.channels for own in same))),
        moments=tuple(moments[name] for name in sorted(moments)),
        end_line=same[-1].end_line,
        protocols=tuple(_departures(chain.from_iterable(own.protocols for own in same))),
        texts=tuple(chain.from_iterable(own.texts for own in same)),
        graph=next((own.graph for own in same if own.graph.steps), first.graph),
        versions=tuple(chain.from_iterable(own.versions for own in same)),
    )


def _departures(found: Iterable[Departure]) -> Iterator[Departure]:
    """Yield departures, those from one protocol on one channel as one."""
    by_protocol: dict[object, list[Departure]] = {}
    for own in found:
        by_protocol.setdefault((own.id, own.moment, own.channel), []).append(own)
    for same in by_protocol.values():
        missing = dict.fromkeys(chain.from_iterable(own.missing for own in same))
        late = dict.fromkeys(chain.from_iterable(own.late for own in same))
        yield structs.replace(same[0], missing=tuple(missing), late=tuple(late))
