"""Front matter: what a script says about itself, before its body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from protolint.placed import Node, YamlError, guess, read
from protolint.placed.simple import read_simple
from protolint.readers._scalar_prose import scalar_prose
from protolint.script import Metadata, Problem, Prose, Settings, Slip, Source, Span
from protolint.text.lazy import lazy_pattern

_BLOCK = lazy_pattern(
    r"---[ \t]*(?>\r\n?|\n)(?P<yaml>(?:[^\r\n]*(?>\r\n?|\n))*?)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"
)
#: A block that is not YAML was meant as front matter if it begins as a mapping does.
_BEGINS_AS_MAPPING = lazy_pattern(
    r"(?:[ \t]*(?:#[^\r\n]*)?(?>\r\n?|\n))*[\w\"'.-]+[ \t]*:(?:\s|\Z)"
)
_LOCALE = lazy_pattern(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_DATE = lazy_pattern(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

_LISTS = {"channel": "channels", "moment": "moments", "jurisdiction": "jurisdictions"}
_TEXTS = (
    "id", "title", "platform", "intent", "fault", "severity", "author", "shape", "type",
    "audience", "container", "locale", "placeholders", "owner", "review_by",
)  # fmt: skip
#: Keys that claim something: `no` says the same as leaving them out.
_CLAIMS = ("recording",)
_NO = ("no", "false")
KEYS = (*_LISTS, *_TEXTS, *_CLAIMS, "lang", "subject")
_FORMS = {
    "locale": (_LOCALE, "is no language tag: write one like “en” or “en-GB”"),
    "review_by": (_DATE, "is no date: write it as 2027-01-31"),
}


class FrontMatter(NamedTuple):
    """What stands before the body of a script.

    `subject` is the subject line with its runs, placeholders not looked for. `slips` are keys that
    are likely to be slips of listed ones.
    """

    metadata: Metadata
    subject: Prose | None
    body_start: int
    problems: tuple[Problem, ...] = ()
    slips: tuple[Slip, ...] = ()


def front_matter(source: Source, settings: Settings) -> FrontMatter:
    """Return a file's front matter over the project's defaults, and where its body begins.

    A block that is no mapping is no front matter. One that is not YAML is a problem, and the body
    after it has the defaults.
    """
    block = _BLOCK.match(source.text)
    if not block:
        return FrontMatter(_metadata({}, settings), None, 0)
    start = block.start("yaml")
    try:
        node = read_simple(block["yaml"]) or read(block["yaml"])
    except YamlError as error:
        if not _BEGINS_AS_MAPPING.match(block["yaml"]):
            return FrontMatter(_metadata({}, settings), None, 0)
        problem = _problem(source, start + error.offset, error.message)
        return FrontMatter(_metadata({}, settings), None, block.end(), (problem,))
    if not isinstance(node.value, Mapping):
        return FrontMatter(_metadata({}, settings), None, 0)
    return _read(source, node, start, settings)._replace(body_start=block.end())


class _Wrong(NamedTuple):
    span: Span
    message: str


def _read(source: Source, node: Node, start: int, settings: Settings) -> FrontMatter:
    wrong: list[_Wrong] = []
    given: dict[str, str | tuple[str, ...]] = {}
    for key, value in node.entries.items():
        if key in KEYS:
            found = _value(key, value, settings, wrong)
            if found:
                given["locale" if key == "lang" else key] = found
    problems = tuple(_problem(source, start + span.start, message) for span, message in wrong)
    subject = node.entries.get("subject")
    prose = scalar_prose(subject, source.text, start) if subject and subject.text.strip() else None
    slips = tuple(
        slip._replace(span=Span(slip.span.start + start, slip.span.end + start))
        for slip in _slips(node)
    )
    return FrontMatter(_metadata(given, settings), prose, 0, problems, slips)


def _value(
    key: str, node: Node, settings: Settings, wrong: list[_Wrong]
) -> str | tuple[str, ...] | None:
    """Return the value of a listed key, or None where it is empty or wrong."""
    if key in _LISTS:
        nodes = node.items if isinstance(node.value, tuple) else (node,)
        texts = [_text(key, below, settings, wrong) for below in nodes]
        return tuple(dict.fromkeys(text for text in texts if text))
    return _text("locale" if key == "lang" else key, node, settings, wrong)


def _text(key: str, node: Node, settings: Settings, wrong: list[_Wrong]) -> str | None:
    if node.style == "collection":
        one = "one name or a list of names" if key in _LISTS else "one text"
        kind = "a list" if isinstance(node.value, tuple) else "a mapping"
        wrong.append(_Wrong(node.span, f"“{key}” takes {one}, and this is {kind}"))
        return None
    text = node.text.strip() if node.value is not None else ""
    message = _fault(key, text, settings) if text else None
    if message:
        wrong.append(_Wrong(node.span, message))
    return None if message else text


def _fault(key: str, text: str, settings: Settings) -> str | None:
    """Return what is wrong with the value of a key, or None."""
    allowed = settings.allowed.get(key)
    if allowed is not None and text not in allowed:
        if key in _LISTS and "," in text:
            return f"“{text}” is one name here: write a list, [{text}]"
        return guess.unknown(_NAMED.get(key, key), text, allowed)
    form, message = _FORMS.get(key, (None, ""))
    return f"“{guess.shortened(text)}” {message}" if form and not form.fullmatch(text) else None


_NAMED = {"placeholders": "placeholder dialect"}


def _metadata(given: Mapping[str, str | tuple[str, ...]], settings: Settings) -> Metadata:
    values: dict[str, str | tuple[str, ...] | list[str]] = {**settings.defaults, **given}
    fields: dict[str, str | tuple[str, ...]] = {}
    for key, value in values.items():
        name = "locale" if key == "lang" else key
        if name in _LISTS:
            fields[_LISTS[name]] = (value,) if isinstance(value, str) else tuple(value)
        elif name in _TEXTS and isinstance(value, str):
            fields[name] = value
    denied = {key for key in _CLAIMS if str(values.get(key)).casefold() in _NO}
    return Metadata(keys=frozenset(values) - denied, **fields)  # type: ignore[arg-type]


def _slips(node: Node) -> Iterator[Slip]:
    for key in node.entries:
        meant = _meant(key) if key not in KEYS and len(key) <= 20 else None
        if meant and meant not in node.entries:
            yield Slip(node.key(key), key, meant)


@lru_cache(maxsize=1000)  # the files of a library have the same keys
def _meant(key: str) -> str | None:
    return next((known for known in KEYS if len(known) > 4 and _is_slip(key, known)), None)


def _is_slip(word: str, known: str) -> bool:
    """Return whether a word is a known one in the plural, or one edit away from it."""
    if word in (f"{known}s", f"{known}es"):
        return True
    if abs(len(word) - len(known)) > 1:
        return False
    same = next((at for at in range(len(word)) if not known.startswith(word[: at + 1])), len(word))
    rest, other = word[same:], known[same:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _problem(source: Source, offset: int, message: str) -> Problem:
    return Problem(source.path, *source.position(min(offset, len(source.text))), message)
