"""Passive voice of English: a form of “be” or “get” and a past participle, close together."""

from __future__ import annotations

import re
from functools import cache


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AUXILIARY = (
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got|gotten|getting)(?:n['’]t)?|ain['’]t"
    r"|\b[a-z]+['’](?:re|m)"
)
#: What may stand between the two.
_BETWEEN = (
    r"not|never|ever|also|always|already|often|still|just|now|then|soon|once|first|being|been|both"
    r"|all|only|even|so|too|much|well|better|best|far|otherwise|[a-z]{3,}ly"
)
_IRREGULAR = _set(
    """beaten begun bent bitten blown born bought bound broken brought built burnt caught chosen cut
    dealt done drawn driven dug eaten fed felt flown forbidden foreseen forgiven forgotten fought
    found frozen given ground grown heard held hidden hit hung kept known laid led left lent let
    lit lost made meant met misled mistaken misunderstood outdone overdone overheard overseen
    overtaken paid proven put quit rebuilt redone repaid resent reset rewritten ridden rung said
    seen sent sewn shaken shed shot shown shut sold sought spent spoken spread stolen struck stuck
    sung sunk swept sworn taken taught thought thrown told torn undone understood undertaken
    upheld withdrawn withheld woken won worn woven wound written"""
)
#: Words in -ed that are no participle, or after “be” say how somebody or something is.
_STATES = _set(
    """accustomed advanced aged alarmed amazed amused animated annoyed ashamed astonished bearded
    beloved blessed bored bred committed complicated concerned confused convinced crooked crowded
    curved dated dedicated delighted depressed detailed determined devoted disabled disappointed
    disgusted disinterested educated embarrassed engaged excited exhausted experienced
    fascinated frightened frustrated gifted hundred inclined indebted indeed
    interested intoxicated limited mixed naked need obsessed opposed
    outdated overjoyed overwhelmed pleased prepared privileged proceed
    puzzled qualified red relaxed relieved reserved retired rugged sacred
    satisfied scared scattered shocked skilled sophisticated speed spoiled stressed stunned
    succeed supposed surprised talented terrified thrilled tired touched troubled twisted
    unexpected uninterested unlimited unprecedented unrelated unused upset varied weed wicked
    worried wretched"""
)
#: Participles that “get” takes with no passive meaning: get started.
_AFTER_GET = _set("started married dressed lost stuck done used finished")


def passives(text: str) -> list[tuple[int, int]]:
    """Return the places of passive voice, in order: auxiliary to participle (“was not sent”).

    A guess from words alone that would rather miss one than be wrong: words that are mostly
    adjectives (“is limited”, “are pleased”) do not count.
    """
    return [
        (found.start(), found.end(2))
        for found in _pattern().finditer(text)
        if _is_passive(*found.groups())
    ]


@cache
def _pattern() -> re.Pattern[str]:
    participle = rf"(?:[a-z]{{2,}}ed|{'|'.join(sorted(_IRREGULAR))})"
    return re.compile(
        rf"({_AUXILIARY})\s+(?:(?:{_BETWEEN})\s+){{0,3}}({participle})\b(?!-)(\s+to\b)?",
        re.IGNORECASE,
    )


def _is_passive(auxiliary: str, participle: str, to: str | None) -> bool:
    lower = participle.lower()
    if lower in _STATES or (lower == "used" and to):
        return False
    return not (auxiliary[0] in "gG" and lower in _AFTER_GET)
