"""The page of one pack: each of its rules with what, why, sources, limits and examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from protolint.linting.guide import link
from protolint.rulebook.rule import Example, Rule
from protolint.rulebook.rulebook import Rulebook

_STRENGTH = {
    "A": "A: studies of service, or the body that sets the standard, say exactly this",
    "B": "B: style guides, or a single or indirect study",
    "C": "C: the view of practitioners",
}
_STATUS = {"read": "", "second-hand": ", second-hand", "memory": ", from memory"}
#: The examples beyond these fire the rest of a long list of words.
_MOST_EXAMPLES = 8
#: Texts that are too long for a channel are not shown to their end.
_LONGEST = 300


def page(book: Rulebook, name: str, about: str, holds_for: dict[str, str]) -> str:
    """Return the page of a pack; `holds_for` has in words where each rule holds, by its key."""
    rules = [rule for rule in book.rules if rule.category == name]
    head = (
        "<!-- Written by `python tests/make_rule_pages.py`. Change the YAML files, not this page."
        f" -->\n# {name}\n\n{' '.join(about.split())}\n"
    )
    return "\n".join([head, *(_rule(book, rule, holds_for[rule.key]) for rule in rules)])


def _rule(book: Rulebook, rule: Rule, holds_for: str) -> str:
    of = f" ({rule.variant})" if rule.variant else ""
    blocks = [
        f"## {rule.id}{of}",
        f"> {_line(rule.message)}",
        _line(rule.why),
        "".join(_facts(book, rule, holds_for)).rstrip(),
        "".join(_examples(rule)).rstrip(),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _facts(book: Rulebook, rule: Rule, holds_for: str) -> Iterator[str]:
    yield f"- **Level**: {rule.level}\n- **Looks with**: `{rule.check}`\n"
    yield f"- **Holds for**: {holds_for}\n"
    if rule.strength:
        yield f"- **Strength**: {_STRENGTH[rule.strength]}\n"
    yield f"- **Limits**: {_line(rule.limits)}\n" if rule.limits else ""
    for key in rule.sources:
        source = book.sources[key]
        where = link(source.where)
        title = f"[{source.title}]({where})" if where else f"{source.title}. {source.where}"
        yield f"- **Source** {key}{_STATUS[source.status]}: {title}\n"


def _examples(rule: Rule) -> Iterator[str]:
    shown = [line for example in rule.examples for line in _example(example)]
    yield from shown[:_MOST_EXAMPLES]
    if len(shown) > _MOST_EXAMPLES:
        yield f"- … and {len(shown) - _MOST_EXAMPLES} more in `{rule.path}`\n"


def _example(example: Example) -> Iterator[str]:
    for sign, text in (("✗", example.bad), ("✓", example.good)):
        if text:
            marks = "``" if "`" in text else "`"
            yield f"- {sign} {marks}{textwrap.shorten(text, _LONGEST, placeholder=' …')}{marks}\n"
    if example.fixed:
        yield f"- fixed: `{_line(example.fixed)}`\n"


def _line(text: str) -> str:
    return " ".join(text.split())
