"""A history of edits to a library: a baseline lets pass what was there, and nothing else."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from protolint.linting import ratchet
from protolint.linting.baseline_file import written
from protolint.linting.finding import Finding
from protolint.linting.run import Request, check, found, hold, look

RULES = """\
pack: own
rules:
  - {id: sorry-if, check: phrase, level: warning, message: x, any: [sorry if], then: [ends here]}
  - {id: long-text, check: length, of: script, unit: words, max: 60, level: warning, message: x}
  - {id: long-block, check: length, of: paragraph, unit: words, max: 30, level: warning, message: x}
  - {id: loud, check: count, of: exclamation-marks, max: 1, level: warning, message: x}
  - id: no-close
    check: structure
    level: warning
    message: x
    parts: [{name: close, is: required, any: [all the best]}]
"""
REQUEST = Request(select=("own", "mended-baseline-entry"))
CLOSE = "All the best."
NOUNS = ("parcel", "lamp", "refund", "letter", "invoice", "account", "order", "chair")


class Script:
    """A script as its author sees it. What is at fault is known without protolint."""

    def __init__(self, number: int, dice: random.Random) -> None:
        self.folder, self.name = f"m{number % 7}", f"s{number}"
        self.has_id = number % 3 == 0
        self.title = f"Script {number}" if number % 3 else ""
        self.is_fixed = False  # renamed or given another title: not both, or nobody knows it again
        self.blocks = [
            [sentence(dice) for _ in range(dice.randint(1, 4))] for _ in range(dice.randint(1, 4))
        ]
        if dice.random() < 0.6:
            self.blocks.append([CLOSE])

    @property
    def id(self) -> str:
        return f"id-{self.first}" if self.has_id else self.name

    first = 0

    @property
    def text(self) -> str:
        head = f"---\nid: {self.id}\n---\n\n" if self.has_id else ""
        title = f"# {self.title}\n\n" if self.title else ""
        return head + title + "\n\n".join(map(" ".join, self.blocks)) + "\n"

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield each rule that the script breaks, and the words or the script at fault."""
        own = f"script {self.first}"
        words = sum(len(line.split()) for block in self.blocks for line in block)
        if words > 60:
            yield "long-text", own
        if sum(line.count("!") for block in self.blocks for line in block) > 1:
            yield "loud", own
        if [CLOSE] not in self.blocks:
            yield "no-close", own
        for block in self.blocks:
            if sum(len(line.split()) for line in block) > 30:
                yield "long-block", own
            yield from (("sorry-if", line) for line in block if line.startswith("We are sorry if"))


def sentence(dice: random.Random) -> str:
    """A sentence: fine, loud, at fault in its own way, or at fault as many others are."""
    noun, number = dice.choice(NOUNS), dice.randrange(10**6)
    kinds = [
        f"Your {noun} with the number {number} is on its way to you today.",
        f"Your {noun} {number} is here!",
        f"We are sorry if the {noun} {number} ends here.",
        f"We are sorry if the {noun} ends here.",
    ]
    return dice.choices(kinds, (6, 1, 2, 1))[0]


def move(scripts: list[Script], own: Script, dice: random.Random) -> None:
    own.folder = f"moved/{dice.randrange(9)}"


def rename(scripts: list[Script], own: Script, dice: random.Random) -> None:
    own.name = f"{dice.choice(NOUNS)}-{dice.randrange(10**6)}"


def insert(scripts: list[Script], own: Script, dice: random.Random) -> None:
    block = dice.choice(own.blocks)
    if block != [CLOSE] and own.title:
        block.insert(dice.randint(0, len(block)), sentence(dice))
    else:
        own.blocks.insert(len(own.blocks) - 1, [sentence(dice)])


def reword(scripts: list[Script], own: Script, dice: random.Random) -> None:
    block = dice.choice([block for block in own.blocks if block != [CLOSE]])
    if own.title or own.has_id or block is not own.blocks[0]:
        block[dice.randrange(len(block))] = sentence(dice)


def pass_on(scripts: list[Script], own: Script, dice: random.Random) -> None:
    """A sentence goes to another script."""
    block = dice.choice(own.blocks)
    if len(block) > 1 and (own.title or block is not own.blocks[0]):
        line = block.pop(dice.randrange(len(block)))
        dice.choice(scripts).blocks.append([line])


def close(scripts: list[Script], own: Script, dice: random.Random) -> None:
    """The close is taken away, or put in."""
    without = [block for block in own.blocks if block != [CLOSE]]
    own.blocks = without if len(without) < len(own.blocks) else [*without, [CLOSE]]


EDITS: tuple[Callable[[list[Script], Script, random.Random], None], ...] = (
    move, rename, insert, reword, pass_on, close,
)  # fmt: skip


def save(scripts: list[Script]) -> None:
    for path in Path().rglob("*.md"):
        path.unlink()
    for own in scripts:
        path = Path(own.folder, f"{own.name}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(own.text, encoding="utf-8")


def counted(scripts: list[Script]) -> Counter[tuple[str, str]]:
    return Counter(fault for own in scripts for fault in own.faults())


def named(findings: tuple[Finding, ...], scripts: list[Script]) -> Counter[tuple[str, str]]:
    """The findings as the scripts tell of them."""
    by_id = {own.id: f"script {own.first}" for own in scripts}
    return Counter(
        (own.rule, f"We are {own.excerpt}." if own.rule == "sorry-if" else by_id[own.script])
        for own in findings
    )


def record() -> None:
    held = hold(REQUEST)
    seen = look(held, REQUEST)
    empty = ratchet.Baseline("b.yaml")
    own = ratchet.extent(held.plan, held.project, seen, None)
    new = ratchet.recorded(found(held, seen, None), empty, own, only_prune=False)
    Path("b.yaml").write_text(written(new.entries), encoding="utf-8")


def write_project() -> None:
    Path("own.yaml").write_text(RULES, encoding="utf-8")
    Path("protolint.yaml").write_text("packs: [./own.yaml]\nbaseline: b.yaml\n", encoding="utf-8")


@pytest.mark.parametrize("seed", range(2))
def test_after_fifty_edits_all_that_is_new_is_told_and_nothing_else(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dice = random.Random(seed)
    scripts = [Script(number, dice) for number in range(200)]
    for number, own in enumerate(scripts):
        own.first = number
    write_project()
    save(scripts)
    record()
    then = counted(scripts)
    assert check(REQUEST).findings == ()
    for step in range(50):
        dice.choice(EDITS)(scripts, dice.choice(scripts), dice)
        if step % 25 == 24:
            save(scripts)
            told = check(REQUEST).findings
            new = tuple(one for one in told if one.category == "own")
            now = counted(scripts)
            assert named(new, scripts) == now - then
            mended = Counter(one.excerpt for one in told if one.category == "housekeeping")
            assert mended == Counter(rule for rule, _ in (then - now).elements())


def test_the_order_of_files_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_project()
    for number in range(9):
        Path(f"{number}.md").write_text("We are sorry if it ends here.\n", encoding="utf-8")
    record()
    for number in range(9):
        Path(f"{number}.md").rename(f"z{9 - number}.md")
    report = check(REQUEST)
    assert report.findings == ()
    assert report.summary.old == 18
    assert msgspec.json.decode(msgspec.json.encode(report.summary))["old"] == 18
