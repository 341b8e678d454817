"""English (and later other) text: sentences, words, syllables, readability, lengths.

`protolint.text.sentences(…)` and its like are functions. The modules of the same name are imported
here first, so that importing one of them again later does not put the module in place of them.
"""

from importlib import import_module
from typing import Any

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
