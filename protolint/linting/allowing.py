"""A comment put into a script that allows a rule to be broken there (contract §8)."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from protolint.linting.file_pass import lint_source
from protolint.linting.finding import Finding, SourceEdit
from protolint.linting.library import lint_library
from protolint.linting.rereading import Rereading
from protolint.linting.results import FileResult
from protolint.linting.work import Work
from protolint.script import Script, Source, Stretch

#: What may stand before a block on its first line, so that a comment can have a line above it.
#: A line that opens or closes a fence.
_FENCE = re.compile(r"^(?P<indent>[ \t>]*)(?:`{3,}|~{3,})[^`\r\n]*$", re.MULTILINE)
_ABOVE = re.compile(r"[ \t>]*(?=#{0,6}[ \t]*$)")


class RefusedError(Exception):
    """No comment was written; the text says why, and what to do instead."""


class Wish(NamedTuple):
    """What is to be allowed: a rule, on a line (None: at its one fault) or in the whole file."""

    rule: str
    line: int | None
    reason: str
    whole_file: bool = False


def allow(source: Source, work: Work, wish: Wish) -> str:
    """Return the text of a file with the comment in it. Raises RefusedError where it cannot work.

    The comment stands in a line of its own above the block, or at the end of the block where that
    would be no comment; it is only returned if it silences the rule there and changes no text.
    """
    own = _Allowing(source, work, wish)
    if wish.whole_file:
        edit = own.at_head()
        if own.works(edit, own.found):
            return own.text(edit)
        raise RefusedError("no comment works in this file: give the reason in the baseline instead")
    targets = own.targets()
    for edit in own.edits(targets[0]):
        if own.works(edit, targets):
            return own.text(edit)
    raise RefusedError(
        "no comment works in this place: allow the rule in the whole file with --file, or give the "
        "reason in the baseline"
    )


class _Allowing:
    """A source, what a rule finds in it, and the comments that may allow it."""

    def __init__(self, source: Source, work: Work, wish: Wish) -> None:
        self._source = source
        self._work = work
        self._wish = wish
        self._reread = Rereading(source, work.settings_for(source.path))
        self.found = self._found(source)
        if not self.found:
            raise RefusedError(f"“{wish.rule}” finds nothing in this file, so there is no need")

    def _found(self, source: Source) -> list[Finding]:
        result = lint_source(source, self._work)
        return [own for own in _open(result, self._work) if own.rule == self._wish.rule]

    def targets(self) -> list[Finding]:
        """Return the findings of the block that is meant. Raises RefusedError if that is open."""
        line = self._wish.line
        lines = ", ".join(map(str, sorted({own.line for own in self.found})))
        named = [own for own in self.found if line is None or own.line <= line <= own.end_line]
        if not named:
            message = f"“{self._wish.rule}” finds nothing on line {line}: it does on {lines}"
            raise RefusedError(message)
        blocks = {self._block(own) for own in named}
        if len(blocks) > 1:
            raise RefusedError(f"“{self._wish.rule}” finds faults on {lines}: name one, or --file")
        block = blocks.pop()
        return [own for own in self.found if self._block(own) == block]

    def _block(self, own: Finding) -> tuple[str, int] | None:
        found = self._text_at(own)
        return (found[0].id, found[1].block) if found else None

    def _text_at(self, own: Finding) -> tuple[Script, Stretch] | None:
        for script in self._reread.scripts:
            for stretch in script.stretches:
                start, end = stretch.prose.span(0, len(stretch.prose.text))
                if start <= own.start and own.end <= end:
                    return script, stretch
        return None

    def at_head(self) -> SourceEdit:
        """Return the comment for the whole file, below the front matter."""
        start = self._reread.scripts[0].body.start
        end = self._line_end(start)
        apart = "" if self._source.text[start:].startswith(("\n", "\r")) else end
        return SourceEdit(start, start, f"{self._comment('allow-file')}{end}{apart}")

    def edits(self, target: Finding) -> Iterator[SourceEdit]:
        """Yield the comments that may work for a finding, the best first."""
        found = self._text_at(target)
        if found is None or found[1].shape == "subject":
            return
        first, past = found[1].prose.span(0, len(found[1].prose.text))
        line = self._start_of_line(first)
        if found[0].metadata.container == "fence":
            yield from self._above_fence(line)  # what stands in a fence is sent as it is
            return
        before = _ABOVE.match(self._source.text[line:first])
        if before:
            ended = f"{before.group()}{self._comment('allow')}{self._line_end(line)}"
            yield SourceEdit(line, line, ended)
        comment = f" {self._comment('allow')}"
        rest = re.compile(r"[^\r\n]*").match(self._source.text, past)
        end = rest.end() if rest else past
        yield SourceEdit(end, end, comment)
        yield SourceEdit(past, past, comment)

    def _above_fence(self, line: int) -> Iterator[SourceEdit]:
        """Yield the comment that stands above the fence which holds the line at an offset."""
        marks = list(_FENCE.finditer(self._source.text, 0, line))
        if marks:
            opening = marks[-1]
            ended = f"{opening['indent']}{self._comment('allow')}{self._line_end(line)}"
            yield SourceEdit(opening.start(), opening.start(), ended)

    def _comment(self, verb: str) -> str:
        said = f"protolint {verb} {self._wish.rule}: {self._wish.reason}"
        return f"{{/* {said} */}}" if self._source.path.endswith(".mdx") else f"<!-- {said} -->"

    def _start_of_line(self, offset: int) -> int:
        starts = self._source.line_starts
        return starts[bisect_right(starts, offset) - 1]

    def _line_end(self, offset: int) -> str:
        """Return what ends the line of an offset; where nothing does, what ends the first line."""
        ends = re.compile(r"\r\n?|\n")
        found = ends.search(self._source.text, offset) or ends.search(self._source.text)
        return found.group() if found else "\n"

    def text(self, edit: SourceEdit) -> str:
        """Return the text of the file with a comment."""
        return self._reread.edited([edit])

    def works(self, edit: SourceEdit, targets: list[Finding]) -> bool:
        """Return whether a comment silences these findings, no others, and changes no text."""
        if not self._reread.says_the_same([edit]):
            return False
        silenced = {own.start for own in targets}
        kept = [own.start for own in self.found if own.start not in silenced]
        shift = len(edit.text)
        expected = [start + shift * (start >= edit.start) for start in kept]
        after = self._found(Source(self._source.path, self.text(edit)))
        return sorted(own.start for own in after) == sorted(expected)


def _open(result: FileResult, work: Work) -> Iterator[Finding]:
    """Yield the findings that nothing allows, before any is told with another; library ones too."""
    for script in result.scripts:
        yield from (*script.findings, *script.hidden)
    across = {rule.id for rule in work.plan.rules if rule.options.is_library}
    today = datetime.date.today()  # noqa: DTZ011
    if across:
        found = lint_library([result], work.plan, today)
        yield from (own for own in found if own.rule in across)
