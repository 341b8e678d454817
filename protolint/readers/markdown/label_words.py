"""The words that labels are told by, each set under what such a label says of a text."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.replace("\n", " ").split(",") if each.strip())


INTERNAL = _words(
    "internal, internally, intern, interne, interna, interno, intranet, staff, private,"
    " confidential, backstage, nicht laut, do not send, do not say, not for customers"
)
OTHERS = _words(
    "customer, caller, client, user, guest, patient, member, visitor, kunde, anrufer, cliente"
)
#: What tells a message that the customer sent from one to them.
INCOMING = _words("incoming, inbound, received, eingehend, entrant, entrante")
MESSAGES = _words(
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
MESSAGE_NOUNS = _words(
    "template, reply, response, message, body, text, script, answer, copy, wording, example,"
    " macro, snippet, prompt, email, sms, voicemail, vorlage, antwort, nachricht, réponse, modèle,"
    " respuesta, plantilla, mensaje"
)
SUBJECTS = _words(
    "subject, subject line, email subject, subject header, objet, betreff, asunto, oggetto,"
    " assunto, onderwerp, ämne, emne, temat"
)
NOTES = _words(
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
CONDITIONS = _words(
    "when, if, condition, trigger, triggers, trigger phrase, wenn, falls, si, cuando, quando"
)
DIRECTIONS = _words(
    "action, actions, do, agent action, agent actions, agent does, steps, agent steps, procedure,"
    " next steps for agent, after the call, in the system, system, log, tag as, aktion, aktionen,"
    " schritte, étapes, acción, acciones, pasos, ação"
)
FIELDS = _words(
    "collect, fields, fields to collect, information to collect, data to collect, capture, gather,"
    " required information, required info, info needed, information needed"
)
BUTTONS = _words(
    "button, buttons, cta, call to action, quick reply buttons, button text, button label,"
    " schaltfläche, schaltflächen, bouton, boutons, botón, botones"
)
FACTS = _words(
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
#: Labels that are more likely to name a script where they stand as its heading.
TITLES = _words(
    "greeting, closing, opening, sign-off, email, sms, chat, voicemail, comment, post, agent, ask,"
    " tell, send, prompt, content, reminder, warning, alert, follow-up, follow up, escalation,"
    " escalate, about, policy, summary, scenario, situation, details, replace, remember"
)
#: What a message is called in a label, where any other word would tell what it is about.
SORTS_OF_MESSAGES = _words(
    "suggested, sample, example, recommended, standard, draft, canned, saved, full, email, chat,"
    " sms, customer, agent, public, proposed, approved, model, short, default, our, quick, auto,"
    " automatic, automated, away"
)
ONLY_FOR_AGENTS = _words(
    "use when, use if, when to use, when not to use, use this when, use this if, use this for,"
    " don't say, do not say, never say, avoid saying, not this, bad example, don't write,"
    " do not write, instead of saying, do not use when, agent guidance, note to agent, note for"
    " agents, escalate if, escalate when"
)
