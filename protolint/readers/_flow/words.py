"""Words by which scripts tell conditions, answers, jumps and endings, in English and German."""

from __future__ import annotations

import re

from protolint.text.lazy import lazy_pattern

#: What begins a condition.
IF = r"(?:if|wenn|falls|sofern|in case|sobald)"
#: What holds where nothing else did.
ELSE = (
    r"(?:otherwise|else|all others?|all other (?:cases|calls|answers|replies)|anything else"
    r"|any other (?:answer|reply|response|input|key|reason|topic)|anything other than (?:that|this)"
    r"|other(?: (?:answers?|questions?|reasons?|topics?|issues?|requests?))?"
    r"|none of (?:these|the above)|default|if not|if none"
    r"|if anything else|in (?:all|any) other cases?|in other cases|no match|sonst(?:iges)?"
    r"|andernfalls|ansonsten"
    r"|wenn nicht|falls nicht"
    r"|alles andere|in allen anderen fällen)"
)
#: Answers to a question, alone on a line or before a mark.
ANSWER = (
    r"(?:yes|yep|yeah|no|nope|y|n|ja|nein|oui|non|sí|not sure|unsure|maybe|don['’]t know|true|false"
    r"|correct|incorrect|agrees?|agreed|accepts?|accepted|declines?|declined|refuses?|refused"
    r"|approved|rejected|verified|not verified|pass(?:es|ed)?|fail(?:s|ed)?|found|not found"
    r"|success|failure|match(?:es)?|timeout|silence|unklar|unsicher"
    r"|(?:no|invalid|wrong|unknown|unrecogni[sz]ed|missing|bad|keine|falsche|ungültige) (?:key"
    r"|input|choice|option|entry|selection|digits?|number|response|answer|match|reply|eingabe|taste|wahl"
    r"|antwort)(?: (?:pressed|given|entered|made))?)"
)
#: Who a condition is about, where it does not begin with “if”.
WHO = (
    r"(?:the )?(?:customer|caller|client|user|guest|patient|member|shopper|buyer|visitor|tenant"
    r"|they|he|she|kundin|kunde|anrufer(?:in)?|der kunde|die kundin|der anrufer)"
)
#: What that person does.
DOES = (
    r"(?:says?|answers?|replies|agrees?|accepts?|declines?|refuses?|wants?|asks?|confirms?"
    r"|is|isn['’]t"
    r"|has|hasn['’]t|can|cannot|can['’]t|could|does|doesn['’]t|do|don['’]t|did|didn['’]t"
    r"|are|aren['’]t"
    r"|have|haven['’]t|will|won['’]t|needs?|prefers?|chooses?|picks?|selects?|reports?"
    r"|mentions?|passes"
    r"|fails|knows?|gives?|provides?|objects?|hesitates?|complains?|becomes?|gets?|remains?"
    r"|sagt|möchte"
    r"|will|hat|ist|kann|stimmt|lehnt|bestätigt|fragt|braucht|nennt|kennt)"
)
NO = lazy_pattern(
    r"\b(?:no|nope|n|nein|nicht|kein\w*|non|not|declin\w+|refus\w+|reject\w*|disagree\w*"
    r"|den(?:y|ies|ied)"
    r"|incorrect|false|unable|cannot|fail(?:s|ed|ure)?|without|never|un(?:verified"
    r"|successful|happy|willing)"
    r"|lehnt ab|wrong|mismatch|too (?:late|old))\b|n['’]t\b",
    re.IGNORECASE,
)
#: A condition that is nothing but an answer.
BARE_ANSWER = lazy_pattern(
    rf"(?:{WHO} (?:says? |answers? |replies )?)?[\"“'‘„]?{ANSWER}[\"”'’“]?", re.IGNORECASE
)
#: An answer by a verb alone: “they do”, “it doesn’t”, “so”.
SHORT_ANSWER = lazy_pattern(
    rf"so|(?:{WHO}|it|this|that|both|all|es|sie|er) (?:do|does|is|are|can|will|did|has|have|was"
    r"|were|would|could)(?:n['’]t| not|not)?(?: so)?",
    re.IGNORECASE,
)
UNSURE = lazy_pattern(
    rf"(?:{WHO} (?:is |are |says? )?)?(?:not sure|unsure|maybe|don['’]t know|doesn['’]t know"
    r"|unclear|uncertain|unklar|unsicher)",
    re.IGNORECASE,
)
#: What comes out of a check or an offer, so that the opposite may come out as well.
OUTCOME = lazy_pattern(
    r"\b(?:match(?:es|ed)?|found|verified|confirm(?:s|ed)?|correct|accept(?:s|ed)?|agree[sd]?"
    r"|pass(?:es|ed)?|approved|declin\w+|refus\w+|reject\w+|fail(?:s|ed)?|stimm(?:t|en)|gefunden"
    r"|bestätigt|einverstanden)\b",
    re.IGNORECASE,
)

STEP_WORD = (
    r"(?:steps?|sections?|stage|part|node|line|question|q|block|phase|state|screen|box|branch"
    r"|path|module|card"
    r"|schritt|abschnitt|punkt|frage|phase|block|étape|paso)"
)
NUMBER = r"(?:#?\d{1,3}(?:\.\d{1,2})*[a-zA-Z]?\b|[A-Z]\d{0,2}\b(?!['’]))"
ARROW = r"(?:→|⇒|➔|➜|⟶|➡️?|▶️?|►|↪️?|↳|--?>|==?>|[–—]>|»)"
#: What sends the agent on to another place in the script.
GO = (
    r"(?:(?:please |then |now |and |also )*(?:(?:go|jump|skip|move|return|proceed|continue"
    r"|advance|loop|switch"
    r"|head|come|turn|resume|forward|drop|circle)(?: back| on| ahead| straight| directly"
    r"| forward| again"
    r"| over| down| up)*(?: to| with| at| from)|back to|goto"
    r"|weiter (?:mit|zu[mr]?|bei|in)|(?:geh(?:e|en sie)?|spring(?:e|en sie)?"
    r"|wechsel[nt]? (?:sie )?)"
    r"(?: weiter| zurück)? (?:zu[mr]?|nach|in)|zurück (?:zu[mr]?|nach)))"
)
#: What sends on in a softer way, so that its target has to be known.
SEE = (
    r"(?:follow|use|see|read|start(?: again)?(?: with| at| from)?|begin|do|repeat"
    r"|same as|siehe|wiederhole)"
)
ONWARD = lazy_pattern(
    r"(?:continue|proceed|go on|carry on|move on|keep going|weiter|fortfahren)"
    r"(?: (?:below|on|as (?:normal|usual|below)|with the (?:call|script|conversation)))?"
    r"|(?:(?:go|move|continue|proceed|skip)(?: on| ahead)? (?:to"
    r"|with) )?(?:the )?next (?:step|section|stage|question)"
    r"|(?:weiter (?:mit|zum) )?(?:dem )?nächsten? (?:schritt|frage|abschnitt)",
    re.IGNORECASE,
)
AGAIN = lazy_pattern(
    r"(?:ask|try) (?:them |him |her |the question )?(?:once )?(?:again|more)|repeat (?:this"
    r"|the|from this) (?:step|question|menu|section|stage|prompt|options|check|part)"
    r"|(?:re-?play|play|read|hear|offer|give) (?:the |this |these )?(?:menu|options?|prompt"
    r"|message)(?: once)?(?: more| again)?"
    r"|repeat|re-?prompt|ask again|(?:stay|remain) (?:here|in this step)|same (?:step|menu)"
    r"|diesen schritt wiederholen|noch einmal fragen",
    re.IGNORECASE,
)
RESTART = lazy_pattern(
    r"(?:start (?:over|again)|restart|begin again|(?:go |return )?back to (?:the )?(?:start"
    r"|beginning|top|main menu)"
    r"|(?:go|return) to (?:the )?(?:start|beginning|top|main menu)|(?:the )?(?:start"
    r"|beginning|top|main menu)"
    r"|(?:von vorne? (?:beginnen|anfangen)|zurück zum anfang))"
    r"(?: of (?:the )?(?:call|script|flow|menu|chat))?",
    re.IGNORECASE,
)
#: Titles of sections that are no part of the conversation.
ASIDE = lazy_pattern(
    r"(?:purpose|overview|about|introduction to|notes?|tips?|when to use|use (?:this )?when"
    r"|background|references?|glossary|change ?log|versions?"
    r"|prerequisites?|preparation|before (?:you|the call|calling|dialling)|after the call"
    r"|tools?|materials?|legend|key|metadata|do(?:['’]?s)? and don['’]?ts"
    r"|reminders?|internal|owner|goals?|objectives?|scope|audience|context|checklist|faqs?"
    r"|remember|how to (?:use|read)|variables|placeholders|wrap-up codes?"
    r"|hinweise?|zweck|ziel|vorbereitung|intern|anmerkung(?:en)?|review|history|policy"
    r"|policies|for agents?|agent notes?|compliance notes?|guidelines?)\b",
    re.IGNORECASE,
)
#: Sections that may be reached from anywhere.
ANYTIME = lazy_pattern(
    r"\b(?:any ?time|at any (?:time|point)|objections?|rebuttals?|interruptions?"
    r"|einw[aä]nde?|jederzeit|global|fallback|universal)\b",
    re.IGNORECASE,
)
#: Headings within a step that only say what stands under them.
PART_TITLE = lazy_pattern(
    r"(?:transitions?|branch(?:es|ing)?|answers?|(?:\w+ )?responses?|next(?: steps?| nodes?)?"
    r"|outcomes?|options?|buttons?|choices|routing|variables|content|script|wording|prompt"
    r"|dialogue|(?:what to )?(?:say|do)|(?:agent|bot|you) says?|actions?|notes?|text"
    r"|übergänge|antworten)\W*",
    re.IGNORECASE,
)
#: Labels of what is said, of what is done, of what was asked, and of where to go.
SAY_LABEL = lazy_pattern(
    r"(?:agent|say|you|you say|csr|rep|representative|advis[eo]r|bot|assistant|script"
    r"|example|ask|read|read aloud|tell (?:them|the customer)|response|prompt|ivr|system"
    r"|voice|operator|host|sagen|sie sagen|agentin?|frage|beispiel|verbatim|wording"
    r"|say this|greet|message)",
    re.IGNORECASE,
)
DO_LABEL = lazy_pattern(
    r"(?:action|actions|do|note|notes|internal|intern|remember|tip|reminder|important|log"
    r"|agent note|warning|caution|tone|why|goal|purpose|check|aktion|hinweis|notiz"
    r"|intern \(nicht laut\)|pause|wait|step|system action|instructions?|record|listen for"
    r"|collect|trigger|who|owner|channel|system|voice|speaker notes?|time|duration"
    r"|(?:\w+ )?(?:type|mode|id))",
    re.IGNORECASE,
)
WHEN_LABEL = lazy_pattern(
    r"(?:when|if|condition|situation|trigger|case|wenn|wann|fall)", re.IGNORECASE
)
NEXT_LABEL = lazy_pattern(
    r"(?:next|next step|then|go to|goto|goes to|leads to|jump|outcome|weiter|danach"
    r"|nächster schritt|dann)",
    re.IGNORECASE,
)
HEARD_LABEL = lazy_pattern(
    r"(?:customer|caller|client|user|guest|patient|member|kunde|kundin|anrufer(?:in)?)",
    re.IGNORECASE,
)
