"""The branches of a conditional are texts of their own, and tags without a partner are named."""

import time

import pytest

from protolint.readers._placeholders import Masked, mask
from protolint.script import Settings


def read(text: str, dialect: str | None = None) -> Masked:
    return mask(text, dialect=dialect, lengths=Settings())


def texts(text: str, dialect: str | None = None) -> list[tuple[str, tuple]]:
    """The texts between the tags with the branches they lie in; hidden tags are just left out."""
    found = [["", ()]]
    end = 0
    for cut in read(text, dialect).cuts:
        found[-1][0] += text[end : cut.span.start]
        if cut.branch is not None:
            found.append(["", cut.branch])
        end = cut.span.end
    found[-1][0] += text[end:]
    return [(said, branch) for said, branch in found if said.strip()]


TWO = [("a", ()), ("b", ((0, 0),)), ("c", ((0, 1),)), ("d", ())]


@pytest.mark.parametrize(("text", "dialect"), [
    ("a{% if x %}b{% else %}c{% endif %}d", None),
    ("a{%- if x -%}b{%- elsif y -%}c{%- endif -%}d", None),
    ("a{% if x %}b{% elif y %}c{% endif %}d", "jinja"),
    ("a{% unless x %}b{% else %}c{% endunless %}d", None),
    ("a{% for x in y %}b{% else %}c{% endfor %}d", None),
    ("a{{#if x}}b{{else}}c{{/if}}d", None),
    ("a{{#if x}}b{{else if y}}c{{/if}}d", None),
    ("a{{~#unless x~}}b{{^}}c{{~/unless~}}d", None),
    ("a<% if x %>b<% else %>c<% end %>d", None),
    ("a<% if (x) { %>b<% } else { %>c<% } %>d", None),
    ("a<% if x\n  && y %>b<% else %>c<% end %>d", "erb"),
    ("a[% IF x %]b[% ELSE %]c[% END %]d", None),
])  # fmt: skip
def test_both_branches_of_every_dialect_are_apart(text, dialect):
    assert texts(text, dialect) == TWO


def test_the_first_when_of_a_case_is_its_second_branch():
    text = "{% case x %}{% when 1 %}a{% when 2 %}b{% endcase %}"
    assert texts(text) == [("a", ((0, 1),)), ("b", ((0, 2),))]


def test_sections_and_inverted_sections_of_mustache_are_conditionals():
    text = "{{#paid}}a{{/paid}}{{^paid}}b{{/paid}}"
    assert texts(text) == [("a", ((0, 0),)), ("b", ((1, 0),))]


def test_nested_conditionals_are_named_outermost_first():
    text = "{% if x %}a{% for y in z %}b{% endfor %}c{% endif %}d{% if q %}e{% endif %}"
    assert texts(text) == [
        ("a", ((0, 0),)), ("b", ((0, 0), (1, 0))), ("c", ((0, 0),)), ("d", ()), ("e", ((2, 0),)),
    ]  # fmt: skip


def test_conditional_text_of_notify_is_a_branch():
    text = "Hi. ((late??It is late (again).)) Bye."
    assert texts(text, "notify") == [
        ("Hi. ", ()),
        ("It is late (again).", ((0, 0),)),
        (" Bye.", ()),
    ]


@pytest.mark.parametrize(("text", "dialect"), [
    ("a{% assign x = 1 %}b", None), ("a{% set x = 1 %}b", "jinja"), ("a<%# why %>b", None),
    ("a<% x = 1 %>b", None), ("a[% SET x = 1 %]b", None), ("a[% x = 1 %]b", None),
    ("a{{! why }}b", None), ("a{# why #}b", "jinja"), ("a{% raw %}b{% endraw %}", None),
    ("a{% comment %}{{x}} {% if %} so{% endcomment %}b", None),
])  # fmt: skip
def test_comments_and_assignments_leave_nothing_behind(text, dialect):
    assert texts(text, dialect) == [("ab", ())]
    assert not read(text, dialect).opaques


@pytest.mark.parametrize(("text", "lost"), [
    ("{% if x %}a{% else %}b", [("{% if x %}", True)]),
    ("a{% endif %}b", [("{% endif %}", False)]),
    ("a{% else %}b", [("{% else %}", False)]),
    ("{% if x %}{% for y in z %}{% endif %}", [("{% for y in z %}", True)]),
    ("{{#if x}}a{{/unless}}", [("{{#if x}}", True), ("{{/unless}}", False)]),
    ("{% comment %}a", [("{% comment %}", True)]),
    ("<% items.each do |item| %>a", [("<% items.each do |item| %>", True)]),
])  # fmt: skip
def test_a_tag_without_a_partner_is_named_with_its_place(text, lost):
    found = read(text).unbalanced
    assert [(text[each.span.start : each.span.end], each.is_open) for each in found] == lost


def test_a_tag_without_a_partner_ends_a_text_but_leaves_the_branch():
    text = "{% if x %}a{% if y %}b{% else %}c{% endfor %}d"
    assert [branch for _, branch in texts(text)] == [(), (), (), ()]


def test_deep_nesting_is_read_in_linear_time():
    start = time.process_time()
    masked = read("{% if x %}" * 30_000 + "a" + "{% endif %}" * 30_000)
    assert time.process_time() - start < 5
    assert max(len(cut.branch or ()) for cut in masked.cuts) < 100
