"""Translations keep placeholders, links and numbers; what a language changes by itself is fine."""

from __future__ import annotations

import pytest
from library import found, front

from protolint.checks.twins import Check


def shown(of: str, **texts: str) -> list[tuple[str, str]]:
    """Return where twins differ and how: texts by their language, in files in folders."""
    files = {f"{language}/refund.md": text for language, text in texts.items()}
    matches = found(Check(of=of), files)  # type: ignore[arg-type]
    return [(own.script.path, own.values["difference"]) for own in matches]


@pytest.mark.parametrize(
    ("of", "en", "fr", "difference"),
    [
        ("placeholders", "Hi {{name}}.", "Salut {{nom}}.",
         "“{{name}}” is missing, and “{{nom}}” is only here"),
        ("placeholders", "Hi {{name}}: {{id}}.", "Salut {{name}}.", "“{{id}}” is missing"),
        ("links", "See https://a.example/one.", "Voir https://a.example/deux.",
         "“a.example/one” is missing, and “a.example/deux” is only here"),
        ("links", "See https://a.example/en/x.", "Voyez le site.", "“a.example/en/x” is missing"),
        ("numbers", "It takes 5 days.", "Cela prend 7 jours.",
         "“5” is missing, and “7” is only here"),
        ("numbers", "It takes five days.", "Cela prend sept jours.",
         "“five” is missing, and “sept” is only here"),
        ("numbers", "Call 0800 111 222.", "Appelez le 0800 111 223.",
         "“0800 111 222” is missing, and “0800 111 223” is only here"),
        ("numbers", "It costs £5.", "C’est £6.", "“5” is missing, and “6” is only here"),
        ("numbers", "Open until 5pm.", "Ouvert jusqu’à 18 h.",
         "“5pm” is missing, and “18” is only here"),
    ],
)  # fmt: skip
def test_twins_that_differ(of: str, en: str, fr: str, difference: str) -> None:
    assert shown(of, en=en, fr=fr) == [("fr/refund.md", difference)]


@pytest.mark.parametrize(
    ("of", "en", "fr"),
    [
        ("placeholders", "Hi {{name}}.", 'Salut {{name | default: "à vous"}}.'),
        ("placeholders", "Hi {{name}}. Bye {{name}}.", "Salut {{name}}."),
        ("links", "See https://a.example/en/help.", "Voir https://a.example/fr/aide."),
        ("links", "See https://www.a.example/x.", "Voir https://a.example/x/."),
        ("links", "See https://en.a.example/x.", "Voir https://fr.a.example/x."),
        ("numbers", "It takes five days.", "Cela prend 5 jours."),
        ("numbers", "It costs £4.99.", "C’est £4,99."),
        ("numbers", "It costs £4.99.", "C’est 5,50 €."),
        ("numbers", "Open until 5pm.", "Ouvert jusqu’à 17 h."),
        ("numbers", "Within 24 hours.", "En un jour."),
        ("numbers", "Call +44 20 7946 0000.", "Appelez le 01 23 45 67 89."),
        ("numbers", "It is one of our two shops.", "C’est notre boutique."),
    ],
)
def test_twins_that_agree(of: str, en: str, fr: str) -> None:
    assert shown(of, en=en, fr=fr) == []


def test_of_three_languages_the_one_that_is_unlike_the_others_is_told() -> None:
    texts = {"en": "It takes 4 days.", "fr": "Cela prend 5 jours.", "de": "Es dauert 5 Tage."}
    assert shown("numbers", **texts) == [("en/refund.md", "“5” is missing, and “4” is only here")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mail/refund.en.md", "mail/refund.fr.md"),
        ("mail/en-GB/refund.md", "mail/fr-FR/refund.md"),
        ("mail/refund.md", "mail/refund_fr.md"),
        ("mail/refund.md", "mail/refund-fr.md"),
    ],
)
def test_a_path_tells_twins(one: str, other: str) -> None:
    files = {one: "Hi {{name}}, it is done.", other: "Salut {{nom}}, c’est fait."}
    assert [own.script.path for own in found(Check(of="placeholders"), files)] == [other]


def test_front_matter_tells_twins() -> None:
    files = {
        "1.md": front("Hi {{name}}.", intent="refund", channel="sms", locale="en"),
        "2.md": front("Salut {{nom}}.", intent="refund", channel="sms", locale="fr"),
        "3.md": front("Salut {{prenom}}.", intent="refund", channel="chat", locale="fr"),
    }
    assert [own.script.path for own in found(Check(of="placeholders"), files)] == ["2.md"]


def test_several_scripts_of_an_intent_are_no_twins_of_each_other() -> None:
    files = {
        "1.md": front("Hi {{name}}.", intent="refund", locale="en"),
        "2.md": front("Hello {{id}}.", intent="refund", locale="en"),
        "3.md": front("Salut {{nom}}.", intent="refund", locale="fr"),
    }
    assert found(Check(of="placeholders"), files) == []


def test_a_folder_for_people_in_it_is_not_in_italian() -> None:
    text = "You have to wait for the code that we send to you."
    files = {"it/code.md": f"{text} {{{{a}}}}", "hr/code.md": f"{text} {{{{b}}}}"}
    assert found(Check(of="placeholders"), files) == []
