"""markdown-it, set up so that every inline token says where its source ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

#: The levels of quotes (one each) and lists (two each) that are read; the marks of deeper ones are
#: text. markdown-it's own 20 is less than scripts have, at about 300 Python's stack ends.
MAX_NESTING = 100

InlineRule = Callable[[StateInline, bool], bool]
BlockRule = Callable[[StateBlock, int, int, bool], bool]
Stamp = Callable[[list[Token], int, int, int], None]

#: What a line begins with where a block rule may hold, and the rules that it may interrupt.
_BLOCK_RULES: tuple[tuple[str, str, list[str]], ...] = (
    ("fence", "`~", ["paragraph", "reference", "blockquote", "list"]),
    ("blockquote", ">", ["paragraph", "reference", "blockquote", "list"]),
    ("hr", "*-_", ["paragraph", "reference", "blockquote", "list"]),
    ("list", "*-+0123456789", ["paragraph", "reference", "blockquote"]),
    ("reference", "[", []),
    ("html_block", "<", ["paragraph", "reference", "blockquote"]),
    ("heading", "#", ["paragraph", "reference", "blockquote"]),
)


@cache
def parser() -> MarkdownIt:
    """Return the parser of this process.

    Inline tokens carry `meta["end"]`, the offset in their content at which their source ends; a
    text without one begins where the token before it ended. A link also has `meta["span"]`, a row
    of a table `meta["length"]`, the number of characters from its first one to the end of its line.
    `env["too_deep"]` is the first line with more levels than are read, if any.
    """
    # markdown-it drops what lies deeper than its own limit, so ours comes first.
    options = {"maxNesting": MAX_NESTING + 2}
    md = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    md.disable(["text_join", "fragments_join"])  # joined texts have no one place
    # A target is no prose whatever its scheme, and is shown as it is written.
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    _stamp_inlines(md)
    _guard_blocks(md)
    return md


def _stamp_inlines(md: MarkdownIt) -> None:
    """Put one rule for all inline rules: it picks by the character, then stamps what was made."""
    ruler = md.inline.ruler
    rules: dict[str, InlineRule] = dict(
        zip(ruler.get_active_rules(), ruler.getRules(""), strict=True)
    )
    by_character: dict[str, tuple[tuple[InlineRule, ...], Stamp]] = {
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
    text = rules["text"]

    def inline(state: StateInline, silent: bool) -> bool:
        picked = by_character.get(state.src[state.pos])
        if picked is None:
            return text(state, silent)
        made, start = len(state.tokens), state.pos
        for rule in picked[0]:
            if rule(state, silent):
                if len(state.tokens) > made:
                    picked[1](state.tokens, made, start, state.pos)
                return True
        return False

    ruler.at("text", inline)
    ruler.enableOnly(["text"])


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


def _unread_image(rule: InlineRule) -> InlineRule:
    """Let a rule find an image without parsing its alternative text, which is no prose."""

    def image(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, True):
            return False
        if not silent:
            state.push("image", "img", 0).content = state.src[start : state.pos]
        return True

    return image


def _hopeful(rule: InlineRule) -> InlineRule:
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


def _guard_blocks(md: MarkdownIt) -> None:
    ruler = md.block.ruler
    rules: dict[str, BlockRule] = dict(
        zip(ruler.get_active_rules(), ruler.getRules(""), strict=True)
    )
    ruler.at("table", _measured(rules["table"]), {"alt": ["paragraph", "reference"]})
    for name, first, interrupts in _BLOCK_RULES:
        rule = _limited(rules[name]) if name in ("blockquote", "list") else rules[name]
        ruler.at(name, _guarded(rule, first), {"alt": interrupts})


def _guarded(rule: BlockRule, first: str) -> BlockRule:
    """Ask a rule only about lines that begin with one of its characters."""

    def guarded(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        at = state.bMarks[start_line] + state.tShift[start_line]
        if state.src[at : at + 1] not in first:
            return False
        return rule(state, start_line, end_line, silent)

    return guarded


def _limited(rule: BlockRule) -> BlockRule:
    """Let a rule make no more levels than are read, and note where it would."""

    def limited(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if state.level < MAX_NESTING:
            return rule(state, start_line, end_line, silent)
        if not silent and rule(state, start_line, end_line, True):
            state.env.setdefault("too_deep", start_line)
        return False

    return limited


def _measured(rule: BlockRule) -> BlockRule:
    """Let a rule for tables note how long each row is, quote marks before it not counted."""

    def table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        made = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        for token in state.tokens[made:]:
            if token.type == "tr_open" and token.map:
                line = token.map[0]
                token.meta["length"] = state.eMarks[line] - state.bMarks[line] - state.tShift[line]
        return True

    return table
