"""One thing that is said to a customer, or that an agent follows."""

from __future__ import annotations

import msgspec

from protolint.script.allowance import Allowance
from protolint.script.graph import Graph
from protolint.script.metadata import Metadata, Slip
from protolint.script.source import Source, Span
from protolint.script.stretch import Stretch


class Script(msgspec.Struct, frozen=True):
    """A script with its texts in the order of the source. `body` is its part of the file.

    Where one message is kept in several versions, by tone or language, each is a script by itself
    with the id and the title of all, so that it is held to the rules as the customer gets it.
    `version` names it; it is empty where there is but one.
    """

    id: str
    title: str
    source: Source
    body: Span
    metadata: Metadata
    stretches: tuple[Stretch, ...]
    allowances: tuple[Allowance, ...] = ()
    #: Keys of the front matter to be reported as slips (rule `front-matter-slip`).
    slips: tuple[Slip, ...] = ()
    #: Template tags that are never closed, or that close or divide what was never opened.
    unbalanced: tuple[Span, ...] = ()
    #: The steps of a call script, a chat flow or a menu; empty for a message.
    graph: Graph = Graph()
    version: str = ""
