"""Words that a library spells in two ways are told where fewer do."""

from library import found, front

from protolint.checks.spelling import Check


def test_the_rarer_spelling_is_told_once_with_all_its_places() -> None:
    files = {
        "a.md": "Send an email.",
        "b.md": "Send an e-mail.",
        "c.md": "My e-mail came.",
        "d.md": "Your email came.",
        "e.md": "We emailed you.",
    }
    (match,) = found(Check(), files)
    assert (match.script.path, match.fact.excerpt) == ("b.md", "e-mail")
    assert (match.values["usual"], match.values["scripts"]) == ("email", "3 scripts")
    assert [script.path for script, _ in match.related] == ["a.md", "c.md"]


def test_each_locale_has_its_own_spelling() -> None:
    files = {
        "a.md": front("We apologise.", locale="en-GB"),
        "b.md": front("We apologize.", locale="en-US"),
    }
    assert found(Check(), files) == []
