"""The model of a script: types only, frozen, with the place of everything in its source."""

from protolint.script.allowance import Allowance
from protolint.script.graph import Branch, Choice, End, Graph, Passage, Step
from protolint.script.metadata import Metadata, Slip
from protolint.script.move import MOVES, Move, MoveName, TextMoves
from protolint.script.opaque import OPAQUE, OPAQUE_KINDS, Opaque, OpaqueKind
from protolint.script.problem import Problem
from protolint.script.prose import Link, Prose, Run
from protolint.script.script import Script
from protolint.script.settings import Settings
from protolint.script.source import Position, Source, Span
from protolint.script.stretch import Block, Kind, Stretch

__all__ = [
    "MOVES",
    "OPAQUE",
    "OPAQUE_KINDS",
    "Allowance",
    "Block",
    "Branch",
    "Choice",
    "End",
    "Graph",
    "Kind",
    "Link",
    "Metadata",
    "Move",
    "MoveName",
    "Opaque",
    "OpaqueKind",
    "Passage",
    "Position",
    "Problem",
    "Prose",
    "Run",
    "Script",
    "Settings",
    "Slip",
    "Source",
    "Span",
    "Step",
    "Stretch",
    "TextMoves",
]
