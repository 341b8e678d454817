"""What only looks like a part of a script, sought once in each text."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from protolint.checks._check import Match, View
from protolint.text.patterns import places


class Exceptions:
    """Where the exceptions of a part are, in the texts that somebody asks about."""

    def __init__(self, patterns: tuple[str, ...], view: View) -> None:
        self._patterns = patterns
        self._view = view
        self._found: dict[int, list[tuple[int, int]]] = {}

    def hold(self, match: Match, past: int) -> bool:
        """Return whether a match lies in an exception, from its start up to `past`."""
        if match.reading not in self._found:
            text = self._view.readings[match.reading].folded
            self._found[match.reading] = list(places(self._patterns, text, whole=True))
        found = self._found[match.reading]
        at = bisect_right(found, match.start, key=itemgetter(0)) - 1
        return at >= 0 and past <= found[at][1]
