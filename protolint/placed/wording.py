"""What is wrong with a text that is not YAML, in words for people who do not know YAML."""

from __future__ import annotations

from typing import NamedTuple


class YamlError(Exception):
    """A text that is not YAML, or more of it than we read; `offset` is in code points."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Complaint(NamedTuple):
    """What the parser says: about what, where that began, and where it gave up."""

    problem: str
    start: int
    offset: int


#: What a part of the parser's words means; whether the place is where the thing began.
_WORDING: tuple[tuple[str, str, bool], ...] = (
    (
        "mapping values are not allowed",
        "a colon followed by a space begins a value, and none can begin here: "
        "put text that holds one in quotes, and check the indentation",
        False,
    ),
    ("document indicator", "the quotation mark that opens here is never closed: close it", True),
    ("unexpected end of stream", "what opens here is never closed: add the closing mark", True),
    (
        "tab character",
        "a tab indents this line, and YAML takes only spaces: use spaces",
        False,
    ),
    ("could not find expected ':'", "a key has no colon: write “key: value”", True),
    ("or ']'", "the list that opens with “[” here is never closed: add “]”", True),
    ("or '}'", "the mapping that opens with “{” here is never closed: add “}”", True),
    (
        "unknown escape character",
        "a backslash in double quotes begins an escape, and this is none: "
        "use single quotes, or write two backslashes",
        False,
    ),
    ("expecting", "this escape is not complete: use single quotes, or two backslashes", False),
    ("hexdecimal number", "this escape is not complete: use single quotes", False),
    (
        "alphabetic or numeric character",
        "“&” and “*” mark a value and repeat it in YAML: put text that begins with one in quotes",
        True,
    ),
    (
        "block scalar",
        "text after “|” or “>” begins on the next line: move it there, or put it all in quotes",
        False,
    ),
    ("<document start>", "a second document begins here: keep one, without “...”", False),
    ("directive", "“%” cannot begin a line in YAML: put the value in quotes", True),
    ("duplicate", "this is said twice: keep one", False),
    (
        "'-' indicator",
        "this line is no item of the list before it: begin it with “- ”, or mend its indentation",
        False,
    ),
)


def reworded(complaint: Complaint, text: str) -> YamlError:
    """Return the error to raise for what the parser complains of."""
    found = text[complaint.offset : complaint.offset + 1]
    if "cannot start any token" in complaint.problem:
        return YamlError(_unstartable(found), complaint.offset)
    if _after_quote(complaint, text):
        message = "the text ends at the quotation mark before this: put the whole value in quotes"
        return YamlError(f"{message}, and double a quotation mark inside", complaint.offset)
    for part, message, at_start in _WORDING:
        if part in complaint.problem:
            return YamlError(message, complaint.start if at_start else complaint.offset)
    message = "this does not fit what stands before it: check the indentation and the quotes"
    return YamlError(message, complaint.offset)


def _unstartable(found: str) -> str:
    if found == "\t":
        return "a tab indents this line, and YAML takes only spaces: use spaces"
    return f"“{found}” cannot begin a value in YAML: put the value in quotes"


def _after_quote(complaint: Complaint, text: str) -> bool:
    expected = "expected key" in complaint.problem or "<block end>" in complaint.problem
    return expected and text[: complaint.offset].rstrip(" ").endswith(("'", '"'))
