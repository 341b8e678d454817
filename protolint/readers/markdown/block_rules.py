"""The block rules of markdown-it behind one that picks them, with a limit to nesting."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

Rule = Callable[[StateBlock, int, int, bool], bool]

#: The block rules that a line may begin with, in markdown-it's order, by its first character.
_BEGINNINGS = {
    **dict.fromkeys("`~", ("fence",)),
    **dict.fromkeys("-*", ("hr", "list")),
    **dict.fromkeys("+0123456789", ("list",)),
    "_": ("hr",),
    ">": ("blockquote",),
    "[": ("reference",),
    "<": ("html_block",),
    "#": ("heading",),
}
#: What ends an item of a list, and what ends no block at all.
_ENDS_OF_ITEM = ("fence", "blockquote", "hr")
_NO_END = "reference"


def pick(md: MarkdownIt, max_nesting: int) -> None:
    """Put one rule for most block rules: it picks by the character that a line begins with.

    markdown-it asks all of them about each line of a paragraph, which takes most of its time.
    """
    ruler = md.block.ruler
    rules: dict[str, Rule] = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    rules |= {name: _limited(rules[name], max_nesting) for name in ("list", "blockquote")}
    begins = {first: [rules[name] for name in names] for first, names in _BEGINNINGS.items()}
    ends = {first: found for first, found in begins.items() if rules[_NO_END] not in found}
    ends_item = {
        first: [rules[name] for name in names if name in _ENDS_OF_ITEM]
        for first, names in _BEGINNINGS.items()
    }
    ruler.at("table", _measured(rules["table"]), {"alt": ["paragraph", "reference"]})
    picking = _picking(begins, ends)
    ruler.at("fence", picking, {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("hr", _picking({}, ends_item), {"alt": ["list"]})
    ruler.enableOnly(["table", "code", "fence", "hr", "lheading", "paragraph"])


def _picking(begins: dict[str, list[Rule]], ends: dict[str, list[Rule]]) -> Rule:
    """Return a rule that tries what a line may begin, or silently, what it may end."""

    def block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        at = state.bMarks[start_line] + state.tShift[start_line]
        picked = (ends if silent else begins).get(state.src[at : at + 1], ())
        holds = False
        for rule in picked:
            holds = holds or rule(state, start_line, end_line, silent)
        return holds

    return block


def _limited(rule: Rule, max_nesting: int) -> Rule:
    """Let a rule make no more levels than are read, and note where it would."""

    def limited(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if state.level < max_nesting:
            return rule(state, start_line, end_line, silent)
        if not silent and rule(state, start_line, end_line, True):
            state.env.setdefault("too_deep", start_line)
        return False

    return limited


def _measured(rule: Rule) -> Rule:
    """Let a rule for tables note how long each row is, quote marks before it not counted."""

    def table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if state.src.find("|", state.bMarks[start_line], state.eMarks[start_line]) < 0:
            return False
        made = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        for token in state.tokens[made:]:
            if token.type == "tr_open" and token.map:
                line = token.map[0]
                token.meta["length"] = state.eMarks[line] - state.bMarks[line] - state.tShift[line]
        return True

    return table
