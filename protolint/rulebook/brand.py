"""What a company stands for in words: the keys of `brand.yaml`, as typed values (contract §9)."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from protolint.script import MoveName

#: The category of the rules that a brand makes.
BRAND_PACK = "brand"

Words = tuple[str, ...]
Text = Annotated[str, Meta(min_length=1)]
Filled = Annotated[Words, Meta(min_length=1)]
Few = Annotated[int, Meta(ge=0)]
Target = Annotated[float, Meta(gt=0)]
Author = Literal["agent", "organisation", "bot"]


class Trait(msgspec.Struct, frozen=True, kw_only=True):
    """A trait of the voice (“warm, not gushing”), and the rules that make it checkable."""

    quality: Text = msgspec.field(name="is")
    limit: str = msgspec.field(default="", name="not")
    rules: Words = ()

    @property
    def shown(self) -> str:
        """The trait as people say it."""
        return f"{self.quality}, not {self.limit}" if self.limit else self.quality


class BrandTerm(msgspec.Struct, frozen=True, kw_only=True):
    """Words that are not used, and the one that is; without `use` they are left out."""

    avoided: Filled = msgspec.field(name="not")
    use: Text | None = None
    why: str = ""


class BrandFact(msgspec.Struct, frozen=True, kw_only=True):
    """What scripts may state about a subject: nothing else of the kinds that are listed."""

    about: Text
    times: Words = ()
    amounts: Words = ()
    phones: Words = ()
    links: Words = ()


class Budgets(msgspec.Struct, frozen=True, kw_only=True):
    """How many marks a script may have at most: by `default`, on a channel, in a moment."""

    exclamation: dict[str, Few] = {}
    emoji: dict[str, Few] = {}


class Verbatim(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is used to the letter, as the law has it, and that no rule of tone judges."""

    id: Text
    text: Text


class Brand(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of `brand.yaml`. Texts in greetings and sign-offs may hold slots such as {name}."""

    brand: Text
    voice: tuple[Trait, ...] = ()
    terms: tuple[BrandTerm, ...] = ()
    names: tuple[Text, ...] = ()
    pronouns: dict[Author, Literal["I", "we"]] = {}
    contractions: Literal["all", "none", "positive"] | None = None
    budgets: Budgets = Budgets()
    greetings: dict[str, Filled] = {}
    sign_offs: dict[str, Filled] = {}
    facts: tuple[BrandFact, ...] = ()
    reading: dict[str, dict[str, Target]] = {}
    verbatim: tuple[Verbatim, ...] = ()
    #: Words of the brand's own by which a move is known, beside those of the lexicon.
    moves: dict[MoveName, Filled] = {}
    intents: tuple[Text, ...] | dict[Text, Words] = ()
    moments: tuple[Text, ...] = ()
    protocols: tuple[Text, ...] = ()

    @property
    def served(self) -> dict[str, Words]:
        """The intents, each with the channels it is served on; none where the brand says none."""
        if isinstance(self.intents, dict):
            return dict(self.intents)
        return dict.fromkeys(self.intents, ())

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The traits of the voice that no rule makes checkable."""
        return tuple(trait.shown for trait in self.voice if not trait.rules)
