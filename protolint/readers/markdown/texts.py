"""The texts of a file while it is read: each typed as it comes, with the comments between them."""

from __future__ import annotations

from markdown_it.token import Token

from protolint.readers.markdown import fences
from protolint.readers.markdown.allowances import Comment
from protolint.readers.markdown.division import Division
from protolint.readers.markdown.draft import Text
from protolint.readers.markdown.kinds import Kinds, Place
from protolint.readers.markdown.sections import title_at
from protolint.readers.markdown.tables import Columns
from protolint.script import Block, Kind, Prose, Stretch
from protolint.text.parts import is_field

#: What GOV.UK Notify begins a callout with; nobody reads it.
_CALLOUT = "^ "


class Texts:
    """What was read so far. `block` is the number of the block that is being read.

    `cells` are the places at which cells of tables of messages begin, by their line and column.
    """

    def __init__(self, kinds: Kinds, layout: Division, block: int) -> None:
        self.stretches: list[Stretch] = []
        self.comments: list[Comment] = []
        self.cells: dict[tuple[int, int], int] = {}
        self.block = block
        self.is_plain = kinds.is_plain
        self._kinds = kinds
        self._layout = layout
        self._begins = {part.line for part in layout.parts} if layout.is_library else set()
        self._table: Columns | None = None
        self._column = -1
        self._is_head = False

    def enter(self, at: int, token: Token, line: int) -> None:
        """Begin what begins with a token, on a line: a script, a section, a block, a row."""
        if line in self._begins:
            self._begins.discard(line)
            self._kinds.begin()
        if line in self._layout.turns:
            self._kinds.section(is_silent=self._layout.turns[line])
        if not token.level:
            self._kinds.block(token.type, is_remark=line in self._layout.remarks)
            self._table = self._layout.tables.get(at)
        if token.type == "tr_open":
            self._column = -1

    def cell(self, line: int, start: int, *, is_head: bool) -> None:
        """Begin a cell on a line, whose content begins at a place in the source."""
        self._column += 1
        self._is_head = is_head
        if self._table and not is_head:
            self.cells[line, self._column] = start

    def reads_fence(self, token: Token) -> bool:
        """Return whether a fence holds words: it names no language, and no code is seen in it."""
        is_sure = self._layout.is_set or not self._layout.is_library
        return (
            self._kinds.reads_fences
            and fences.is_plain(token.info, token.content)
            and (is_sure or fences.is_wording(token.content))
        )

    def titled(self, at: int, text: Text, shape: Block) -> Text | None:
        """Add the title that a text begins with, if its token has one; return the rest of it."""
        title = self._layout.titled.get(at)
        if title is None:
            return text
        prose = text.prose
        found = title_at(prose.text, title)
        own = text._replace(prose=prose.part(found.start, found.end))
        self.keep("heading", own, shape, is_title=True)
        if found.rest >= len(prose.text):
            return None
        return text._replace(prose=prose.part(found.rest, len(prose.text)))

    def is_title(self, at: int, text: Text) -> bool:
        """Return whether a text is, as a whole, the title that its token has."""
        return self._layout.titled.get(at) == text.prose.text.strip()

    def plain(self, text: Text, shape: Block, level: int) -> None:
        """Add a text of a file in which all is said."""
        prose = text.prose
        if prose.text.startswith(_CALLOUT):
            prose = prose.part(len(_CALLOUT), len(prose.text))
        kind: Kind = "heading" if shape == "heading" else "public"
        if _is_form(prose, shape):
            kind = "field"
        self.stretches.append(Stretch(kind, prose, shape, self.block, text.branch, level))

    def heading(self, text: Text, level: int, line: int) -> None:
        """Add a heading on a line."""
        own = self._kinds.heading(text, is_inner=line not in self._layout.turns)
        self.keep(own.kind, own.text, "heading", level, is_title=own.is_title)

    def add(self, text: Text, shape: Block, place: Place, level: int = 0) -> None:
        """Add a text that is no heading of the file, divided by what it is."""
        if text.prose.text.startswith(_CALLOUT):
            text = text._replace(prose=text.prose.part(len(_CALLOUT), len(text.prose.text)))
        if shape == "cell" and self._table:
            own = self._kinds.cell(text, self._column, self._table, is_head=self._is_head)
            self.keep(own.kind, own.text, shape)
            return
        for own in self._kinds.of(text, place):
            is_heading = shape == "heading" and own.kind == "public"
            kind = _said(own.text, shape) if own.kind == "public" else own.kind
            self.keep("heading" if is_heading else kind, own.text, shape, level)

    def keep(
        self, kind: Kind, text: Text, shape: Block, level: int = 0, *, is_title: bool = False
    ) -> None:
        """Keep a text as it is."""
        own = Stretch(kind, text.prose, shape, self.block, text.branch, level, is_title)
        self.stretches.append(own)


def _said(text: Text, shape: Block) -> Kind:
    """Return the kind of what is said: public, or a field to fill in."""
    return "field" if _is_form(text.prose, shape) else "public"


def _is_form(prose: Prose, shape: Block) -> bool:
    """Return whether a text is only fields to fill in; what stands for a value is filled already.

    A line alone that ends in a colon leads to what follows it.
    """
    lines = prose.text.split("\n")
    if shape not in ("item", "paragraph") or not all(map(is_field, lines)):
        return False
    if any(opaque.kind in ("placeholder", "blank") for opaque in prose.opaques.values()):
        return False
    return shape == "item" or len(lines) > 1 or not lines[0].rstrip().endswith(":")
