"""What every check has: options as fields, triggers for the one automaton, matches as a result."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple

import msgspec

from protolint.script import Script, Span, TextMoves
from protolint.text.counts import pooled
from protolint.text.grades import Counts
from protolint.text.parts import pooled_prose
from protolint.text.reading import Reading

#: What a check's findings are about. Findings on the same words are one fault, and are merged.
Fault = Literal["wording", "measure", "structure"]
#: How much of a script a finding is about: what has to change for it to be another finding.
Extent = Literal["sentence", "paragraph", "script"]


class View(msgspec.Struct, frozen=True, dict=True):
    """What one rule may see: a script, and the texts of it that lie in the rule's scope."""

    script: Script
    readings: tuple[Reading, ...]
    #: Says what moves the readings make; asked only once, and only where a check wants to know.
    recognise: Callable[[], tuple[TextMoves, ...]] | None = None

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character of the readings: a quick way to know what cannot be found in them."""
        return frozenset().union(*(reading.text for reading in self.readings))

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """What rules of one check have found out for all of them, under keys of their own."""
        return {}

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The texts that count for readability: what is left of the readings when pooled."""
        return tuple(pooled_prose(reading.stretch for reading in self.readings))

    @cached_property
    def counts(self) -> Counts:
        """What readability formulas need of the prose."""
        return pooled(self.prose)

    @cached_property
    def moves(self) -> tuple[TextMoves, ...]:
        """The moves of each reading: of each of its sentences, those it makes."""
        if self.recognise is None:
            return tuple(((),) * len(reading.sentences) for reading in self.readings)
        return self.recognise()


class Hit(NamedTuple):
    """Where a trigger matched: `view.readings[reading].folded[start:end]`."""

    reading: int
    trigger: int
    start: int
    end: int


class Edit(NamedTuple):
    """Readable text to put in place of a part of a reading's prose."""

    start: int
    end: int
    text: str


class Match(msgspec.Struct, frozen=True):
    """One place where a check found its fault; it knows no rule, level, message or channel.

    `start` and `end` are places in the prose of `view.readings[reading]`; equal where something
    is missing there. `values` fill the message of the rule beside `{match}`, the words found.
    """

    reading: int
    start: int
    end: int
    values: Mapping[str, str] = {}
    edits: tuple[Edit, ...] = ()
    safety: Literal["safe", "unsafe"] = "safe"
    #: A place of the source itself, for what lies in no text: a comment, the front matter.
    span: Span | None = None
    #: What the finding is about, and which of the rule's findings on that it is (a part, a word).
    extent: Extent = "sentence"
    subject: str = ""


class Fact(msgspec.Struct, frozen=True):
    """What the library pass needs to know of a script, with the place where it is said.

    `value` is plain data that MessagePack can carry. Make one with `fact_at`.
    """

    kind: str
    value: Any
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str


def fact_at(script: Script, span: Span, kind: str, value: Any) -> Fact:
    """Return a fact about a part of a script's source."""
    source = script.source
    start, end = source.position(span.start), source.position(span.end)
    return Fact(kind, value, span, *start, *end, source.text[span.start : span.end])


class ScriptFacts(msgspec.Struct, frozen=True):
    """The facts of one script, as its file's pass hands them to the library pass.

    `version` tells versions of one script from each other: see `script.Script`.
    """

    path: str
    script: str
    channels: tuple[str, ...]
    locale: str
    facts: tuple[Fact, ...]
    #: What the script is known by when its file has another name: see `linting.fingerprint`.
    anchor: str = ""
    version: str = ""


class LibraryMatch(msgspec.Struct, frozen=True):
    """A fault of the library, shown at one fact of one script, with related places.

    `subject` is what it is about, where that is not what the script says at the fact: a grade of
    all scripts is the same finding whichever script is the hardest.
    """

    script: ScriptFacts
    fact: Fact
    values: Mapping[str, str] = {}
    related: tuple[tuple[ScriptFacts, Fact], ...] = ()
    subject: str | None = None


class Mistake(NamedTuple):
    """What is wrong with the options of a check: the option, the item in it, and what to do."""

    option: str
    message: str
    item: int | str | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all checks. A subclass is named `Check` in a file with the check's name.

    Fields are the options that rules give in YAML: plain values that msgspec can read and write.
    """

    #: What kind of fault the check finds.
    fault: ClassVar[Fault] = "wording"
    #: Whether the check looks at all scripts together, by `facts` and `find_in_library`.
    is_library: ClassVar[bool] = False
    #: Whether `find_in_library` sees the scripts of all channels together, not channel by channel.
    is_across: ClassVar[bool] = False
    #: Whether what it finds is only true where all scripts of the project are seen.
    needs_all: ClassVar[bool] = False
    #: Whether what `find_in_library` finds depends on the day; what others find is kept for longer.
    is_dated: ClassVar[bool] = False
    #: Whether a text can show what it finds, so that its rules have examples.
    has_examples: ClassVar[bool] = True
    #: Whether it knows words that other rules have to spare, by `exempts`.
    is_exempting: ClassVar[bool] = False
    #: What the messages of its rules may name in braces, beside {match}.
    values: ClassVar[tuple[str, ...]] = ()

    @property
    def always(self) -> bool:
        """Whether `find` is called even where no trigger matched."""
        return False

    @property
    def default_scope(self) -> tuple[str, ...]:
        """Where the rule looks if it does not say: kinds of text, as in contract §11."""
        return ("public", "spoken", "heading")

    @property
    def gathers(self) -> str:
        """What its facts are called; without a name, they are its own.

        Rules whose facts have one name share them: they are collected once for all of these rules.
        """
        return ""

    @property
    def reads(self) -> tuple[str, ...]:
        """The kinds of facts that `find_in_library` sees; where it names none, all of them.

        What a rule has found is kept until one of these facts is another one.
        """
        return ()

    def triggers(self) -> tuple[str, ...]:
        """Return the patterns, as `text.patterns` reads them, whose matches `find` is handed."""
        return ()

    def patterns(self) -> Iterator[tuple[str, int | str | None, str]]:
        """Yield every pattern among the options as (option, item, pattern), to be tried at load."""
        return iter(())

    def mistakes(self) -> Iterator[Mistake]:
        """Yield what is wrong with the options beyond their types: a range turned round, …"""
        return iter(())

    def find(self, view: View, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the places in the view that break the rule; `hits` in the order of the text."""
        return iter(())

    def exempts(self, view: View, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Yield the places of words that are not the author's to choose: tone is not judged."""
        return iter(())

    def facts(self, view: View) -> Iterator[Fact]:
        """Yield what `find_in_library` needs of this script."""
        return iter(())

    def find_in_library(
        self, library: Sequence[ScriptFacts], today: datetime.date
    ) -> Iterator[LibraryMatch]:
        """Yield the places that break the rule when all scripts of a channel are seen together.

        A check that looks `is_across` the channels sees the scripts of all of them, by their path.
        """
        return iter(())
