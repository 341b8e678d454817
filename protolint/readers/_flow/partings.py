"""Words by which scripts end a contact: a closing, a goodbye, a hand-over."""

from __future__ import annotations

import re

from protolint.text.lazy import lazy_pattern

#: What an agent does to end the contact.
CLOSES = lazy_pattern(
    r"\b(?:end(?:s|ing)? (?:of )?(?:the |this |your )?(?:call|chat|conversation|script|flow"
    r"|session|contact|interaction|process|menu)"
    r"|(?:call|chat|conversation|script|flow|session) (?:ends|is over|ended|complete)"
    r"|hang(?:s)? up|disconnect(?:s)?|terminate(?:s)? (?:the )?(?:call|chat)"
    r"|finish (?:the )?(?:call|chat|script)"
    r"|close(?:s)? (?:out )?(?:the |this )?(?:call|chat|ticket|case|conversation|script"
    r"|contact)|wrap up(?: the (?:call|chat))?"
    r"|conclude(?: the (?:call|chat))?|say goodbye|stop here|end here|(?:that['’]s"
    r"|you are) (?:it|done)"
    r"|auflegen|(?:das )?gespräch (?:beenden|schließen)|anruf beenden|gespräch endet|verabschieden"
    r"|beenden sie das gespräch|beende das gespräch|ticket schließen)\b"
    r"|^\W*(?:end|ende|exit|stop|finish|done|goodbye|close|fin)\W*$",
    re.IGNORECASE,
)
#: What an agent does to hand the contact over.
HANDS_OVER = lazy_pattern(
    r"\b(?:(?:warm|cold|blind)?[- ]?transfer(?:s|red|ring)?(?! (?:of|fees?|request|was|has"
    r"|amount|date))"
    r"|escalat(?:e|es|ed|ing|ion)\b|hand(?:s|ed|ing)?[- ]?(?:over|off)|hand (?:it|them"
    r"|the (?:call|chat|caller|customer)) (?:over|off|to)"
    r"|connect(?:s)? (?:the )?(?:caller|customer|client|user|call|them|him|her|to|with)"
    r"|put(?:s)? (?:them|the caller|the customer|him|her|the call) through|route(?:s"
    r"|d)? (?:the call |them |it )?to"
    r"|refer(?:s)? (?:the (?:caller|customer) |them |him |her |it )?to|pass (?:the (?:call"
    r"|chat|caller|customer) |them |it )?(?:on )?to"
    r"|(?:live |human )?agent (?:queue|handoff)|(?:goes|sent|send (?:the call"
    r"|them)) to (?:the )?\w+ ?\w* (?:queue|team|desk)"
    r"|dial(?:s)? (?:999|911|112|the duty)|conference in"
    r"|weiterleit\w+|leite(?:n)? (?:\w+ )?weiter|verbinde(?:n)?|durchstell\w+"
    r"|stelle(?:n)? (?:\w+ )?durch|übergeben|übergabe|eskalier\w+|eskalation"
    r"|weiterverbind\w+)\b",
    re.IGNORECASE,
)
#: Where people sit who take over, as an arrow names it: “→ Billing queue”.
DESK = lazy_pattern(
    r"\b(?:queue|team|desk|department|dept|extension|ext|reception|operators?|(?:live )?agents?"
    r"|voicemail|mailbox|hotline|supervisor|manager|advis[eo]rs?|representative|call ?-?back"
    r"|zentrale|abteilung|mitarbeiter\w*|warteschlange|anrufbeantworter)\b",
    re.IGNORECASE,
)
#: Words that close a contact; and those that do so only as its last words.
SAYS_BYE = lazy_pattern(
    r"\b(?:good ?bye|bye(?: now| for now)?|have (?:yourself )?(?:a|an) (?:\w+ ){0,2}?(?:day"
    r"|evening|afternoon|weekend|night|morning|week|one|trip|journey|stay|time|flight"
    r"|holiday)"
    r"|take care|speak (?:to you )?soon|talk (?:to you )?soon|enjoy (?:the rest of )?your"
    r"|auf wieder(?:hören|sehen|schauen)"
    r"|tschüss|(?:einen )?schönen (?:\w+ )?(?:tag|abend|nachmittag|feierabend)|alles gute|bis bald"
    r"|(?:please )?(?:give us a call|call us|call|ring us) back (?:once|when|after|if"
    r"|as soon)|call us again"
    r"|au revoir|bonne journée)\b",
    re.IGNORECASE,
)
SAYS_THANKS = lazy_pattern(
    r"\b(?:thank(?:s| you)(?: (?:so"
    r"|very) much)?(?: again)?(?:,? [\w\ue000-\uf8ff\[\]{}]+,?)? for (?:calling|your call"
    r"|contacting|choosing|chatting|your time"
    r"|reaching out|ringing|getting in touch|being (?:a|our)|your (?:patience|feedback"
    r"|business|order|custom))"
    r"|(?:vielen )?dank für (?:ihren anruf|ihre zeit)|danke für (?:ihren anruf|ihre zeit))\b",
    re.IGNORECASE,
)
SAYS_TRANSFER = lazy_pattern(
    r"\b(?:(?:I['’]ll|I will|I['’]m (?:now )?going to|I am (?:now )?going to|let me"
    r"|we['’]ll|we will|I['’]m|I am|while I|as I) (?:just |now |quickly |then )*"
    r"(?:transfer(?:ring)?|connect(?:ing)?|put(?:ting)?|pass(?:ing)?|hand(?:ing)?"
    r"|forward(?:ing)?|bring(?:ing)?|escalat(?:e|ing)|get(?:ting)?) "
    r"(?:you|this|your|it|the|over|them|a (?:colleague|manager|supervisor|specialist|person))\b"
    r"|(?:connecting|transferring) you|you(?:['’]ll| will) be (?:transferred|connected)"
    r"|(?:please )?(?:hold|stay on the line) (?:while|for|and)"
    r"|(?:ich|wir) (?:verbinde|verbinden|leite|leiten|stelle|stellen|gebe|übergebe) (?:sie"
    r"|ihr|das|dich|den)"
    r"|a (?:colleague|specialist|manager|supervisor|person|member of (?:the|our) team"
    r"|human) will (?:call|contact|take|join|be)"
    r"|(?:ein(?:e)?|der|die) (?:kolleg\w+|mitarbeiter\w*|techniker\w*) (?:ruft|meldet|übernimmt))",
    re.IGNORECASE,
)
#: Titles under which a conversation ends.
CLOSING_TITLE = lazy_pattern(
    r"\b(?:clos(?:e|ing|ure)|end(?:ing)?|good ?bye|farewell|wrap(?:ping)?[- ]?up"
    r"|sign[- ]?off|thanks?|thank you|conclusion|finish|exit|verabschiedung|abschluss"
    r"|gesprächsende|ende)\b",
    re.IGNORECASE,
)
HAND_OVER_TITLE = lazy_pattern(
    r"\b(?:escalat\w+|hand[- ]?(?:over|off)|transfer\w*|(?:live|human) agent|speak to (?:a"
    r"|an|someone)|eskalation|übergabe|weiterleitung)\b",
    re.IGNORECASE,
)
