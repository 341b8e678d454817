"""Markdown, with exact places of every character that a customer reads."""

from __future__ import annotations

from pathlib import PurePath

from protolint.readers._front_matter import front_matter
from protolint.readers._placeholders import mask
from protolint.readers._scripts import Scripts
from protolint.readers.markdown.allowances import allowances
from protolint.readers.markdown.blocks import Body, read_blocks
from protolint.readers.markdown.draft import NATIVE_TOKEN, Draft
from protolint.readers.markdown.marks import Marks
from protolint.readers.markdown.parser import MAX_NESTING, parser
from protolint.readers.markdown.places import Lines
from protolint.script import Problem, Prose, Script, Settings, Source, Span, Stretch

#: The endings of the files that this reader reads.
SUFFIXES = (".md", ".markdown", ".mdx")


def read(source: Source, settings: Settings) -> Scripts:
    """Return the one script of a Markdown file.

    Its problems are those of the front matter, suppression comments that say nothing known, and
    quotes or lists nested deeper than `MAX_NESTING`, of which the inside is not read.
    """
    front = front_matter(source, settings)
    masked = mask(source.text, dialect=front.metadata.placeholders, lengths=settings)
    draft = Draft(source, Marks(masked), settings)
    subject = _subject(front.subject, draft) if front.subject else []
    seen = NATIVE_TOKEN.sub("\ufffd", masked.text[front.body_start :]).replace("\0", "\ufffd")
    lines = Lines(seen, front.body_start)
    body = read_blocks(parser().parse(seen), lines, draft, block=len(subject))
    allowed, unknown = allowances(body.comments, source, Span(front.body_start, len(source.text)))
    script = Script(
        id=front.metadata.id or PurePath(source.path).stem,
        title=front.metadata.title or _first_heading(body.stretches),
        source=source,
        body=Span(front.body_start, len(source.text)),
        metadata=front.metadata,
        stretches=(*subject, *body.stretches),
        allowances=allowed,
        slips=front.slips,
    )
    return Scripts((script,), (*front.problems, *unknown, *_too_deep(body, source)))


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


def _first_heading(stretches: list[Stretch]) -> str:
    headings = (stretch.prose.text for stretch in stretches if stretch.kind == "heading")
    return next(headings, "")


def _too_deep(body: Body, source: Source) -> list[Problem]:
    if body.too_deep is None:
        return []
    message = (
        f"quotes or lists are nested more than {MAX_NESTING // 2} deep here, and what is in them"
        " was not read: take out some levels"
    )
    return [Problem(source.path, *source.position(body.too_deep), message)]
