"""What every Markdown script must fulfil: exact places, and no readable text lost or made up."""

import re
from html import unescape
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from protolint.readers.markdown import read, tags
from protolint.script import OPAQUE, Prose, Script, Settings, Source, Stretch

_SHOWN = str.maketrans({"\0": "\ufffd", **dict.fromkeys(OPAQUE.values(), "\ufffd")})
#: What Python's HTML parser ends too early or too late.
_MISREAD = re.compile(r"<\?.*?\?>|<!---?>", re.DOTALL)
_BREAK = re.compile(r"\s*\\?\s*(?:[\r\n]|<)")


def script_of(text: str, path: str = "a.md") -> Script:
    return read(Source(path, text), Settings()).scripts[0]


def prose_of(text: str) -> list[str]:
    return [stretch.prose.text for stretch in script_of(text).stretches if stretch.kind != "code"]


def assert_exact(script: Script) -> None:
    """Every run is its source, or stands for it as a whole in one of the ways there are."""
    for stretch in script.stretches:
        prose = stretch.prose
        assert prose.text.strip()
        ends = [*(run.prose_start for run in prose.runs[1:]), len(prose.text)]
        assert prose.runs[0].prose_start == 0
        at = 0
        for run, end in zip(prose.runs, ends, strict=True):
            shown = prose.text[run.prose_start : end]
            source = script.source.text[run.source_start : run.source_start + run.source_length]
            assert shown, (stretch, run)
            assert source, (stretch, run)
            assert run.source_start >= at, (stretch, run)
            assert _stands_for(shown, source, prose, run.prose_start), (shown, source)
            at = run.source_start + run.source_length
        for place, token in prose.opaques.items():
            assert prose.text[place] == OPAQUE[token.kind]
            assert prose.span(place, place + 1) == token.span
            assert script.source.text[token.span.start : token.span.end] == token.raw


def _stands_for(shown: str, source: str, prose: Prose, at: int) -> bool:
    if at in prose.opaques:
        return shown == OPAQUE[prose.opaques[at].kind]
    if len(shown) == len(source) and shown.translate(_SHOWN) == source.translate(_SHOWN):
        return True
    if shown in (" ", "\n") and (_BREAK.match(source) or not source.strip()):
        return True
    if source.startswith(("\\u", "\\t")):  # of YAML
        return len(shown) == 1
    return (
        source in ("\\" + shown, "\\|", "\\\\|", "''")
        or unescape(source).translate(_SHOWN) == shown
    )


class _Shown(HTMLParser):
    """The text of a page as one reads it: blocks apart, code and silent elements left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in tags.BLOCKS or tag == "br":
            self.parts.append(" ")
        if tag in tags.CODE | tags.SILENT:
            self.hidden.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in tags.BLOCKS or tag == "br":
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in tags.BLOCKS:
            self.parts.append(" ")
        if tag in self.hidden:
            self.hidden.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def shown_by_markdown_it(text: str) -> list[str]:
    """Return the words of a body as markdown-it's own HTML has them."""
    md = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    md.validateLink = lambda url: True
    md.normalizeLinkText = lambda link: link
    page = _Shown()
    page.feed(_MISREAD.sub("", md.render(text)))
    page.close()
    return "".join(page.parts).translate(_SHOWN).split()


def shown_by_us(script: Script) -> list[str]:
    shown = (each for each in script.stretches if each.kind not in {"code", "subject"})
    return " ".join(map(_with_raw_tokens, shown)).translate(_SHOWN).split()


def _with_raw_tokens(stretch: Stretch) -> str:
    parts = list(stretch.prose.text)
    for at, token in stretch.prose.opaques.items():
        parts[at] = "" if token.kind in {"code", "image"} else token.raw.strip("<>")
    return "".join(parts)
