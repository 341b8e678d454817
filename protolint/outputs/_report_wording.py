"""What the report per channel says in words, whatever it is written in."""

from __future__ import annotations

from protolint.linting.report import PooledGrade
from protolint.linting.scorecard import Rate, Scorecard, Silent
from protolint.outputs._wording import count

#: So many names are listed in a sentence.
_NAMES = 4


def name_of(channel: str | None) -> str:
    """Return the name of a channel, as people read it."""
    return channel or "no channel"


def share(part: int, whole: int) -> str:
    """Return a part in per cent, rounded down: 100% is all of it. “–” of nothing."""
    return f"{100 * part // whole}%" if whole else "–"


def per_100_words(rate: Rate) -> str:
    """Return a rate with one decimal; “<0.1” where there is something, and “–” without words."""
    if rate.per_100_words is None:
        return "–"
    return "<.1" if rate.per_100_words < 0.05 else f"{rate.per_100_words:.1f}"


def grade(pooled: PooledGrade) -> str:
    """Return a reading grade with how sure it is."""
    found = pooled.flesch_kincaid_grade
    return "–" if found is None else f"{found:.1f}, {pooled.confidence} confidence"


def headline(card: Scorecard) -> str:
    """Return what the library came to, in a sentence."""
    scripts = count(card.summary.scripts, "script")
    channels = count(sum(own.channel is not None for own in card.channels), "channel")
    owner = f"{card.brand}: " if card.brand else ""
    found = card.summary.findings
    levels = ", ".join(count(found[level], level) for level in found)
    part = share(card.on_brand, card.summary.scripts)
    return (
        f"{owner}{card.on_brand:,} of {scripts} on {channels} "
        f"{'is' if card.on_brand == 1 else 'are'} on-brand ({part}): no error and no warning. "
        f"Found: {levels}."
    )


def moments(card: Scorecard) -> str:
    """Return how many scripts have a moment and are held to a protocol, on all channels."""
    covers = [own.protocols for own in card.channels]
    scripts = sum(own.scripts for own in covers)
    given, inferred = sum(own.given for own in covers), sum(own.inferred for own in covers)
    held, kept = sum(own.held for own in covers), sum(own.kept for own in covers)
    read = f", {inferred:,} more tell of one in their words" if inferred else ""
    return (
        f"{given:,} of {count(scripts, 'script')} say their moment{read}. "
        f"{held:,} are held to a protocol, and {kept:,} keep to it."
    )


def without_moment(card: Scorecard) -> str:
    """Return which scripts have no moment; empty where all have one."""
    names = list(dict.fromkeys(path for own in card.channels for path, _ in own.protocols.without))
    if not names:
        return ""
    more = f" and {len(names) - _NAMES:,} more" if len(names) > _NAMES else ""
    return f"No moment, so no protocol: {', '.join(names[:_NAMES])}{more}."


def silent(own: Silent) -> str:
    """Return what a front matter key would wake."""
    scripts, rules = count(own.scripts, "script"), count(len(own.rules), "rule")
    names = ", ".join(own.rules[:_NAMES])
    more = f" and {len(own.rules) - _NAMES:,} more" if len(own.rules) > _NAMES else ""
    return f"“{own.key}” in up to {scripts} would wake {rules}: {names}{more}."


def unchecked(card: Scorecard) -> str:
    """Return what the brand says of its voice and no rule looks at."""
    traits = ", ".join(f"“{trait}”" for trait in card.unchecked)
    return f"Of the brand's voice, no rule covers {traits}."
