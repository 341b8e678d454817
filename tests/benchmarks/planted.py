"""Writes a library of 200 scripts with faults that are known: the same for the same seed."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

from planted_wording import ENDINGS, FRENCH_ENDINGS, INTENTS, SMALL, Fact, Intent

CHANNELS = ("email", "chat", "sms", "phone", "whatsapp", "letter")
CONTRADICTIONS, TWINS, HOLES, DUPLICATES = 25, 10, 10, 12
#: The rules that tell of each class of fault.
RULES = {
    "contradiction": "contradicting-", "twin": "twin-", "hole": "unanswered-intent",
    "duplicate": "near-duplicate",
}  # fmt: skip


class Planted(NamedTuple):
    """A fault: its class, and the files of which a finding has to name one at least.

    For a hole these are the names of the intent and of the channel, which the message has to hold.
    """

    kind: str
    files: tuple[str, ...]


class Script(NamedTuple):
    """One script: where it lies, its front matter but for the intent, and what it says."""

    path: str
    intent: str
    channel: str
    locale: str
    said: tuple[str, ...]

    @property
    def text(self) -> str:
        """The file."""
        given = {"channel": self.channel, "intent": self.intent, "locale": self.locale}
        head = "".join(f"{key}: {value}\n" for key, value in given.items() if value)
        return f"---\n{head}---\n{' '.join(self.said)}\n"


class Made:
    """The library while it is made."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.scripts: dict[str, Script] = {}
        self.planted: list[Planted] = []
        self.last: dict[Fact, str] = {}

    def add(self, script: Script) -> None:
        self.scripts[script.path] = script

    def one(self, choices: tuple[str, ...]) -> str:
        return self.chance.choice(choices)

    def said(self, fact: Fact, *, wrong: bool = False) -> str:
        """Return a fact in one of its wordings, but not in the one that was drawn last."""
        value = fact.wrong if wrong else self.one(fact.right)
        choices = tuple(own for own in fact.said if own != self.last.get(fact))
        wording = self.last[fact] = self.one(choices or fact.said)
        if "{v}" not in wording:  # the value is in the words, of which there is one way
            figure = next(own for own in fact.right if own in wording)
            return wording.replace(figure, fact.wrong) if wrong else wording
        return wording.replace("{v}", value)


def write(folder: Path, seed: int) -> list[Planted]:
    """Write the library into a folder and return the faults in it."""
    made = Made(seed)
    _sound(made)
    _holes(made)
    _contradictions(made)
    _twins(made)
    _duplicates(made)
    for script in made.scripts.values():
        path = folder / script.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script.text, encoding="utf-8")
    names = ", ".join(intent.name for intent in INTENTS)
    (folder / "brand.yaml").write_text(f"brand: Fernhill\nintents: [{names}]\n", encoding="utf-8")
    (folder / "protolint.yaml").write_text("brand: brand.yaml\n", encoding="utf-8")
    return made.planted


def _sound(made: Made) -> None:
    for intent in INTENTS:
        for channel in CHANNELS:
            made.add(_script(made, intent, channel, f"{channel}/{intent.name}.md"))
            if channel == "email":
                made.add(_script(made, intent, "email", f"email/{intent.name}-again.md"))
        for channel in ("email", "letter"):
            made.add(_french(made, intent, channel))
    for number, (channel, text) in enumerate(SMALL):
        made.add(Script(f"{channel}/small-{number}.md", "", channel, "", (text,)))


def _script(made: Made, intent: Intent, channel: str, path: str) -> Script:
    facts = [made.said(fact) for fact in intent.facts]
    made.chance.shuffle(facts)
    said = (made.one(intent.opening), *facts, made.one(ENDINGS[channel]))
    return Script(path, intent.name, channel, "", ("Hi {{customer.name}},\n\n", *said))


def _french(made: Made, intent: Intent, channel: str) -> Script:
    said = (intent.french, *(fact.french for fact in intent.facts), made.one(FRENCH_ENDINGS))
    path = f"{channel}/fr/{intent.name}.md"
    return Script(path, intent.name, channel, "fr", ("Bonjour {{customer.name}},\n\n", *said))


def _holes(made: Made) -> None:
    for intent in made.chance.sample(INTENTS, HOLES):
        channel = made.one(("chat", "phone", "whatsapp", "sms"))
        del made.scripts[f"{channel}/{intent.name}.md"]
        made.planted.append(Planted("hole", (f"“{intent.name}”", channel)))


def _contradictions(made: Made) -> None:
    """Plant a wrong value in one script; a fact is made wrong once, so that others say it right."""
    facts = [(intent, at) for intent in INTENTS for at in range(len(intent.facts))]
    for intent, at in made.chance.sample(facts, CONTRADICTIONS):
        choices = [
            path
            for path, own in made.scripts.items()
            if own.intent == intent.name and not own.locale and "/fr/" not in path
            and path.split("/")[0] in ("chat", "phone", "whatsapp", "letter")
        ]  # fmt: skip
        script = made.scripts[made.chance.choice(choices)]
        fact = intent.facts[at]
        right = {_filled(said, value) for said in fact.said for value in fact.right}
        said = tuple(made.said(fact, wrong=True) if own in right else own for own in script.said)
        made.scripts[script.path] = script._replace(said=said)
        made.planted.append(Planted("contradiction", (script.path,)))


def _filled(said: str, value: str) -> str:
    return said.replace("{v}", value)


def _twins(made: Made) -> None:
    french = [path for path in made.scripts if "/fr/" in path]
    for number, path in enumerate(made.chance.sample(french, TWINS)):
        script = made.scripts[path]
        if number % 3 == 0:
            said = ("Bonjour {{client.nom}},\n\n", *script.said[1:])
        else:
            said = tuple(map(_with_slip, script.said))
            if said == script.said:
                said = (*said, "Voir https://fernhill.example/aide")
        made.scripts[path] = script._replace(said=said)
        made.planted.append(Planted("twin", (path,)))


def _with_slip(sentence: str) -> str:
    """Return a French sentence with another number, or another link, if it has any."""
    if "https://" in sentence:
        return sentence.replace("fernhill.example/", "fernhill.example/ancien/")
    return "".join(str((int(own) + 3) % 10) if own in "45678" else own for own in sentence)


def _duplicates(made: Made) -> None:
    paths = [path for path in made.scripts if path.startswith(("email/", "letter/"))]
    long = [path for path in paths if "small" not in path and "/fr/" not in path]
    for path in made.chance.sample(long, DUPLICATES):
        script = made.scripts[path]
        words = " ".join(script.said).split(" ")
        at = made.chance.randrange(4, len(words) - 2)
        words[at : at + 1] = [words[at], "really"] if words[at].isalpha() else [words[at]]
        copy = path.replace(".md", "-copy.md")
        made.add(Script(copy, script.intent, script.channel, "", (" ".join(words),)))
        made.planted.append(Planted("duplicate", (copy, path)))
        _spread(made, path, copy)


def _spread(made: Made, path: str, copy: str) -> None:
    """Tell that a fault of a script is in its copy too."""
    made.planted = [
        fault._replace(files=(*fault.files, copy))
        if fault.kind == "contradiction" and path in fault.files
        else fault
        for fault in made.planted
    ]
