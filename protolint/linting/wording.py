"""What a finding says: the message of its rule, filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from protolint.rulebook.rule import Rule

_VALUE = re.compile(r"\{(\w+)\}")


def message(rule: Rule, values: Mapping[str, str], words: str) -> str:
    """Return the message of a rule with its values; `{match}` is `words`, without markup."""
    known = {"match": " ".join(words.split()), **values}
    return _VALUE.sub(lambda name: known.get(name[1], name[0]), rule.message.strip())
