"""Markdown to texts: phrases are found at their exact place, wherever Markdown lets prose stand."""

import pytest
from markdown_texts import assert_exact, prose_of, script_of

from protolint.script import OPAQUE

PHRASE = "do not hesitate"

#: A body, and the source that a finding of `PHRASE` in it covers.
FOUND = {
    "paragraph": ("Please do not hesitate to call.", "do not hesitate"),
    "soft break": ("Please do\nnot hesitate.", "do\nnot hesitate"),
    "soft break with spaces": ("Please do \n   not hesitate.", "do \n   not hesitate"),
    "emphasis": ("do **not** hesitate", "do **not** hesitate"),
    "emphasis at its ends": ("Please *do not hesitate*!", "do not hesitate"),
    "emphasis and soft break": ("do **not**\nhesitate", "do **not**\nhesitate"),
    "nested emphasis": ("***do** not* __hesitate__", "do** not* __hesitate"),
    "struck through": ("~~do~~ not hesitate", "do~~ not hesitate"),
    "behind odd tildes": ("a ~~~b~~~ do not hesitate", "do not hesitate"),
    "link": ("Please [do not hesitate](http://a.example 'x').", "do not hesitate"),
    "over a link's border": ("do [not](http://a.b) hesitate", "do [not](http://a.b) hesitate"),
    "link over lines": ("[do\nnot](u) hesitate", "do\nnot](u) hesitate"),
    "reference link": ("do [not][r] hesitate\n\n[r]: /u", "do [not][r] hesitate"),
    "shortcut reference": ("do [not] hesitate\n\n[not]: /u", "do [not] hesitate"),
    "link in emphasis": ("*do [not](u)* hesitate", "do [not](u)* hesitate"),
    "entity": ("do&#32;n&#x6f;t hesitate", "do&#32;n&#x6f;t hesitate"),
    "named entity": ("do not&#32;hesit&#97;te &amp; call", "do not&#32;hesit&#97;te"),
    "inline HTML": ("do <b>not</b> hesitate", "do <b>not</b> hesitate"),
    "HTML comment between": ("do <!-- x -->not hesitate", "do <!-- x -->not hesitate"),
    "after code": ("Run `a b` and do not hesitate", "do not hesitate"),
    "after unmatched backticks": ("`` do not hesitate `", "do not hesitate"),
    "after escapes": (r"\*do\* \\ do not hesitate", "do not hesitate"),
    "after a placeholder": ("{{ x | y: '*' }} do not hesitate", "do not hesitate"),
    "beside wide characters": ("\U0001f600 é\u0301 do not hesitate", "do not hesitate"),
    "ATX heading": ("## do not hesitate ##", "do not hesitate"),
    "ATX heading with a hash": ("# C# do not hesitate # #", "do not hesitate"),
    "setext heading": ("Please do\nnot hesitate\n===", "do\nnot hesitate"),
    "item": ("- a\n- do not hesitate", "do not hesitate"),
    "item over lines": ("1. do\n   not hesitate", "do\n   not hesitate"),
    "lazy item": ("* do\nnot hesitate", "do\nnot hesitate"),
    "nested items": ("- a\n  - b\n    1. do not\n       hesitate", "do not\n       hesitate"),
    "second paragraph of an item": ("- a\n\n  do not hesitate", "do not hesitate"),
    "item after tabs": ("-\tdo\n\tnot hesitate", "do\n\tnot hesitate"),
    "quote": ("> do not hesitate", "do not hesitate"),
    "quote over lines": ("> a\n> do\n> not hesitate", "do\n> not hesitate"),
    "lazy quote": ("> do\nnot hesitate", "do\nnot hesitate"),
    "nested quotes": ("> > do\n> > not hesitate", "do\n> > not hesitate"),
    "quote in an item": ("- > do\n  > not hesitate", "do\n  > not hesitate"),
    "quote with tabs": (">\tdo\n>\tnot hesitate", "do\n>\tnot hesitate"),
    "cell": ("| a | b |\n|---|---|\n| x | do not hesitate |", "do not hesitate"),
    "head of a table": ("| do not hesitate | b |\n|---|---|\n| x | y |", "do not hesitate"),
    "cell without outer pipes": ("a | b\n--|--\nx | do not hesitate", "do not hesitate"),
    "cell behind a pipe": ("|a|b|\n|-|-|\n| x \\| y | p \\| do not hesitate |", "do not hesitate"),
    "cell with the same words twice": ("|a|b|\n|-|-|\n|do not|do not hesitate|", "do not hesitate"),
    "emphasis in a cell": ("|a|\n|-|\n|do **not** hesitate|", "do **not** hesitate"),
    "cell in a quote": ("> | a | b |\n> |-|-|\n> | x | do not hesitate", "do not hesitate"),
    "cell in an item": ("- | a | b |\n  |-|-|\n  ||do not hesitate", "do not hesitate"),
    "HTML block": ("<p>\nPlease do\n  not hesitate</p>", "do\n  not hesitate"),
    "marks in an HTML block": ("<p>do <b>not</b> hesitate</p>", "do <b>not</b> hesitate"),
    "entity in an HTML block": ("<div>do&#32;not hesitate</div>", "do&#32;not hesitate"),
    "behind a comment": ("<!-- x --> do not hesitate", "do not hesitate"),
    "HTML block in a quote": ("> <div>do\n> not hesitate</div>", "do\n> not hesitate"),
    "HTML table": ("<table><td>a</td>\n<td>do not hesitate</td></table>", "do not hesitate"),
    "footnote": ("Call[^1].\n\n[^1]: do not hesitate.", "do not hesitate"),
    "no-break space before": ("\u00a0do not hesitate\u00a0", "do not hesitate"),
    "odd white space alone on a line": ("\u2003\ndo not hesitate\n\x0c", "do not hesitate"),
    "NUL before": ("a\0b do not hesitate", "do not hesitate"),
}  # fmt: skip


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("position", FOUND)
def test_a_phrase_is_found_at_its_place(position: str, line_break: str) -> None:
    body, covered = FOUND[position]
    text = f"---\nid: x\n---\nFirst.\n\n{body}\n\nLast.\n".replace("\n", line_break)
    script = script_of(text)
    assert_exact(script)
    proses = [stretch.prose for stretch in script.stretches if PHRASE in stretch.prose.text]
    assert len(proses) == 1, [stretch.prose.text for stretch in script.stretches]
    at = proses[0].text.index(PHRASE)
    start, end = proses[0].span(at, at + len(PHRASE))
    assert text[start:end] == covered.replace("\n", line_break)


@pytest.mark.parametrize(
    "body",
    [
        "Run `do not hesitate` now",
        "```\ndo not hesitate\n```",
        "~~~ do not hesitate\nx\n~~~",
        "    do not hesitate",
        "- a\n\n      do not hesitate",
        "[a](http://b.example/do%20not%20hesitate)",
        "[a](<do not hesitate>)",
        "[a](b 'do not hesitate')",
        "[r]: /u 'do not hesitate'\n\n[r]",
        "![do not hesitate](x.png)",
        "![a](x.png 'do not hesitate')",
        "<!-- do not hesitate -->",
        "a <!-- do not hesitate --> b",
        "<!--\n\ndo not hesitate\n\n-->",
        "<script>\ndo not hesitate\n</script>",
        "<style>do not hesitate</style>",
        "a <code>do not hesitate</code>",
        "a <script>do not hesitate</script>",
        '<a title="do not hesitate">x</a>',
        '<div title="do not hesitate">x</div>',
        "<pre><code>do not hesitate</code></pre>",
        "<?php do not hesitate ?>",
        "{{ x | fallback: 'do not hesitate' }}",
        "{% assign x = 'do not hesitate' %}",
        "{% comment %}do not hesitate{% endcomment %}",
        "do {% if x %}not{% endif %} hesitate",
        "do not\n\nhesitate",
        "do not\\\nhesitate",
    ],
)
def test_a_phrase_is_not_found_where_no_prose_is(body: str) -> None:
    front = "---\nid: do not hesitate\nowner: do not hesitate\n---\n"
    script = script_of(front + body)
    assert_exact(script)
    assert not [
        stretch
        for stretch in script.stretches
        if stretch.kind != "code" and PHRASE in stretch.prose.text
    ]


@pytest.mark.parametrize(
    ("body", "proses"),
    [
        ("a  \nb", ["a\nb"]),
        ("a\\\nb", ["a\nb"]),
        ("a<br>b", ["a\nb"]),
        ("a\nb", ["a b"]),
        ("Hi Sam,\nyour parcel is late.", ["Hi Sam,\nyour parcel is late."]),
        ("<p>a</p><p>b<br>c</p>", ["a", "b\nc"]),
        ("<ul>\n<li>a\n<li>b &lt; c</ul>", ["a", "b < c"]),
        ("| a \\| `b \\| c` |\n|-|", [f"a | {OPAQUE['code']}"]),
        ("\\# \\\\ &copy; &nope;", ["# \\ © &nope;"]),
        ("a\ue000b &#xE001;", ["a\ufffdb \ufffd"]),
        ("*a", ["*a"]),
        ("snake_case_word __init__", ["snake_case_word init"]),
        ("[x](javascript:void)", ["x"]),
        ("[{{a}}]({{b}} 'c')", [OPAQUE["placeholder"]]),
        ("| {{ a | b }} | c |\n|-|-|", [OPAQUE["placeholder"], "c"]),
        ("\\{{a}}", ["\\" + OPAQUE["placeholder"]]),
        ("Hi {% if a %}Sam{% else %}there{% endif %}!", ["Hi ", "Sam", "there", "!"]),
        ("![a *b*](c) d", [f"{OPAQUE['image']} d"]),
        ("a ~~~b~~~ c", ["a ~b~ c"]),
        ("<https://a.example/x_y_z>", [OPAQUE["url"]]),
        ("<sam@a.example>", [OPAQUE["address"]]),
        ("- [ ] a\n- [x] b", ["[ ] a", "[x] b"]),
        ("", []),
        ("<!-- x -->", []),
        ("---", []),
    ],
)
def test_prose_is_what_a_reader_sees(body: str, proses: list[str]) -> None:
    assert prose_of(body) == proses


def test_kinds_and_shapes() -> None:
    script = script_of(
        "---\nsubject: Your order\n---\n# Title\n\nText.\n\n- item\n- Order number:\n\n"
        "| head |\n|---|\n| cell |\n\n<h2>HTML</h2>\n\nName: ____\n\n    code\n\n> - quoted\n"
    )
    found = [(each.kind, each.shape, each.level, each.prose.text) for each in script.stretches]
    blank = OPAQUE["marker"]
    assert found == [
        ("subject", "subject", 0, "Your order"),
        ("heading", "heading", 1, "Title"),
        ("public", "paragraph", 0, "Text."),
        ("public", "item", 0, "item"),
        ("field", "item", 0, "Order number:"),
        ("public", "cell", 0, "head"),
        ("public", "cell", 0, "cell"),
        ("heading", "heading", 2, "HTML"),
        ("field", "paragraph", 0, f"Name: {blank}"),
        ("code", "code", 0, "    code"),
        ("public", "item", 0, "quoted"),
    ]
    assert [each.block for each in script.stretches] == list(range(11))
    assert script.title == "Title"


def test_links_have_their_targets_and_places() -> None:
    text = (
        "[our\nhelp]({{url}}/x?a=b&amp;c 't'), <a href='/y'>this</a>, <http://z.example>, [r].\n"
        "\n[r]: /w\n"
    )
    prose = script_of(text).stretches[0].prose
    found = [
        (prose.text[link.start : link.end], link.target, text[slice(*link.span)], link.kind)
        for link in prose.links
    ]
    assert found == [
        ("our help", "{{url}}/x?a=b&c", "[our\nhelp]({{url}}/x?a=b&amp;c 't')", "link"),
        ("this", "/y", "<a href='/y'>this</a>", "html"),
        (OPAQUE["url"], "http://z.example", "<http://z.example>", "autolink"),
        ("r", "/w", "[r]", "link"),
    ]


def test_branches_over_paragraphs() -> None:
    script = script_of("A\n\n{% if x %}\n\nB {% if y %}C{% endif %}\n\n{% else %}D{% endif %}\n\nE")
    assert [(each.prose.text.strip(), each.branch) for each in script.stretches] == [
        ("A", ()),
        ("B", ((0, 0),)),
        ("C", ((0, 0), (1, 0))),
        ("D", ((0, 1),)),
        ("E", ()),
    ]


def test_tags_without_a_partner_are_noted_unless_in_code_or_a_comment() -> None:
    text = (
        "{% endif %} `{% endif %}` <!-- {% else %} -->\n\n    {% endif %}\n\n<!-- {% if a %} -->\n"
    )
    assert [text[slice(*span)] for span in script_of(text).unbalanced] == ["{% endif %}"]


def test_a_subject_has_its_own_places() -> None:
    text = '---\nsubject: "Your \\u00e9tude {{n}}\\tis late, [Name]"\n---\n'
    script = script_of(text)
    prose = script.stretches[0].prose
    assert prose.text == f"Your étude {OPAQUE['placeholder']}\tis late, {OPAQUE['blank']}"
    assert_exact(script)
    start, end = prose.span(5, 10)
    assert text[start:end] == "\\u00e9tude"


def test_id_and_title() -> None:
    assert (script_of("# *A* b", "x/refund.md").id, script_of("# *A* b").title) == ("refund", "A b")
    assert script_of("## A {{b}} `c`\n\n# D").title == "A {{b}} `c`"
    named = script_of("---\nid: i\ntitle: t\n---\n# A")
    assert (named.id, named.title) == ("i", "t")
