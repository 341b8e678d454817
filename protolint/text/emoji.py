"""Emoji in a text, each sequence once: skin tones, joined emoji, flags and keycaps are one."""

from __future__ import annotations

from protolint.text.lazy import lazy_pattern

# Characters that are shown as emoji, and those of the symbols and dingbats that people use as
# such even without U+FE0F. Ticks, crosses, arrows and numbers of lists are not among them.
_SHOWN = (
    "\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u2600-\u2604\u2614\u2615\u2618\u261d\u2620-\u2623"
    "\u2639\u263a\u2648-\u2653\u2665\u2668\u267b\u267f\u2692-\u2697\u26a0\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2-\u26f5\u26fa\u26fd\u2702\u2705\u2708-\u270d"
    "\u2728\u274c\u274e\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c"
    "\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201-\U0001f251"
    "\U0001f300-\U0001faff"
)
_ONE = f"(?:[{_SHOWN}]|[\u203c-\u2bff]\ufe0f)[\U0001f3fb-\U0001f3ff]?\ufe0f?\u20e3?"
EMOJI = lazy_pattern(
    "[\U0001f1e6-\U0001f1ff]{2}"  # flags of countries
    "|[0-9#*]\ufe0f?\u20e3|[©®]\ufe0f"  # keycaps, and signs that ask to be shown as emoji
    "|\U0001f3f4[\U000e0020-\U000e007f]+"  # flags of regions
    f"|{_ONE}(?:\u200d{_ONE})*"
)


def may_be_emoji(character: str) -> bool:
    """Return whether a character is one of those without which there is no emoji."""
    return "\u203c" <= character < "\ue000" or character > "\uf8ff"


def emoji(text: str) -> list[tuple[int, int]]:
    """Return the places of all emoji, in order."""
    return [] if text.isascii() else [found.span() for found in EMOJI.finditer(text)]
