"""Labels in a library of scripts, such as `Use when:` or `Template:`, and what each says of a text.

A label is told by its words: by the whole of it, else by the noun it ends in, as in “Suggested
email reply:”. Whose eyes a text is for weighs more: an “internal reply” is no reply.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from protolint.readers.markdown import titles
from protolint.text.lazy import lazy_pattern

#: What follows a label: the customer's words, their subject line, what an agent is told, the
#: condition of a branch, what an agent does or fills in, or a fact about the script.
Role = Literal["message", "subject", "note", "condition", "direction", "field", "fact", "button"]


def _words(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.replace("\n", " ").split(",") if each.strip())


_INTERNAL = _words(
    "internal, internally, intern, interne, interna, interno, intranet, staff, private,"
    " confidential, backstage, nicht laut, do not send, do not say, not for customers"
)
_OTHERS = _words(
    "customer, caller, client, user, guest, patient, member, visitor, kunde, anrufer, cliente"
)
#: What tells a message that the customer sent from one to them.
_INCOMING = _words("incoming, inbound, received, eingehend, entrant, entrante")
_MESSAGES = _words(
    """
    template, reply, response, message, body, text, script, say, answer, copy, wording, macro,
    example, sample, sms, email, voicemail, prompt, agent, you say, agent says, we say, what to say,
    read, read out, read aloud, ask, tell, canned response, saved reply, snippet, content, post,
    comment, send, reply with, say this, write, opening line, closing line, opening, greeting,
    closing, sign-off, email body, message body, verbatim, chat, header, footer,
    nachricht, antwort, vorlage, text an kunden, sagen, beispiel, textbaustein,
    réponse, modèle, dire, exemple, corps, texte,
    respuesta, mensaje, plantilla, decir, ejemplo, cuerpo, texto, resposta, mensagem, modelo
    """
)
_MESSAGE_NOUNS = _words(
    "template, reply, response, message, body, text, script, answer, copy, wording, example,"
    " macro, snippet, prompt, email, sms, voicemail, vorlage, antwort, nachricht, réponse, modèle,"
    " respuesta, plantilla, mensaje"
)
_SUBJECTS = _words(
    "subject, subject line, email subject, subject header, objet, betreff, asunto, oggetto,"
    " assunto, onderwerp, ämne, emne, temat"
)
_NOTES = _words(
    """
    note, notes, n.b., nb, when to use, when to use it, when to use this, use when, use if, use for,
    use this when, use this for, use this if, use case, use cases, usage, use, used when, best for,
    when not to use, do not use, do not use when, don't use, don't use when, avoid, avoid when,
    not for, purpose, context, goal, goals, objective, intention, tip, tips, pro tip, why,
    why this works, why it works, rationale, reason, reminder, remember, warning, caution, alert,
    attention, scenario, scenarios, situation, background, description, about, summary, details,
    guidance, agent guidance, agent note, agent notes, note to agent, note for agents, for agents,
    agents, heads up, comment for agents, instructions, internal note, escalation, escalate,
    escalate if, escalate to, escalate when, follow-up, follow up, prerequisites, before sending,
    before you send, after sending, after you send, checklist, placeholders, variables, parameters,
    fields to fill in, replace, personalise, personalize, customise, customize, tone note,
    don't say, do not say, never say, avoid saying, bad, bad example, wrong, instead of, not this,
    key points, talking points, policy, explanation, todo, to do,
    hinweis, hinweise, anmerkung, notiz, wann, verwenden wenn, verwenden, zweck, wichtig intern,
    remarque, note interne, quand l'utiliser, usage prévu, à utiliser, contexte,
    nota, notas, cuándo usar, usar cuando, uso, contexto, quando usar
    """
)
_CONDITIONS = _words(
    "when, if, condition, trigger, triggers, trigger phrase, wenn, falls, si, cuando, quando"
)
_DIRECTIONS = _words(
    "action, actions, do, agent action, agent actions, agent does, steps, agent steps, procedure,"
    " next steps for agent, after the call, in the system, system, log, tag as, aktion, aktionen,"
    " schritte, étapes, acción, acciones, pasos, ação"
)
_FIELDS = _words(
    "collect, fields, fields to collect, information to collect, data to collect, capture, gather,"
    " required information, required info, info needed, information needed"
)
_BUTTONS = _words(
    "button, buttons, cta, call to action, quick reply buttons, button text, button label,"
    " schaltfläche, schaltflächen, bouton, boutons, botón, botones"
)
_FACTS = _words(
    """
    channel, channels, platform, intent, moment, audience, locale, language, lang, owner, review by,
    shape, author, type, severity, fault, category, categories, tag, tags, tone, shortcut,
    shortcuts, shortcode, short code, keyword, keywords, id, name, title, status, version, updated,
    last updated, last review, last reviewed, reviewed, created, date, priority, sla, product,
    team, queue, department, folder, visibility, length, response time, template name,
    macro name, template id, variables used, availability, stage, sentiment, approved by, approved,
    source, sources, link, to, from, cc, bcc, reply-to, kategorie, kanal, sprache, ton, catégorie,
    canal, langue, categoría, idioma, tono
    """
)
_KNOWN: dict[str, Role] = {
    **dict.fromkeys(_MESSAGES, "message"),
    **dict.fromkeys(_FACTS, "fact"),
    **dict.fromkeys(_NOTES, "note"),
    **dict.fromkeys(_CONDITIONS, "condition"),
    **dict.fromkeys(_DIRECTIONS, "direction"),
    **dict.fromkeys(_FIELDS, "field"),
    **dict.fromkeys(_BUTTONS, "button"),
    **dict.fromkeys(_SUBJECTS, "subject"),
}
#: Labels that are more likely to name a script where they stand as its heading.
_TITLES = _words(
    "greeting, closing, opening, sign-off, email, sms, chat, voicemail, comment, post, agent, ask,"
    " tell, send, prompt, content, reminder, warning, alert, follow-up, follow up, escalation,"
    " escalate, about, policy, summary, scenario, situation, details, replace, remember"
)
#: What a message is called in a label, where any other word would tell what it is about.
_SORTS_OF_MESSAGES = _words(
    "suggested, sample, example, recommended, standard, draft, canned, saved, full, email, chat,"
    " sms, customer, agent, public, proposed, approved, model, short, default, our, quick, auto,"
    " automatic, automated, away"
)
_ONLY_FOR_AGENTS = _words(
    "use when, use if, when to use, when not to use, use this when, use this if, use this for,"
    " do not use when, agent guidance, note to agent, note for agents, escalate if, escalate when"
)
_FOR_AGENTS = lazy_pattern(
    r"\b(?:agents?|staff|team|colleagues?|csrs?|reps?)[’' ]*(?:only|notes?)\b"
)
#: What tells one of many apart: “Reply 2”, “Script B”.
_COUNTED = lazy_pattern(r"[ #](?:\d+|[A-Z])[\W_]*$")
_EDGE = lazy_pattern(r"^[\W\d_]+|[^\w.)]+$")
_ASIDE = lazy_pattern(r"\s*[(\[][^)\]]*[)\]]|\s+#?\d+$|\s+[a-d]$|^\d+[.)]\s*")
_LABEL = lazy_pattern(
    r"(?P<open>[^\w\n(\[{<“\"'‘]{0,12})(?P<name>[^\W\d_][^\n:*_|.!?\ue000-\uf8ff]{0,48}?)"
    r"[*_]{0,3}(?::|：|\s[–—-](?=\s))[*_]{0,3}(?=\s|$)"
)


#: What a text must hold for a label of `is_for_agents`, or one of a subject, to be in it.
_HINT = lazy_pattern(
    r"[\n\r][^\w\n\r]{0,12}(?i:intern|agent|staff|private|confidential|backstage|do not|use |note "
    r"|when |escalate|sub|obj|betr|asun|ogge|assun|onder|ämne|emne|temat)[^\n\r:]{0,40}[:：]"
)


class Label(NamedTuple):
    """A label at the start of a line: its role, its words, and where what it labels begins."""

    role: Role
    name: str
    end: int


def may_label(text: str) -> bool:
    """Return whether some label in a text may tell of words that are no part of its message."""
    return _HINT.search(f"\n{text}") is not None


def label_at(line: str) -> Label | None:
    """Return the label that a line of text or Markdown begins with, if it is one that is known."""
    found = _LABEL.match(line)
    role = role_of(found["name"]) if found else None
    if not found or not role:
        return None
    return Label(role, found["name"].strip(), found.end())


_VERSION = lazy_pattern(r"\W{0,6}?(?:\*\*|__)(?P<name>[^*_\n]{2,40}?):?(?:\*\*|__) ?:?(?=\s|$)")


def version_at(line: str) -> tuple[str, str]:
    """Return the name of a version in bold that a line begins with, and the rest of the line."""
    found = _VERSION.match(line)
    if not found or not titles.is_version(found["name"].strip(" :")):
        return "", line
    return found["name"].strip(" :"), line[found.end() :]


def labels(text: str) -> Iterator[tuple[str, Label]]:
    """Yield the lines of a text that begin with a known label, with it."""
    if ":" not in text and "：" not in text and "–" not in text and "—" not in text:
        return
    for line in text.split("\n"):
        if label := label_at(line):
            yield line, label


@lru_cache(maxsize=2000)
def role_of(name: str) -> Role | None:
    """Return what follows a label of this name; None for one that nothing is known of."""
    plain = _plain(name)
    if not plain or len(plain.split()) > 6 or ":" in name.strip(" :*_"):
        return None
    words = plain.split()
    if _INTERNAL.intersection((plain, *words)) or _FOR_AGENTS.search(plain):
        return "note"
    if _is_of_others(words):
        return "note"
    if plain in _KNOWN:
        return _KNOWN[plain]
    return "message" if words[-1] in _MESSAGE_NOUNS and len(words) < 5 else None


def _is_of_others(words: list[str]) -> bool:
    """Return whether a label says that the customer speaks; a “customer reply” is one to them."""
    if words[0] in _INCOMING:
        return words[-1] in _MESSAGE_NOUNS
    if words[0].removesuffix("'s") not in _OTHERS:
        return False
    return len(words) == 1 or words[0].endswith("'s") or words[1] not in _MESSAGE_NOUNS


@lru_cache(maxsize=2000)
def heads_label(title: str) -> bool:
    """Return whether a heading of this title is one that only labels what it stands over."""
    own = _plain(title)
    role = role_of(title)
    if role in (None, "fact") or own in _TITLES or _COUNTED.search(title):
        return False
    return role != "message" or own in _KNOWN or own.split()[0] in _SORTS_OF_MESSAGES


def heads_note(title: str) -> bool:
    """Return whether a heading says no more than that agents are told something: “When to use”."""
    own = _plain(title)
    return own in _NOTES and own not in _TITLES


@lru_cache(maxsize=2000)
def is_for_agents(name: str) -> bool:
    """Return whether a label says of itself that what follows is not for customers."""
    plain = _plain(name)
    return bool(
        _INTERNAL.intersection((plain, *plain.split()))
        or _FOR_AGENTS.search(plain)
        or plain in _ONLY_FOR_AGENTS
    )


def _plain(name: str) -> str:
    """Return a label without marks, numbers and asides: “**2. Reply (email)**” is “reply”."""
    text = name.replace("’", "'").casefold()
    text = _ASIDE.sub("", _EDGE.sub("", text))
    return " ".join(_EDGE.sub("", text).split())
