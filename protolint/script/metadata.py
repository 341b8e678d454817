"""What is known about a script beside its words: front matter over the project's settings."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from protolint.script.source import Span


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """The values of contract §2 for one script. None or empty: nobody said.

    `keys` are the keys that were given, by front matter or project; the others hold defaults.
    """

    id: str | None = None
    title: str | None = None
    channels: tuple[str, ...] = ()
    platform: str | None = None
    intent: str | None = None
    moments: tuple[str, ...] = ()
    fault: str | None = None
    severity: str | None = None
    author: str | None = None
    shape: str = "message"
    type: str = "service"
    audience: str = "public"
    container: str = "document"
    locale: str = "en"
    jurisdictions: tuple[str, ...] = ()
    placeholders: str | None = None
    owner: str | None = None
    review_by: str | None = None
    keys: frozenset[str] = frozenset()


class Slip(NamedTuple):
    """A front matter key that is none, and is most likely a slip of one (`meant`)."""

    span: Span
    key: str
    meant: str
