"""Markdown, with exact places of every character that a customer reads."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from protolint.readers._front_matter import FrontMatter, front_matter
from protolint.readers._placeholders import Masked, mask
from protolint.readers._scripts import Scripts
from protolint.readers.markdown.allowances import allowances
from protolint.readers.markdown.blocks import Body, read_blocks
from protolint.readers.markdown.draft import NATIVE_TOKEN, Draft
from protolint.readers.markdown.encode import decode, encode
from protolint.readers.markdown.marks import Marks
from protolint.readers.markdown.mdx import as_markdown
from protolint.readers.markdown.parser import MAX_NESTING, parser
from protolint.readers.markdown.places import Lines
from protolint.script import Problem, Prose, Script, Settings, Source, Span, Stretch

__all__ = ["decode", "encode", "read"]


def read(source: Source, settings: Settings) -> Scripts:
    """Return the one script of a Markdown file.

    Its problems are those of the front matter, suppression comments that say nothing known, and
    quotes or lists nested deeper than `MAX_NESTING`, of which the marks are read as text.
    """
    was_collecting = gc.isenabled()
    gc.disable()  # parsing makes many objects and no cycles: to look for some is quadratic
    try:
        return _read(source, settings)
    finally:
        if was_collecting:
            gc.enable()


def _read(source: Source, settings: Settings) -> Scripts:
    front = front_matter(source, settings)
    masked = _masked(source, front, settings)
    draft = Draft(source, Marks(masked), settings, has_blank_tags=not _is_mdx(source))
    subject = _subject(front.subject, draft) if front.subject else []
    seen = NATIVE_TOKEN.sub("\ufffd", masked.text[front.body_start :]).replace("\0", "\ufffd")
    lines, env = Lines(seen, front.body_start), dict[str, Any]()
    body = read_blocks(parser().parse(seen, env), lines, draft, block=len(subject))
    whole = Span(front.body_start, len(source.text))
    allowed, unknown = allowances(body.comments, source, whole)
    script = Script(
        id=front.metadata.id or PurePath(source.path).stem,
        title=front.metadata.title or _first_heading(body.stretches),
        source=source,
        body=whole,
        metadata=front.metadata,
        stretches=(*subject, *body.stretches),
        allowances=allowed,
        slips=front.slips,
        unbalanced=tuple(_seen(masked, body)),
    )
    too_deep = _too_deep(env.get("too_deep"), lines, source)
    return Scripts((script,), (*front.problems, *unknown, *too_deep))


def _is_mdx(source: Source) -> bool:
    return source.path.endswith(".mdx")


def _masked(source: Source, front: FrontMatter, settings: Settings) -> Masked:
    masked = mask(source.text, dialect=front.metadata.placeholders, lengths=settings)
    if _is_mdx(source):
        masked = as_markdown(masked, source.text, front.body_start, settings)
    return masked


def _subject(prose: Prose, draft: Draft) -> list[Stretch]:
    """Return the subject line with its placeholders as tokens, a text for each branch."""
    ends = [*(run.prose_start for run in prose.runs[1:]), len(prose.text)]
    for run, end in zip(prose.runs, ends, strict=True):
        text = prose.text[run.prose_start : end]
        if len(text) == run.source_length:
            draft.text(NATIVE_TOKEN.sub("\ufffd", text), run.source_start)
        else:
            draft.piece(text, run.source_start, run.source_length)
    return [Stretch("subject", text.prose, "subject", 0, text.branch) for text in draft.finish()]


def _seen(masked: Masked, body: Body) -> Iterator[Span]:
    """Yield the template tags without a partner, but for those in code and comments."""
    if not masked.unbalanced:
        return
    hidden = [comment.span for comment in body.comments]
    for each in body.stretches:
        code = (token.span for token in each.prose.opaques.values() if token.kind == "code")
        hidden += [each.prose.span(0, len(each.prose.text))] if each.kind == "code" else code
    hidden.sort()
    for tag in masked.unbalanced:
        before = bisect_right(hidden, tag.span)
        if not before or hidden[before - 1].end < tag.span.end:
            yield tag.span


def _first_heading(stretches: list[Stretch]) -> str:
    """Return the first heading as it is read, placeholders as they are written."""
    for stretch in stretches:
        if stretch.kind == "heading":
            title = list(stretch.prose.text)
            for at, token in stretch.prose.opaques.items():
                title[at] = token.raw
            return "".join(title).strip()
    return ""


def _too_deep(line: int | None, lines: Lines, source: Source) -> list[Problem]:
    if line is None:
        return []
    message = (
        f"quotes or lists are nested so deep here (more than {MAX_NESTING} quotes or"
        f" {MAX_NESTING // 2} lists) that their marks were taken for text: take out some levels"
    )
    return [Problem(source.path, *source.position(lines.start(line)), message)]
