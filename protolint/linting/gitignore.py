"""What the `.gitignore` files of a repository leave out, from its top down to a path."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from protolint.rulebook.globs import compiled

#: Spaces at the end of a line do not count, unless one is escaped.
_ENDING = re.compile(r"(?<!\\)(?P<kept>(?:\\\\)*) +$")
_Verdict = Callable[[str, bool], bool | None]


class Ignored:
    """What the `.gitignore` files between a repository's top and a path leave out."""

    def __init__(self, folder: Path) -> None:
        self._verdicts: list[tuple[str, _Verdict]] = []
        self._read: set[str] = set()
        self._real: dict[str, str] = {}
        self._is_out = False
        above = Path(os.path.realpath(folder))
        chain = [above, *above.parents]
        top = next((number for number, own in enumerate(chain) if (own / ".git").exists()), 0)
        for own in reversed(chain[: top + 1]):
            self._is_out = self(own, is_folder=True)
            self.enter(own, [".gitignore"] if (own / ".gitignore").is_file() else [])

    def enter(self, folder: str | Path, files: Iterable[str]) -> None:
        """Read the folder's own `.gitignore`, if it is one of its files."""
        if ".gitignore" not in files:
            return
        real = os.path.realpath(folder)
        if real in self._read:
            return
        self._read.add(real)
        try:
            text = Path(real, ".gitignore").read_text("utf-8-sig", errors="replace")
        except OSError:
            return
        self._verdicts.append((os.path.join(real, ""), _verdict(text)))

    def __call__(self, path: str | Path, *, is_folder: bool = False) -> bool:
        """Return whether git passes over a path: the deepest file that speaks of it decides.

        Nothing brings back what lies in a folder that is left out.
        """
        if self._is_out or not self._verdicts:
            return self._is_out
        above, name = os.path.split(path)
        if above not in self._real:
            self._real[above] = os.path.realpath(above)
        full = os.path.join(self._real[above], name)
        verdict = False
        for folder, says in self._verdicts:
            if full.startswith(folder):
                said = says(full.removeprefix(folder).replace(os.sep, "/"), is_folder)
                verdict = verdict if said is None else said
        return verdict


def _verdict(text: str) -> _Verdict:
    """Return what says of a path whether the lines leave it out; None where none speaks of it."""
    lines = list(_lines(text))[::-1]  # the last one that speaks of it counts

    def says(path: str, is_folder: bool) -> bool | None:
        for is_out, matches, wants_folder in lines:
            if (is_folder or not wants_folder) and matches(path):
                return is_out
        return None

    return says


def _lines(text: str) -> Iterator[tuple[bool, Callable[[str], object], bool]]:
    """Yield of each pattern whether it leaves out, what it matches, and if that is a folder."""
    for line in text.replace("\r\n", "\n").split("\n"):
        glob = _ENDING.sub(r"\g<kept>", line)
        is_out = not glob.startswith("!")
        glob = glob if is_out else glob[1:]
        if glob.strip("/") and not line.startswith("#"):
            with suppress(re.error):  # a range the wrong way round matches nothing
                yield is_out, compiled(glob, below=False).fullmatch, glob.endswith("/")
