"""Abbreviations of English by what may follow them, and the words that sentences begin with."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Stand before a name, an example or a postscript: no sentence ends here.
LEADING = _set(
    """mr mrs ms mx messrs mme mlle dr drs prof profs rev hon fr pres gov sen sens rep reps gen col
    maj capt cpt cmdr lt sgt cpl adm supt insp det atty asst mt viz cf eg ie e.g i.e vs esp approx
    ca resp incl attn p.s ps"""
)

#: Stand before a number or a letter: a sentence ends here unless one follows.
NUMBERED = _set(
    """no nos nr nrs n° fig figs p pp pg vol vols ch chap art arts eq eqs ex par para pt ext tel
    ref op ver v"""
)

#: Are abbreviations only with a capital letter; before a number no sentence ends.
CALENDAR = _set(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri
    sat sun"""
)

#: Stand after a name or within a phrase: a sentence ends only where a new one plainly begins.
TRAILING = _set(
    """inc ltd co cos corp llc plc bros jr sr esq dept univ assn est intl natl govt mfg st ave blvd
    rd ln hwy pkwy rte apt ste bldg ft al ala ariz ark calif colo conn del fla ill ind kan ky mass
    mich minn miss mont neb nev okla ore penn tenn tex wash wis wyo ont que"""
)

#: Are words of their own when they begin with a small letter.
CAPITALIZED_ONLY = _set("ark colo del est ill ind ky mass minn miss mont ont ore penn wash que")

#: Measures and the like: a sentence goes on if a small letter follows.
UNITS = _set(
    """min mins hr hrs sec secs wk wks mo mos yr yrs lb lbs oz pt qt gal yd mi mph kg mg km cm mm
    ml max avg temp qty acct pkg sq etc a.m p.m"""
)

#: What may follow a time of day within a sentence: weekdays, months, time zones.
AFTER_TIME = _set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december eastern central mountain pacific est edt cst
    cdt mst mdt pst pdt et ct pt gmt utc bst cet cest ist jst aest"""
) | (CALENDAR - {"sun", "sat", "mar"})

ALL = LEADING | NUMBERED | CALENDAR | TRAILING | UNITS

#: Pronouns, determiners, question words, conjunctions, auxiliaries and adverbs: words that open a
#: sentence and seldom a name.
STARTERS = _set(
    """i we you he she it they this that these those there here my our your his her its their a an
    the some any all each every both no none another such most many several few what who whom whose
    which when where why how if because although though while since until unless after before once
    as but and so or yet nor then now also however therefore thus hence moreover meanwhile instead
    otherwise perhaps maybe please thanks thank let lets in on at by for from with to of about
    during under over is are was were do does did can could will would should may might have has
    had yes ok okay hello hi sorry unfortunately finally first next again not just only even
    still"""
)

#: Words that carry a sentence on after a name with an exclamation mark of its own (Yahoo! in …).
JOINERS = _set(
    "and or of in at on to for from by with as than is are was were has had have which who whose"
)

#: Verbs that follow a quotation and its speaker: “Ready?” Sam asked.
SPEECH = _set(
    """said says say asked asks ask cried cries called calls replied replies answered answers
    shouted shouts yelled whispered added adds exclaimed wrote writes told explained continued
    thought muttered murmured laughed agreed repeated screamed sighed"""
)
