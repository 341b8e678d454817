"""The words that titles are told by: patterns and names, one on a line or behind a comma."""

from __future__ import annotations

#: What makes a title internal, wherever it stands in it.
INTERNAL = """
    internal, internally, interne[rsn]?, interna, interno, confidential
    not for (?:customers?|clients?|the public), do not send
    (?:agents?|staff|team|employees?|colleagues?|moderators?)[’']?s? (?:only|notes?|guidance|guide)
    (?:agents?|staff|team|employees?|colleagues?)[’']?s? (?:instructions|guidelines|handbook)
    (?:notes?|guidance|guide|guidelines|instructions|information|tips|training|handbook) for .*
"""
#: What makes a title internal that does not speak of scripts.
ABOUT_WRITING = """
    brand voice, brand (?:guide|guidelines|book), tone of voice, hand-?over notes?
    voice (?:and|&) tone, tone (?:and|&) voice, our (?:voice|tone)
    (?:style|writing|editorial|copy|content|tone|language|voice|communications?) ?guide(?:lines?)?
    how (?:we|to) (?:write|talk|speak|sound)\\b(?! to us| back).*
    (?:writing|communication) (?:style|principles|rules), language to (?:use|avoid)
    (?:words|phrases) (?:we|to|not to|you) (?:avoid|use|never use|prefer|say)
    escalation (?:notes?|matrix|path|procedure|process|policy|rules)
"""
#: What makes a title that of a procedure, where what stands below it is told of customers.
PROCEDURES = """
    process(?:es)?, procedures?, sops?, standard operating .*, runbook, playbook, workflow, handbook
    checklist, polic(?:y|ies), protocol, guide(?:lines?)?, manual, onboarding, training
    how (?:to|we) (?:handle|process|escalate|manage|deal|approve|issue|triage|run|work|route|log).*
    rules, roles?(?: .*)?, responsibilities, routing, triage, matrix, sla, kpis?, prozess, ablauf
    escalations?, leitfaden, richtlinien?, processus, procédure, proceso, procedimiento
    overview, roadmap
    rubric, scorecard, evaluation, quality, metrics, strategy, training plan, notes
"""
#: What a section as a whole that is about a library, and holds none of its scripts.
ABOUT = """
    (?:table of )?contents?, toc, index, overview, introduction, intro, purpose, scope, readme
    about(?: (?:this|these|the)\\b.*)?, read me(?: first)?, quick start, getting started, setup
    how to (?:use|customi[sz]e|add|contribute|edit|personali[sz]e|write|adapt|find).*
    usage(?: (?:notes?|tips|guide|guidelines|instructions))?, using (?:this|these|the)\\b.*
    when (?:not )?to use.*, best practices?.*, do['’]?s (?:and|&) don['’]?ts.*, tone(?: guide)?
    (?:general |writing |style |response |usage |tone |quick |best |key )?(?:guidelines|guidance)
    (?:general |writing |style |response |usage |tone |quick |best |key )?(?:principles|rules)
    (?:general |writing |style |response |usage |tone |quick |best |key )?(?:tips|practices|notes)
    (?:available |common )?(?:placeholders|variables|tokens|parameters|legend)(?: .*)?
    (?:available |common )?(?:merge (?:tags|fields)|shortcuts)(?: .*)?, glossary, appendix.*
    change ?log, (?:version |revision )?history, references?, resources, links, see also, sources?
    related(?: .*)?, licen[sc]e, credits, contributing, contributors, acknowledg\\w+, maintenance
    metadata, owner(?:ship)?, (?:.* )?checklist, (?:quality|qa) .*, metrics, kpis?, slas?, structure
    (?:folder|file|library|template) structure, installation, requirements, disclaimer
    escalation(?:s| .*)?, training(?: .*)?, review (?:schedule|cycle|dates?), workflow
    process(?: .*)?, faqs? for agents
"""
#: What a stage of a conversation is called.
STAGES = """
    open(?:ing|er)?, greet(?:ing)?, intro(?:duction)?, welcome, start, begin, answer(?:ing)?
    hook, bridge, (?:the )?pitch, rapport, (?:build )?(?:rapport|trust), permission, small talk
    (?:set )?expectations, troubleshoot\\w*, recording notice, disclosure, reason for (?:the )?call
    verif(?:y|ication), identif(?:y|ication), authenticat\\w+, security, data protection
    discovery?, prob(?:e|ing), listen(?:ing)?, take it in, empath\\w+, acknowledg\\w+, diagnos\\w+
    understand, explore, solve, solution, resolve, resolution, explain, offer, confirm\\w*
    summar\\w+, recap, clos(?:e|ing), wrap[- ]?up, goodbye, farewell, end(?:ing)?, sign[- ]?off
    objections?, handling objections, objection handling, hold, transfer, qualif\\w+, schedul\\w+
    collect\\w*, payment, next steps?, hand[- ]?(?:over|off), begrüßung, abschluss, verabschiedung
    close the call, closer, (?:the )?ask
"""
#: What the first and the last stage are called; words may follow.
FIRST_STAGES = """
    open(?:ing|er)?, greet(?:ing)?, intro(?:duction)?, welcome, start, begin, answer(?:ing)?
    begrüßung, accueil, saludo, pick(?:ing)? up, hello
"""
LAST_STAGES = """
    clos(?:e|ing|er), wrap[- ]?up, goodbye, farewell, end(?:ing)?, sign[- ]?off, finish\\w*
    abschluss, verabschiedung, conclusion, clôture, cierre, despedida, next steps?, after the call
"""
#: What tells that a title is of many scripts.
LIBRARY = """
    macros, repl(?:y|ies), responses, templates, scripts, messages, snippets, canned, saved, library
    prompts, texts, sms, emails, answers, textes?, vorlagen, antworten, textbausteine, réponses
    modèles, respuestas, plantillas, mensajes, phrases, faqs?, boilerplates?, notifications
    phrase ?(?:bank|book), questions
"""
#: What tells one version of a message from another.
TONES = """
    formal, informal, friendl(?:y|ier), casual, warm(?:er)?, concise, short(?:er)?, long(?:er)?
    brief, detailed, empathetic, empathic, professional, neutral, standard, default, apologetic
    playful, direct, firm, soft(?:er)?, polite, simple, upbeat, serious, calm, cheerful, förmlich
    formell, informell, locker, kurz, lang, formel, informel, court, amigable
"""
CHANNELS = {
    "email": "email", "e-mail": "email", "mail": "email", "chat": "chat", "live chat": "chat",
    "sms": "sms", "text message": "sms", "whatsapp": "whatsapp", "phone": "phone", "call": "phone",
    "voice": "phone", "social": "social", "social media": "social", "twitter": "social",
    "facebook": "social", "letter": "letter", "push": "push", "push notification": "push",
    "review": "review", "ivr": "ivr", "in person": "in-person", "community": "community",
}  # fmt: skip
#: Languages by their names in English and in themselves, and by common tags.
LANGUAGES = {
    "english": "en", "french": "fr", "français": "fr", "francais": "fr", "german": "de",
    "deutsch": "de", "spanish": "es", "español": "es", "espanol": "es", "castellano": "es",
    "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "portugues": "pt",
    "dutch": "nl", "nederlands": "nl", "polish": "pl", "polski": "pl", "russian": "ru",
    "русский": "ru", "ukrainian": "uk", "українська": "uk", "turkish": "tr", "türkçe": "tr",
    "arabic": "ar", "العربية": "ar", "hebrew": "he", "עברית": "he", "chinese": "zh", "中文": "zh",
    "simplified chinese": "zh", "traditional chinese": "zh-Hant", "japanese": "ja", "日本語": "ja",
    "korean": "ko", "한국어": "ko", "hindi": "hi", "हिन्दी": "hi", "bengali": "bn", "thai": "th",
    "ไทย": "th", "vietnamese": "vi", "tiếng việt": "vi", "indonesian": "id",
    "bahasa indonesia": "id", "swedish": "sv", "svenska": "sv", "danish": "da", "dansk": "da",
    "norwegian": "nb", "norsk": "nb", "finnish": "fi", "suomi": "fi", "czech": "cs",
    "čeština": "cs", "slovak": "sk", "hungarian": "hu", "magyar": "hu", "romanian": "ro",
    "română": "ro", "bulgarian": "bg", "greek": "el", "ελληνικά": "el", "croatian": "hr",
    "serbian": "sr", "catalan": "ca", "català": "ca", "welsh": "cy", "cymraeg": "cy",
    "irish": "ga", "gaeilge": "ga", "georgian": "ka", "ქართული": "ka", "armenian": "hy",
    "malay": "ms", "tagalog": "tl", "filipino": "tl", "swahili": "sw", "urdu": "ur",
    "persian": "fa", "farsi": "fa", "british english": "en-GB", "american english": "en-US",
    "en": "en", "fr": "fr", "de": "de", "es": "es", "it": "it", "pt": "pt", "nl": "nl", "pl": "pl",
    "ja": "ja", "zh": "zh", "pt-br": "pt-BR", "en-us": "en-US", "en-gb": "en-GB",
    "fr-ca": "fr-CA", "es-mx": "es-MX",
}  # fmt: skip
