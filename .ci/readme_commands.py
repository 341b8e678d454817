"""Print the shell commands that a README gives under its heading “Two commands”, one a line."""

import re
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_text(encoding="utf-8")
section = re.search(r"^## Two commands$(.*?)^## ", text, re.MULTILINE | re.DOTALL)
assert section, "the README has no section “Two commands”"
commands = re.findall(r"^```(?:sh|console)\n(.+?)\n```$", section[1], re.MULTILINE | re.DOTALL)
assert len(commands) == 2, f"the README gives {len(commands)} commands, not 2"
print("\n".join(commands))
