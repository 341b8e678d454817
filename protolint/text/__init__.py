"""English (and later other) text: sentences, words, syllables, readability, lengths.

`protolint.text.sentences(…)` and its like are functions, imported at first use: no run pays for
what it does not need.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from protolint.text.passives import passives
    from protolint.text.readability import readability
    from protolint.text.sentences import sentences
    from protolint.text.syllables import syllables
    from protolint.text.words import words

__all__ = ["passives", "readability", "sentences", "syllables", "words"]


def __getattr__(name: str) -> Any:
    """Return `moves`, which is that of the package: it needs a lexicon, read in a higher layer."""
    if name == "moves":
        return import_module("protolint").moves
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _function(name: str) -> property:
    """Return what finds a function, and keeps Python from putting its module in its place."""
    return property(
        lambda _: getattr(import_module(f"{__name__}.{name}"), name), lambda _, module: None
    )


class _Package(ModuleType):
    passives = _function("passives")
    readability = _function("readability")
    sentences = _function("sentences")
    syllables = _function("syllables")
    words = _function("words")


sys.modules[__name__].__class__ = _Package
