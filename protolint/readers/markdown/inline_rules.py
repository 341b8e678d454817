"""The inline rules of markdown-it behind one that picks them, and stamps what they make."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Rule = Callable[[StateInline, bool], bool]
Stamp = Callable[[list[Token], int, int, int], None]
#: By the character at which rules may hold: the rules in markdown-it's order, and their stamp.
Picks = dict[str, tuple[tuple[Rule, ...], Stamp]]


def stamp(md: MarkdownIt) -> None:
    """Put one rule for all inline rules: it picks by the character, then stamps what was made."""
    ruler = md.inline.ruler
    rules: dict[str, Rule] = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    picks = _picks(rules)
    # What ends a run of plain text; `]` because a link's label is read up to it.
    md.inline.terminator_re = re.compile(f"[{re.escape(''.join(picks))}\\]]")
    ruler.at("text", _picking(picks, rules["text"]))
    ruler.enableOnly(["text"])


def _picks(rules: dict[str, Rule]) -> Picks:
    return {
        "\n": ((rules["newline"],), _stamp_last),
        "\\": ((rules["escape"],), _stamp_last),
        "`": ((rules["backticks"],), _stamp_last),
        "&": ((rules["entity"],), _stamp_last),
        "!": ((_unread_image(rules["image"]),), _stamp_last),
        "[": ((_hopeful(rules["link"]),), _stamp_link),
        "<": ((rules["autolink"], rules["html_inline"]), _stamp_link),
        "*": ((rules["emphasis"],), _stamp_marks),
        "_": ((rules["emphasis"],), _stamp_marks),
        "~": ((rules["strikethrough"],), _stamp_marks),
    }


def _picking(picks: Picks, text: Rule) -> Rule:
    def inline(state: StateInline, silent: bool) -> bool:
        picked = picks.get(state.src[state.pos])
        if picked is None:
            return text(state, silent)
        made, start = len(state.tokens), state.pos
        for rule in picked[0]:
            if rule(state, silent):
                if len(state.tokens) > made:
                    picked[1](state.tokens, made, start, state.pos)
                return True
        return False

    return inline


def _stamp_last(tokens: list[Token], made: int, start: int, end: int) -> None:
    tokens[-1].meta["end"] = end


def _stamp_link(tokens: list[Token], made: int, start: int, end: int) -> None:
    tokens[-1].meta["end"] = end
    if tokens[-1].type == "link_close":
        # Literal text that was waiting before the link is flushed as a token of its own.
        opening = tokens[made] if tokens[made].type == "link_open" else tokens[made + 1]
        opening.meta["end"] = start + 1
        opening.meta["span"] = (start, end)


def _stamp_marks(tokens: list[Token], made: int, start: int, end: int) -> None:
    """Stamp a run of `*`, `_` or `~`, of which markdown-it makes several texts."""
    at = len(tokens)
    while end > start:
        at -= 1
        tokens[at].meta["end"] = end
        end -= len(tokens[at].content)


def _unread_image(rule: Rule) -> Rule:
    """Let a rule find an image without parsing its alternative text, which is no prose."""

    def image(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, True):
            return False
        if not silent:
            state.push("image", "img", 0).content = state.src[start : state.pos]
        return True

    return image


def _hopeful(rule: Rule) -> Rule:
    """Let a rule look for a link only where one is possible: a bracket alone is far more common."""
    content, last = "", -1

    def link(state: StateInline, silent: bool) -> bool:
        nonlocal content, last
        if "references" not in state.env:
            if state.src is not content:
                content, last = state.src, state.src.rfind("](")
            if last < state.pos:
                return False
        return rule(state, silent)

    return link
