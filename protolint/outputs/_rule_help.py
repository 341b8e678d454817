"""What a rule is about, for outputs that carry their rules with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protolint.rulebook.rule import Rule
from protolint.rulebook.rulebook import Reference, Rulebook

_ADDRESS = re.compile(r"(?:https?://)?(?P<rest>[\w-]+(?:\.[\w-]+)+(?:/\S*)?)")
_FENCE = re.compile(r"`{3,}")


def title(rule: str) -> str:
    """Return the name of a rule as words: “Conditional apology”."""
    return rule.replace("-", " ").capitalize()


def address(reference: Reference) -> str | None:
    """Return where a source can be read on the web; None where that is told in other words."""
    found = _ADDRESS.fullmatch(reference.where)
    return f"https://{found['rest']}" if found else None


def home(rule: Rule, book: Rulebook) -> str | None:
    """Return the address of the first source of a rule that has one."""
    addresses = map(address, _references(rule, book))
    return next((own for own in addresses if own), None)


def markdown(rule: Rule, book: Rulebook) -> str:
    """Return why a rule is one, its examples, sources and limits."""
    blocks = [
        " ".join(rule.why.split()),
        *_examples(rule),
        "\n".join(_sources(rule, book)),
        f"**Limits:** {' '.join(rule.limits.split())}" if rule.limits else "",
        f"To allow it in one place: `<!-- protolint allow {rule.id}: your reason -->`",
    ]
    return "\n\n".join(block for block in blocks if block)


def _examples(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        for sign, text in (("Not so:", example.bad), ("But so:", example.good)):
            if text:
                yield f"{sign}\n\n{_fenced(text.rstrip())}"


def _fenced(text: str) -> str:
    longest = max((len(fence) for fence in _FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _sources(rule: Rule, book: Rulebook) -> Iterator[str]:
    for own in _references(rule, book):
        where = address(own)
        yield f"- {own.title}" + (f": <{where}>" if where else "")


def _references(rule: Rule, book: Rulebook) -> Iterator[Reference]:
    return (book.sources[key] for key in rule.sources if key in book.sources)
