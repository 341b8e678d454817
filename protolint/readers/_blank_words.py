"""Words that tell what a bracket in a script is for: a blank, a marker, a direction, a tag."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What a blank is named after: the things that differ from one customer or case to the next.
FIELDS = _words(
    """
    name surname forename firstname lastname nickname username initials signature title role
    position department team agent advisor adviser representative rep manager sender recipient
    customer client patient member guest caller user person contact colleague employee doctor
    company organisation organization business brand store shop branch office clinic school
    hospital hotel restaurant property bank vendor supplier merchant carrier courier
    number id code pin password reference ref order ticket case invoice receipt account card
    date day weekday time month year deadline timeframe timeline timescale period duration hour
    minute week eta slot appointment event
    amount price cost fee total balance currency sum percentage percent rate discount refund
    quantity qty value size colour color model version
    address street city town state county country zip postcode location venue region area domain
    place destination direction
    email mail phone telephone mobile fax extension link url website site webpage page
    product item service plan package subscription feature tool app file document attachment
    screenshot image photo
    reason cause issue priority problem topic subject question error symptom situation concern
    summary description explanation detail information info instruction step message note quote
    status method action solution resolution response answer workaround alternative
    greeting salutation pronoun language flight placeholder variable
    """
)
#: Fields that stand alone on a line, as in a signature or the head of a letter.
ALONE = _words(
    """
    name surname initials signature title role position department team company organisation
    organization address city postcode email phone telephone mobile link url website date number
    amount time
    """
)
#: Function words that end the noun a blank begins with: “name of the product”, “link to form”.
LINKING = _words(
    """
    of for to about from in on at by with without that which who whom whose where when why how
    if or and as they you we he she it i your is are was were has have here below above
    than a an the my his her our their
    """
)
#: Who a clause within a blank is about: “the feature they asked for”.
PRONOUNS = _words("i you he she it we they")
#: Fields that also count as the name of a tag in one capitalized word, as components have.
TAGS = _words("name number date company email phone amount id")
#: What tells the writer to fill something in, wherever it stands.
FILL = _words("insert paste todo fixme tbc tbd placeholder einfügen insérer insertar")
#: What tells the writer to fill something in where a field follows.
FILL_BEFORE_FIELD = _words(
    "add enter put type include attach replace specify edit fill provide your"
)
#: What buttons begin with that answer a question: “Yes, add it”.
ANSWERS = _words("yes no cancel ok okay back")
#: What begins the condition of a branch.
CONDITIONS = _words(
    """
    if else elseif otherwise unless when or then after before once while wenn falls sonst si sinon
    cuando
    """
)
#: Verbs that begin a direction to the agent or the name of a button.
VERBS = _words(
    """
    acknowledge add agree allow answer apologise apologize apply approve ask assign attach book
    call cancel change check choose clarify click close complete confirm continue copy create
    decline delete describe discuss dismiss download edit end ensure enter escalate explain fill
    find finish follow forward get give go greet hang help hide hit hold identify ignore include
    inform install introduce join keep leave let list listen log look make mention mute move
    notify obtain offer open pause place play press proceed provide pull put read record refer
    reject remind remove repeat reply report request reset resolve restart return review save
    say schedule scroll search see select send set share show sign skip speak start state stop
    submit summarise summarize switch tap tell thank transfer try turn type unmute update
    upload use validate verify view visit wait warn write
    """
)
#: Verbs that are also the first part of a field's name: “order number”, “return date”.
NOUNS_TOO = _words(
    "book call contact end order place report request return start state support transfer"
)
#: Who a direction is about: “[Client gives name]”.
SPEAKERS = _words("agent caller client customer guest he member patient she they user you")
#: What editors put in brackets in any text.
EDITORIAL = _words(
    """
    sic emphasis edit edited editor ed pdf video audio laughs laughter applause pause music
    inaudible unclear protected redacted citation translated original ellipsis na added needed
    omitted removed mine
    """
)
#: What precedes the name of a button or a field of a form.
PRESS = _words("click press tap select choose hit use using into open")
#: What follows the name of a button or a field of a form.
PRESSED = _words(
    "button buttons option options field fields tab menu form screen checkbox box icon key"
)
#: The elements of HTML, as tags name them.
HTML = _words(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big
    blink blockquote body br button canvas caption center cite code col colgroup command content
    data datalist dd del details dfn dialog dir div dl dt element em embed fieldset figcaption
    figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
    image img input ins isindex kbd keygen label legend li link listing main map mark marquee
    math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol
    optgroup option output p param picture plaintext pre progress q rb rbc rp rt rtc ruby s samp
    script search section select shadow slot small source spacer span strike strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul
    var video wbr xmp
    """
)
#: Attributes of HTML that stand without a value.
BARE_ATTRIBUTES = _words(
    """
    allowfullscreen async autofocus autoplay checked controls default defer disabled download
    formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate nowrap
    open playsinline readonly required reversed scoped seamless selected
    """
)
