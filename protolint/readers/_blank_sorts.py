"""Whether a bracket is a blank, a marker, or just text.

Brackets serve many ends in scripts. A blank is told from a button, a direction to the agent, the
condition of a branch and an editor's remark by its words, and by whether a sentence runs through
it. In doubt it stays text: a token too many hides words from every rule.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from protolint.readers import _blank_words as words
from protolint.text.lazy import lazy_pattern

Sort = Literal["blank", "marker"]

#: A run of X, # or _ that stands for something unknown, or a note of one word.
MARK = lazy_pattern(
    r"(?<!\w)(?:X{3,}|X{2,}(?:[/.\-]X{2,})+|X{2}(?=%))(?!\w)(?:[-/. ]X{2,}(?!\w))*"
    r"|(?<!\w)_{3,30}(?!\w)|(?<![\w#])#{3,}(?![\w#])|\b(?:TODO|FIXME)\b"
)
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APPOSITION = lazy_pattern(r"(?<=\w)(?:[,:]| [(–—-])")
_HUMP = lazy_pattern(r"(?<=[a-z])(?=[A-Z])")
_VARIABLE = lazy_pattern(r"[^\W\d]\w*[._]\w[\w.]*|[a-z]+[A-Z]\w*")
_IN_BRACES = lazy_pattern(r"[^\W\d]\w*(?:[._\-]\w+)+|[\w ]+(?:/[\w ]+)+|e\.g\..*")
_UNKNOWN = lazy_pattern(r"[XxNn#]{1,3}(?: .*)?")
_IN_CHEVRONS = lazy_pattern(r"[\w '’/\-]+")
_LONG_NUMBER = lazy_pattern(r"\d{3}")
#: What follows the name of a thing in a bracket and tells a colleague what to do about it.
_ASKED = lazy_pattern(
    r"(?<=\w)(?:[,:;/]| [(–—-]) ?"
    r"(?:(?i:please |pls |need to )?(?i:check|confirm|verify|find out|look up)\b"
    # What customers and agents are told to do as well takes a plea, or the name of a colleague.
    r"|(?i:please|pls|need to) (?i:ask|fill|add|insert|get|agree)\b"
    r"|(?i:ask|fill|add|insert|get|agree) (?:[a-z]+ ){0,3}?(?:(?:with|from|by) |w/ ?)[A-Z]"
    r"|(?i:ask) [A-Z])"
)
#: The end of a bracket in which a colleague still owes something.
_OWED = lazy_pattern(
    r"\b(?:to|TO) (?:check|confirm|verify|advise|supply|follow|come"
    r"|be (?:added|checked|confirmed|decided))$"
)


class Place(NamedTuple):
    """What stands before and after a bracket on its line."""

    before: str
    after: str

    @property
    def begins(self) -> bool:
        """Whether no word stands before it."""
        return not any(each.isalnum() for each in self.before)

    @property
    def alone(self) -> bool:
        """Whether the bracket is all there is."""
        return self.begins and not any(each.isalnum() for each in self.after)

    @property
    def within(self) -> bool:
        """Whether a sentence that began before it runs through it."""
        before = self.before.rstrip("*_ \"'“‘(")
        return not self.begins and before[-1:] not in {".", "!", "?", ":", "…"}


def sort_of(
    bracket: str, inner: str, place: Place, fields: frozenset[str] = words.FIELDS
) -> Sort | None:
    """Return what a bracket, of which `bracket` is the opening, is; None where it is text."""
    noun = _HUMP.sub(" ", _APPOSITION.split(inner, maxsplit=1)[0].replace("_", " "))
    said = [each.lower() for each in _WORD.findall(noun)]
    if MARK.search(inner) or (said and _is_marker(inner, said, place)):
        return "marker"
    if not said or inner[0] in "'\"" or _LONG_NUMBER.search(inner):
        return None
    if bracket == "{":
        named = _IN_BRACES.fullmatch(inner) or (_is_field(said) and not _is_verb(said))
        return "blank" if named else None
    if _is_text(inner, said, place):
        return None
    if bracket == "<":
        plain = _IN_CHEVRONS.fullmatch(inner) and not _is_verb(said)
        return "blank" if plain and _field(_head(said), fields) else None
    return "blank" if _names_something(inner, said, place) else None


def _is_marker(inner: str, said: list[str], place: Place) -> bool:
    """Say whether a bracket tells the writer to fill something in."""
    if said[0] in words.FILL or said[-1] in {"tbc", "tbd"}:
        return True
    if _is_owed(inner, place) or _is_asked(inner, said, place):
        return True
    if said[0] not in words.FILL_BEFORE_FIELD:
        return False
    button = inner[0].isupper() and not inner[len(said[0]) :].islower()
    needed = inner.isupper() or (place.within and not button)
    return said[-1] == "here" or (needed and _is_field(said[1:]))


def _is_owed(inner: str, place: Place) -> bool:
    """Say whether a bracket in a text waits for a colleague, not for who speaks in the script."""
    spoken = {each.lower() for each in _WORD.findall(inner)}
    return bool(_OWED.search(inner)) and not place.alone and not spoken & words.SPEAKERS


def _is_asked(inner: str, said: list[str], place: Place) -> bool:
    """Say whether a bracket asks a colleague for what it names; a button or direction does not."""
    if place.alone or not _ASKED.search(inner):
        return False
    spoken = {each.lower() for each in _WORD.findall(inner)}
    pressed = said[0] in words.ANSWERS or _is_button(inner, place) or _is_verb(said)
    return not pressed and not spoken & words.SPEAKERS


def _is_text(inner: str, said: list[str], place: Place) -> bool:
    """Say whether a bracket is part of a word, a condition, a label, a sentence or a remark."""
    joined = place.before[-1:].isalnum() or (place.after[:1].isalnum() and place.after[:1] != "s")
    label = place.begins and place.after.lstrip("* ")[:1] in {*":–—→-=>"}
    path = place.before.rstrip()[-1:] in {*">→»"} or place.after.lstrip()[:1] in {*">→»"}
    sentence = inner[-1] in ":!?…" or (inner[-1] == "." and len(inner.split()) > 3)
    about_agent = said[0] in words.SPEAKERS and len(said) > 2 and _is_action(said[1])
    remark = words.EDITORIAL.intersection((said[0], said[-1]))
    return (
        any((joined, label, path, sentence, about_agent, remark))
        or place.after[:1] in {"(", "["}
        or said[0] in words.CONDITIONS
    )


def _is_action(word: str) -> bool:
    """Say whether a word after its subject is a verb: gives, wants, will."""
    if word in {"will", "can", "is", "has", "may", "must", "to"}:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")) and not _field(word)


def _names_something(inner: str, said: list[str], place: Place) -> bool:
    """Say whether square brackets hold the name of something that the text lacks."""
    if _VARIABLE.fullmatch(inner):
        return True
    if _is_button(inner, place) or _is_verb(said):
        return False
    if not _is_field(said):
        return place.within and _describes(inner, said)
    if place.alone:
        phrase = _head(said) != said[-1]
        return _field(_head(said), words.ALONE) or inner[0].islower() or inner.isupper() or phrase
    follows = place.after.lstrip("*_ (")[:1]
    return not (place.begins and follows.isupper()) or _field(_head(said), words.ALONE)


def _is_button(inner: str, place: Place) -> bool:
    before, after = _WORD.findall(place.before.lower()), _WORD.findall(place.after.lower())
    if after and after[0] in words.PRESSED:
        return True
    if before[-1:] in (["on"], ["the"]):
        before.pop()
    return inner[0].isupper() and not inner.isupper() and bool(words.PRESS & {*before[-1:]})


def _is_verb(said: list[str]) -> bool:
    if said[0] in words.NOUNS_TOO and len(said) > 1 and _field(said[1]):
        return False
    return said[0] in words.VERBS


def _describes(inner: str, said: list[str]) -> bool:
    """Say whether words that name no known field still describe what to fill in, or a choice."""
    if _UNKNOWN.fullmatch(inner) or ("/" in inner and len(inner) > 3):
        return True
    if said[0] in words.LINKING or _breaks_off(said) or inner[-1].isdigit():
        return False
    return inner.islower() and 2 <= len(inner.split()) <= 8


def _head(said: list[str]) -> str:
    """Return the noun that a phrase is about: “link” of “link to the form”."""
    at = next((at for at, word in enumerate(said) if at and word in words.LINKING), len(said))
    return said[at - 1]


def _is_field(said: list[str]) -> bool:
    return bool(said) and not _breaks_off(said) and _field(_head(said))


def _breaks_off(said: list[str]) -> bool:
    """Say whether a phrase ends in a preposition that leaves it open: “an amount equal to”."""
    return said[-1] in words.LINKING and not words.PRONOUNS.intersection(said)


def _field(word: str, fields: frozenset[str] = words.FIELDS) -> bool:
    plain = word.replace("’", "'").removesuffix("'s")
    return plain in fields or plain.removesuffix("s") in fields
