"""The words that front matter, gates and settings may use, the same for every brand."""

from __future__ import annotations

import re

#: Front matter keys whose values are fixed (contract §2).
FIXED: dict[str, tuple[str, ...]] = {
    "fault": ("ours", "theirs", "third-party", "none"),
    "severity": ("minor", "major"),
    "author": ("agent", "organisation", "bot"),
    "shape": (
        "message", "fragment", "call-script", "ivr-prompt", "ivr-menu", "voicemail", "hold",
        "bot-turn", "procedure", "transcript",
    ),
    "type": ("service", "marketing", "collections", "health"),
    "audience": ("public", "internal"),
    "container": ("document", "section", "fence", "quote", "table", "label"),
    "placeholders": (
        "zendesk", "intercom", "freshdesk", "front", "gorgias", "helpscout", "freescout",
        "hubspot", "salesforce", "kustomer", "gladly", "dixa", "livechat", "chatwoot", "zammad",
        "osticket", "discourse", "rasa", "whatsapp", "twilio", "notify", "genesys", "connect",
        "liquid", "jinja", "erb", "rails",
    ),
}  # fmt: skip
MOMENTS = (
    "routine", "good-news", "notice", "refusal", "complaint", "service-failure", "delay",
    "safety", "hold",
)  # fmt: skip
#: Front matter keys that are free text.
FREE = (
    "id", "title", "intent", "locale", "lang", "subject", "owner", "review_by", "jurisdiction",
    "recording",
)  # fmt: skip
KEYS = ("channel", "platform", "moment", *FIXED, *FREE)

#: A language tag (BCP 47), as far as rules look at one.
LOCALE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")

#: The gates of a rule, and the front matter key that each asks for.
GATES = {
    "channels": "channel",
    "platforms": "platform",
    "moments": "moment",
    "faults": "fault",
    "severities": "severity",
    "authors": "author",
    "shapes": "shape",
    "types": "type",
}
