"""Markdown, with exact places of every character that a customer reads."""

from __future__ import annotations

import gc
from typing import Any

from protolint.readers._flow import with_graph
from protolint.readers._front_matter import FrontMatter, front_matter
from protolint.readers._placeholders import Masked, mask
from protolint.readers._scripts import Scripts
from protolint.readers.markdown.assembly import File, scripts_of
from protolint.readers.markdown.blocks import Parsed, read_blocks
from protolint.readers.markdown.division import divide
from protolint.readers.markdown.draft import NATIVE_TOKEN, Draft
from protolint.readers.markdown.encode import decode, encode
from protolint.readers.markdown.kinds import Kinds
from protolint.readers.markdown.labels import may_label
from protolint.readers.markdown.marks import Marks
from protolint.readers.markdown.mdx import as_markdown
from protolint.readers.markdown.parser import MAX_NESTING, parser
from protolint.readers.markdown.places import Lines
from protolint.readers.markdown.texts import Texts
from protolint.script import Problem, Prose, Settings, Source, Stretch

__all__ = ["decode", "encode", "read"]


def read(source: Source, settings: Settings) -> Scripts:
    """Return the scripts of a Markdown file: one, or one for each heading that owns one.

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
    seen = NATIVE_TOKEN.sub("\ufffd", masked.text[front.body_start :]).replace("\0", "\ufffd")
    lines, env = Lines(seen, front.body_start), dict[str, Any]()
    tokens = parser().parse(seen, env)
    own = front.metadata.keys.difference(settings.defaults)
    name = source.path.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    division = divide(tokens, front.metadata, own, f"{stem} {front.metadata.title or ''}")
    has_labels = division.container != "document" or may_label(seen)
    kinds = Kinds(
        division.container, source.text, is_library=division.is_library, has_labels=has_labels
    )
    subject = _subject(front.subject, draft) if front.subject else []
    body = Texts(kinds, division, len(subject))
    read_blocks(Parsed(tokens, lines), draft, body)
    file = File(source, stem, front, masked, lines, settings)
    scripts, unknown = scripts_of(file, division, body, subject)
    too_deep = _too_deep(env.get("too_deep"), lines, source)
    return Scripts(tuple(map(with_graph, scripts)), (*front.problems, *unknown, *too_deep))


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


def _too_deep(line: int | None, lines: Lines, source: Source) -> list[Problem]:
    if line is None:
        return []
    message = (
        f"quotes or lists are nested so deep here (more than {MAX_NESTING} quotes or"
        f" {MAX_NESTING // 2} lists) that their marks were taken for text: take out some levels"
    )
    return [Problem(source.path, *source.position(lines.start(line)), message)]
