"""Writes protolint/text/syllables.txt: `python make_syllable_table.py PATH/TO/cmudict.dict`.

The data is the CMU Pronouncing Dictionary (https://github.com/cmusphinx/cmudict), whose licence
stands in protolint/text/syllables.LICENSE. Run it again after each change of the rules.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from protolint.text.syllable_rules import by_rules

TABLE = Path(__file__).parents[2] / "protolint" / "text" / "syllables.txt"


def main(dictionary: Path) -> None:
    wrong = exceptions(dictionary.read_text(encoding="utf-8").splitlines())
    TABLE.write_text("".join(sections(wrong)), encoding="ascii")
    print(f"{len(wrong)} words, {TABLE.stat().st_size} bytes")


def exceptions(lines: Iterable[str]) -> dict[str, int]:
    """Return the words for which the rules give none of the accepted counts, with the first."""
    accepted: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        word, *sounds = line.partition("#")[0].split()
        vowels = sum(sound[-1].isdigit() for sound in sounds)
        accepted[re.sub(r"\(\d+\)$", "", word)].append(vowels)
    return {
        word: counts[0]
        for word, counts in accepted.items()
        if re.fullmatch("[a-z]{2,}(?:'[a-z]+)?", word)
        and not word.endswith("'s")
        and counts[0] > 0
        and by_rules(word) not in counts
    }


def sections(wrong: dict[str, int]) -> Iterator[str]:
    for count in sorted(set(wrong.values())):
        words = sorted(word for word in wrong if wrong[word] == count)
        yield f"# {count}\n{textwrap.fill(' '.join(words), 100, break_on_hyphens=False)}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
