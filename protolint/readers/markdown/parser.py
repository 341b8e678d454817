"""markdown-it, set up so that every inline token says where its source ends."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt

from protolint.readers.markdown import block_rules, inline_rules

#: The levels of quotes (one each) and lists (two each) that are read; the marks of deeper ones are
#: text. markdown-it's own 20 is less than scripts have, at about 300 Python's stack ends.
MAX_NESTING = 100


@cache
def parser(*, is_held: bool = False) -> MarkdownIt:
    """Return the parser of this process; `is_held` for what a fence holds, which is no code.

    In a fence neither indented lines nor lines over dashes mean anything.

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
    inline_rules.stamp(md)
    block_rules.pick(md, MAX_NESTING)
    if is_held:
        md.block.ruler.disable(["code", "lheading"])
    return md
