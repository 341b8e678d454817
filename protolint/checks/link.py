"""Links: what they say, where they lead, and addresses that stand bare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from protolint.checks._check import Check as Base
from protolint.checks._check import Hit, Match, Mistake, View
from protolint.checks._places import together
from protolint.script import Link
from protolint.text.lazy import lazy_pattern
from protolint.text.patterns import compile_any, places
from protolint.text.reading import Reading

_DOMAIN = lazy_pattern(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@\s]*@)?([^/:?#\s{}]+)", re.IGNORECASE)
_SHOWN_DOMAIN = lazy_pattern(
    r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE
)
#: What stands for a description and is none: the name of a file, of a camera's count, or a kind.
_NO_ALT = (
    r"\s*(?:[^\]\"\n]*\.(?:png|jpe?g|gif|svg|webp|heic|bmp|tiff?|avif)"
    r"|(?:(?:img|dscn?|dscf|dcim|pxl|mvimg|p|pic|photo|picture|image|images|screen ?shot|snapshot"
    r"|scan|scanned|graphic|figure|fig|untitled|unnamed|file|download|capture|snip|placeholder"
    r"|whatsapp|fullsizerender|copy|final|new|alt|text|of|at|am|pm|v)|[\s\d_().,:-])*"
    r"|[0-9a-f]{8}[0-9a-f-]{4,})\s*"
)
_EMPTY_IMAGE = lazy_pattern(
    rf"!\[{_NO_ALT}\]|<img\b(?![^>]*\balt\s*=)"
    rf"|<img\b[^>]*\balt\s*=\s*\"(?!\"){_NO_ALT}\"",
    re.IGNORECASE,
)
#: The kinds of opaque tokens that are links, or shown in their place.
_KINDS = frozenset({"url", "address", "image"})
#: The kinds of links that have a text of their own, in Markdown and in HTML.
_WITH_TEXT = frozenset({"link", "html"})
_MARKS = " .,;:!?\"'()[]<>*_-»>→"


#: The links of a script by their words, with where each leads.
_Known = dict[str, list[tuple[tuple[tuple[int, int], ...], str]]]


class Check(Base, frozen=True, kw_only=True):
    """Finds links by their text or target, addresses without a text, and images without one.

    Messages may name {text}, {target} and {domain}, each empty where there is none.
    """

    values: ClassVar[tuple[str, ...]] = ("text", "target", "domain")

    text: Annotated[
        tuple[str, ...], Meta(description="Link texts that say too little: the whole text is one.")
    ] = ()
    target: Annotated[
        tuple[str, ...],
        Meta(description="Patterns that a target or bare address, of mail too, must not match."),
    ] = ()
    domains: Annotated[
        tuple[str, ...], Meta(description="The only domains to link to; with their subdomains.")
    ] = ()
    bare: Annotated[bool, Meta(description="Find addresses that could have a link text.")] = False
    disguised: Annotated[
        bool, Meta(description="Find links whose text shows another domain than they lead to.")
    ] = False
    ambiguous: Annotated[
        bool, Meta(description="Find links with the same text and different targets in a script.")
    ] = False
    no_alt: Annotated[
        bool, Meta(description="Find images without a text, or with a file name for it.")
    ] = False
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Patterns of texts, targets and addresses that are fine.")
    ] = ()

    @property
    def always(self) -> bool:
        """Links are looked for in every script."""
        return True

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield the patterns of texts and targets."""
        for option in ("text", "target", "exceptions"):
            for item, pattern in enumerate(getattr(self, option)):
                yield option, item, pattern

    def mistakes(self) -> Iterator[Mistake]:
        """Yield a rule that looks for nothing."""
        if not (self.text or self.target or self.domains or self._flags()):
            yield Mistake("text", "there is nothing to find: give `text`, `target` or `bare: true`")

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the links and addresses at fault, in the order of the text."""
        known: _Known = {}
        for number, reading in _leading_somewhere(view):
            found = [
                *self._links(number, reading, known),
                *self._addresses(number, reading),
            ]
            yield from sorted(found, key=lambda match: (match.start, match.end))

    def _flags(self) -> bool:
        return self.bare or self.disguised or self.ambiguous or self.no_alt

    def _links(self, number: int, reading: Reading, known: _Known) -> Iterator[Match]:
        for link in reading.stretch.prose.links:
            said = reading.folded[link.start : link.end].strip()
            if link.kind not in _WITH_TEXT or self._is_fine(said, link.target):
                continue
            says_wrong = self._says_wrong(link, reading, said, known)
            if says_wrong or self._is_wrong(link.target):
                shown, domain = _shown(reading, link), _domain(link.target)
                values = {"text": shown, "target": link.target, "domain": domain}
                span = None if says_wrong else link.span
                yield Match(number, link.start, link.end, values, span=span)

    def _says_wrong(self, link: Link, reading: Reading, said: str, known: _Known) -> bool:
        is_vague = bool(self.text) and _is_one_of(self.text, said.strip(_MARKS))
        leads_elsewhere = self.ambiguous and _leads_elsewhere(link, reading, known)
        return (
            is_vague
            or leads_elsewhere
            or (self.disguised and _is_disguised(_shown(reading, link), link.target))
        )

    def _addresses(self, number: int, reading: Reading) -> Iterator[Match]:
        links = reading.stretch.prose.links
        for at, opaque in reading.stretch.prose.opaques.items():
            if opaque.kind == "image":
                is_wrong = self.no_alt and _EMPTY_IMAGE.match(opaque.raw) is not None
            elif opaque.kind not in _KINDS or self._is_fine("", opaque.raw):
                continue
            else:
                inside = any(link.start <= at < link.end for link in links)
                is_bare = self.bare and opaque.kind == "url"
                is_wrong = not inside and (is_bare or self._is_wrong(opaque.raw))
            if is_wrong:
                values = {"text": "", "target": opaque.raw, "domain": _domain(opaque.raw)}
                yield Match(number, at, at + 1, values)

    def _is_wrong(self, target: str) -> bool:
        if self.target and any(True for _ in places(self.target, target)):
            return True
        domain = _domain(target)
        return bool(self.domains and domain) and not any(
            domain == own.lower() or domain.endswith(f".{own.lower()}") for own in self.domains
        )

    def _is_fine(self, text: str, target: str) -> bool:
        return bool(self.exceptions) and any(
            True for told in (text, target) for _ in places(self.exceptions, told)
        )


def _leading_somewhere(view: View) -> list[tuple[int, Reading]]:
    """Return the texts with links, addresses and images, found once for all rules."""
    if "links" not in view.memo:
        view.memo["links"] = [
            (number, reading)
            for number, reading in enumerate(view.readings)
            if reading.stretch.prose.links
            or any(own.kind in _KINDS for own in reading.stretch.prose.opaques.values())
        ]
    found: list[tuple[int, Reading]] = view.memo["links"]
    return found


def _leads_elsewhere(link: Link, reading: Reading, known: _Known) -> bool:
    """Return whether a customer also gets a link of the same words to another place."""
    others = known.setdefault(reading.folded[link.start : link.end].strip().casefold(), [])
    seen = [target for branch, target in others if together(branch, reading.stretch.branch)]
    others.append((reading.stretch.branch, link.target))
    return bool(seen) and seen[0] != link.target


def _is_one_of(patterns: tuple[str, ...], text: str) -> bool:
    return compile_any(patterns).fullmatch(text) is not None


def _domain(target: str) -> str:
    found = _DOMAIN.match(target)
    return found[1].lower() if found else ""


def _shown(reading: Reading, link: Link) -> str:
    """Return the text of a link with its tokens as they are written."""
    return reading.stretch.prose.shown(link.start, link.end).strip()


def _is_disguised(shown: str, target: str) -> bool:
    found = _SHOWN_DOMAIN.fullmatch(shown)
    domain = _domain(target).removeprefix("www.")
    said = found[1].lower().removeprefix("www.") if found else ""
    return bool(said and domain) and said != domain
