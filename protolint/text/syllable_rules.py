"""Rules for the syllables of English words: groups of vowels, less those not heard, plus splits."""

from __future__ import annotations

import re
from functools import cache

_GROUP = "[aeiouyà-öø-ÿœ]+"

#: Endings and second parts of compounds before which a silent e stays silent: careful, baseline.
_ENDINGS = (
    r"l(?:y|ier|iest|iness)|ful(?:ly|ness)?|less(?:ly|ness)?|ness(?:es)?|ment(?:s|al|ally)?|some"
    r"|t(?:y|ies)|things?|ones?|lines?|lands?|stones?|m[ae]n|times?|styles?|works?|w[oa]rds?|ware"
    r"|ways?|wide|where|bod(?:y|ies)|books?|boards?|box|backs?|days?|hold(?:ers?)?"
    r"|keep(?:ers?|ing)|mates?|marks?|pap(?:ers?)|places?|points?|rooms?|ships?|shows?|sides?"
    r"|tables?|walks?|wells?|wood|yards?|how|what|bones?|breaks?"
)
#: First parts of compounds that end in a silent e: something, homework.
_HEADS = (
    "there|where|here|some|fore|home|fire|side|time|safe|house|ware|share|smoke|white|whole|more"
    "|cheese|horse|grave|spoke|awe|state|note|wide|game|life|race"
)

#: Vowels that are not heard, or belong to the syllable of the consonant before them.
_SILENT = rf"""
      (?<=[^aeiouy]) (?<![^aeiouylrw]l) (?<![bcdgkpt]r) e$          # make; not table, acre
    | (?<=[^aeiouyszxcg]) (?<![^aeiouylrw]l) (?<![bcdgkpt]r) (?<!ch) (?<!sh) es$  # makes; not boxes
    | (?<=[^aeiouytd]) (?<![^aeiouylrw]l) (?<![dt]r) ed$            # asked; not wanted, handled
    | (?<=[aeiouy][^aeiouy]) e (?=(?:{_ENDINGS})$)                  # careful, baseline
    | (?<=[aeiouy][^aeiouy][^aeiouyl]) e (?=(?:{_ENDINGS})$)        # department
    | (?<=[aeiouynrst][gq]) ue[sd]?$                                # league, unique
    | ^(?:{_HEADS}) (?<=e)                                          # something; not somesuch
      (?= [bcfghjkpqsw][aeiouyhlrw] | [dvr][aeiou][^aeiou] | t[ho] | m[aou] | n[aoui] )
      (?! s$ | st$ | c[aei] | ment | less | ness | some | ful | ties )
    | ^every                                                        # everything
"""

#: Vowels that begin a syllable of their own after another vowel, and consonants that make one.
_SPLIT = r"""
      (?<=^[^aeiouy]) i (?=[aou]) | (?<=^[^aeiouy][^aeiouy]) i (?=[ao])        # giant, trial
    | (?<=[^aeiouy][bdfhkmprvw]) i (?= [aou] (?!ge|or) )                       # ambient
    | (?<=[aeiouy][bdfhkmpvwr]) i (?= a (?!ge|ments?$) | u | o (?!r$|rs$) )    # media, period
    | (?<=[aeiouynl]n) i (?= a (?!$) | u | o[^nr] )                            # maniac; not union
    | (?<=[aeiouyl]l) i (?= a[bctn] | u | o[^nu] )                             # reliable
    | (?<=[tc]) i (?=a[tr]|ol) | s (?=i(?:a[st]|ol)) | (?<=[cs]) i (?=um)      # initiate
    | (?<=[td]) i (?=o$|os$)                                                   # studio
    | i (?=et) | (?<=[lrdpbvu]) (?<!fr) i (?=en) | ^sci (?=e)                  # diet, client
    | i (?=ers?$) | (?<!^pr) i (?=est$) | (?<=^h) i (?=er) | i (?=ing)         # easier, skiing
    | (?<![qg]) u (?=a[lcrt]|e[ln]|et$|i[nd]) | (?<![qgs]) u (?=an)            # actual, fuel, ruin
    | u (?=itio|itou|icid|ity) | (?<![qgbe]) u (?=o)                           # tuition, duo
    | (?<!g) e (?=ou) | (?<=[^jp]) e (?= o (?![upvf]) ) (?<!ge) | ge (?=o[gmpl])   # video
    | cre (?=at(?!u)) | the (?=at)                                             # create, theatre
    | ^re (?= al|act|ass|app|aff|adj|arr|elect|enac|ent|establ|examin|inf|ins|inv|itera|imb
             |open|org|uni|us[ei] )                                            # react, reopen
    | (?<=[aeiouy][^aeiouy]) e (?=as?$) | (?<=[aeiouy][^aeiouy][^aeiouy]) e (?=as?$)   # idea
    | (?<=[rbn]) e (?=ans?$) | e (?=u[ms]$) | [eou] (?=ing)                    # museum, doing
    | e (?=ity$|is[tm]) | po (?=e[mt]) | ^coo (?=rd|p[^s]) | a (?=ic(?!a)|os)  # poem, chaos
    | (?<=[^aeiouyvh]) o (?=ic[^ek]|ics?$)                                     # stoic
    | (?<=[aeou]) y (?=[aiou]|e[renlt]) | (?<=n) y (?=one|ing)                 # player, anyone
    | (?<=[^aeioun]) y (?= [aeio] (?!s?$|d$) )                                 # trying
    | (?<=[aeiou]s) m (?=s?$) | (?<=th) m (?=s?$)                              # tourism, rhythm
    | (?<=[dst]) n't$ | (?<=[dt]) '(?:ll|d|ve)$                                # didn't, it'll
    | (?<=[aeo]) [ïëö]                                                         # naïve
"""


def by_rules(word: str) -> int:
    """Return the syllables of a word in small letters with straight apostrophes, at least 1.

    A word without a vowel is spelt out (“pdf”).
    """
    group, silent, split = _patterns()
    groups = group.findall(word)
    if not groups:
        return spelt(word)
    count = len(groups)
    if "e" in word:
        count -= len(silent.findall(word))
    if len("".join(groups)) > len(groups) or "'" in word or "m" in word[-2:]:
        count += len(split.findall(word))
    return max(count, 1)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns, compiled at the first word: most runs grade nothing."""
    return re.compile(_GROUP), re.compile(_SILENT, re.VERBOSE), re.compile(_SPLIT, re.VERBOSE)


def spelt(word: str) -> int:
    """Return the syllables of a word said letter by letter, at least 1."""
    letters = sum(map(str.isalpha, word))
    return max(letters + 2 * word.count("w"), 1)
