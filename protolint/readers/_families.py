"""The placeholder syntaxes: how each is written, and which of them a dialect turns on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Family(NamedTuple):
    """One syntax. `opening` is a pattern that begins with a plain character and finds candidates.

    No pattern can run past the opening of the next candidate, so that a text of nothing but
    openings is read in linear time.
    """

    name: str
    opening: str
    pattern: str


class Grammar(NamedTuple):
    """The families of a dialect, compiled: where one may begin, and which one does."""

    opening: re.Pattern[str]
    token: re.Pattern[str]


_BODY = r"[^{}\r\n]*(?:\{[^{}\r\n]*\}[^{}\r\n]*)*"  # one level of braces: {{ x|link({'a': b}) }}
_STRING = "|".join(
    rf"{mark}[^{mark}{{}}\r\n]*(?:\{{[^{{}}\r\n]*\}}[^{mark}{{}}\r\n]*)*{mark}" for mark in "\"'"
)
_TAG_WORDS = (
    "if|elsif|elseif|elif|else|endif|unless|endunless|case|when|endcase|for|empty|endfor|assign"
    "|capture|endcapture|comment|endcomment|raw|endraw|verbatim|endverbatim|break|continue|cycle"
    "|increment|decrement|tablerow|endtablerow|include|render|echo|liquid|set|endset|block"
    "|endblock|with|endwith|trans|endtrans|translate|blocktrans|endblocktrans|blocktranslate"
    "|endblocktranslate|autoescape|endautoescape|spaceless|endspaceless|filter|endfilter|apply"
    "|endapply|macro|endmacro|call|endcall|extends|import|from|load|url|now|do|ifchanged"
    "|endifchanged|ifequal|endifequal|ifnotequal|endifnotequal"
)

_EVERYWHERE = (
    Family("hml", r"\{\{", r"\{\{\{[ \t]*[#/A-Za-z_$][^{}\r\n]*\}\}\}"),
    Family(
        "mustache",
        r"\{\{",
        r"\{\{[-~]?[ \t\xa0]*(?:(?:(?:[#/@$^&!>]|\.\.?/|\.)[ \t]*)?\w" + _BODY + r"|\.[ \t]*|\^"
        rf"|(?:{_STRING})[ \t]*(?:\|{_BODY})?)[-~]?\}}\}}",
    ),
    Family(
        "liquidtag",
        r"\{%",
        rf"\{{%[-~+]?[ \t]*(?:{_TAG_WORDS})(?:[ \t]{_BODY}|[ \t]*[-~+]?)%\}}",
    ),
    Family(
        "pctpct",
        r"\{%",
        r"\{%[ \t]*[A-Za-z]\w*(?:\.[A-Za-z]\w*)*[ \t]*(?:,[ \t]*fallback=[^%{}\r\n]*)?%\}",
    ),
    Family(
        "zammad",
        r"#\{",
        r"#\{(?:d?t\([^{}\r\n]+\)|[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*(?:\([^(){}\r\n]*\))?)+)\}",
    ),
    Family("pctbrace", r"%\{", r"%\{[A-Za-z_][A-Za-z0-9_.]*(?:,fallback:[^{}\r\n]+)?\}"),
    Family("sml", r"\{!", r"\{![ \t]*\$?[A-Za-z_][^{}\r\n]*\}"),
    Family(
        "icattr",
        r"<attribute",
        r"""<attribute[ \t]+key="[^"<>]+"(?:[ \t]+default="[^"<>]*")?[ \t]*/?>""",
    ),
    Family("kusnip", r"\[\[", r"\[\[sn\.[A-Za-z0-9_.\-]+\]\]"),
    # Beyond the nine: what stands between these marks is program text. Nobody says `<% if %>` to
    # a customer and no dialect of ours names most of them, so reading them as prose helps nobody.
    Family("erb", r"<%", r"<%(?:[^%<\r\n]|%(?!>)|<(?!%))*+%>"),
    Family("toolkit", r"\[%", r"\[%[-+#]?[ \t](?:[^%\[\r\n]|%(?!\])|\[(?!%))*+%\]"),
    Family(
        "chevron",
        r"<<",
        r"<<[ \t]*(?:[A-Za-z]\w*(?:[._][A-Za-z]\w*)+|[A-Z]\w*(?: [A-Z]\w*){1,3})[ \t]*>>",
    ),
    Family("otrs", r"<[OZ]", r"<(?:OTRS|OTOBO|ZNUNY)_\w+(?:\[\d+\])?>"),
    Family("smarty", r"\{[$!]", r"\{(?:\$|!!)[ \t]*\$?[A-Za-z_][^{}\r\n]*\}"),
)

_TEMPLATE_TAG = Family("liquidtag", r"\{%", rf"\{{%[-~+]?[ \t]*[A-Za-z#]{_BODY}%\}}")
_TEMPLATE_COMMENT = Family("comment", r"\{#", r"\{#(?:[^#{]|#(?!\})|\{(?!#))*+#\}")
_MANY_LINES = Family("erb", r"<%", r"<%(?:[^%<]|%(?!>)|<(?!%))*+%>")
_BRACE = Family("brace", r"\{\w", r"\{[A-Za-z_][\w.]*\}")
_PERCENT = Family("percent", r"%[A-Za-z]", r"%[A-Za-z][\w.\-]*%")
_PRINTF = Family("printf", r"%[(<]", r"%(?:\(\w+\)|<\w+>)[-+ 0#]*\d*(?:\.\d+)?[a-zA-Z]")
_DOLLAR = Family("dollar", r"\$\{", r"\$\{[A-Za-z_][\w.]*\}")
_NOTIFY = Family("notify", r"\(\(", r"\(\((?:[^()\r\n]|\([^()\r\n]*\))+\)\)")
_CONNECT = Family("connect", r"\$[.\[]", r"\$\.[A-Za-z]\w*(?:\.\w+)*|\$\['[^'\]\r\n]+'\]")

#: What a dialect reads before the families that hold everywhere.
_BY_DIALECT = {
    "connect": (_CONNECT,),
    "erb": (_MANY_LINES,),
    "jinja": (_TEMPLATE_TAG, _TEMPLATE_COMMENT, _PRINTF),
    "liquid": (_TEMPLATE_TAG,),
    "livechat": (_PERCENT,),
    "notify": (_NOTIFY,),
    "rails": (_MANY_LINES, _PRINTF),
    "rasa": (_BRACE,),
    "twilio": (_DOLLAR,),
}
#: Rasa fills its variables with Python's str.format, where doubled braces are plain braces.
_NOT_IN = {"rasa": frozenset({"hml", "mustache", "liquidtag", "pctpct"})}


@lru_cache(maxsize=64)
def grammar(dialect: str | None) -> Grammar:
    """Return the families that hold in a dialect; one without families of its own is no fault."""
    own = _BY_DIALECT.get(dialect or "", ())
    passed_over = _NOT_IN.get(dialect or "", frozenset()) | {family.name for family in own}
    families = [*own, *(family for family in _EVERYWHERE if family.name not in passed_over)]
    opening = "|".join(dict.fromkeys(family.opening for family in families))
    tokens = "|".join(f"(?P<{family.name}>{family.pattern})" for family in families)
    return Grammar(re.compile(opening), re.compile(tokens))
